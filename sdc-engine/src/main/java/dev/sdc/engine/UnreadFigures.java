package dev.sdc.engine;

import dev.sdc.engine.table.CaptionWords;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.Prose;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a text that hold figures, or name after name with its figure, rather than sentences, and from which no table
 * was read.
 *
 * @param lines how many there are
 * @param where the first of them
 */
record UnreadFigures(int lines, String where) {
    /** A number, or a word of two letters or more; days, times, years and codes are neither. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>(?<![\\p{L}\\p{N}_.,:/-])[-+]?\\d{1,15}(?:[.,]\\d{1,15})?%?(?![\\p{L}\\p{N}_]|[.,:/-]\\d))|(?<word>\\p{L}{2,})");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)\\p{L}*\\.?";

    /** {@code Page 3 of 8}, {@code Version 2.1, 12 March 2026}: of the document, and nothing that it tells. */
    private static final Pattern OF_THE_DOCUMENT = Pattern.compile(
            "\\s*(?:(?:(?:page|seite|p\\.) ?\\d{1,4}(?: ?(?:of|von|/) ?\\d{1,4})?|(?:version|v|release|revision|draft|issue)\\.? ?\\d{1,3}(?:\\.\\d{1,3}){0,3}"
                    + "|\\d{1,2}\\.? " + MONTH + " (?:19|20)\\d\\d)[\\s,;|–—-]*)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What a data frame prints of its own size, beside its rows. */
    private static final Pattern OF_A_PRINT = Pattern.compile(
            "\\s*(?:shape: \\([\\d_]+, [\\d_]+\\)|# A tibble: [\\d,]+ [x×] [\\d,]+|\\[?[\\d,]+ rows [x×] [\\d,]+ columns\\]?)\\s*");

    /** {@code Table 2:}, which numbers a title. */
    private static final Pattern NUMBERING = Pattern.compile(
            "^\\W{0,4}(?:" + CaptionWords.ALTERNATIVES + ")\\.? \\d{1,3}[a-z]?[.:]", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_OF_DOCUMENT = 120;

    private static final int FEWEST = 2;
    private static final int LONGEST = 20_000;
    private static final int LONGEST_ITEM = 200;

    /** {@code - Lung ..... 4}, {@code deaths = 4}: a name and its number. */
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*•]\\s+)?[\\p{L}\"'][^\\d]{0,80}[\\s:=.\"']"
            + "[-+]?(\\d{1,15}(?:[.,]\\d{1,15})?)\\s?%?[.;,]?\\s*");

    /** {@code 'Lung': 4}, several in a line. */
    private static final Pattern NAMED = Pattern.compile("[\"'][^\"']{1,60}[\"']\\s?[:=]\\s?\\d");

    /** Numbers that stand apart from all words, as in the cells of a grid that a page makes without a table. */
    private static final Pattern APART = Pattern.compile("(?<=^|\\s{3})\\d{1,9}(?:[.,]\\d{1,9})?%?(?=\\s{3}|$)");

    private static final int MOST_WORDS = 6;

    /** The number that a program puts before each line of a loop that it repeats, behind which nothing or its end may stand. */
    private static final Pattern ECHO = Pattern.compile("\\s{0,3}(\\d{1,4})\\.(?=\\s|$)\\s*}?\\s*");

    static Optional<UnreadFigures> of(Prose prose) {
        List<String> lines = prose.running();
        int count = 0;
        String first = "";
        boolean before = false;
        int numbered = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher echo = ECHO.matcher(lines.get(i));
            if (echo.lookingAt()) {
                int number = Integer.parseInt(echo.group(1));
                boolean next = number > 1 && number == numbered + 1;
                numbered = number;
                if (next && echo.end() == lines.get(i).length()) {
                    before = false;
                    continue;
                }
            }
            boolean item = isItem(lines.get(i));
            boolean list = item && (before || (i + 1 < lines.size() && isItem(lines.get(i + 1))));
            before = item;
            if (list || isFigures(lines.get(i))) {
                first = count == 0 ? prose.address(i, 0) : first;
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new UnreadFigures(count, first));
    }

    private static boolean isItem(String line) {
        if (line.isEmpty() || line.length() > LONGEST_ITEM) {
            return false;
        }
        Matcher item = ITEM.matcher(line);
        return item.matches()
                && !YEAR.matcher(item.group(1)).matches()
                && line.strip().split("\\s+").length <= MOST_WORDS + 1;
    }

    private static boolean isFigures(String line) {
        boolean digit = false;
        for (int i = 0; i < line.length() && !digit; i++) {
            digit = line.charAt(i) >= '0' && line.charAt(i) <= '9';
        }
        if (!digit
                || (line.length() < LONGEST_OF_DOCUMENT
                        && (OF_THE_DOCUMENT.matcher(line).matches()
                                || OF_A_PRINT.matcher(line).matches()))) {
            return false;
        }
        String start = NUMBERING
                .matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line)
                .replaceFirst("");
        int numbers = 0;
        int words = 0;
        Matcher matcher = TOKEN.matcher(start);
        while (matcher.find()) {
            if (matcher.group("number") == null) {
                words++;
            } else if (!YEAR.matcher(matcher.group()).matches()) {
                numbers++;
            }
        }
        boolean bare = numbers == 1 && words == 0;
        boolean figures = bare
                || (numbers >= FEWEST && numbers >= words)
                || (numbers >= FEWEST
                        && (NAMED.matcher(start).results().limit(FEWEST).count() == FEWEST
                                || APART.matcher(start).results().limit(FEWEST).count() == FEWEST));
        // 4,027 patients, 1,602 deaths: every number was read as a count
        return figures && CountPhrases.in(start).size() < numbers;
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.text.CountWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence of a running text, with blanks for what only gives it a look, so that words are found through markup.
 *
 * @param passage the passage it stands in
 * @param offset where it begins there
 * @param text its characters
 * @param before the sentence before it, or the line above; empty where there is none
 * @param after the sentence behind it in its passage; empty where there is none
 * @param style how it and those beside it write numbers
 */
public record Sentence(Passage passage, int offset, String text, String before, String after, NumberStyle style) {
    /** A number as it may stand in a sentence, for patterns; {@link #number} reads it. */
    public static final String NUMBER =
            "(?<![\\p{L}\\p{N}.,])(?:\\d{1,3}(?:[,.'\u00a0\u2009\u202f\\x20]\\d{3})+(?!\\d)(?:[.,]\\d{1,6})?|\\d{1,12}(?:[.,]\\d{1,6})?)(?![\\p{N}])";

    /** Numbers that nobody writes but with a comma for the decimals, or points between thousands. */
    private static final Pattern CONTINENTAL = Pattern.compile(
            "(?<![\\d.,])(?:\\d{1,6},\\d{1,2}|\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}\\.000)(?![\\d,]|\\.\\d)");

    /** A longer one is parted, so that what is looked for beside each figure of a sentence takes no longer. */
    private static final int LONGEST = 5_000;

    private static final Pattern GAP = Pattern.compile("\\s+");

    /** The sentences of a text. A place may be found in two of them, as in its passages. */
    static List<Sentence> of(Prose prose) {
        List<Sentence> sentences = new ArrayList<>();
        String above = "";
        int line = -1;
        for (Passage passage : prose.passages()) {
            boolean below = passage.isLine() && passage.firstLine() == line + 1;
            above = in(passage, below ? above : "", sentences);
            line = passage.isLine() ? passage.firstLine() : -1;
        }
        return List.copyOf(sentences);
    }

    /** Adds the sentences of a passage and gives the last of them. */
    private static String in(Passage passage, String above, List<Sentence> sentences) {
        String text = TextToken.withoutMarks(passage.text());
        String before = above;
        int from = 0;
        int to = end(text, from);
        while (from < text.length()) {
            String sentence = text.substring(from, to);
            int next = end(text, to);
            String after = text.substring(to, next);
            sentences.add(new Sentence(passage, from, sentence, before, after, style(before, sentence, after)));
            before = sentence;
            from = to;
            to = next;
        }
        return before;
    }

    private static NumberStyle style(String... sentences) {
        for (String sentence : sentences) {
            if (CONTINENTAL.matcher(sentence).find()) {
                return NumberStyle.CONTINENTAL;
            }
        }
        return NumberStyle.ENGLISH;
    }

    /** Where a sentence ends: behind its mark, which does not stand in brackets if it is a semicolon. */
    private static int end(String text, int from) {
        int open = 0;
        int last = Math.min(text.length(), from + LONGEST);
        for (int at = from; at < last; at++) {
            char c = text.charAt(at);
            boolean blank = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
            if ((blank && (c == '.' || c == '!' || c == '?')) || (blank && c == ';' && open == 0)) {
                return at + 1;
            }
            open += c == '(' ? 1 : c == ')' && open > 0 ? -1 : 0;
        }
        int blank = last < text.length() ? text.lastIndexOf(' ', last) : -1;
        return blank > from ? blank + 1 : last;
    }

    /**
     * A pattern for sentences: in upper and lower case, with a blank for any gap between words, however wide, and a blank
     * with a question mark for one that may be missing.
     */
    public static Pattern pattern(String regex) {
        return Pattern.compile(
                regex.replace(" ?", "\\s{0,9}").replace(" ", "\\s{1,9}"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** It, the one before it and the one behind it: where to look for what belongs to a figure, in that order. */
    public List<String> around() {
        return List.of(text, before, after);
    }

    /** The address of one of its characters, counted from 0. */
    public String address(int at) {
        return passage.address(offset + at);
    }

    /** Its words from a place to another, for people: with one blank for each gap. */
    public String words(int from, int to) {
        return GAP.matcher(text.substring(from, to)).replaceAll(" ").strip();
    }

    /** The number that a piece of it is, in digits the way it and the sentences beside it write numbers, or as a word. */
    public Optional<BigDecimal> number(String piece) {
        long word = CountWords.number(piece.toLowerCase(Locale.ROOT));
        if (word > 0) {
            return Optional.of(BigDecimal.valueOf(word));
        }
        return Optional.ofNullable(Numerals.parse(piece, style));
    }

    /** The counts of people that it tells. */
    public List<CountPhrases.CountPhrase> counts() {
        return CountPhrases.in(text);
    }
}

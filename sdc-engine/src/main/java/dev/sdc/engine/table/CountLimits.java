package dev.sdc.engine.table;

import dev.sdc.engine.read.text.CountWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text tells of a count without telling it: {@code fewer than three women}, {@code no more than two died}. */
public final class CountLimits {
    /**
     * A limit of a count.
     *
     * @param low the smallest count that it leaves
     * @param high the largest count that it leaves
     * @param from where it begins in the text
     * @param words its words
     * @param read whether what it counts was looked for; in a line of very many limits not of all
     */
    public record CountLimit(long low, long high, int from, String words, boolean read) {}

    private static final Pattern LIMIT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(?<below>fewer than|less than|weniger als|<)|(?<most>no more than|not more than|at most|up to"
                    + "|höchstens|nicht mehr als|bis zu)"
                    + "|(?<=(?:^|[.;:,(]|in|among|of|only|with|for|by|from|and|were|was) )(?<low>[1-9]|one|two|three) ?(?:-|–|to|or|bis|oder)) ?(?<n>\\d{1,3}(?![\\p{L}\\p{N}.,]?\\d)|\\p{L}{2,12})(?![\\p{L}\\p{N}%])");
    /** A criterion or a policy speaks of any group, not of one: {@code wards with fewer than three patients were merged}. */
    private static final Pattern CRITERION = Pattern.compile(
            "\\b(?:suppress|mask|redact|withh|merge|combin|collaps|remov|omit|shown|drop|round|hidden|hide|report|threshold"
                    + "|unterdrückt|zusammengefasst)");

    /** Of whichever groups are so: {@code wards with fewer than three patients}. */
    private static final Pattern WHICH =
            Pattern.compile("\\b(?:with|if|where|when|whenever|containing|having|holding|mit|wenn|bei)\\s$");

    /** What every range of small numbers holds. */
    private static final Pattern RANGE = Pattern.compile(
            "(?:[1-9]|one|two|three) ?(?:-|–|to|or|bis|oder) ?(?:[1-9]|two|three|four)(?![\\p{L}\\p{N}])");

    /** What became of those few, and no policy: {@code fewer than three patients had stage X and are not shown}. */
    private static final Pattern BECAME = Pattern.compile(
            "^\\S+(?: [\\p{L}-]+){1,3}? (?:had|have|died|relapsed|received|underwent|developed|stopped|withdrew|survived|presented|hatten|starben)\\b");

    private static final Pattern RATE = Pattern.compile(
            "\\s(?:per|each|every|pro|je)\\s|\\sa (?:second|minute|hour|day|week|month|quarter|year)s?(?:$|[^\\p{L} ]| (?:on|in|for|at|were|was)\\b)");

    /** The one letter that becomes two in lower case. */
    private static final char DOTTED = 'İ';

    private static final int LONGEST_WHICH = 12;

    /** So far a sentence is followed to either side, so that long ones take no longer. */
    private static final int LONGEST = 200;

    /** A number and what it counts take no more characters. */
    private static final int NEAR = 70;

    /** Of no more limits in one line is what they count looked for in their sentences; the others are told as not read. */
    private static final int MOST_BY_SENTENCE = 50;

    private CountLimits() {}

    /** The limits in a text, in its order; empty where there are none. */
    public static List<CountLimit> in(String text) {
        List<CountLimit> found = new ArrayList<>();
        String lower = text.replace(DOTTED, 'I').toLowerCase(Locale.ROOT);
        if (!lower.contains("than ")
                && !lower.contains("most ")
                && !lower.contains("als ")
                && !lower.contains("up to ")
                && !lower.contains("bis zu ")
                && lower.indexOf('<') < 0
                && !RANGE.matcher(lower).find()
                && !lower.contains("höchstens ")) {
            return found;
        }
        BitSet criteria = starts(CRITERION, lower);
        BitSet rates = starts(RATE, lower);
        int bySentence = 0;
        Matcher limit = LIMIT.matcher(lower);
        while (limit.find()) {
            long n = number(limit.group("n"));
            int start = sentenceStart(lower, limit.start());
            int end = sentenceEnd(lower, limit.end());
            String rest = lower.substring(limit.start("n"), Math.min(end, limit.start("n") + NEAR));
            Optional<CountPhrases.CountPhrase> counted = n <= 0 ? Optional.empty() : countAt(rest, 0);
            boolean asksSentence = n > 0 && counted.isEmpty(); // it may say who is counted
            boolean read = !asksSentence || bySentence++ < MOST_BY_SENTENCE;
            if (asksSentence && read) {
                String before = lower.substring(start, limit.start());
                counted = countAt(before + rest, before.length());
            }
            Matcher became = BECAME.matcher(rest);
            int policy = became.find() ? limit.start("n") + became.end() : end;
            boolean criterion = isWithin(criteria, start, policy)
                    || isWithin(rates, limit.start(), end)
                    || WHICH.matcher(lower.substring(Math.max(start, limit.start() - LONGEST_WHICH), limit.start()))
                            .find();
            if ((counted.isPresent() || !read) && !criterion) {
                int until = counted.map(
                                count -> limit.start("n") + count.words().length())
                        .orElse(limit.end());
                String words = text.substring(limit.start(), until);
                found.add(new CountLimit(
                        low(limit), limit.group("below") == null ? n : n - 1, limit.start(), words, read));
            }
        }
        return found;
    }

    private static long low(Matcher limit) {
        return limit.group("low") == null ? 0 : number(limit.group("low"));
    }

    private static Optional<CountPhrases.CountPhrase> countAt(String text, int from) {
        return CountPhrases.in(text).stream()
                .filter(count -> count.from() == from)
                .findFirst();
    }

    private static long number(String text) {
        return Character.isDigit(text.charAt(0)) ? Long.parseLong(text) : CountWords.number(text);
    }

    private static BitSet starts(Pattern pattern, String text) {
        BitSet starts = new BitSet();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            starts.set(matcher.start());
        }
        return starts;
    }

    private static boolean isWithin(BitSet starts, int from, int to) {
        int first = starts.nextSetBit(from);
        return first >= 0 && first < to;
    }

    private static int sentenceStart(String text, int from) {
        int start = from;
        while (start > 0 && from - start < LONGEST && ".;\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int sentenceEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST && ".;\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}

package dev.sdc.engine.read.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the delimiter and the quotation mark of a file from its beginning. */
final class DialectSniffer {
    private static final String CANDIDATES = ",;\t|";
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([^\\r\\n\"])\"?[\\r\\n]", Pattern.CASE_INSENSITIVE);

    private DialectSniffer() {}

    /** The most likely dialect. */
    static Dialect sniff(String sample, boolean namedTab) {
        char quote = quote(sample);
        Matcher separator = SEPARATOR_LINE.matcher(sample);
        if (separator.lookingAt()) {
            return new Dialect(separator.group(1).charAt(0), quote, false, true);
        }
        char best = namedTab ? '\t' : ',';
        double bestScore = 0;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            double score = new Split(sample, candidate, quote).score()
                    * (namedTab && candidate != '\t' ? 0.8 : 1)
                    * (candidate == '|' ? 0.95 : 1);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        if (bestScore == 0 && new Split(sample, ':', quote).isTable()) {
            best = ':';
        }
        return new Dialect(best, quote, false, false);
    }

    /** A class of numbers at the start of the first line, whose comma parts no cells: {@code [0, 40)}. */
    private static final Pattern CLASS =
            Pattern.compile("\\s{0,80}[\\[(]-?[\\d.]{1,12}, ?-?(?:[\\d.]{1,12}|inf)[)\\]]");

    /** Whether a text is a table beyond doubt though its name does not say so. */
    static boolean isDelimited(String sample) {
        char quote = quote(sample);
        if (new Split(sample, '\t', quote).isMostlyTable()) {
            return true;
        }
        if (CLASS.matcher(sample).lookingAt()) {
            return false;
        }
        for (char candidate : new char[] {',', ';', '|'}) {
            if (new Split(sample, candidate, quote).isTable()) {
                return true;
            }
        }
        return false;
    }

    /** A single quotation mark counts only where it opens and closes cells, and no double one does. */
    private static char quote(String sample) {
        int single = openings(sample, '\'');
        return single > 0 && single == closings(sample, '\'') && openings(sample, '"') == 0 ? '\'' : '"';
    }

    private static int openings(String sample, char quote) {
        int openings = 0;
        for (int at = sample.indexOf(quote); at >= 0; at = sample.indexOf(quote, at + 1)) {
            openings += at == 0 || isEdge(sample.charAt(at - 1)) ? 1 : 0;
        }
        return openings;
    }

    private static int closings(String sample, char quote) {
        int closings = 0;
        for (int at = sample.indexOf(quote); at >= 0; at = sample.indexOf(quote, at + 1)) {
            closings += at == sample.length() - 1 || isEdge(sample.charAt(at + 1)) ? 1 : 0;
        }
        return closings;
    }

    private static boolean isEdge(char c) {
        return c == '\n' || c == '\r' || CANDIDATES.indexOf(c) >= 0;
    }

    /** The sample cut at one delimiter, and how much that looks like a table. */
    private static final class Split {
        private final String sample;
        private final char delimiter;
        private final Map<Integer, Integer> recordsByFields = new HashMap<>();
        private int records;
        private int cells;
        private int cleanCells;
        private int numbers;

        Split(String sample, char delimiter, char quote) {
            this.sample = sample;
            this.delimiter = delimiter;
            int fields = 0;
            int start = 0;
            boolean quoted = false;
            int length = sample.length();
            for (int at = 0; at <= length; at++) {
                char c = at == length ? '\n' : sample.charAt(at);
                if (quoted && at < length) {
                    quoted = c != quote;
                } else if (c == quote
                        && (at == start || (sample.charAt(at - 1) == quote && sample.charAt(start) == quote))) {
                    quoted = true;
                } else if (c == delimiter) {
                    cell(start, at);
                    fields++;
                    start = at + 1;
                } else if (c == '\n' || c == '\r') {
                    if (fields > 0 || start < at) {
                        cell(start, at);
                        records++;
                        recordsByFields.merge(fields + 1, 1, Integer::sum);
                    }
                    fields = 0;
                    start = at + 1;
                }
            }
        }

        private void cell(int start, int end) {
            if (start == end) {
                return;
            }
            cells++;
            boolean quoted = sample.charAt(start) == '"' || sample.charAt(start) == '\'';
            boolean clean = true;
            int digits = 0;
            int letters = 0;
            for (int at = start; at < end; at++) {
                char c = sample.charAt(at);
                digits += c >= '0' && c <= '9' ? 1 : 0;
                letters += Character.isLetter(c) ? 1 : 0;
                clean &= c == delimiter || c == ',' || CANDIDATES.indexOf(c) < 0;
            }
            // a comma inside a number is no stray delimiter, one inside a text may be
            boolean comma = sample.substring(start, end).indexOf(',') >= 0;
            boolean number = digits > 0 && letters == 0;
            numbers += number ? 1 : 0;
            cleanCells += quoted || (clean && (number || !comma || delimiter == ',')) ? 1 : 0;
        }

        private int usualFields() {
            int usual = 0;
            int most = 0;
            for (Map.Entry<Integer, Integer> entry : recordsByFields.entrySet()) {
                int fields = entry.getKey();
                if (fields > 1 && (entry.getValue() > most || (entry.getValue() == most && fields > usual))) {
                    usual = fields;
                    most = entry.getValue();
                }
            }
            return usual;
        }

        private int splitRecords() {
            return records - recordsByFields.getOrDefault(1, 0);
        }

        /** 0 where nothing is cut, 1 for a flawless table. */
        double score() {
            int split = splitRecords();
            if (split == 0) {
                return 0;
            }
            double covered = Math.sqrt((double) split / records);
            double regular = (double) recordsByFields.getOrDefault(usualFields(), 0) / split;
            double clean = (double) cleanCells / cells;
            return covered * (0.5 + 0.5 * regular) * clean;
        }

        boolean isTable() {
            return records >= 3 && recordsByFields.size() == 1 && splitRecords() == records && numbers * 3 >= cells;
        }

        boolean isMostlyTable() {
            return splitRecords() >= 2 && splitRecords() * 2 >= records;
        }
    }
}

package dev.sdc.engine.table;

import java.util.function.IntFunction;

/**
 * Labels that run from the first to the last of the others: {@code Stage I-IV} below {@code I}, {@code II}, {@code III},
 * {@code IV}, or {@code 2017-2018} beside the two years.
 */
final class Spans {
    private Spans() {}

    /** The place of the one label, the last or the first, that spans the others; -1 where none does. */
    static int among(int labels, IntFunction<String> label) {
        int last = labels - 1;
        if (last < 2) {
            return -1;
        }
        if (spans(label.apply(last), label.apply(0), label.apply(last - 1))) {
            return last;
        }
        return spans(label.apply(0), label.apply(1), label.apply(last)) ? 0 : -1;
    }

    private static boolean spans(String label, String first, String last) {
        String span = Words.normal(label.replaceAll("[-–—]", " to "));
        int to = span.indexOf(" to ");
        if (to < 0) {
            return false;
        }
        String from = lastWord(span.substring(0, to));
        String begin = Words.normal(first);
        return (from.equals(lastWord(begin)) || Words.startsWith(begin, from))
                && span.substring(to + 4).equals(lastWord(Words.normal(last)));
    }

    private static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}

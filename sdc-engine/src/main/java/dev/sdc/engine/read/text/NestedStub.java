package dev.sdc.engine.read.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Where the labels of a box are parted into levels, a space before each: {@code site Anus Count}. A rule that ends short of
 * the left border begins where a level does; and the innermost one begins at one place in every row.
 */
final class NestedStub {
    private static final String DRAWN = "-─━═";

    private NestedStub() {}

    static BitSet cuts(List<PrintedLine> data, Collection<PrintedLine> rules) {
        BitSet cuts = new BitSet();
        int[] bars = data.get(0).bars();
        if (bars.length < 2) {
            return cuts;
        }
        for (PrintedLine rule : rules) {
            int begin = rule.isEdge() ? 0 : firstDrawn(rule.text());
            if (begin > bars[0] + 1 && begin < bars[1] && data.stream().anyMatch(line -> begins(line, begin + 1))) {
                cuts.set(begin);
            }
        }
        int river = river(data, bars[0], bars[1], !cuts.isEmpty());
        if (river > 0) {
            cuts.set(river);
        }
        return cuts;
    }

    private static int firstDrawn(String rule) {
        int at = 0;
        while (at < rule.length() && DRAWN.indexOf(rule.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The last space that has a word right of it in every row, and nothing left of it in some row; 0 where there is none. */
    private static int river(List<PrintedLine> data, int from, int to, boolean nested) {
        for (Word word : data.get(0).words().stream()
                .filter(first -> first.start() > from + 1 && first.start() < to)
                .sorted((a, b) -> b.start() - a.start())
                .toList()) {
            int start = word.start();
            boolean alone = data.stream().anyMatch(line -> line.words().get(0).start() == start);
            if ((nested || alone) && data.stream().allMatch(line -> begins(line, start))) {
                return start - 1;
            }
        }
        return 0;
    }

    private static boolean begins(PrintedLine line, int at) {
        return line.words().stream().anyMatch(word -> word.start() == at);
    }
}

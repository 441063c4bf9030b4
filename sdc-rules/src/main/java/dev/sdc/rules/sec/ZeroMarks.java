package dev.sdc.rules.sec;

import dev.sdc.engine.audit.EvidentRounding;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Zeros that stand for counts held back: only the lines that hold one do not add up to their total. */
final class ZeroMarks {
    /** Fewer lines that add up say nothing of the rest. */
    private static final int FEWEST = 2;

    /** The lines of one dimension. */
    private static final class Dimension {
        private int adding;
        private boolean broken;
        private final List<Place> zeros = new ArrayList<>();
    }

    private ZeroMarks() {}

    /** The first such zero of every line. */
    static List<Place> in(Table table, Facts facts, Settings settings) {
        if (EvidentRounding.isRounded(table, settings)) {
            return List.of();
        }
        Map<Boolean, Dimension> dimensions = new HashMap<>();
        facts.forEachLine(table, line -> {
            if (line.hasTotal()) {
                LineCounts counts = LineCounts.of(table, line);
                if (counts.complete() && counts.hasTotal()) {
                    read(counts, dimensions.computeIfAbsent(line.acrossColumns(), across -> new Dimension()));
                }
            }
        });
        List<Place> zeros = new ArrayList<>();
        dimensions.values().forEach(dimension -> {
            if (!dimension.broken && dimension.adding >= FEWEST) {
                zeros.addAll(dimension.zeros);
            }
        });
        return zeros;
    }

    private static void read(LineCounts counts, Dimension dimension) {
        Line line = counts.line();
        int zero = zero(counts.members());
        if (counts.sum() == counts.total()) {
            dimension.adding++;
        } else if (zero >= 0 && counts.sum() < counts.total()) {
            dimension.zeros.add(new Place(line.row(zero), line.column(zero)));
        } else {
            dimension.broken = true;
        }
    }

    private static int zero(long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}

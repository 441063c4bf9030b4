package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.RowFamily;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a table that run from categories to the category that holds them: as the declaration says, as diagnosis
 * codes do (C50 and C50.1, or any others that begin with one and add up to it), or as labels that are indented below another.
 *
 * @param lines every line with what its printed counts stand for
 */
public record Hierarchy(List<Part> lines) {
    private static final int[] NOTHING = {0, 0};

    /**
     * One line.
     *
     * @param line the parts, and their whole in the place of the total
     * @param kind how it is known
     * @param certain whether the parts are known to add up to the whole: as declared, or as other lines of the kind do
     * @param restLow the least that the whole less the printed parts can be
     * @param restHigh the most that it can be
     * @param complete whether every part and the whole are printed
     */
    public record Part(
            Line line, RowFamily.Kind kind, boolean certain, long restLow, long restHigh, boolean complete) {}

    private record Key(Table table, Settings settings) {}

    /** The lines of a table; those of a kind left out of which the parts of some exceed the whole. */
    public static Hierarchy of(Table table, Facts facts, Settings settings) {
        return facts.together(new Key(table, settings), Hierarchy.class, () -> read(table, settings));
    }

    private static Hierarchy read(Table table, Settings settings) {
        List<RowFamily> families = RowFamily.in(table);
        if (families.isEmpty()) {
            return new Hierarchy(List.of());
        }
        CountGrid evident = EvidentRounding.of(table);
        List<Part> parts = new ArrayList<>();
        Map<RowFamily.Kind, int[]> adding = new EnumMap<>(RowFamily.Kind.class);
        for (RowFamily family : families) {
            for (Column column : table.columns()) {
                Line line = new Line(false, column.index(), family.children(), family.parent(), "hierarchy");
                Margins.Margin margin = column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS)
                        ? Margins.margin(table, line, evident, settings)
                        : null;
                if (margin != null && margin.counts().hasTotal()) {
                    boolean complete = margin.counts().complete();
                    int[] seen = adding.computeIfAbsent(family.kind(), kind -> new int[2]);
                    boolean adds = complete && margin.restLow() <= 0 && margin.restHigh() >= 0;
                    boolean told = family.kind() != RowFamily.Kind.PREFIXED
                            || margin.counts().total() >= LineCounts.NO_CHANCE;
                    seen[0] += adds && told ? 1 : 0;
                    seen[1] += margin.restHigh() < 0 ? 1 : 0;
                    parts.add(
                            new Part(line, family.kind(), family.all(), margin.restLow(), margin.restHigh(), complete));
                }
            }
        }
        return new Hierarchy(parts.stream()
                .filter(part -> adding.getOrDefault(part.kind(), NOTHING)[1] == 0)
                .map(part -> new Part(
                        part.line(),
                        part.kind(),
                        part.certain() || adding.getOrDefault(part.kind(), NOTHING)[0] > 0,
                        part.restLow(),
                        part.restHigh(),
                        part.complete()))
                .toList());
    }

    /** The lines whose parts are known to add up, or all. */
    public List<Line> lines(boolean onlyCertain) {
        return lines.stream()
                .filter(part -> part.certain() || !onlyCertain)
                .map(Part::line)
                .toList();
    }
}

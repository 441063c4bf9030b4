package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tables without a total whose only counts come to less than the total of another table, under the same header: they may
 * be of the same people, with a category that is not printed.
 */
final class UnequalTables {
    /** Of few people a sum may come near another by chance. */
    private static final long NO_CHANCE = 100;
    /** More tables than this are not compared with one. */
    private static final int MOST_TABLES = 100;

    private UnequalTables() {}

    static List<Remainder> of(Table table, Facts facts) {
        Line line = lineOverAll(table, facts);
        if (line == null || line.hasTotal()) {
            return List.of();
        }
        LineCounts counts = LineCounts.of(table, line);
        if (!counts.complete() || counts.sum() < NO_CHANCE) {
            return List.of();
        }
        List<Remainder> remainders = new ArrayList<>();
        int compared = 0;
        for (Output output : facts.outputs()) {
            if (output instanceof Table other && other != table && compared++ < MOST_TABLES) {
                Line theirs = onSamePeople(table, other, facts) ? lineOverAll(other, facts) : null;
                if (theirs != null && theirs.hasTotal() && header(table, line).equals(header(other, theirs))) {
                    LineCounts whole = LineCounts.of(other, theirs);
                    if (whole.hasTotal()) {
                        remainders.add(remainder(table, counts, other, whole));
                    }
                }
            }
        }
        return remainders;
    }

    private static Remainder remainder(Table table, LineCounts counts, Table other, LineCounts whole) {
        Line line = counts.line();
        Line theirs = whole.line();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            parts.add(table.file() + "!" + table.address(line.row(i), line.column(i)));
        }
        String total = other.file() + "!" + other.address(theirs.totalRow(), theirs.totalColumn());
        return new Remainder(
                table.address(line.row(0), line.fixed()),
                table.rowLabel(line.row(0)),
                table.columns().get(line.fixed()).name(),
                whole.total(),
                counts.sum(),
                "that this table leaves out, if it is of the people of the total in " + total,
                Remainder.less(total, parts));
    }

    /** The line down the only column of counts, if it takes in every row. */
    private static @Nullable Line lineOverAll(Table table, Facts facts) {
        long columns = table.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS))
                .count();
        if (columns != 1 || table.labelLevels() != 1) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        facts.forEachLine(table, line -> {
            if (!line.acrossColumns()
                    && line.size() > 1
                    && line.size() + (line.hasTotal() ? 1 : 0) == table.rowCount()) {
                lines.add(line);
            }
        });
        return lines.isEmpty() ? null : lines.get(0);
    }

    private static String header(Table table, Line line) {
        Column column = table.columns().get(line.fixed());
        return column.leaf().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean onSamePeople(Table table, Table other, Facts facts) {
        Population mine = table.declaration().population();
        Population theirs = other.declaration().population();
        return facts.unit(table).equals(facts.unit(other))
                && Objects.equals(mine == null ? null : mine.id(), theirs == null ? null : theirs.id());
    }
}

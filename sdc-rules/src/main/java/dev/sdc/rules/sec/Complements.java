package dev.sdc.rules.sec;

import dev.sdc.engine.audit.PresumedNames;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Those who are and those who are not, beside the number of all: {@code Diagnosed, Treated, Not treated}. Who is left is
 * known to be neither, or not known.
 */
final class Complements {
    /** Larger tables list categories. */
    private static final int MOST = 24;

    private static final Pattern NOT = Pattern.compile("(?:not|no|non|without|nicht|ohne|kein)[ -](.+)");
    private static final Pattern IS = Pattern.compile("(?:with|mit) (.+)");

    private final Table table;
    private final List<Remainder> found = new ArrayList<>();

    private Complements(Table table) {
        this.table = table;
    }

    static List<Remainder> of(Table table) {
        Complements complements = new Complements(table);
        List<Column> counts = table.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .toList();
        if (counts.size() == 3) {
            complements.three(
                    counts.stream().map(Column::leaf).toList(),
                    IntStream.range(0, table.rowCount()).boxed().toList(),
                    (which, row) -> new Cell(row, counts.get(which).index()));
        }
        if (table.rowCount() == 3 && counts.size() <= MOST) {
            complements.three(
                    IntStream.range(0, 3).mapToObj(table::rowLabel).toList(),
                    counts.stream().map(Column::index).toList(),
                    Cell::new);
        }
        return complements.found;
    }

    private record Cell(int row, int column) {}

    private interface At {
        Cell of(int which, int line);
    }

    private void three(List<String> names, List<Integer> lines, At at) {
        for (int whole = 0; whole < 3; whole++) {
            int one = whole == 0 ? 1 : 0;
            int other = 3 - whole - one;
            if (PresumedNames.nameAll(names.get(whole)) && areComplements(names.get(one), names.get(other))) {
                List<Remainder> left = new ArrayList<>();
                for (int line : lines) {
                    left(at.of(whole, line), at.of(one, line), at.of(other, line))
                            .ifPresent(left::add);
                }
                // parts that are more than their whole somewhere are none
                if (left.stream().noneMatch(remainder -> remainder.told() > remainder.whole())) {
                    found.addAll(left);
                }
            }
        }
    }

    private static boolean areComplements(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).strip();
        String b = other.toLowerCase(Locale.ROOT).strip();
        return isOtherwise(a, b) || isOtherwise(b, a);
    }

    private static boolean isOtherwise(String is, String isNot) {
        Matcher not = NOT.matcher(isNot);
        Matcher with = IS.matcher(is);
        return not.matches() && not.group(1).equals(with.matches() ? with.group(1) : is);
    }

    private Optional<Remainder> left(Cell whole, Cell one, Cell other) {
        long all = LineCounts.at(table, whole.row(), whole.column());
        long a = LineCounts.at(table, one.row(), one.column());
        long b = LineCounts.at(table, other.row(), other.column());
        if (all == LineCounts.NONE || a == LineCounts.NONE || b == LineCounts.NONE) {
            return Optional.empty();
        }
        String where = table.address(whole.row(), whole.column());
        return Optional.of(new Remainder(
                where,
                table.rowLabel(whole.row()),
                table.columns().get(whole.column()).name(),
                all,
                a + b,
                "who are neither",
                Remainder.less(table.file() + "!" + where, List.of(place(one), place(other)))));
    }

    private String place(Cell cell) {
        return table.file() + "!" + table.address(cell.row(), cell.column());
    }
}

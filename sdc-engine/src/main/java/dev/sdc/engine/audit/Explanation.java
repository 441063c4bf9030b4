package dev.sdc.engine.audit;

import dev.sdc.engine.audit.Margins.Margin;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** Says in words how a hidden count follows from the lines it stands in. */
final class Explanation {
    /** Addends that are named one by one. */
    private static final int NAMED = 6;
    /** Cells that are listed. */
    private static final int LISTED = 24;

    private final Table table;
    private final List<Margin> all;

    Explanation(Table table, List<Margin> all) {
        this.table = table;
        this.all = all;
    }

    /** A hidden count with how its interval follows from the lines that set the ends; as it is where nothing follows. */
    HiddenCount of(HiddenCount hidden, int lowBy, int highBy) {
        if (!hidden.exact() && !hidden.narrowed()) {
            return hidden;
        }
        Set<Margin> from = new LinkedHashSet<>();
        for (int by : new int[] {lowBy, highBy}) {
            if (by >= 0) {
                from.add(all.get(by));
            } else if (by == Ranges.TOGETHER) {
                from.addAll(through(hidden.row(), hidden.column()));
            }
        }
        return new HiddenCount(
                hidden.table(),
                hidden.row(),
                hidden.column(),
                hidden.markLow(),
                hidden.markHigh(),
                hidden.low(),
                hidden.high(),
                hidden.contradicted(),
                because(hidden, from),
                cells(hidden, from));
    }

    private String because(HiddenCount hidden, Set<Margin> from) {
        StringJoiner sentences = new StringJoiner("; ");
        for (Margin margin : from) {
            sentences.add(sentence(margin));
        }
        String left = hidden.low() == hidden.high()
                ? "it can only be " + number(hidden.low())
                : hidden.high() >= Equations.OPEN
                        ? "it is at least " + number(hidden.low())
                        : "it lies between " + number(hidden.low()) + " and " + number(hidden.high());
        boolean limited = hidden.markHigh() < Equations.OPEN;
        String mark = limited ? "its mark allows at most " + number(hidden.markHigh()) + "; " : "";
        return (sentences.length() == 0 ? "" : sentences + "; ") + mark + left;
    }

    private String sentence(Margin margin) {
        LineCounts counts = margin.counts();
        Line line = counts.line();
        int hidden = 0;
        StringJoiner printed = new StringJoiner(" + ");
        int named = 0;
        for (long count : counts.members()) {
            if (count == LineCounts.NONE) {
                hidden++;
            } else if (++named <= NAMED) {
                printed.add(number(count));
            }
        }
        String rest = named > NAMED ? number(counts.sum()) : printed.toString();
        if (!counts.hasTotal()) {
            return name(line) + " adds up to the hidden total" + (named > 0 ? " with " + rest + " printed" : "");
        }
        String stated = margin.statedAt();
        String start = name(line) + " has the total " + number(counts.total())
                + (stated == null ? "" : ", as " + stated + " says");
        String less = named == 0 ? "" : (named == 1 ? ", less " : ", less the printed ") + rest;
        String left = margin.restLow() == margin.restHigh()
                ? number(margin.restLow())
                : number(margin.restLow()) + " to " + number(margin.restHigh());
        return start + less + " leaves " + left + (hidden == 1 ? "" : " for " + hidden + " hidden counts");
    }

    private String name(Line line) {
        String label = line.acrossColumns()
                ? table.rowLabel(line.fixed())
                : table.columns().get(line.fixed()).name();
        String kind = line.acrossColumns() ? "row" : "column";
        return "the " + kind + (label.isEmpty() ? "" : " \"" + label + "\"");
    }

    private List<String> cells(HiddenCount hidden, Set<Margin> from) {
        Set<String> cells = new LinkedHashSet<>();
        for (Margin margin : from) {
            Line line = margin.counts().line();
            String stated = margin.statedAt();
            if (stated != null) {
                cells.add(stated);
            } else {
                add(cells, line.totalRow(), line.totalColumn());
            }
            for (int i = 0; i < line.size(); i++) {
                add(cells, line.row(i), line.column(i));
            }
        }
        cells.remove(table.file() + "!" + table.address(hidden.row(), hidden.column()));
        return List.copyOf(cells);
    }

    private List<Margin> through(int row, int column) {
        return all.stream()
                .filter(margin -> {
                    Line line = margin.counts().line();
                    for (int i = 0; i < line.size(); i++) {
                        if (line.row(i) == row && line.column(i) == column) {
                            return true;
                        }
                    }
                    return line.hasTotal() && line.totalRow() == row && line.totalColumn() == column;
                })
                .toList();
    }

    private void add(Set<String> cells, int row, int column) {
        if (cells.size() < LISTED) {
            cells.add(table.file() + "!" + table.address(row, column));
        }
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}

package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts together a part of a print; tables that go on in further columns below are joined. Not thread-safe. */
final class PanelBuilder {
    private final Panel.Part part;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    PanelBuilder(Panel.Part part, List<Heading> headings, List<Row> rows) {
        this.part = part;
        this.headings.addAll(headings);
        this.rows.addAll(rows);
        limitsOfRatios();
    }

    Panel.Part part() {
        return part;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Takes in further columns for the same rows; false where the rows are others. */
    boolean join(List<Heading> further, List<Row> more) {
        if (more.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < more.size(); i++) {
            if (!more.get(i).label().equals(rows.get(i).label())) {
                return false;
            }
        }
        boolean estimates = has(ColumnRole.ESTIMATE);
        boolean again = estimates && further.stream().anyMatch(heading -> heading.role() == ColumnRole.ESTIMATE);
        for (Heading heading : further) {
            // what is told again, on another scale, is no further estimate
            headings.add(again ? new Heading(heading.name(), ColumnRole.STATISTIC) : heading);
        }
        for (int i = 0; i < more.size(); i++) {
            Row row = rows.get(i);
            List<@Nullable Figure> figures = new ArrayList<>(row.figures());
            figures.addAll(more.get(i).figures());
            rows.set(i, new Row(row.label(), row.place(), row.state(), Collections.unmodifiableList(figures)));
        }
        return true;
    }

    /** Takes in further rows under the same headings; false where the headings are others. */
    boolean append(List<Heading> same, List<Row> more) {
        return headings.equals(same) && rows.addAll(more);
    }

    /** The part; variances that stand among the terms of a model are one of their own. */
    List<Panel> panels() {
        List<Row> terms = new ArrayList<>();
        List<Row> variances = new ArrayList<>();
        for (Row row : rows) {
            String label = row.label();
            boolean variance = part == Panel.Part.COEFFICIENTS
                    && (label.endsWith(" Var")
                            || label.endsWith(" Cov")
                            || label.contains(" / var(")
                            || label.contains(" / cov("));
            (variance ? variances : terms).add(row);
        }
        if (variances.isEmpty() || terms.isEmpty()) {
            return List.of(new Panel(part, List.copyOf(headings), List.copyOf(rows)));
        }
        List<Heading> spreads = headings.stream()
                .map(heading -> new Heading(heading.name(), ColumnRole.STATISTIC))
                .toList();
        return List.of(
                new Panel(part, List.copyOf(headings), List.copyOf(terms)),
                new Panel(Panel.Part.VARIANCES, spreads, List.copyOf(variances)));
    }

    private boolean has(ColumnRole role) {
        return headings.stream().anyMatch(heading -> heading.role() == role);
    }

    /** Where coefficients and ratios stand side by side, limits without a name are those of the ratios. */
    private void limitsOfRatios() {
        long estimates = headings.stream()
                .filter(heading -> heading.role() == ColumnRole.ESTIMATE)
                .count();
        if (estimates < 2 || !has(ColumnRole.SE)) {
            return;
        }
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            boolean limit = heading.role() == ColumnRole.CI_LOWER || heading.role() == ColumnRole.CI_UPPER;
            if (limit && !heading.name().toLowerCase(Locale.ROOT).startsWith("coef")) {
                headings.set(i, new Heading(heading.name(), ColumnRole.STATISTIC));
            }
        }
    }
}

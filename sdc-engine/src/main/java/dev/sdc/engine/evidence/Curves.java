package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the survival curves of a table: one for each group of rows, or one for each column of survival. */
public final class Curves {
    private final Table table;
    private final PrintedDecimals decimals;

    private Curves(Table table) {
        this.table = table;
        this.decimals = new PrintedDecimals(table);
    }

    /** The curves of a table, in its order; empty when it has none. */
    public static List<Curve> in(Table table) {
        ColumnRole lead = table.holds(ColumnRole.SURVIVAL) ? ColumnRole.SURVIVAL : ColumnRole.AT_RISK;
        List<Curve> curves = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.mayHold(lead)) {
                curves.addAll(new Curves(table).along(column.index(), lead));
            }
        }
        return curves;
    }

    private List<Curve> along(int column, ColumnRole lead) {
        List<Curve> curves = new ArrayList<>();
        List<Curve.Point> points = new ArrayList<>();
        String group = "";
        BigDecimal time = null;
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity figure = number(row, column, lead);
            if (figure == null) {
                continue;
            }
            String label = groupLabel(row);
            Quantity now = Companions.of(table, figure, ColumnRole.TIME).orElse(null);
            boolean restarts = now != null && time != null && now.value().compareTo(time) < 0;
            if (!points.isEmpty() && (restarts || !label.equals(group))) {
                curves.add(new Curve(group, List.copyOf(points)));
                points.clear();
            }
            group = label;
            time = now == null ? null : now.value();
            points.add(point(row, figure, lead));
        }
        if (!points.isEmpty()) {
            curves.add(new Curve(group, List.copyOf(points)));
        }
        return lead == ColumnRole.SURVIVAL ? asShares(curves) : curves;
    }

    private Curve.Point point(int row, Quantity figure, ColumnRole lead) {
        return new Curve.Point(
                row,
                lead == ColumnRole.AT_RISK ? figure : beside(figure, ColumnRole.AT_RISK),
                beside(figure, ColumnRole.EVENTS),
                beside(figure, ColumnRole.CENSORED),
                lead == ColumnRole.SURVIVAL ? figure : null,
                null);
    }

    private @Nullable Quantity beside(Quantity figure, ColumnRole role) {
        return Companions.of(table, figure, role).orElse(null);
    }

    private @Nullable Quantity number(int row, int column, ColumnRole role) {
        Optional<Quantity> found = table.quantities(row, column).stream()
                .filter(part -> part.role() == role)
                .findFirst();
        return found.orElse(null);
    }

    /** The labels of the row that are words; those that begin with a digit name the time. */
    private String groupLabel(int row) {
        List<String> words = new ArrayList<>();
        for (String label : table.rowLabels(row)) {
            if (!label.isEmpty() && !Character.isDigit(label.charAt(0))) {
                words.add(label);
            }
        }
        return String.join(" / ", words);
    }

    /** Survival between 0 and 1: percentages are divided, cumulative incidence is turned round. */
    private List<Curve> asShares(List<Curve> curves) {
        boolean percent = false;
        for (Curve curve : curves) {
            for (Curve.Point point : curve.points()) {
                Quantity survival = point.survival();
                percent |= survival != null && survival.value().compareTo(BigDecimal.ONE) > 0;
            }
        }
        List<Curve> shares = new ArrayList<>();
        for (Curve curve : curves) {
            boolean incidence = rises(curve.points());
            List<Curve.Point> points = new ArrayList<>();
            for (Curve.Point point : curve.points()) {
                points.add(withShare(point, percent, incidence));
            }
            shares.add(new Curve(curve.group(), List.copyOf(points)));
        }
        return shares;
    }

    private Curve.Point withShare(Curve.Point point, boolean percent, boolean incidence) {
        Quantity survival = point.survival();
        if (survival == null) {
            return point;
        }
        Printed share = decimals.read(survival).movePointLeft(percent ? 2 : 0);
        return new Curve.Point(
                point.row(),
                point.atRisk(),
                point.events(),
                point.censored(),
                survival,
                incidence ? share.complement() : share);
    }

    private static boolean rises(List<Curve.Point> points) {
        Quantity first = points.get(0).survival();
        Quantity last = points.get(points.size() - 1).survival();
        return first != null && last != null && last.value().compareTo(first.value()) > 0;
    }
}

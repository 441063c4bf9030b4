package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what the several numbers of one cell are: {@code 45 (34.2%)}, {@code 1.05 (0.97-1.13)}. */
final class CompositeCell {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
    /** Where more numbers than one fit a share, they are all above every minimum in use. */
    private static final BigDecimal MANY = BigDecimal.valueOf(30);

    private static final int THREE = 3;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CompositeCell() {}

    /** What several numbers say in a column or row of this role, printed in this form. */
    static CellValue of(
            String text,
            List<PrintedFigure> n,
            @Nullable ColumnRole role,
            @Nullable BigDecimal level,
            CompositeForm form) {
        if (n.size() > THREE) {
            List<CellValue.Part> all = withRange(n, form);
            return all.isEmpty() ? new CellValue.Unread(text) : new CellValue.Composite(all);
        }
        boolean bracket = text.indexOf('(') > 0 || text.indexOf('[') > 0;
        List<CellValue.Part> parts = List.of();
        if (n.size() == 2 && isCountWithShare(n.get(0), n.get(1), text.indexOf('(') >= 0 || text.indexOf('[') >= 0)) {
            parts = List.of(part(ColumnRole.COUNT, n.get(0)), part(ColumnRole.PERCENTAGE, n.get(1)));
        } else if (n.get(1).before() == '/') {
            parts = ofWhole(n);
        } else if (n.size() == 2 && n.get(1).before() == '±') {
            ColumnRole spread = form == CompositeForm.ESTIMATE_SE ? ColumnRole.SE : ColumnRole.SD;
            parts = List.of(part(ColumnRole.MEAN, n.get(0)), part(spread, n.get(1)));
        } else if (n.size() == 2) {
            boolean alone = !bracket || text.charAt(0) == '(' || text.charAt(0) == '[';
            parts = alone ? ends(n, 0, role, form) : withOther(n.get(0), n.get(1), role, form);
        } else if (n.get(2).before() == '/') {
            parts = shareOfWhole(n);
        }
        if (parts.isEmpty() && n.size() == 3 && bracket && n.get(1).before() != '/') {
            parts = withEnds(n, role, level, form);
        }
        return parts.isEmpty() ? new CellValue.Unread(text) : new CellValue.Composite(parts);
    }

    /**
     * {@code 5 / 1.0%}, {@code 5; 1.0%}, {@code 5 - 1.0%}; the ends of {@code 5 - 10%} are alike. Without brackets a
     * space or a new line parts them too.
     */
    private static boolean isCountWithShare(PrintedFigure n, PrintedFigure share, boolean bracket) {
        boolean marked = "/;,:-–—".indexOf(share.before()) >= 0 || (share.before() == ' ' && !bracket);
        boolean range = "-–—".indexOf(share.before()) >= 0
                && share.value().scale() <= 0
                && share.value().compareTo(n.value()) >= 0;
        return marked && !range && isCount(n) && n.value().scale() <= 0 && share.percent();
    }

    /** A figure, its spread and its range. */
    private static List<CellValue.Part> withRange(List<PrintedFigure> n, CompositeForm form) {
        List<CellValue.Part> parts = new ArrayList<>();
        if (form == CompositeForm.MEAN_SD_RANGE && n.size() == 4) {
            parts.add(part(ColumnRole.MEAN, n.get(0)));
            parts.add(part(ColumnRole.SD, n.get(1)));
            parts.addAll(ends(n, 2, null, CompositeForm.RANGE));
        } else if (form == CompositeForm.MEDIAN_QUARTILES_RANGE && n.size() == 5) {
            parts.add(percentile(HALF, n.get(0)));
            parts.addAll(ends(n, 1, null, CompositeForm.MEDIAN_QUARTILES));
            parts.addAll(ends(n, 3, null, CompositeForm.RANGE));
        } else if (form == CompositeForm.MEDIAN_RANGE_QUARTILES && n.size() == 5) {
            parts.add(percentile(HALF, n.get(0)));
            parts.addAll(ends(n, 1, null, CompositeForm.RANGE));
            parts.addAll(ends(n, 3, null, CompositeForm.MEDIAN_QUARTILES));
        }
        return parts;
    }

    /** {@code 12/340} or {@code 12/340 (3.5%)}. */
    private static List<CellValue.Part> ofWhole(List<PrintedFigure> n) {
        if (n.size() == 2 && n.get(0).percent() && isCount(n.get(1))) {
            return shareOf(n.get(0), n.get(1));
        }
        if (!isCount(n.get(0)) || !isCount(n.get(1))) {
            return List.of();
        }
        CellValue.Part some = part(ColumnRole.COUNT, n.get(0));
        CellValue.Part all = part(ColumnRole.COUNT, n.get(1));
        return n.size() == 2 ? List.of(some, all) : List.of(some, all, part(ColumnRole.PERCENTAGE, n.get(2)));
    }

    /** {@code 1.0% of 494}: the number that it is, where one alone fits, or those that fit are many. */
    private static List<CellValue.Part> shareOf(PrintedFigure share, PrintedFigure whole) {
        BigDecimal half = new BigDecimal(BigInteger.valueOf(5), share.value().scale() + 1);
        BigDecimal all = whole.value();
        BigDecimal low =
                share.value().subtract(half).multiply(all).movePointLeft(2).setScale(0, RoundingMode.CEILING);
        BigDecimal high = share.value().add(half).multiply(all).movePointLeft(2).setScale(0, RoundingMode.FLOOR);
        int values = high.subtract(low).compareTo(BigDecimal.ZERO);
        if (low.signum() < 0
                || share.value().compareTo(HUNDRED) > 0
                || values < 0
                || (values > 0 && low.compareTo(MANY) < 0)) {
            return List.of();
        }
        return List.of(
                new CellValue.Part(ColumnRole.COUNT, null, low),
                part(ColumnRole.COUNT, whole),
                part(ColumnRole.PERCENTAGE, share));
    }

    /** {@code 12.9% (4/31)}. */
    private static List<CellValue.Part> shareOfWhole(List<PrintedFigure> n) {
        return isPercent(n.get(0)) && isCount(n.get(1)) && isCount(n.get(2))
                ? List.of(
                        part(ColumnRole.PERCENTAGE, n.get(0)),
                        part(ColumnRole.COUNT, n.get(1)),
                        part(ColumnRole.COUNT, n.get(2)))
                : List.of();
    }

    /** A figure and another in brackets or behind {@code ±}; none where nobody can tell. */
    private static List<CellValue.Part> withOther(
            PrintedFigure a, PrintedFigure b, @Nullable ColumnRole role, CompositeForm form) {
        if (form == CompositeForm.COUNT_PART
                && isCount(a)
                && isCount(b)
                && b.value().compareTo(a.value()) <= 0) {
            return List.of(part(ColumnRole.COUNT, a), part(ColumnRole.COUNT, b));
        }
        if (form == CompositeForm.MEAN_SD) {
            return List.of(part(ColumnRole.MEAN, a), part(ColumnRole.SD, b));
        }
        if (form == CompositeForm.ESTIMATE_SE || role == ColumnRole.ESTIMATE) {
            return List.of(part(ColumnRole.ESTIMATE, a), part(ColumnRole.SE, b));
        }
        if (form == CompositeForm.MEDIAN_QUARTILES) {
            return List.of(percentile(HALF, a), percentile(null, b));
        }
        if (a.percent() && isCount(b)) {
            return List.of(part(ColumnRole.PERCENTAGE, a), part(ColumnRole.COUNT, b));
        }
        if (isCount(a) && isPercent(b)) {
            return List.of(part(ColumnRole.COUNT, a), part(ColumnRole.PERCENTAGE, b));
        }
        if (b.percent() || form == CompositeForm.COUNT_PERCENT) {
            return List.of();
        }
        // two numbers that nobody explains: a figure and its spread
        return List.of(part(role == null || role.isCount() ? ColumnRole.MAGNITUDE : role, a), part(ColumnRole.SD, b));
    }

    /** A figure with the two ends of an interval or range behind it. */
    private static List<CellValue.Part> withEnds(
            List<PrintedFigure> n, @Nullable ColumnRole role, @Nullable BigDecimal level, CompositeForm form) {
        PrintedFigure a = n.get(0);
        ColumnRole main = beforeInterval(role);
        CellValue.Part first;
        if (form == CompositeForm.MEDIAN_QUARTILES
                || form == CompositeForm.MEDIAN_RANGE
                || form == CompositeForm.RANGE) {
            first = percentile(HALF, a);
        } else if (a.percent() && main != ColumnRole.SURVIVAL) {
            first = part(ColumnRole.PERCENTAGE, a);
        } else {
            first = new CellValue.Part(main, main == ColumnRole.PERCENTILE ? level : null, a.value());
        }
        List<CellValue.Part> parts = new ArrayList<>();
        parts.add(first);
        parts.addAll(ends(n, 1, null, form == CompositeForm.MEDIAN_RANGE ? CompositeForm.RANGE : form));
        return parts;
    }

    /** The ends of an interval, a range or the middle half, as the form says. */
    private static List<CellValue.Part> ends(
            List<PrintedFigure> n, int from, @Nullable ColumnRole role, CompositeForm form) {
        PrintedFigure a = n.get(from);
        PrintedFigure b = n.get(from + 1);
        if (form == CompositeForm.RANGE || role == ColumnRole.MINIMUM || role == ColumnRole.MAXIMUM) {
            return List.of(part(ColumnRole.MINIMUM, a), part(ColumnRole.MAXIMUM, b));
        }
        if (form == CompositeForm.MEDIAN_QUARTILES || role == ColumnRole.PERCENTILE) {
            return List.of(percentile(QUARTER, a), percentile(THREE_QUARTERS, b));
        }
        return List.of(part(ColumnRole.CI_LOWER, a), part(ColumnRole.CI_UPPER, b));
    }

    private static CellValue.Part percentile(@Nullable BigDecimal level, PrintedFigure n) {
        return new CellValue.Part(ColumnRole.PERCENTILE, level, n.value());
    }

    private static CellValue.Part part(ColumnRole role, PrintedFigure n) {
        return new CellValue.Part(role, null, n.value());
    }

    private static boolean isCount(PrintedFigure n) {
        return !n.percent() && n.value().signum() >= 0 && Numerals.isWhole(n.value());
    }

    private static boolean isPercent(PrintedFigure n) {
        return n.percent() || (n.value().signum() >= 0 && n.value().compareTo(HUNDRED) <= 0);
    }

    /** The role of a figure with its interval behind it. */
    static ColumnRole beforeInterval(@Nullable ColumnRole role) {
        return role == ColumnRole.MEAN
                        || role == ColumnRole.RATE
                        || role == ColumnRole.SURVIVAL
                        || role == ColumnRole.PERCENTILE
                        || role == ColumnRole.PERCENTAGE
                ? role
                : ColumnRole.ESTIMATE;
    }
}

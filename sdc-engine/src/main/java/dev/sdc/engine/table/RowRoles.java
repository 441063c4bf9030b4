package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the label of a row says of its figures: {@code Mean}, {@code N}, {@code AIC}. */
final class RowRoles {
    private static final Pattern QUESTION = Pattern.compile("[qQ][1-9]");

    private static final BigDecimal STEP = new BigDecimal("0.01");

    private RowRoles() {}

    static Map<Integer, RowRole> of(Grid grid, RowLabels labels, int rows) {
        LabelTexts<HeaderWords.Meaning> meanings = new LabelTexts<>(grid, HeaderWords::ofRow);
        LabelTexts<ColumnRole> fits = new LabelTexts<>(grid, FitWords::role);
        Map<Integer, RowRole> roles = new HashMap<>();
        List<Integer> tentative = new ArrayList<>();
        Set<BigDecimal> levels = new HashSet<>();
        boolean descriptive = false;
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            if (level < 0) {
                continue;
            }
            String label = grid.text(labels.source()[level][row], labels.columns()[level]);
            ColumnRole fit = fits.of(labels.source()[level][row], labels.columns()[level]);
            if (fit != null) {
                boolean units = fit.isCount() && HeaderWords.namesUnits(label);
                roles.put(row, new RowRole(fit, null, CompositeForm.ANY, units, true));
                continue;
            }
            HeaderWords.Meaning meaning = meanings.of(labels.source()[level][row], labels.columns()[level]);
            if (meaning == null) {
                continue;
            }
            if (meaning.tentative()) {
                tentative.add(row);
                levels.add(meaning.level() == null ? BigDecimal.ZERO : meaning.level());
            }
            descriptive |= switch (meaning.role()) {
                case MEAN, SD, MINIMUM, MAXIMUM -> true;
                default -> false;
            };
            boolean units = meaning.role().isCount() && HeaderWords.namesUnits(label);
            roles.put(row, new RowRole(meaning.role(), meaning.level(), meaning.composite(), units, false));
        }
        if (levels.size() == 1 && !descriptive) {
            tentative.forEach(roles::remove);
        }
        compass(labels, rows, roles);
        SummaryRows.add(grid, labels, rows, roles);
        new ListedMeasures(grid, labels, rows, roles).add();
        codes(grid, labels, rows, roles);
        questions(grid, labels, rows, roles);
        modes(grid, labels, rows, roles);
        settings(labels, rows, roles);
        if (roles.size() > 1 && 2 * roles.size() >= rows) {
            countedRows(grid, labels, rows, roles);
        }
        if (roles.size() == rows && isCalledCount(grid, labels, rows)) {
            roles.clear(); // a crossing of counts and nothing else
        }
        return roles;
    }

    /** Whether one word stands in the last label column of every row, that for a count, and other labels tell rows apart. */
    private static boolean isCalledCount(Grid grid, RowLabels labels, int rows) {
        int last = labels.columns().length - 1;
        for (int row = 0; row < rows; row++) {
            int at = last < 1 ? -1 : labels.source()[last][row];
            if (at < 0
                    || !Words.normal(grid.text(at, labels.columns()[last])).equals("count")
                    || labels.of(row).size() < 2) {
                return false;
            }
        }
        return rows > 1;
    }

    /** {@code N} beside {@code S} is the north. */
    private static void compass(RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        List<Integer> norths = roles.keySet().stream()
                .filter(row -> labels.innermostText(row).equals("N"))
                .toList();
        for (int row = 0; row < rows && !norths.isEmpty(); row++) {
            if (labels.innermostText(row).equals("S")) {
                norths.forEach(roles::remove);
                return;
            }
        }
    }

    /** Among settings of a model, {@code max_depth} is the end of no range. */
    private static void settings(RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        List<String> names =
                IntStream.range(0, rows).mapToObj(labels::innermostText).toList();
        boolean ofModel = ModelSettings.in(names);
        for (int row = 0; row < rows && ofModel; row++) {
            if (ModelSettings.isOne(names.get(row))) {
                roles.put(row, new RowRole(ColumnRole.LABEL, null, CompositeForm.ANY, false, false));
            }
        }
    }

    /** Percentiles rise with their level: {@code Q01} and {@code Q02} are codes where a figure of the second is lower. */
    private static void codes(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        for (int row = 1; row < rows; row++) {
            BigDecimal level = level(roles.get(row));
            BigDecimal before = level(roles.get(row - 1));
            if (level != null
                    && before != null
                    && level.subtract(before).compareTo(STEP) == 0
                    && isNumbered(grid, labels, row)
                    && isNumbered(grid, labels, row - 1)
                    && falls(
                            grid,
                            labels.source()[labels.innermost(row - 1)][row - 1],
                            labels.source()[labels.innermost(row)][row])) {
                for (int other = 0; other < rows; other++) {
                    if (level(roles.get(other)) != null && isNumbered(grid, labels, other)) {
                        roles.remove(other);
                    }
                }
                return;
            }
        }
    }

    /** {@code q1} to {@code q5} are questions, not quarters of a distribution, where a figure of one is lower than that before. */
    private static void questions(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        List<Integer> numbered = new ArrayList<>();
        int last = -1;
        boolean beyond = false;
        boolean falls = false;
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            String label = level < 0 ? "" : grid.text(labels.source()[level][row], labels.columns()[level]);
            if (QUESTION.matcher(label.strip()).matches()) {
                int source = labels.source()[level][row];
                beyond |= label.strip().charAt(1) > '3';
                falls |= last >= 0 && falls(grid, last, source);
                numbered.add(row);
                last = source;
            }
        }
        if (beyond && falls) {
            numbered.forEach(roles::remove);
        }
    }

    private static @Nullable BigDecimal level(@Nullable RowRole role) {
        return role == null ? null : role.level();
    }

    /** Whether a label is a letter with two digits behind it, as codes of places are too. */
    private static boolean isNumbered(Grid grid, RowLabels labels, int row) {
        int level = labels.innermost(row);
        return level >= 0
                && PercentileNames.isNumbered(grid.text(labels.source()[level][row], labels.columns()[level]));
    }

    /** Whether some figure of a row is below the one above it. */
    private static boolean falls(Grid grid, int upper, int lower) {
        boolean falls = false;
        for (int column = 0; column < grid.columns(); column++) {
            BigDecimal above = grid.number(upper, column);
            BigDecimal below = grid.number(lower, column);
            falls |= above != null && below != null && below.compareTo(above) < 0;
        }
        return falls;
    }

    /** Of words a summary gives how many differ, the most frequent one, and how often it comes: the first two count nobody. */
    private static void modes(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        for (int row = 0; row + 2 < rows; row++) {
            if (isLabelled(grid, labels, row, "unique")
                    && isLabelled(grid, labels, row + 1, "top")
                    && isLabelled(grid, labels, row + 2, "freq")) {
                RowRole named = new RowRole(ColumnRole.LABEL, null, CompositeForm.ANY, false, false);
                roles.put(row, named);
                roles.put(row + 1, named);
            }
        }
    }

    private static boolean isLabelled(Grid grid, RowLabels labels, int row, String name) {
        int level = labels.innermost(row);
        return level >= 0
                && Words.normal(grid.text(labels.source()[level][row], labels.columns()[level]))
                        .equals(name);
    }

    /** {@code Events} of a trial, {@code Died}: what alone may be the name of a category. */
    private static HeaderWords.@Nullable Meaning counted(String label) {
        HeaderWords.Meaning meaning = HeaderWords.firm(label);
        HeaderWords.Meaning tentative = meaning == null ? HeaderWords.of(label) : meaning;
        return tentative != null && tentative.role() == ColumnRole.EVENTS ? tentative : meaning;
    }

    /** Where rows are measures, one that is called {@code Deaths} counts. */
    private static void countedRows(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        LabelTexts<HeaderWords.Meaning> meanings = new LabelTexts<>(grid, RowRoles::counted);
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            if (level < 0 || roles.containsKey(row)) {
                continue;
            }
            HeaderWords.Meaning meaning = meanings.of(labels.source()[level][row], labels.columns()[level]);
            if (meaning != null && meaning.role().isCount() && meaning.composite() == CompositeForm.ANY) {
                roles.put(row, new RowRole(meaning.role(), null, CompositeForm.ANY, true, false));
            }
        }
    }
}

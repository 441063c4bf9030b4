package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows that hold a statistic by more than its bare name: {@code Maximum age}, {@code Longest stay (days)}, {@code Lower
 * quartile}, {@code Total cost}. Words that name categories as well ({@code Highest}, {@code First}) count only in a listing:
 * where another row counts the units, or is a statistic by its bare name.
 */
final class ListedMeasures {
    private static final Pattern CERTAIN =
            Pattern.compile("(?:^|.* )(?:min|max|minimum|maximum|oldest|youngest)(?: .*)?");

    /** {@code Highest quintile}, {@code First line}: one category of several. */
    private static final Pattern CATEGORY = Pattern.compile(
            ".*\\b(?:third|tertile|quartile|quintile|decile|fifth|quarter|tenth|half|group|band|level|category|class|line|grade|stage"
                    + "|education|income|risk|deprived|deprivation|score|vs|versus|only|or more|and over)\\b.*");

    private static final Pattern QUARTILE = Pattern.compile("(?:lower|upper) quartile(?: .*)?");
    private static final Pattern SUM = Pattern.compile(
            "(?:total|sum of|overall) (?:\\S+ ){0,3}(?:costs?|spend|spending|expenditure|charges?|income|turnover|bed days|hours|amount)"
                    + "(?: .*)?");
    private static final Pattern RATE = Pattern.compile(".*\\brate\\b.*\\bper \\d.*");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("[^(\\[]+[(\\[] ?(mean|average|median|minimum|maximum|min|max|sd) ?[)\\]]");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Set<ColumnRole> STATISTICS = Set.of(
            ColumnRole.MEAN,
            ColumnRole.SD,
            ColumnRole.MINIMUM,
            ColumnRole.MAXIMUM,
            ColumnRole.PERCENTILE,
            ColumnRole.SE);

    private final Grid grid;
    private final RowLabels labels;
    private final int rows;
    private final Map<Integer, RowRole> roles;

    ListedMeasures(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        this.grid = grid;
        this.labels = labels;
        this.rows = rows;
        this.roles = roles;
    }

    /** Adds what such rows hold; others keep what they are known for. */
    void add() {
        sharesAlone();
        LabelTexts<RowRole> certain = new LabelTexts<>(grid, ListedMeasures::certain);
        for (int row = 0; row < rows; row++) {
            put(row, certain);
        }
        if (isListing()) {
            LabelTexts<RowRole> listed = new LabelTexts<>(grid, ListedMeasures::listed);
            for (int row = 0; row < rows; row++) {
                if (labels.of(row).size() == 1) {
                    put(row, listed);
                }
            }
        }
    }

    /** {@code Pregnant (%)} over figures with decimals alone is a share, and no count with its share. */
    private void sharesAlone() {
        for (int row = 0; row < rows; row++) {
            RowRole role = roles.get(row);
            int level = role == null || role.form() != CompositeForm.COUNT_PERCENT ? -1 : labels.innermost(row);
            if (level >= 0 && isShare(labels.source()[level][row], labels.columns()[level])) {
                roles.put(row, role(ColumnRole.PERCENTAGE, null, CompositeForm.ANY));
            }
        }
    }

    private boolean isShare(int row, int label) {
        String words = Words.normal(grid.text(row, label));
        if (Words.endsWith(words, "n %") || Words.endsWith(words, "no %") || Words.endsWith(words, "number %")) {
            return false;
        }
        boolean decimals = false;
        for (int column = label + 1; column < grid.columns(); column++) {
            BigDecimal figure = grid.number(row, column);
            if (figure == null ? !grid.isBlank(row, column) : figure.compareTo(HUNDRED) > 0 || figure.signum() < 0) {
                return false;
            }
            decimals |= figure != null && figure.scale() > 0;
        }
        return decimals;
    }

    private void put(int row, LabelTexts<RowRole> meanings) {
        int level = roles.containsKey(row) ? -1 : labels.innermost(row);
        RowRole role = level < 0 ? null : meanings.of(labels.source()[level][row], labels.columns()[level]);
        if (role != null) {
            roles.put(row, role);
        }
    }

    private boolean isListing() {
        return roles.values().stream()
                .anyMatch(role -> (role.units() && !role.ofFit()) || STATISTICS.contains(role.role()));
    }

    private static @Nullable RowRole certain(String label) {
        String words = Words.normal(label);
        if (!CERTAIN.matcher(words).matches() || CATEGORY.matcher(words).matches()) {
            return null;
        }
        HeaderWords.Meaning meaning = HeaderWords.firm(label);
        return meaning == null ? null : of(meaning, ColumnRole.MINIMUM, ColumnRole.MAXIMUM);
    }

    private static @Nullable RowRole listed(String label) {
        String words = Words.normal(label);
        if (QUARTILE.matcher(words).matches()) {
            return role(ColumnRole.PERCENTILE, PercentileNames.level(words), CompositeForm.ANY);
        }
        if (SUM.matcher(words).matches()) {
            return role(ColumnRole.MAGNITUDE, null, CompositeForm.ANY);
        }
        HeaderWords.Meaning meaning = HeaderWords.firm(label);
        if (meaning == null) {
            return null;
        }
        if (RATE.matcher(words).matches()) {
            return of(meaning, ColumnRole.RATE, ColumnRole.RATE);
        }
        if (IN_BRACKETS.matcher(label.strip().toLowerCase(Locale.ROOT)).matches()) {
            return of(meaning, ColumnRole.MEAN, ColumnRole.PERCENTILE);
        }
        boolean several = words.indexOf(' ') > 0 && !CATEGORY.matcher(words).matches();
        return several ? of(meaning, ColumnRole.MINIMUM, ColumnRole.MAXIMUM) : null;
    }

    private static @Nullable RowRole of(HeaderWords.Meaning meaning, ColumnRole one, ColumnRole other) {
        boolean wanted = meaning.role() == one || meaning.role() == other;
        return wanted ? role(meaning.role(), meaning.level(), meaning.composite()) : null;
    }

    private static RowRole role(ColumnRole role, @Nullable BigDecimal level, CompositeForm form) {
        return new RowRole(role, level, form, false, false);
    }
}

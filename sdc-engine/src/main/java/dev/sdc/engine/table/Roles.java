package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works out what the numbers of each column are: from the declaration, else from the header's words, else from strong
 * signs in the numbers themselves.
 */
final class Roles {
    private static final Set<ColumnRole> STATISTICS = EnumSet.of(
            ColumnRole.P_VALUE,
            ColumnRole.SE,
            ColumnRole.CI_LOWER,
            ColumnRole.CI_UPPER,
            ColumnRole.ESTIMATE,
            ColumnRole.STATISTIC);
    /** Roles that a word in a header gives to counts as well. */
    private static final Set<ColumnRole> NAMES =
            EnumSet.of(ColumnRole.LABEL, ColumnRole.TIME, ColumnRole.MINIMUM, ColumnRole.MAXIMUM);

    private static final Set<ColumnRole> SURVIVAL =
            EnumSet.of(ColumnRole.AT_RISK, ColumnRole.SURVIVAL, ColumnRole.CENSORED);
    private static final Set<ColumnRole> DESCRIPTIVE =
            EnumSet.of(ColumnRole.MEAN, ColumnRole.SD, ColumnRole.MINIMUM, ColumnRole.MAXIMUM, ColumnRole.PERCENTILE);

    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:time|days?|weeks?|months?|years?|interval|zeit|tage?|wochen?|monate?|jahre?)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PERCENT =
            Pattern.compile("%|\\b(?:percent|per cent|pct|prozent)\\b", Pattern.CASE_INSENSITIVE);

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;
    private final Declaration declaration;
    private final PartsOfWhole parts;

    Roles(Grid grid, int[] rows, List<ColumnReading> columns, Declaration declaration) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
        this.declaration = declaration;
        this.parts = new PartsOfWhole(grid, rows);
    }

    void assign() {
        for (ColumnReading column : columns) {
            words(column);
        }
        for (ColumnReading column : columns) {
            if (column.source == RoleSource.UNKNOWN) {
                header(column);
            }
        }
        intervalByLevels();
        intervalByPair();
        cumulativeShares();
        survivalInPercent();
        Set<ColumnRole> firm = EnumSet.noneOf(ColumnRole.class);
        int levels = 0;
        for (ColumnReading column : columns) {
            if (column.role != null) {
                firm.add(column.role);
            }
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            levels += meaning != null && isPercentLevel(meaning, column) ? 1 : 0;
        }
        boolean percentiles = levels > 1 || firm.stream().anyMatch(DESCRIPTIVE::contains);
        boolean quartiles = quartiles();
        for (ColumnReading column : columns) {
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            boolean known = column.source == RoleSource.DECLARED
                    || column.isLabel() // words name rows, even under a header such as t
                    || column.role == ColumnRole.CI_LOWER
                    || column.role == ColumnRole.CI_UPPER;
            if (known || meaning == null || !meaning.tentative()) {
                continue;
            }
            if (isPercentLevel(meaning, column)) {
                column.be(percentiles ? ColumnRole.PERCENTILE : ColumnRole.PERCENTAGE, RoleSource.HEADER);
                column.level = percentiles ? meaning.level() : null;
            } else if ((fits(meaning.role(), firm)
                            || isProbability(meaning.role(), column.content)
                            || (meaning.role() == ColumnRole.PERCENTILE && quartiles))
                    && !contradicts(meaning.role(), column.content)) {
                column.be(meaning.role(), RoleSource.HEADER);
                column.level = HeaderWords.quartile(column.leaf());
            }
        }
        if (firm.contains(ColumnRole.AT_RISK) && !firm.contains(ColumnRole.SURVIVAL)) {
            columns.forEach(Roles::survival);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).source == RoleSource.UNKNOWN) {
                namesRows(i);
            }
        }
        new CrossedLevels(grid, rows, columns).find();
        shares();
        conditionalShares();
        Neighbours neighbours = new Neighbours(grid, rows, columns);
        for (int i = 0; i < columns.size(); i++) {
            ColumnReading column = columns.get(i);
            if (column.source == RoleSource.UNKNOWN) {
                if (neighbours.intervalFollows(i)) {
                    column.be(ColumnRole.ESTIMATE, RoleSource.CONTENT);
                } else {
                    content(column);
                }
            }
        }
        for (ColumnReading column : columns) {
            if (column.role == ColumnRole.PERCENTAGE && neighbours.isProportion(column)) {
                column.be(ColumnRole.PROPORTION, RoleSource.CONTENT);
            }
        }
        meansInPercent();
        namesThatAddUp();
        DeclaredRoles declared = new DeclaredRoles(declaration, new Sums(grid, rows, columns));
        columns.forEach(declared::decide);
    }

    /** Two levels that lie as far from either end, and no other, are the limits of an interval: {@code 2.5 %, 97.5 %}. */
    private void intervalByLevels() {
        List<ColumnReading> withLevel = new ArrayList<>();
        boolean descriptive = false;
        for (ColumnReading column : columns) {
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            if (meaning != null && meaning.tentative() && meaning.level() != null) {
                withLevel.add(column);
            } else {
                descriptive |= meaning != null && DESCRIPTIVE.contains(meaning.role());
            }
        }
        if (withLevel.size() != 2 || descriptive) {
            return;
        }
        BigDecimal low = levelOf(withLevel.get(0));
        BigDecimal high = levelOf(withLevel.get(1));
        if (low != null
                && high != null
                && low.add(high).compareTo(BigDecimal.ONE) == 0
                && low.compareTo(new BigDecimal("0.1")) <= 0) {
            withLevel.get(0).be(ColumnRole.CI_LOWER, RoleSource.HEADER);
            withLevel.get(1).be(ColumnRole.CI_UPPER, RoleSource.HEADER);
        }
    }

    /** {@code Lower} and {@code Upper} side by side, with decimals, are the ends of an interval; counts of a body's halves are not. */
    private void intervalByPair() {
        for (int i = 1; i < columns.size(); i++) {
            ColumnReading low = columns.get(i - 1);
            ColumnReading high = columns.get(i);
            if (low.source == RoleSource.UNKNOWN
                    && high.source == RoleSource.UNKNOWN
                    && low.content.decimals > 0
                    && high.content.decimals > 0
                    && isTentative(low, ColumnRole.CI_LOWER)
                    && isTentative(high, ColumnRole.CI_UPPER)) {
                low.be(ColumnRole.CI_LOWER, RoleSource.HEADER);
                high.be(ColumnRole.CI_UPPER, RoleSource.HEADER);
            }
        }
    }

    private static boolean isTentative(ColumnReading column, ColumnRole role) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning != null && meaning.tentative() && meaning.role() == role;
    }

    private static @Nullable BigDecimal levelOf(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning == null ? null : meaning.level();
    }

    /** An estimate beside numbers at risk, from 0 to 1, is the survival: {@code time, n.risk, n.event, estimate}. */
    private static void survival(ColumnReading column) {
        boolean named = column.role == ColumnRole.ESTIMATE && column.source == RoleSource.HEADER;
        if (named && column.content.figures > 0 && column.content.withinOne) {
            column.be(ColumnRole.SURVIVAL, RoleSource.HEADER);
        }
    }

    /** Whether {@code Q1} and {@code Q3} stand without the other quarters of a year, or are declared to be percentiles. */
    private boolean quartiles() {
        Set<String> names = new HashSet<>();
        for (ColumnReading column : columns) {
            String words = Words.normal(Words.outsideBrackets(column.leaf()));
            for (String name : List.of("q1", "q2", "q3", "q4")) {
                if (Words.contains(words, name)) {
                    names.add(name);
                }
            }
        }
        boolean declared =
                declaration.outputType() == OutputType.PERCENTILES || declaration.outputType() == OutputType.BOX_PLOT;
        return names.equals(Set.of("q1", "q3")) || (declared && !names.contains("q4"));
    }

    /** {@code P(smoker)} of a class or a leaf is the share of its members that smoke, and no p-value. */
    private void conditionalShares() {
        boolean groups = declaration.outputType() == OutputType.CLUSTER_ANALYSIS
                || declaration.outputType() == OutputType.DECISION_TREE;
        for (ColumnReading column : columns) {
            String header = column.leaf().strip().toLowerCase(Locale.ROOT);
            boolean ofSomething = header.endsWith(")") && (header.startsWith("p(") || header.startsWith("pr("));
            if (groups && ofSomething && column.role == ColumnRole.P_VALUE && column.content.withinOne) {
                column.be(ColumnRole.PROPORTION, RoleSource.HEADER);
            }
        }
    }

    /** {@code Survival (%)} that goes one way down the times of a curve; elsewhere it is a percentage of each group. */
    private void survivalInPercent() {
        boolean times = columns.stream()
                .anyMatch(column -> column.role == ColumnRole.AT_RISK || column.role == ColumnRole.TIME);
        ColumnReading first = columns.isEmpty() ? null : columns.get(0);
        if (first != null && TIMES.matcher(Words.normal(first.leaf())).find()) {
            times |= first.content.rising && !first.content.years;
        }
        for (ColumnReading column : columns) {
            if (times && column.role == ColumnRole.PERCENTAGE && column.source == RoleSource.HEADER) {
                HeaderWords.Meaning meaning =
                        HeaderWords.firm(PERCENT.matcher(column.leaf()).replaceAll(" "));
                if (meaning != null && meaning.role() == ColumnRole.SURVIVAL && goesOneWay(column)) {
                    column.be(ColumnRole.SURVIVAL, RoleSource.HEADER);
                }
            }
        }
    }

    private boolean goesOneWay(ColumnReading column) {
        boolean rises = true;
        boolean falls = true;
        BigDecimal before = null;
        for (int row : rows) {
            BigDecimal now = grid.number(row, column.gridColumn);
            if (now != null && before != null) {
                rises &= now.compareTo(before) >= 0;
                falls &= now.compareTo(before) <= 0;
            }
            before = now == null ? before : now;
        }
        return rises || falls;
    }

    /** {@code Mean dose intensity (%)}: no share of those counted beside it, as some are a share of none of their counts. */
    private void meansInPercent() {
        List<ColumnReading> counts =
                columns.stream().filter(ColumnReading::isCount).toList();
        for (ColumnReading column : columns) {
            String words = Words.normal(column.leaf());
            boolean mean = column.role == ColumnRole.PERCENTAGE
                    && column.source == RoleSource.HEADER
                    && (Words.startsWith(words, "mean") || Words.startsWith(words, "average"));
            if (mean && !counts.isEmpty() && counts.stream().noneMatch(count -> isShareOf(column, count))) {
                column.be(ColumnRole.MEAN, RoleSource.HEADER);
            }
        }
    }

    /** Whether every percentage of a column is that of some whole number of the count in its row. */
    private boolean isShareOf(ColumnReading column, ColumnReading count) {
        for (int row : rows) {
            BigDecimal share = grid.number(row, column.gridColumn);
            BigDecimal base = grid.number(row, count.gridColumn);
            if (share != null && base != null) {
                BigDecimal half = BigDecimal.valueOf(5, share.scale() + 1);
                BigDecimal least = share.subtract(half).multiply(base).movePointLeft(2);
                BigDecimal most = share.add(half).multiply(base).movePointLeft(2);
                if (least.setScale(0, RoundingMode.CEILING).compareTo(most) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@code Percent, Cum.}: the shares summed up. */
    private void cumulativeShares() {
        for (int i = 1; i < columns.size(); i++) {
            ColumnReading column = columns.get(i);
            if (column.source == RoleSource.UNKNOWN
                    && columns.get(i - 1).role == ColumnRole.PERCENTAGE
                    && column.content.decimals > 0
                    && Words.normal(column.leaf()).equals("cum")) {
                column.be(ColumnRole.PERCENTAGE, RoleSource.HEADER);
                column.cumulative = true;
            }
        }
    }

    /** Whether a header is a level such as {@code 25%} and nothing else. */
    private static boolean isPercentLevel(HeaderWords.Meaning meaning, ColumnReading column) {
        return meaning.tentative() && meaning.level() != null && column.leaf().indexOf('%') > 0;
    }

    /** A column called p of decimals between 0 and 1 holds p-values, whatever stands beside it. */
    private static boolean isProbability(ColumnRole role, ColumnContent content) {
        return role == ColumnRole.P_VALUE && content.decimals > 0 && content.withinOne;
    }

    /** A tentative word counts beside other statistics of the same trade. */
    private static boolean fits(ColumnRole role, Set<ColumnRole> beside) {
        Set<ColumnRole> trade = switch (role) {
            case EVENTS, SURVIVAL, AT_RISK -> SURVIVAL;
            case PERCENTILE -> DESCRIPTIVE;
            default -> STATISTICS;
        };
        for (ColumnRole other : trade) {
            if ((other != role || role == ColumnRole.PERCENTILE) && beside.contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** A column of words names its rows. */
    private void words(ColumnReading column) {
        ColumnContent content = column.content;
        boolean first = column == columns.get(0) && columns.size() > 1;
        if (first && content.withSign > 0 && content.withSign == content.figures && otherFigures(column)) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT); // 25%, 50%, 75%: levels
            return;
        }
        if (first && (isNumberOfThings(column) || isTimeOfFigures(column))) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            return;
        }
        if (!first && content.words == 0 && twoFigures(column)) {
            return; // 61-74 may look like a band
        }
        boolean names = content.figures == 0
                ? content.words > 0 || content.differentMarks() >= 3 || (first && content.marks > 0)
                : content.words > content.figures + content.marks
                        || (first && content.words + content.marks > 0 && !countHeader(column));
        if (names || content.blanks == content.rows) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
        }
    }

    private boolean otherFigures(ColumnReading column) {
        return columns.stream().anyMatch(other -> other != column && other.content.figures > 0);
    }

    private static boolean twoFigures(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning != null
                && (meaning.composite() == CompositeForm.RANGE
                        || (meaning.role() == ColumnRole.PERCENTILE && meaning.level() == null));
    }

    /** {@code Number of nodes: 0, 1, 2, 3+}, {@code Score: 0, 1, 2} beside a column of counts: how many each of the counted has. */
    private boolean isNumberOfThings(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        boolean measure = meaning != null && meaning.role() == ColumnRole.MAGNITUDE;
        return (measure || (countHeader(column) && !HeaderWords.namesUnits(column.leaf())))
                && column.content.whole > 1
                && column.content.numbersThings
                && (columns.stream().anyMatch(other -> other != column && countHeader(other))
                        || columns.stream()
                                .allMatch(other -> other == column
                                        || (other.content.countLike() && HeaderWords.of(other.leaf()) == null)));
    }

    /** {@code Months since surgery: 3, 6, 12} in the first column: when the counts beside it were taken. */
    private boolean isTimeOfFigures(ColumnReading column) {
        String words = Words.normal(column.leaf());
        boolean time =
                Words.contains(words, "since") || Words.contains(words, "follow up") || Words.contains(words, "seit");
        return time
                && column.content.rising
                && column.content.rows > 1
                && columns.stream().anyMatch(other -> other != column && countHeader(other));
    }

    private static boolean countHeader(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning != null && meaning.role().isCount();
    }

    private void header(ColumnReading column) {
        HeaderWords.Meaning meaning = firm(column.leaf());
        boolean vague = meaning == null || meaning.role() == ColumnRole.MAGNITUDE || meaning.role() == ColumnRole.LABEL;
        // a phrase that was broken over two lines of a header
        HeaderWords.Meaning joined =
                meaning == null && !column.parents().isEmpty() ? firm(String.join(" ", column.header)) : null;
        if (joined != null && joined.role() != ColumnRole.LABEL && joined.role() != ColumnRole.MAGNITUDE) {
            meaning = joined;
        } else if (vague) {
            List<String> parents = column.parents();
            for (int i = parents.size() - 1; i >= 0; i--) {
                HeaderWords.Meaning outer = firm(parents.get(i));
                if (outer != null && outer.role() != ColumnRole.LABEL) {
                    // a statistic says more than the name of what was measured
                    meaning = outer.role() != ColumnRole.MAGNITUDE || meaning == null ? outer : meaning;
                    if (outer.role() != ColumnRole.MAGNITUDE) {
                        break;
                    }
                }
            }
        }
        if (meaning == null || contradicts(meaning.role(), column.content)) {
            return;
        }
        if (meaning.composite() == CompositeForm.COUNT_PERCENT && holdsPlainShares(column)) {
            column.be(ColumnRole.PERCENTAGE, RoleSource.HEADER);
            return;
        }
        column.be(meaning.role(), RoleSource.HEADER);
        column.level = meaning.level();
        column.form = meaning.composite();
        if (column.role == ColumnRole.COUNT && column.content.decimals > 0) {
            // a header that promises counts over numbers with decimals: parts of one, weights, or an average
            boolean parts =
                    column.content.withinOne && Words.normal(column.leaf()).startsWith("cum");
            column.be(parts ? ColumnRole.PROPORTION : ColumnRole.WEIGHTED_COUNT, RoleSource.CONTENT);
        }
        String words = Words.normal(column.name());
        column.cumulative = meaning.role().isCount()
                && (words.contains("cumul")
                        || words.contains("to date")
                        || Words.contains(words, "cum")
                        || words.equals("number failed") // so SAS calls all up to a time
                        || words.contains("kumul"));
    }

    /** Whether a column such as {@code Relapsed (%)} holds the percentages alone rather than {@code 12 (4.5)}. */
    private boolean holdsPlainShares(ColumnReading column) {
        ColumnContent content = column.content;
        boolean positive = content.figures > 0 && content.several == 0 && content.negative == 0;
        if (positive && content.decimals > 1 && withinHundredAboveSizes(column)) {
            return true;
        }
        boolean plain = positive && content.withinHundred;
        if (!plain || content.decimals > 0) {
            return plain;
        }
        boolean countsBeside = columns.stream()
                .anyMatch(other ->
                        other.content.several > 0 || (other.leaf().contains("(%)") && !other.content.withinHundred));
        return (!countsBeside && !namesCount(column)) || (rows.length > 2 && parts.inColumn(column, 100));
    }

    /** Percentages with decimals over a last row {@code N}, which holds what they are of. */
    private boolean withinHundredAboveSizes(ColumnReading column) {
        int sizes = 0;
        for (int row : rows) {
            BigDecimal number = grid.number(row, column.gridColumn);
            if (number != null && HeaderWords.namesUnits(grid.text(row, columns.get(0).gridColumn))) {
                sizes++;
            } else if (number == null || number.compareTo(BigDecimal.valueOf(100)) > 0) {
                return false;
            }
        }
        return sizes == 1;
    }

    /** Whether a header names a count beside its percentage: {@code Patients (%)}, {@code Women, n (%)}. */
    private static boolean namesCount(ColumnReading column) {
        return column.header.stream()
                .map(text -> HeaderWords.of(text.replace("%", "")))
                .anyMatch(meaning -> meaning != null && meaning.role().isCount());
    }

    private static HeaderWords.@Nullable Meaning firm(String header) {
        HeaderWords.Meaning meaning = HeaderWords.of(header);
        if (meaning != null && meaning.tentative()) {
            return meaning.level() != null ? null : HeaderWords.firm(header);
        }
        return meaning;
    }

    /** Whether numbers cannot be of the kind that a word in the header suggests. */
    static boolean contradicts(ColumnRole role, ColumnContent content) {
        boolean allWhole = content.figures > 0 && content.whole == content.figures;
        return switch (role) {
            case P_VALUE, PROPORTION, SURVIVAL -> allWhole && !content.zeroOrOne;
            case LABEL -> content.decimals > 0 || content.several > 0;
            case ESTIMATE, SE, CI_LOWER, CI_UPPER -> false;
            case COUNT, DISTINCT_PATIENTS, AT_RISK, EVENTS, CENSORED -> content.negative > 0;
            default -> false;
        };
    }

    /** A column of whole numbers that name rows: ages, years, class numbers in the first column. */
    private void namesRows(int i) {
        ColumnReading column = columns.get(i);
        ColumnContent content = column.content;
        boolean wholeOnly = content.figures > 0 && content.whole == content.figures && content.negative == 0;
        if (!wholeOnly || columns.size() < 2) {
            return;
        }
        if (content.digits >= 9 && content.rows > 1 && otherThings(i)) {
            // numbers of one length, nine digits or more: identifiers
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            return;
        }
        boolean namesByPlace = i == 0 && content.rising && content.rows > 1 && !isOneOfMany(column);
        boolean namesByYears = content.years && content.rows >= 3 && otherNumbers(i);
        boolean groups = i == 0
                && content.blanks > 0
                && content.figures + content.blanks == content.rows
                && content.numbersThings
                && HeaderWords.of(column.leaf()) == null
                && columns.stream().anyMatch(other -> other != column && countHeader(other));
        boolean lone = i == 0 && content.rows == 1 && column.leaf().isEmpty();
        if (namesByPlace || namesByYears || groups || lone) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
        }
    }

    /** {@code Alive, Dead, Lost}: no header says more than another, and numbers that rise in no steps may count by chance. */
    private boolean isOneOfMany(ColumnReading column) {
        return !column.content.inSteps
                && !column.content.years
                && columns.stream()
                        .allMatch(other -> other.source == RoleSource.UNKNOWN
                                && other.content.countLike()
                                && other.leaf().isEmpty() == column.leaf().isEmpty());
    }

    private boolean otherThings(int i) {
        boolean counts = false;
        for (int c = 0; c < columns.size(); c++) {
            counts |= c != i && columns.get(c).isCount();
        }
        return !counts;
    }

    private boolean otherNumbers(int i) {
        for (int c = 0; c < columns.size(); c++) {
            if (c != i
                    && columns.get(c).content.figures > 0
                    && !columns.get(c).isLabel()
                    && !columns.get(c).content.years) {
                return true;
            }
        }
        return false;
    }

    /** Decimals that add up to 100 (or 1) along rows or down columns are shares. */
    private void shares() {
        List<ColumnReading> open = new ArrayList<>();
        for (ColumnReading column : columns) {
            if (column.source == RoleSource.UNKNOWN
                    && column.content.figures > 0
                    && column.content.decimals > 0
                    && column.content.negative == 0
                    && column.content.several == 0) {
                open.add(column);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        for (int whole : new int[] {100, 1}) {
            if (open.size() > 1 && parts.inRows(open, whole)) {
                for (ColumnReading column : open) {
                    column.be(whole == 100 ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION, RoleSource.CONTENT);
                }
                return;
            }
        }
        for (ColumnReading column : open) {
            if (column.content.withSign > 0) {
                column.be(ColumnRole.PERCENTAGE, RoleSource.CONTENT);
                continue;
            }
            for (int whole : new int[] {100, 1}) {
                if (rows.length > 2 && parts.inColumn(column, whole)) {
                    column.be(whole == 100 ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION, RoleSource.CONTENT);
                }
            }
        }
    }

    private void content(ColumnReading column) {
        ColumnContent content = column.content;
        if (content.figures + content.marks == 0) {
            return;
        }
        OutputType type = declaration.outputType();
        ColumnRole byType = type == null ? null : roleOf(type, content, isPointed(column));
        if (byType != null) {
            column.be(byType, RoleSource.CONTENT);
        } else if (content.countLike() || (content.figures == 0 && content.marks > 0)) {
            column.be(ColumnRole.COUNT, RoleSource.CONTENT);
        } else if (content.several > 0 && content.several * 2 >= content.figures) {
            column.be(ColumnRole.COUNT, RoleSource.CONTENT);
        } else if (content.figures > 0) {
            column.be(ColumnRole.MAGNITUDE, RoleSource.CONTENT);
        }
    }

    /** Whether whole numbers are printed as {@code 5.0}, as no count is where none is missing. */
    private boolean isPointed(ColumnReading column) {
        if (column.content.marks + column.content.blanks > 0) {
            return false; // programs give counts a point, too, where one of them is missing
        }
        for (int row : rows) {
            String text = grid.text(row, column.gridColumn);
            if (grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER && text.indexOf('.') < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ColumnRole roleOf(OutputType type, ColumnContent content, boolean pointed) {
        boolean counts = content.countLike();
        return switch (type) {
            case PERCENTAGES -> counts ? null : ColumnRole.PERCENTAGE;
            case RATES, STANDARDISED_RATIOS -> counts ? null : ColumnRole.RATE;
            case MEANS -> counts && !pointed ? null : ColumnRole.MEAN;
            case PERCENTILES -> counts && !pointed ? null : ColumnRole.PERCENTILE;
            case WEIGHTED_TABLE -> ColumnRole.WEIGHTED_COUNT;
            case CORRELATION, HYPOTHESIS_TESTS, ML_MODEL, MODEL_OBJECT -> ColumnRole.STATISTIC;
            case FACTOR_ANALYSIS, CLASSIFIER_METRICS -> counts ? null : ColumnRole.STATISTIC;
            case LINEAR_REGRESSION,
                    LOGISTIC_REGRESSION,
                    POISSON_REGRESSION,
                    COX_REGRESSION,
                    MULTILEVEL_MODEL,
                    OTHER_MODEL,
                    ODDS_RATIO,
                    HAZARD_RATIO -> counts ? null : ColumnRole.ESTIMATE;
            default -> null;
        };
    }

    /** Whether all other whole numbers count: {@code Screening, Two-week wait, Emergency, Total}. */
    private boolean standsAmongCounts(ColumnReading column) {
        return columns.stream()
                .filter(other -> other != column && !other.isLabel() && other.content.figures > 0)
                .allMatch(ColumnReading::isCount);
    }

    /** A header such as {@code Day} names rows, and {@code First visit} the end of a range, unless its numbers add up with the counts beside it. */
    private void namesThatAddUp() {
        Sums sums = new Sums(grid, rows, columns);
        int tried = 0;
        for (ColumnReading column : columns) {
            boolean name = column.role != null
                    && (NAMES.contains(column.role)
                            || (column.role == ColumnRole.MAGNITUDE && standsAmongCounts(column)));
            if (name
                    && column.content.countLike()
                    && !column.content.rising
                    && tried++ < Sums.MOST
                    && sums.across(column)) {
                column.be(ColumnRole.COUNT, RoleSource.CONTENT);
            }
        }
    }
}

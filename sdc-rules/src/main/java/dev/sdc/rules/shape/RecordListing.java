package dev.sdc.rules.shape;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a listing with one row for each person from a table of groups. */
public final class RecordListing {
    private static final int FEW = 5;
    private static final int UNKNOWN = -1;
    private static final int MOST_GROUPS = 3;
    /** A crossing with this many cells for each row is no table. */
    private static final int THIN = 4;

    private final Listing listing;
    private final List<ListedColumn> columns;
    private final long population;

    private RecordListing(Listing listing, long population) {
        this.listing = listing;
        this.population = population;
        columns = ListedColumn.of(listing);
    }

    /** Why a table is a listing of records, in a sentence; empty when it is a table of groups. */
    public static Optional<String> in(Table table) {
        if (table.type() == OutputType.RECORD_LEVEL) {
            return Optional.of("the output is declared to be record-level data");
        }
        if (isOfStatistics(table)) {
            return Optional.empty();
        }
        Population population = table.declaration().population();
        Long n = population == null ? null : population.n();
        return new RecordListing(new TableListing(table), n == null ? UNKNOWN : n).why();
    }

    /** Whether most rows are called statistics, as in a summary of several variables. */
    private static boolean isOfStatistics(Table table) {
        int named = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            ColumnRole role = table.rowRole(row);
            named += role != null && role != ColumnRole.LABEL ? 1 : 0;
        }
        return 2 * named > table.rowCount() && named >= FEW;
    }

    /** Why rows printed in a text are a listing of records, in a sentence; empty when they are a table of groups. */
    public static Optional<String> in(PrintedListing printed) {
        RecordListing listing = new RecordListing(printed, UNKNOWN);
        return listing.why().or(() -> printed.listed() ? listing.printed() : Optional.empty());
    }

    /** Why rows that are typed into code are a listing of records, in a sentence; empty when they are a table of groups. */
    public static Optional<String> ofRows(Listing rows) {
        return new RecordListing(rows, UNKNOWN).why();
    }

    /** Whether the cells of printed rows show that they are records, whatever the command before them. */
    static boolean showsItself(PrintedListing printed) {
        return new RecordListing(printed, UNKNOWN).why().isPresent();
    }

    private Optional<String> printed() {
        boolean groups = columns.stream().anyMatch(column -> column.isCount() || column.isAggregate());
        return columns.size() < 2 || groups
                ? Optional.empty()
                : Optional.of("a command that lists records printed these " + listing.rows() + " rows");
    }

    private Optional<String> why() {
        if (columns.size() < 2 || listing.rows() == 0) {
            return Optional.empty();
        }
        for (ListedColumn column : columns) {
            if (column.isPersonKey() || column.isPseudonym() || column.isIdentifier() || column.namesAnother()) {
                return Optional.of("column " + name(column) + " has another person in nearly every row");
            }
        }
        Optional<String> named = enumerated().or(this::told);
        if (named.isPresent()) {
            return named;
        }
        List<ListedColumn> counts =
                columns.stream().filter(ListedColumn::isCount).toList();
        if (listing.rows() > FEW
                && counts.stream().anyMatch(ListedColumn::isOnes)
                && counts.stream().allMatch(ListedColumn::isOnes)) {
            return Optional.of("every row counts one");
        }
        if (isGrouped()) {
            return Optional.empty();
        }
        boolean totals = listing.hasTotals() || columns.stream().anyMatch(ListedColumn::namesTotal);
        if (totals || !counts.isEmpty() || columns.stream().anyMatch(ListedColumn::isAggregate)) {
            return Optional.empty();
        }
        return keyed().or(this::firstRows)
                .or(this::severalRows)
                .or(this::unnamed)
                .or(this::dated)
                .or(this::counted)
                .or(this::attributed)
                .or(() -> RepeatedLabels.in(listing, columns))
                .or(this::described)
                .or(this::fewDescribed)
                .or(this::measured);
    }

    /** Whether the first column names each group once and is blank in the other rows of it, as no record is. */
    private boolean isGrouped() {
        Set<String> groups = new HashSet<>();
        int named = 0;
        int rows = columns.get(0).rows();
        for (int row = 0; row < rows; row++) {
            String group = listing.cell(row, 0);
            if (!group.isEmpty()) {
                named++;
                groups.add(group);
            }
        }
        return named > 0
                && named * 2 <= rows
                && groups.size() == named
                && !listing.cell(0, 0).isEmpty();
    }

    /** A row for each person by number, whatever is counted of them. */
    private Optional<String> enumerated() {
        return columns.stream()
                .filter(ListedColumn::enumeratesPersons)
                .findFirst()
                .map(column -> "column " + name(column) + " names another person in each row");
    }

    /** What is said of a person stands in rows, a label and a value in each. */
    private Optional<String> told() {
        return OnePerson.in(listing, columns);
    }

    /** Several rows for each person, as those of visits or of one attribute each. */
    private Optional<String> severalRows() {
        return columns.stream()
                .filter(column -> column.holdsPersonKeys() && column.distinct() >= MOST_GROUPS)
                .findFirst()
                .map(column -> "column " + name(column) + " says of which person each row is, and there are no counts");
    }

    /** No headers at all, and codes beside what may be an age and what is said of several rows. */
    private Optional<String> unnamed() {
        boolean key = columns.stream().allMatch(column -> column.header().isEmpty())
                && columns.stream().anyMatch(ListedColumn::isUnnamedKey);
        boolean ages = columns.stream().anyMatch(ListedColumn::mayBeAges);
        boolean said = columns.stream()
                .anyMatch(column -> column.isDay() || (!column.isNumeric() && column.distinct() < listing.rows()));
        return key && ages && said
                ? Optional.of("no header says what the columns are, one has another code in each of " + listing.rows()
                        + " rows, and others hold what may be ages and what is said of persons")
                : Optional.empty();
    }

    /** A key in each row, beside what is said of a person. */
    private Optional<String> keyed() {
        boolean personal = columns.stream().anyMatch(ListedColumn::isPersonal) || onlyMeasured();
        return columns.stream()
                .filter(column -> (personal && column.isPlainKey())
                        || (listing.rows() > FEW && column.numbersPersons())
                        || (column.numbersCases() && onlySaid(column))
                        || (column.numbersOnePerson() && isDescribed(column)))
                .findFirst()
                .map(column -> "column " + name(column) + " has another key in each row, and there are no counts");
    }

    /**
     * The first rows of a data frame, under their numbers from 0: an exact age or the like beside words that are said of
     * persons, in no order of groups. Rows of groups are sorted by their labels, and none comes twice.
     */
    private Optional<String> firstRows() {
        ListedColumn index = columns.get(0);
        List<ListedColumn> labels =
                columns.stream().filter(column -> !column.isNumeric()).toList();
        boolean measured = columns.stream().anyMatch(column -> column.isNumeric() && column.named("measurement"));
        boolean said = labels.stream().anyMatch(column -> column.named("attribute"));
        if (labels.size() < 2
                || !measured
                || !said
                || !(index.header().isEmpty() || index.header().equals("id"))) {
            return Optional.empty();
        }
        boolean sorted = true;
        String before = "";
        for (int row = 0; row < index.rows(); row++) {
            if (!listing.cell(row, index.index()).equals(String.valueOf(row))) {
                return Optional.empty();
            }
            StringBuilder group = new StringBuilder();
            for (ListedColumn label : labels) {
                group.append(listing.cell(row, label.index())).append('\n');
            }
            sorted &= group.toString().compareTo(before) > 0;
            before = group.toString();
        }
        return sorted || index.rows() < MOST_GROUPS
                ? Optional.empty()
                : Optional.of("the first " + index.rows()
                        + " rows of a data frame are printed, with an exact figure of a person and words in each");
    }

    /** Beside a key, nothing but words, of which two columns or more are said of persons: few cases are cases too. */
    private boolean onlySaid(ListedColumn key) {
        List<ListedColumn> others =
                columns.stream().filter(column -> column.index() != key.index()).toList();
        return listing.rows() > 1
                && others.stream().noneMatch(ListedColumn::isNumeric)
                && others.stream().filter(column -> column.named("attribute")).count() > 1;
    }

    /** Beside a number of one person, something is said of that person, and two things or more stand in each row. */
    private boolean isDescribed(ListedColumn key) {
        List<ListedColumn> others =
                columns.stream().filter(column -> column.index() != key.index()).toList();
        return listing.rows() > 1
                && others.size() > 1
                && others.stream().anyMatch(column -> !column.isNumeric())
                && others.stream().anyMatch(column -> column.named("attribute") || column.isDay());
    }

    /** Ages or the like and no other figure; they may rise from row to row by chance. */
    private boolean onlyMeasured() {
        List<ListedColumn> others =
                columns.stream().filter(column -> !column.isPlainKey()).toList();
        return !others.isEmpty()
                && others.stream().anyMatch(column -> column.isNumeric() && column.named("measurement"))
                && others.stream().noneMatch(column -> column.isNumeric() && !column.named("measurement"));
    }

    /** An exact age or the like beside words that are said of persons, and no figure that could be one of a group. */
    private Optional<String> described() {
        boolean measured = columns.stream().anyMatch(column -> column.isNumeric() && column.named("measurement"));
        boolean said = columns.stream().anyMatch(column -> !column.isNumeric() && column.named("attribute"));
        boolean figures = columns.stream().anyMatch(column -> column.isNumeric() && !column.named("measurement"));
        return measured && said && !figures && listing.rows() > FEW
                ? Optional.of("each of " + listing.rows()
                        + " rows gives an exact figure of a person beside words, and there are no figures of groups")
                : Optional.empty();
    }

    /** A handful of rows with an exact age or the like, whose words cross too thinly for a table of groups. */
    private Optional<String> fewDescribed() {
        List<ListedColumn> figures = columns.stream()
                .filter(column -> column.isNumeric() && !column.isRowNumber() && !column.numbersRows())
                .toList();
        List<ListedColumn> said =
                columns.stream().filter(column -> !column.isNumeric()).toList();
        boolean listed = listing.rows() > 1
                && !figures.isEmpty()
                && figures.stream().allMatch(column -> column.isValueOfOnePerson() && column.isWhole())
                && said.size() > 1
                && said.stream().anyMatch(column -> column.named("attribute"))
                && crossing(said) >= 2L * listing.rows();
        return listed
                ? Optional.of(
                        "each of " + listing.rows()
                                + " rows gives an exact figure of a person beside words that are said of persons, which make no table")
                : Optional.empty();
    }

    /** Several days in each row, of which one is that of a diagnosis, a death or the like. */
    private Optional<String> dated() {
        List<ListedColumn> days = columns.stream().filter(ListedColumn::isDay).toList();
        return listing.rows() > FEW && days.size() > 1 && days.stream().anyMatch(column -> column.named("attribute"))
                ? Optional.of("each of " + listing.rows() + " rows gives " + days.size()
                        + " days of what happens to persons, and there are no counts")
                : Optional.empty();
    }

    /** As many rows as there are persons. */
    private Optional<String> counted() {
        return listing.rows() > FEW && listing.rows() == population
                ? Optional.of("there are as many rows as persons (" + population + "), and no counts")
                : Optional.empty();
    }

    /** Attributes of persons that make no table: their combinations repeat, or cross too thinly. */
    private Optional<String> attributed() {
        List<ListedColumn> attributes =
                columns.stream().filter(ListedColumn::isCategory).toList();
        if (listing.rows() <= FEW
                || attributes.size() < 2
                || columns.stream().noneMatch(ListedColumn::isPersonal)
                || columns.stream().anyMatch(ListedColumn::isRowName)) {
            return Optional.empty();
        }
        int rows = attributes.get(0).rows();
        int combinations = combinations(attributes, rows);
        boolean figures = columns.stream().anyMatch(column -> column.isNumeric() && !column.isCategory());
        boolean listed = figures ? combinations < rows || isThin(attributes, rows) : combinations * 2 >= rows;
        return listed
                ? Optional.of(rows + " rows hold " + combinations + " combinations of " + attributes.size()
                        + " attributes, and there are no counts")
                : Optional.empty();
    }

    private int combinations(List<ListedColumn> attributes, int rows) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder combination = new StringBuilder();
            for (ListedColumn attribute : attributes) {
                combination.append(listing.cell(row, attribute.index())).append('\n');
            }
            seen.add(combination.toString());
        }
        return seen.size();
    }

    /** Whether most cells of the crossing have no row, as a table of groups over time may have it too. */
    private boolean isThin(List<ListedColumn> attributes, int rows) {
        return crossing(attributes) >= (long) THIN * rows && columns.stream().noneMatch(column -> column.named("time"));
    }

    /** How many cells a table of all these would have. */
    private static long crossing(List<ListedColumn> attributes) {
        long cells = 1;
        for (ListedColumn attribute : attributes) {
            cells = Math.min(cells * attribute.distinct(), Integer.MAX_VALUE);
        }
        return cells;
    }

    /** Figures of persons, without labels or an axis. */
    private Optional<String> measured() {
        boolean figures = columns.stream().allMatch(ListedColumn::isNumeric)
                && columns.stream().noneMatch(ListedColumn::isAxis);
        boolean persons = columns.stream().anyMatch(ListedColumn::isPersonal);
        return figures && persons && listing.rows() > FEW && listing.rows() != columns.size()
                ? Optional.of(
                        "each of " + listing.rows() + " rows holds figures without a label, and there are no counts")
                : Optional.empty();
    }

    private static String name(ListedColumn column) {
        return column.header().isEmpty() ? String.valueOf(column.index() + 1) : "'" + column.header() + "'";
    }
}

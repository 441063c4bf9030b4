package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Totals of lines that print none, stated elsewhere: in the header, in the caption, in another table on the same people,
 * of this release or an earlier one.
 */
final class OutsideTotals {
    /**
     * A total that a line does not print itself.
     *
     * @param place where it is stated, {@code file!cell}
     */
    record Stated(Line line, long total, String place) {}

    /** Margins that agree in fewer places may do so by chance. */
    private static final int AGREEMENTS = 2;

    /** Of few people a number in a sentence may fit by chance. */
    private static final int SMALLEST_TOLD = 100;

    /** What more marks hold back may be anything. */
    private static final int MOST_HIDDEN = 2;

    /** More tables than this are not compared with one. */
    private static final int MOST_TABLES = 100;

    private final Table table;
    private final Facts facts;

    private OutsideTotals(Table table, Facts facts) {
        this.table = table;
        this.facts = facts;
    }

    /** The totals stated elsewhere for lines of a table that hold something back and print no total. */
    static List<Stated> of(Table table, Facts facts) {
        List<Line> open = new ArrayList<>();
        facts.forEachLine(table, line -> {
            LineCounts counts = LineCounts.of(table, line);
            if (!counts.complete() && !counts.hasTotal()) {
                open.add(line);
            }
        });
        if (open.isEmpty()) {
            return List.of();
        }
        OutsideTotals outside = new OutsideTotals(table, facts);
        List<Stated> stated = new ArrayList<>();
        for (Line line : open) {
            outside.inHeader(line, stated);
            outside.inCaption(line, stated);
        }
        outside.inOtherVariables(open, stated);
        outside.inSentences(open, stated);
        outside.inOtherTables(open, stated);
        outside.inOtherDivisions(open, stated);
        outside.inParents(stated);
        return stated;
    }

    /** The number of people that the other variables of a table of characteristics add up to. */
    private void inOtherVariables(List<Line> open, List<Stated> stated) {
        for (StackedVariables.Sized variable : StackedVariables.of(table, facts)) {
            boolean possible = LineCounts.of(table, variable.line()).sum() <= variable.n();
            if (possible && open.contains(variable.line())) {
                stated.add(new Stated(
                        variable.line(), variable.n(), variable.cells().get(0)));
            }
        }
    }

    private void inHeader(Line line, List<Stated> stated) {
        if (line.acrossColumns()) {
            return;
        }
        for (Column column : table.columns()) {
            Long size = column.headerN();
            boolean speaks = column.index() == line.fixed() || (column.isLabel() && countsAll(table, line.fixed()));
            if (size != null && speaks) {
                stated.add(new Stated(line, size, table.file() + "!" + table.headerAddress(column.index())));
            }
        }
    }

    /**
     * The size that the lines around the table state, for a line over all that the table counts: of several the least that
     * leaves something for what is held back, as the others are of more people.
     */
    private void inCaption(Line line, List<Stated> stated) {
        boolean ofAll = line.acrossColumns() ? table.isTotalRow(line.fixed()) : countsAll(table, line.fixed());
        if (!ofAll || table.captions().isEmpty()) {
            return;
        }
        long shown = LineCounts.of(table, line).sum();
        table.captions().stream()
                .filter(mention -> mention.n() > shown)
                .min(Comparator.comparingLong(Mention::n))
                .ifPresent(mention -> stated.add(new Stated(line, mention.n(), table.file() + "!" + mention.where())));
    }

    /**
     * The number of people that a text of the release tells, for the line over all that a table counts: the least that
     * leaves something, and no more than small counts, for what is held back. What names another table is told of that.
     */
    private void inSentences(List<Line> open, List<Stated> stated) {
        List<LineCounts> ofAll = open.stream()
                .filter(line -> isOverAll(table, line))
                .map(line -> LineCounts.of(table, line))
                .filter(counts -> counts.sum() >= SMALLEST_TOLD)
                .toList();
        if (ofAll.isEmpty()) {
            return;
        }
        NavigableMap<Long, String> told = told();
        for (LineCounts counts : ofAll) {
            Map.Entry<Long, String> least = told.ceilingEntry(counts.sum() + counts.hidden());
            if (least != null && counts.leavesFew(least.getKey())) {
                stated.add(new Stated(counts.line(), least.getKey(), least.getValue()));
            }
        }
    }

    /** The counts that texts on the same people tell, with the first place of each; not those that name another table. */
    private NavigableMap<Long, String> told() {
        NavigableMap<Long, String> told = new TreeMap<>();
        for (Output output : facts.outputs()) {
            if (output instanceof Prose prose && onSamePeople(prose)) {
                for (ToldCounts.InPassage in : ToldCounts.of(prose, facts).passages()) {
                    for (CountPhrases.CountPhrase count : in.told().counts()) {
                        told.putIfAbsent(
                                count.n(), prose.file() + "!" + in.passage().address(count.from()));
                    }
                }
            }
        }
        everybody().forEach(told::putIfAbsent);
        Set<Long> ofOthers = facts.outputs().stream()
                .filter(output -> !output.equals(table) && output instanceof Table)
                .flatMap(output -> ((Table) output).captions().stream())
                .filter(mention -> mention.kind() == Mention.Kind.BASE)
                .map(Mention::n)
                .collect(Collectors.toSet());
        table.captions().forEach(mention -> ofOthers.remove(mention.n()));
        told.keySet().removeAll(ofOthers);
        return told;
    }

    /** The counts of tables of one row, all people: {@code All stages, 504}; those of earlier releases too. */
    private Map<Long, String> everybody() {
        Map<Long, String> counts = new HashMap<>();
        List<Output> all = new ArrayList<>(facts.outputs());
        all.addAll(facts.released());
        for (Output output : all) {
            if (output instanceof Table other
                    && other.rowCount() == 1
                    && onSamePeople(other)
                    && TotalNames.mayBeName(other.rowLabel(0))) {
                other.forEachCount(
                        (row, column, n) -> counts.putIfAbsent(n, other.file() + "!" + other.address(row, column)));
            }
        }
        return counts;
    }

    /** Whether a line in a column is over all people that a table counts. */
    private static boolean isOverAll(Table of, Line line) {
        return !line.acrossColumns() && isOfAll(of, line) && countsAll(of, line.fixed());
    }

    private static boolean countsAll(Table of, int column) {
        return of.columns().get(column).total()
                || of.columns().stream().noneMatch(other -> other.index() != column && other.mayHold(ColumnRole.COUNT));
    }

    private void inOtherTables(List<Line> open, List<Stated> stated) {
        Map<List<String>, Margin> own = margins(table);
        int compared = 0;
        List<Output> known = new ArrayList<>(facts.outputs());
        known.addAll(facts.released());
        for (Output output : known) {
            if (output instanceof Table other && other != table && onSamePeople(other) && compared++ < MOST_TABLES) {
                if (isDeclaredSame(other)) {
                    ofDeclaredPopulation(open, other, stated);
                }
                Map<List<String>, Margin> theirs = margins(other);
                if (agree(own, theirs)) {
                    for (Line line : open) {
                        Margin margin = theirs.get(key(table, line));
                        if (margin != null && isOfAll(table, line)) {
                            stated.add(new Stated(line, margin.n(), margin.place()));
                        }
                    }
                }
            }
        }
    }

    private boolean isDeclaredSame(Table other) {
        Population mine = table.declaration().population();
        Population theirs = other.declaration().population();
        return mine != null && theirs != null && mine.id() != null && mine.id().equals(theirs.id());
    }

    /** The total of all that another table prints, for lines over all, where both are declared to be of one population. */
    private void ofDeclaredPopulation(List<Line> open, Table other, List<Stated> stated) {
        Map<Long, String> totals = new HashMap<>();
        Map<Long, String> sums = new HashMap<>(); // a category may be left out of them
        facts.forEachLine(other, line -> {
            LineCounts counts = LineCounts.of(other, line);
            boolean ofAll = isOverAll(other, line);
            if (ofAll && counts.hasTotal()) {
                totals.putIfAbsent(
                        counts.total(), other.file() + "!" + other.address(line.totalRow(), line.totalColumn()));
            } else if (ofAll && counts.complete()) {
                sums.putIfAbsent(counts.sum(), other.file() + "!" + other.address(line.row(0), line.fixed()));
            }
        });
        Map<Long, String> numbers = totals.isEmpty() ? sums : totals;
        if (numbers.size() == 1) {
            Map.Entry<Long, String> total = numbers.entrySet().iterator().next();
            for (Line line : open) {
                boolean known = !totals.isEmpty() || LineCounts.of(table, line).leavesFew(total.getKey());
                if (known && isOverAll(table, line)) {
                    stated.add(new Stated(line, total.getKey(), total.getValue()));
                }
            }
        }
    }

    /**
     * The number of people that all other tables of one variable divide, where it leaves what few small counts are: a table
     * by stage gives the number of those by sex.
     */
    private void inOtherDivisions(List<Line> open, List<Stated> stated) {
        Line own = SamePeople.line(table, facts).orElse(null);
        LineCounts counts = own == null || !open.contains(own) ? null : LineCounts.of(table, own);
        boolean some = stated.stream().anyMatch(total -> total.line().equals(own));
        if (own == null || counts == null || some || counts.hidden() > MOST_HIDDEN || counts.sum() < SMALLEST_TOLD) {
            return;
        }
        Map<Long, String> numbers = new HashMap<>();
        int compared = 0;
        for (Output output : facts.outputs()) {
            if (output instanceof Table other && other != table && compared++ < MOST_TABLES) {
                SamePeople.divided(other, facts)
                        .filter(divided -> SamePeople.mayBe(table, other, facts))
                        .ifPresent(divided -> numbers.putIfAbsent(divided.n(), divided.place()));
            }
        }
        if (numbers.size() == 1) {
            numbers.forEach((n, place) -> {
                if (counts.leavesFew(n)) {
                    stated.add(new Stated(own, n, place));
                }
            });
        }
    }

    /** What other tables print for the category that holds some of the rows. */
    private void inParents(List<Stated> stated) {
        ParentsElsewhere parents = new ParentsElsewhere(table);
        List<ParentsElsewhere.Family> families = parents.families();
        int compared = 0;
        for (Output output : families.isEmpty() ? List.<Output>of() : facts.outputs()) {
            if (output instanceof Table other && other != table && onSamePeople(other) && compared++ < MOST_TABLES) {
                Map<List<String>, ParentsElsewhere.Whole> printed = parents.printedIn(other);
                for (ParentsElsewhere.Family family : families) {
                    ParentsElsewhere.Whole whole = printed.get(family.labels());
                    if (whole != null && LineCounts.of(table, family.line()).leavesFew(whole.n())) {
                        stated.add(new Stated(family.line(), whole.n(), whole.place()));
                    }
                }
            }
        }
    }

    private boolean onSamePeople(Output other) {
        Population mine = table.declaration().population();
        Population theirs = other.declaration().population();
        return facts.unit(table).equals(facts.unit(other))
                && Objects.equals(mine == null ? null : mine.id(), theirs == null ? null : theirs.id());
    }

    /** Whether two tables have margins in common, and all of those that both print are the same. */
    private static boolean agree(Map<List<String>, Margin> a, Map<List<String>, Margin> b) {
        int same = 0;
        for (Map.Entry<List<String>, Margin> entry : a.entrySet()) {
            Margin other = b.get(entry.getKey());
            if (other != null) {
                if (other.n() != entry.getValue().n()) {
                    return false;
                }
                same++;
            }
        }
        return same >= AGREEMENTS;
    }

    /** A number of all people under a label, and its place. */
    private record Margin(long n, String place) {}

    /** What a table says of all people under each of its labels. */
    private Map<List<String>, Margin> margins(Table of) {
        Map<List<String>, Margin> margins = new HashMap<>();
        facts.forEachLine(of, line -> {
            LineCounts counts = LineCounts.of(of, line);
            if (isOfAll(of, line) && (counts.hasTotal() || counts.complete())) {
                int row = counts.hasTotal() ? line.totalRow() : line.row(0);
                int column = counts.hasTotal() ? line.totalColumn() : line.column(0);
                margins.putIfAbsent(
                        key(of, line),
                        new Margin(
                                counts.hasTotal() ? counts.total() : counts.sum(),
                                of.file() + "!" + of.address(row, column)));
            }
        });
        List<Column> counts = of.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS))
                .toList();
        if (counts.size() == 1) {
            of.forEachCount(
                    counts.get(0).index(),
                    (row, column, n) -> margins.putIfAbsent(
                            rowKey(of, row), new Margin(n, of.file() + "!" + of.address(row, column))));
        }
        return margins;
    }

    /** Whether a line is about all people of its row or column; in a column it may be about one section of the rows. */
    private static boolean isOfAll(Table of, Line line) {
        return line.acrossColumns() || line.size() + (line.hasTotal() ? 1 : 0) == of.rowCount();
    }

    private static List<String> key(Table of, Line line) {
        return line.acrossColumns()
                ? rowKey(of, line.fixed())
                : of.columns().get(line.fixed()).header().stream()
                        .map(CountedCell::inOneWriting)
                        .toList();
    }

    private static List<String> rowKey(Table of, int row) {
        return of.rowLabels(row).stream().map(CountedCell::inOneWriting).toList();
    }
}

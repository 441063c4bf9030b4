package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Of few people a number in a sentence may fit by chance. */
    private static final int SMALLEST_TOLD = 100;

    /** What more marks hold back may be anything. */
    private static final int MOST_HIDDEN = 2;

    /**
     * The totals stated elsewhere.
     *
     * @param all whether all other tables were looked at; there may be too many
     */
    record Totals(List<Stated> stated, boolean all) {}

    private static final PrintedMargins.Margin NOWHERE = new PrintedMargins.Margin(-1, List::of);

    private final Table table;
    private final Facts facts;
    private boolean left;

    private OutsideTotals(Table table, Facts facts) {
        this.table = table;
        this.facts = facts;
    }

    /** The totals stated elsewhere for lines of a table that hold something back and print no total. */
    static Totals of(Table table, Facts facts) {
        List<Line> open = new ArrayList<>();
        List<LineCounts> columns = new ArrayList<>();
        List<LineCounts> rows = new ArrayList<>();
        facts.forEachLine(table, line -> {
            LineCounts counts = LineCounts.of(table, line);
            if (!line.acrossColumns() && PrintedMargins.isOfAll(table, line)) {
                columns.add(counts);
            } else if (line.acrossColumns() && !table.isTotalRow(line.fixed())) {
                rows.add(counts);
            }
            if (!counts.complete() && !counts.hasTotal()) {
                open.add(line);
            }
        });
        if (open.isEmpty()) {
            return new Totals(List.of(), true);
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
        outside.inTableOf(columns, stated);
        outside.inTableOf(rows, stated);
        outside.inOtherDivisions(open, stated);
        outside.inParents(stated);
        return new Totals(stated.stream().distinct().toList(), !outside.left);
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
        ToldNumbers told = ToldNumbers.on(People.of(table, facts), facts);
        for (LineCounts counts : ofAll) {
            Map.Entry<Long, String> least = told.atLeast(counts.sum() + counts.hidden(), table);
            if (least != null && counts.leavesFew(least.getKey())) {
                stated.add(new Stated(counts.line(), least.getKey(), least.getValue()));
            }
        }
    }

    /** Whether a line in a column is over all people that a table counts. */
    static boolean isOverAll(Table of, Line line) {
        return !line.acrossColumns() && PrintedMargins.isOfAll(of, line) && countsAll(of, line.fixed());
    }

    private static boolean countsAll(Table of, int column) {
        return of.columns().get(column).total()
                || of.columns().stream().noneMatch(other -> other.index() != column && other.mayHold(ColumnRole.COUNT));
    }

    private void inOtherTables(List<Line> open, List<Stated> stated) {
        if (table.declaration().population() != null) {
            ofDeclaredPopulation(open, stated);
        }
        PrintedMargins.Agreeing agreeing = PrintedMargins.in(facts).agreeing(table, facts);
        left |= !agreeing.all();
        for (Map<List<String>, PrintedMargins.Margin> theirs : agreeing.tables()) {
            for (Line line : open) {
                PrintedMargins.Margin margin = theirs.get(PrintedMargins.labels(table, line));
                if (margin != null && PrintedMargins.isOfAll(table, line)) {
                    stated.add(new Stated(line, margin.n(), margin.place()));
                }
            }
        }
    }

    /**
     * What another table on the same declared people prints for each of the columns of this one, down its rows, or for each
     * of its rows, where it leaves what few small counts are, and for none of them too little: a table by sex gives the sums
     * of stage by sex.
     */
    private void inTableOf(List<LineCounts> lines, List<Stated> stated) {
        Map<List<String>, LineCounts> byLabel = new LinkedHashMap<>();
        lines.forEach(counts -> byLabel.put(PrintedMargins.labels(table, counts.line()), counts));
        boolean open = lines.stream().anyMatch(counts -> !counts.complete() && !counts.hasTotal());
        boolean distinct = byLabel.size() == lines.size();
        if (!open || byLabel.size() < 2 || !distinct) {
            return;
        }
        boolean declared = People.of(table, facts).population() != null;
        PrintedMargins.AllUnder under = PrintedMargins.in(facts).under(byLabel.keySet(), table, facts);
        left |= !under.all();
        for (PrintedMargins.Under other : under.tables()) {
            Map<List<String>, PrintedMargins.Margin> theirs = other.margins();
            if (!declared && !SumsElsewhere.onSamePeople(table, byLabel, other)) {
                continue;
            }
            boolean possible = byLabel.entrySet().stream().allMatch(own -> {
                long n = theirs.getOrDefault(own.getKey(), NOWHERE).n();
                LineCounts counts = own.getValue();
                return counts.hasTotal()
                        ? n == counts.total()
                        : counts.complete() ? n == counts.sum() : n >= counts.sum();
            });
            byLabel.forEach((label, counts) -> {
                PrintedMargins.Margin margin = theirs.getOrDefault(label, NOWHERE);
                if (possible && !counts.complete() && !counts.hasTotal() && counts.leavesFew(margin.n())) {
                    stated.add(new Stated(counts.line(), margin.n(), margin.place()));
                }
            });
        }
    }

    /** The totals of all that other tables print, for lines over all, where both are declared to be of one population. */
    private void ofDeclaredPopulation(List<Line> open, List<Stated> stated) {
        for (DeclaredTotals.Total total : DeclaredTotals.besides(table, facts)) {
            for (Line line : open) {
                boolean known = total.printed() || LineCounts.of(table, line).leavesFew(total.n());
                if (known && isOverAll(table, line)) {
                    stated.add(new Stated(line, total.n(), total.place()));
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
        SamePeople.Others others = SamePeople.others(table, facts);
        left |= !others.all();
        if (others.numbers().size() == 1) {
            others.numbers().forEach((n, divided) -> {
                if (counts.leavesFew(n)) {
                    stated.add(new Stated(own, n, divided.place()));
                }
            });
        }
    }

    /** What other tables print for the category that holds some of the rows. */
    private void inParents(List<Stated> stated) {
        ParentsElsewhere parents = new ParentsElsewhere(table);
        for (ParentsElsewhere.Family family : parents.families()) {
            LineCounts counts = LineCounts.of(table, family.line());
            for (ParentsElsewhere.Whole whole : parents.wholes(family, facts)) {
                if (counts.leavesFew(whole.n())) {
                    stated.add(new Stated(family.line(), whole.n(), whole.place()));
                }
            }
        }
    }
}

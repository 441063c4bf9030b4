package dev.sdc.rules.sec;

import dev.sdc.engine.audit.PresumedNames;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.NamedParts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Counts beside the number of all, {@code Patients, Alive at 1 year}: they are never more, and no name makes them counts of
 * something else, so that they probably count some of them.
 */
public final class PresumedSubsets {
    /** Those who fall ill in a year and those who die in it are not the same people. */
    private static final Pattern INCIDENCE = Pattern.compile("(?:new )?(?:cases|registrations|diagnoses|tumou?rs)");

    private static final Pattern LINKED = Pattern.compile("^(?:linked|matched|linkable|with a (?:link|match))\\b");

    /** Larger tables are no list of a few measures. */
    private static final int MOST = 60;

    private final Table table;
    private final List<Remainder> found = new ArrayList<>();

    private PresumedSubsets(Table table) {
        this.table = table;
    }

    /** What each such count leaves of the number of all, nothing too; told 0 of 0 where either is not printed. */
    public static List<Remainder> of(Table table, Facts facts) {
        PresumedSubsets subsets = new PresumedSubsets(table);
        BitSet columns = new BitSet();
        BitSet rows = new BitSet();
        facts.forEachLine(table, line -> {
            for (int i = 0; i < line.size() && line.hasTotal(); i++) {
                (line.acrossColumns() ? columns : rows).set(line.acrossColumns() ? line.column(i) : line.row(i));
            }
        });
        subsets.columns(columns);
        subsets.rows(rows);
        NamedParts.of(table).stream().filter(named -> !named.all()).forEach(subsets::named);
        return subsets.found;
    }

    private void columns(BitSet categories) {
        List<Column> counts =
                table.columns().stream().filter(PresumedSubsets::counts).toList();
        List<Column> wholes = counts.stream()
                .filter(column -> PresumedNames.nameAll(column.leaf()))
                .toList();
        if (wholes.size() == 2) { // deaths are a number of all, and some of the patients
            wholes = wholes.stream()
                    .filter(column -> !PresumedNames.words(column.leaf()).equals("deaths"))
                    .toList();
        }
        if (wholes.size() > 1) {
            wholes = wholes.stream()
                    .filter(column -> TotalNames.isName(column.leaf()))
                    .toList();
        }
        if (wholes.size() != 1 || counts.size() > MOST) {
            return;
        }
        Column whole = wholes.get(0);
        boolean incidence = INCIDENCE.matcher(PresumedNames.words(whole.leaf())).matches();
        List<Column> parts = counts.stream()
                .filter(part -> part.index() != whole.index()
                        && !categories.get(part.index())
                        && PresumedNames.mayNameSome(part.leaf()))
                // distinct patients are another count of the same, no part of it
                .filter(part -> !part.mayHold(ColumnRole.DISTINCT_PATIENTS))
                .filter(part -> !incidence || !PresumedNames.words(part.leaf()).startsWith("death"))
                .toList();
        for (Column part : parts) {
            List<Remainder> left = new ArrayList<>();
            for (int row = 0; row < table.rowCount(); row++) {
                left.add(left(row, whole.index(), row, part.index(), part.leaf()));
            }
            keep(left);
        }
        if (parts.size() > 1 && parts.size() == counts.size() - 1) {
            together(whole, parts);
        }
    }

    /** What the parts that are so called leave of their whole, if nobody is in two of them. */
    private void named(NamedParts named) {
        int lines = named.acrossColumns() ? table.rowCount() : table.columns().size();
        for (int fixed = 0; fixed < lines; fixed++) {
            if (named.acrossColumns() || counts(table.columns().get(fixed))) {
                named(new Line(named.acrossColumns(), fixed, named.parts(), named.whole(), ""));
            }
        }
    }

    private void named(Line line) {
        LineCounts counts = LineCounts.of(table, line);
        if (counts.hasTotal() && counts.complete()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                cells.add(table.file() + "!" + table.address(line.row(i), line.column(i)));
            }
            String whole = table.address(line.totalRow(), line.totalColumn());
            found.add(new Remainder(
                    whole,
                    table.rowLabel(line.totalRow()),
                    table.columns().get(line.totalColumn()).name(),
                    counts.total(),
                    counts.sum(),
                    "who are in none of its parts, if nobody is in two of them",
                    Remainder.less(table.file() + "!" + whole, cells)));
        }
    }

    /** What the number of all leaves when everything beside it is taken off. */
    private void together(Column whole, List<Column> parts) {
        List<Remainder> left = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            long all = LineCounts.at(table, row, whole.index());
            long told = 0;
            boolean printed = all != LineCounts.NONE;
            List<String> cells = new ArrayList<>();
            for (Column part : parts) {
                long n = LineCounts.at(table, row, part.index());
                printed &= n != LineCounts.NONE;
                told += n;
                cells.add(table.file() + "!" + table.address(row, part.index()));
            }
            left.add(new Remainder(
                    table.address(row, whole.index()),
                    table.rowLabel(row),
                    whole.name(),
                    printed ? all : 0,
                    printed ? told : 0,
                    "who are in none of the columns beside, if these are the categories of one variable",
                    Remainder.less(table.file() + "!" + table.address(row, whole.index()), cells)));
        }
        keep(left);
    }

    private void rows(BitSet categories) {
        BitSet wholes = table.rowsLabelled(PresumedNames::nameAll);
        if (wholes.cardinality() == 2) { // of those who are diagnosed some are treated
            BitSet later = table.rowsLabelled(PresumedNames::areLater);
            later.and(wholes);
            if (later.cardinality() == 1) {
                wholes.andNot(later);
            }
        } else if (wholes.isEmpty() && table.rowCount() == 2) {
            wholes = linked();
        }
        if (wholes.cardinality() != 1 || table.rowCount() > MOST) {
            return;
        }
        int whole = wholes.nextSetBit(0);
        for (int row = 0; row < table.rowCount(); row++) {
            String name = table.rowLabel(row);
            if (row != whole && !categories.get(row) && PresumedNames.mayNameSome(name)) {
                List<Remainder> left = new ArrayList<>();
                for (Column column : table.columns()) {
                    if (counts(column)) {
                        left.add(left(whole, column.index(), row, column.index(), name));
                    }
                }
                keep(left);
            }
        }
    }

    /** The other of two rows, where one counts those who were linked or matched to something. */
    private BitSet linked() {
        BitSet linked = table.rowsLabelled(
                name -> LINKED.matcher(PresumedNames.words(name)).find());
        BitSet whole = new BitSet();
        if (linked.cardinality() == 1) {
            whole.set(1 - linked.nextSetBit(0));
        }
        return whole;
    }

    private static boolean counts(Column column) {
        return !column.isLabel()
                && (column.mayHold(ColumnRole.COUNT)
                        || column.mayHold(ColumnRole.DISTINCT_PATIENTS)
                        || column.mayHold(ColumnRole.EVENTS));
    }

    private Remainder left(int wholeRow, int wholeColumn, int row, int column, String name) {
        long whole = LineCounts.at(table, wholeRow, wholeColumn);
        long told = LineCounts.at(table, row, column);
        boolean printed = whole != LineCounts.NONE && told != LineCounts.NONE;
        return new Remainder(
                table.address(row, column),
                table.rowLabel(row),
                table.columns().get(column).name(),
                printed ? whole : 0,
                printed ? told : 0,
                "who are not \"" + name + "\", if these are some of those",
                Remainder.less(
                        table.file() + "!" + table.address(wholeRow, wholeColumn),
                        List.of(table.file() + "!" + table.address(row, column))));
    }

    /** What is more than the number of all somewhere counts something else. */
    private void keep(List<Remainder> left) {
        if (left.stream().noneMatch(remainder -> remainder.told() > remainder.whole())) {
            found.addAll(left);
        }
    }
}

package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sets and their overlap ({@code A}, {@code B}, {@code A and B}): who is in one alone, and who is in neither. */
final class OverlappingSets {
    /** Further groups of rows than these are looked at as one. */
    private static final int MOST_GROUPS = 500;

    /** A number of those in a set, or in all. */
    private record Member(int row, int column, long n, boolean total) {}

    private final Table table;
    private final boolean sure;
    private final List<Remainder> found = new ArrayList<>();

    private OverlappingSets(Table table, boolean sure) {
        this.table = table;
        this.sure = sure;
    }

    /** Sets that are named down the rows, group by group, or along the columns. */
    static List<Remainder> of(Table table) {
        return of(table, true);
    }

    /** Those whose names only begin as the name of both does: {@code Bone and liver} beside {@code Bone metastases}. */
    static List<Remainder> presumed(Table table) {
        return of(table, false);
    }

    private static List<Remainder> of(Table table, boolean sure) {
        OverlappingSets sets = new OverlappingSets(table, sure);
        List<Column> counts = table.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .toList();
        if (!counts.isEmpty() && sets.anyOfTwo()) {
            sets.groups().forEach(rows -> sets.down(rows, counts));
        }
        sets.along(counts);
        return sets.found;
    }

    private boolean anyOfTwo() {
        return IntStream.range(0, table.labelLevels())
                .anyMatch(level -> table.labels(level).stream().anyMatch(SetNames::mayBeOfTwo));
    }

    /** The rows with the same outer labels. */
    private List<BitSet> groups() {
        int levels = table.labelLevels();
        List<int[]> outer = new ArrayList<>();
        for (int level = 0; level < levels - 1; level++) {
            outer.add(table.labelNumbers(level));
        }
        Map<List<Integer>, BitSet> groups = new LinkedHashMap<>();
        BitSet others = new BitSet();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            List<Integer> labels = outer.stream().map(numbers -> numbers[at]).toList();
            boolean grouped = !labels.isEmpty() && (groups.containsKey(labels) || groups.size() < MOST_GROUPS);
            if (grouped && table.rowLabels(row).size() == levels) {
                groups.computeIfAbsent(labels, any -> new BitSet()).set(row);
            } else {
                others.set(row);
            }
        }
        if (groups.size() == 1) { // a total below the only group is its own
            groups.values().iterator().next().or(others);
        } else {
            groups.put(List.of(), others);
        }
        return List.copyOf(groups.values());
    }

    private void down(BitSet rows, List<Column> counts) {
        int levels = table.labelLevels();
        int[] innermost = levels == 0 ? new int[0] : table.labelNumbers(levels - 1);
        List<String> before = List.of();
        List<SetNames.Pair> pairs = List.of();
        for (Column column : counts) {
            BitSet known = new BitSet();
            List<Member> members = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                int number = levels == 0 ? -1 : innermost[row];
                long n = LineCounts.at(table, row, column.index());
                if ((number < 0 || !known.get(number)) && n != LineCounts.NONE) {
                    List<String> labels = table.rowLabels(row);
                    names.add(labels.isEmpty() ? "" : labels.get(labels.size() - 1));
                    members.add(new Member(row, column.index(), n, table.isTotalRow(row)));
                    if (number >= 0 && labels.size() == levels) {
                        known.set(number);
                    }
                }
            }
            pairs = names.equals(before) ? pairs : SetNames.pairs(names);
            before = names;
            read(pairs, names, members);
        }
    }

    private void along(List<Column> counts) {
        Map<List<String>, List<Column>> groups = new LinkedHashMap<>();
        for (Column column : counts) {
            List<String> header = column.header();
            groups.computeIfAbsent(header.subList(0, Math.max(0, header.size() - 1)), any -> new ArrayList<>())
                    .add(column);
        }
        for (List<Column> group : groups.values()) {
            List<String> names = group.stream().map(Column::leaf).toList();
            List<SetNames.Pair> pairs = SetNames.pairs(names);
            for (int row = 0; row < table.rowCount() && !pairs.isEmpty(); row++) {
                List<Member> members = new ArrayList<>();
                for (Column column : group) {
                    long n = LineCounts.at(table, row, column.index());
                    members.add(new Member(row, column.index(), n, column.total()));
                }
                read(pairs, names, members);
            }
        }
    }

    private void read(List<SetNames.Pair> pairs, List<String> names, List<Member> members) {
        if (pairs.isEmpty()) {
            return;
        }
        List<Member> totals = members.stream().filter(Member::total).toList();
        Set<Long> values = members.stream().map(Member::n).collect(Collectors.toSet());
        for (SetNames.Pair pair : pairs) {
            Member together = members.get(pair.together());
            Member a = members.get(pair.a());
            Member b = members.get(pair.b());
            boolean printed = together.n() != LineCounts.NONE && a.n() != LineCounts.NONE && b.n() != LineCounts.NONE;
            boolean meant = sure == (pair.sure() || table.type() == OutputType.SET_DIAGRAM);
            if (printed && meant && pair.overlap()) {
                overlap(
                        together,
                        a,
                        b,
                        "\"" + names.get(pair.a()) + "\"",
                        "\"" + names.get(pair.b()) + "\"",
                        totals,
                        values);
            } else if (printed && meant) {
                union(together, a, b, "\"" + names.get(pair.a()) + "\"", "\"" + names.get(pair.b()) + "\"", totals);
            }
        }
    }

    private void overlap(
            Member both, Member a, Member b, String inA, String inB, List<Member> totals, Set<Long> values) {
        long sum = a.n() + b.n() + both.n();
        if (both.n() > Math.min(a.n(), b.n()) || values.contains(sum)) {
            return; // the one alone, the other alone, and both
        }
        add(both, a.n(), both.n(), "in " + inA + " alone", plus(a), minus(both));
        add(both, b.n(), both.n(), "in " + inB + " alone", plus(b), minus(both));
        long union = a.n() + b.n() - both.n();
        for (Member all : totals) {
            if (all.n() >= union) {
                add(all, all.n(), union, "in neither", plus(all), minus(a), minus(b), plus(both));
            }
        }
    }

    private void union(Member either, Member a, Member b, String inA, String inB, List<Member> totals) {
        if (either.n() < Math.max(a.n(), b.n()) || either.n() == a.n() + b.n()) {
            return; // of sets that do not overlap nothing is hidden
        }
        add(either, either.n(), a.n(), "in " + inB + " alone", plus(either), minus(a));
        add(either, either.n(), b.n(), "in " + inA + " alone", plus(either), minus(b));
        add(either, a.n() + b.n(), either.n(), "in both", plus(a), plus(b), minus(either));
        for (Member all : totals) {
            if (all.n() >= either.n()) {
                add(all, all.n(), either.n(), "in neither", plus(all), minus(either));
            }
        }
    }

    private Proof.Term plus(Member member) {
        return new Proof.Term(Proof.Sign.PLUS, table.file() + "!" + table.address(member.row(), member.column()));
    }

    private Proof.Term minus(Member member) {
        return plus(member).turned();
    }

    private void add(Member at, long whole, long told, String what, Proof.Term... terms) {
        found.add(new Remainder(
                table.address(at.row(), at.column()),
                table.rowLabel(at.row()),
                table.columns().get(at.column()).name(),
                whole,
                told,
                what,
                List.of(terms)));
    }
}

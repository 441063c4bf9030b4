package dev.sdc.rules.evi;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sizes supplied for the groups of a test, held against the one number of units that its row prints. */
final class SuppliedGroups {
    private static final Set<ColumnRole> TESTS = Set.of(ColumnRole.P_VALUE, ColumnRole.STATISTIC);

    private SuppliedGroups() {}

    static List<Contradiction> contradictions(Table table) {
        List<Contradiction> found = new ArrayList<>();
        if (table.declaration().evidence().groupSizes().isEmpty()) {
            return found;
        }
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        Set<Integer> seen = new HashSet<>();
        table.forEachQuantity(TESTS, test -> {
            List<Long> sizes = evidence.groupSizes(test.row(), test.column()).orElse(List.of());
            long printed = onlyCount(table, test.row());
            long sum = sizes.stream().mapToLong(Long::longValue).sum();
            // a test of pairs has as many in each group as there are pairs
            boolean pairs = sizes.stream().allMatch(n -> n == printed);
            if (printed > 0 && sum != printed && !pairs && seen.add(test.row())) {
                found.add(new Contradiction(
                        test.row(),
                        test.column(),
                        "the groups are said to have " + sum + " units together, and " + printed + " are printed"));
            }
        });
        return found;
    }

    private static long onlyCount(Table table, int row) {
        long only = LineCounts.NONE;
        for (Column column : table.columns()) {
            long n = LineCounts.at(table, row, column.index());
            if (n != LineCounts.NONE) {
                if (only != LineCounts.NONE) {
                    return LineCounts.NONE;
                }
                only = n;
            }
        }
        return only;
    }
}

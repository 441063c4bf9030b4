package dev.sdc.engine.report;

import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed since an earlier report: a finding is the same where rule, level, file and place are, the place being
 * the cell's labels, or its address where it has none.
 *
 * @param previousVerdict the earlier verdict
 * @param added findings that the earlier report does not have, in the order of this one
 * @param gone findings that this report has no more, in the order of the earlier one
 * @param unchanged how many findings both have
 */
public record Comparison(Verdict previousVerdict, List<Finding> added, List<Finding> gone, long unchanged) {

    /** Compares a report with an earlier one. */
    public static Comparison of(Report earlier, Report now) {
        Map<Key, Integer> open = new HashMap<>();
        for (Finding finding : earlier.findings()) {
            open.merge(Key.of(finding), 1, Integer::sum);
        }
        List<Finding> added = new ArrayList<>();
        long unchanged = 0;
        for (Finding finding : now.findings()) {
            if (open.merge(Key.of(finding), -1, Integer::sum) >= 0) {
                unchanged++;
            } else {
                added.add(finding);
            }
        }
        List<Finding> gone = new ArrayList<>();
        // of several findings with one key the last ones are gone
        for (int i = earlier.findings().size() - 1; i >= 0; i--) {
            Finding finding = earlier.findings().get(i);
            if (open.merge(Key.of(finding), -1, Integer::sum) >= 0) {
                gone.add(finding);
            }
        }
        Collections.reverse(gone);
        return new Comparison(earlier.verdict(), List.copyOf(added), List.copyOf(gone), unchanged);
    }

    private record Key(
            String rule,
            Level level,
            String file,
            @Nullable String row,
            @Nullable String column,
            String cell) {
        static Key of(Finding finding) {
            boolean labelled = finding.row() != null || finding.column() != null;
            return new Key(
                    finding.rule(),
                    finding.level(),
                    finding.file(),
                    finding.row(),
                    finding.column(),
                    labelled ? "" : finding.cell());
        }
    }
}

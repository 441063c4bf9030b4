package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.Exempt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tests that compare a group of few units with others. */
@SdcRule(
        id = "HYP-003",
        title = "Test with a group of few units",
        source = "StatbarnSDC ontology, statistical hypothesis tests",
        parameters = {"min_count", "exempt"})
public final class TestWithSmallGroup implements TableRule {
    private static final Set<ColumnRole> TESTS = Set.of(ColumnRole.P_VALUE, ColumnRole.STATISTIC);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Map<String, List<Long>> sizes = table.declaration().evidence().groupSizes();
        boolean tests = TESTS.stream().anyMatch(table::holds);
        if (!tests || sizes.isEmpty()) {
            return new Outcome.NotApplicable(
                    tests ? "no sizes of groups are supplied" : "no test statistics or p-values");
        }
        Optional<Outcome> exempt = Exempt.from(settings, Exemption.MODELS);
        if (exempt.isPresent()) {
            return exempt.get();
        }
        Findings findings = Findings.in(this, table);
        SuppliedEvidence supplied = new SuppliedEvidence(table);
        Set<Integer> told = new HashSet<>();
        table.forEachQuantity(TESTS, figure -> {
            long smallest = supplied.groupSizes(figure.row(), figure.column()).orElse(List.of()).stream()
                    .mapToLong(Long::longValue)
                    .filter(n -> n > 0)
                    .min()
                    .orElse(0);
            if (smallest > 0 && told.add(figure.row())) {
                judge(findings, table, figure, smallest, settings);
            }
        });
        return findings.outcome("the groups whose sizes are supplied");
    }

    private static void judge(Findings findings, Table table, Quantity figure, long smallest, Settings settings) {
        if (Smallness.of(smallest, smallest, settings.minCount()) != Smallness.ALL) {
            findings.restsOn("evidence.group_sizes: " + table.rowLabel(figure.row()));
            return;
        }
        findings.add(
                table,
                figure.row(),
                figure.column(),
                Disposition.BREACH,
                words -> words.message("The test compares a group with fewer units than may be shown.")
                        .because("the evidence says " + smallest + " units; the minimum is " + settings.minCount())
                        .remedy("Merge the group with another, or leave the test out."));
    }
}

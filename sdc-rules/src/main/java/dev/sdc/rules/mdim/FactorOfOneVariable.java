package dev.sdc.rules.mdim;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Factors that are one variable under another name: a loading of exactly 1, or no other loading than one. */
@SdcRule(
        id = "MDIM-003",
        title = "Factor that rests on one variable",
        source = "SDC handbook on exact relations between variables; the line is this project's proposal")
public final class FactorOfOneVariable implements TableRule {
    private static final String[] MARKERS = {"sem", "cfa", "confirmatory", "structural equation", "lavaan"};

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Column> factors = table.type() == OutputType.FACTOR_ANALYSIS
                        && !Components.placesCategories(table)
                        && Components.scores(table).isEmpty()
                ? Components.ofLoadings(table)
                : List.of();
        if (factors.isEmpty()) {
            return new Outcome.NotApplicable("no loadings of factors");
        }
        Findings findings = Findings.in(this, table);
        String method = table.declaration().method();
        boolean markers = method != null && Wording.names(method, MARKERS);
        for (Column factor : factors) {
            loadings(table, factor, markers, findings);
        }
        return findings.outcome("the loadings of " + factors.size() + " factors");
    }

    private static void loadings(Table table, Column factor, boolean markers, Findings findings) {
        List<Quantity> loadings = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.rowRole(row) == null && !isSummary(table.rowLabel(row))) {
                loadings.addAll(table.quantities(row, factor.index()));
            }
        }
        List<Quantity> some =
                loadings.stream().filter(each -> each.value().signum() != 0).toList();
        List<Quantity> ones = some.stream()
                .filter(each -> each.value().abs().compareTo(BigDecimal.ONE) == 0)
                .toList();
        // a confirmatory model fixes one loading of each factor at 1 to set its scale
        if (some.size() == 1 && table.rowCount() > 1) {
            add(table, some.get(0), "it is the only variable with a loading on this factor", findings);
        } else if (!markers || ones.size() > 1) {
            ones.forEach(one -> add(table, one, "the loading is exactly 1", findings));
        }
    }

    /** Sums of squares below the loadings are no loadings. */
    private static boolean isSummary(String label) {
        return Wording.names(
                label,
                "ss loadings",
                "eigenvalue",
                "eigenvalues",
                "proportion var",
                "cumulative var",
                "variance",
                "proportion of variance",
                "sum of squares",
                "proportion explained",
                "cumulative proportion");
    }

    private static void add(Table table, Quantity loading, String because, Findings findings) {
        findings.add(
                table,
                loading.row(),
                loading.column(),
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The factor is this variable under another name.")
                        .because(because)
                        .remedy("Leave the factor out, or check that no scores or plots of it are released."));
    }
}

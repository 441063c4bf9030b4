package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.NamedFigures;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Models that fit exactly, or whose coefficients have no usable standard error: a group is all alike. */
@SdcRule(
        id = "REG-006",
        title = "Perfect fit or separation in a model",
        source = "Data without Boundaries, on group disclosure in models",
        parameters = "exempt")
public final class PerfectFit implements TableRule {
    private static final BigDecimal HUGE_ESTIMATE = BigDecimal.TEN;
    private static final Pattern BASE_LEVEL = Pattern.compile("(?<![\\p{L}\\p{N}])\\d{1,4}bn?\\.\\p{L}");
    private static final int ROUNDED_DECIMALS = 3;
    private static final BigDecimal HUGE_ERROR = BigDecimal.valueOf(100);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        NamedFigures.in(table, "r squared", "r2", "rsquared", "r sq").forEach(figure -> {
            if (figure.value().compareTo(BigDecimal.ONE) == 0) {
                add(findings, table, figure, "R squared is 1");
            }
        });
        NamedFigures.in(table, "sigma", "residual standard error", "root mse").forEach(figure -> {
            if (figure.value().signum() == 0) {
                add(findings, table, figure, "the residuals have no variance");
            }
        });
        for (Column column : table.columns()) {
            for (int row = 0; row < table.rowCount() && Wording.names(column.name(), "predicted perfectly"); row++) {
                for (Quantity figure : table.quantities(row, column.index())) {
                    add(findings, table, figure, "a regressor predicts the outcome of these units without fail");
                }
            }
        }
        boolean printsErrors = table.holds(ColumnRole.SE);
        table.forEachQuantity(Set.of(ColumnRole.ESTIMATE), estimate -> {
            Optional<Quantity> se = Companions.of(table, estimate, ColumnRole.SE);
            if (printsErrors
                    && se.isPresent()
                    && isZero(table, estimate, se.get())
                    && !(isReference(estimate) && isCalledBase(table, estimate.row()))) {
                add(findings, table, se.get(), "the standard error is 0");
            }
            boolean spread =
                    se.isPresent() || Companions.limits(table, estimate).isPresent();
            if (printsErrors && !spread && !isReference(estimate)) {
                add(findings, table, estimate, "the standard error is missing");
            }
            boolean separated = Models.isOfEvents(table)
                    && estimate.value().abs().compareTo(HUGE_ESTIMATE) > 0
                    && se.isPresent()
                    && se.get().value().compareTo(HUGE_ERROR) > 0;
            if (separated) {
                add(findings, table, estimate, "coefficient and standard error are huge, as in a group of 0 or 100 %");
            }
        });
        return findings.outcome("the fit and the standard errors");
    }

    /** Whether a standard error is 0 rather than rounded to it: a test statistic beside it would be infinite. */
    private static boolean isZero(Table table, Quantity estimate, Quantity se) {
        boolean tested = Companions.of(table, estimate, ColumnRole.STATISTIC).isPresent();
        boolean exact = se.value().scale() <= 0 || se.value().scale() > ROUNDED_DECIMALS;
        return se.value().signum() == 0 && (exact || !tested);
    }

    /** A reference level is printed as 0, or as 1 on the scale of ratios, without an error. */
    private static boolean isReference(Quantity estimate) {
        return estimate.value().signum() == 0 || estimate.value().compareTo(BigDecimal.ONE) == 0;
    }

    /** {@code 1b.stage}, as Stata names the level that others are compared with. */
    private static boolean isCalledBase(Table table, int row) {
        return table.rowLabels(row).stream()
                .anyMatch(label -> BASE_LEVEL.matcher(label).find());
    }

    private static void add(Findings findings, Table table, Quantity at, String because) {
        findings.add(
                table,
                at.row(),
                at.column(),
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message(
                                "The model fits some units exactly, so that its figures may be those of a group that is all alike.")
                        .because(because)
                        .remedy("Drop or merge the regressor that separates the groups."));
    }
}

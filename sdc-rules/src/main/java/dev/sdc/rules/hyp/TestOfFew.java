package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.Exempt;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Test statistics and p-values of few units. */
@SdcRule(
        id = "HYP-001",
        title = "Test statistic of few units",
        source = "StatbarnSDC ontology (statistical hypothesis tests, low degrees of freedom); ACRO",
        parameters = {"min_dof", "exempt"})
public final class TestOfFew implements TableOrTextRule {
    /** The size of one group: {@code n1}, {@code N (arm A)}, {@code n_exposed}. */
    private static final Pattern SIZE = Pattern.compile("(?i)n(\\d{1,2}|[\\s_.(]\\s?\\w.*)");

    private static final Set<ColumnRole> TESTS = Set.of(ColumnRole.P_VALUE, ColumnRole.STATISTIC, ColumnRole.DOF);
    /** Limits go with the test that they belong to. */
    private static final Set<ColumnRole> DECIDED =
            Set.of(ColumnRole.P_VALUE, ColumnRole.STATISTIC, ColumnRole.DOF, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER);

    @Override
    public Set<ColumnRole> decides() {
        return DECIDED;
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        boolean tests = TESTS.stream().anyMatch(table::holds);
        if (!tests || isJudgedElsewhere(table)) {
            return new Outcome.NotApplicable("no test statistics or p-values of their own");
        }
        Optional<Outcome> exempt = Exempt.from(settings, Exemption.MODELS);
        if (exempt.isPresent() || settings.minDof() == 0) {
            return exempt.orElse(new Outcome.NotApplicable("the profile sets no minimum"));
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        Set<Integer> asked = new HashSet<>();
        table.forEachQuantity(TESTS, figure -> {
            Optional<Long> units = fewest(table, facts, figure, findings);
            if (units.isEmpty()) {
                if (asked.add(figure.row())) {
                    ask.at(figure);
                }
            } else if (units.get() < settings.minDof() && asked.add(figure.row())) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.BREACH,
                        words -> words(words, units.get() + " units or", settings));
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units the tests are of.")
                        .because("neither a number of units nor residual degrees of freedom are printed or supplied")
                        .remedy("Print or supply the number of units.")
                        .evidence("evidence.group_sizes: {\"" + example + "\": [n, n]}, or evidence.n_obs")));
        return findings.outcome("the units behind all tests");
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Optional<Outcome> exempt = Exempt.from(settings, Exemption.MODELS);
        if (exempt.isPresent() || settings.minDof() == 0) {
            return exempt.orElse(new Outcome.NotApplicable("the profile sets no minimum"));
        }
        Findings findings = Findings.in(this, prose);
        for (TestInWords test : TestInWords.in(prose, facts)) {
            if (test.degrees().compareTo(BigDecimal.valueOf(settings.minDof())) < 0) {
                findings.add(
                        test.where(),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words(words, test.degrees().toPlainString(), settings)
                                .value(test.text()));
            }
        }
        return findings.outcome("the degrees of freedom told in words");
    }

    private static FindingText words(FindingText words, String units, Settings settings) {
        return words.message("The test is of fewer units than may be shown.")
                .because(units + " residual degrees of freedom; the minimum is " + settings.minDof())
                .remedy("Leave the test out, or use more observations.");
    }

    private static boolean isJudgedElsewhere(Table table) {
        return table.type().isModel()
                || table.holds(ColumnRole.ESTIMATE)
                || table.holds(ColumnRole.SURVIVAL)
                || switch (table.type()) {
                    case CORRELATION,
                            CONCENTRATION_INDEX,
                            GINI,
                            ROC_CURVE,
                            FACTOR_ANALYSIS,
                            CLUSTER_ANALYSIS,
                            CLASSIFIER_METRICS,
                            DECISION_TREE,
                            ML_MODEL,
                            MODEL_OBJECT,
                            NETWORK -> true;
                    default -> false;
                };
    }

    /** The number of units behind a test or its residual degrees of freedom: the smaller of those that are known. */
    private static Optional<Long> fewest(Table table, Facts facts, Quantity figure, Findings findings) {
        Optional<Long> units = units(table, facts, figure, findings);
        Optional<Long> residual = ResidualDegrees.of(table, figure.row());
        return units.isPresent() && residual.isPresent()
                ? Optional.of(Math.min(units.get(), residual.get()))
                : units.or(() -> residual).or(() -> ResidualDegrees.unnamed(table, figure.row()));
    }

    /** The number of units behind a test. */
    private static Optional<Long> units(Table table, Facts facts, Quantity figure, Findings findings) {
        Optional<Size> n = facts.sampleSize(table, figure);
        if (n.isPresent()) {
            String declared = n.get().restsOn();
            if (declared != null) {
                findings.restsOn(declared);
            }
            return n.map(Size::low);
        }
        long beside = groupsBeside(table, figure.row());
        if (beside > 0) {
            return Optional.of(beside);
        }
        Long groupsShown = groups(table);
        if (groupsShown != null) {
            return Optional.of(groupsShown);
        }
        Optional<List<Long>> sizes = new SuppliedEvidence(table).groupSizes(figure.row(), figure.column());
        if (sizes.isPresent()) {
            findings.restsOn("evidence.group_sizes: " + table.rowLabel(figure.row()));
            return Optional.of(sizes.get().stream().mapToLong(Long::longValue).sum());
        }
        Long all = table.declaration().evidence().nObs();
        if (all != null) {
            findings.restsOn("evidence.n_obs: " + all);
            return Optional.of(all);
        }
        return Optional.empty();
    }

    /** The units of the groups that are compared where the row prints them: {@code n1}, {@code n_exposed}. */
    private static long groupsBeside(Table table, int row) {
        long sum = 0;
        for (Column column : table.columns()) {
            if (column.role() != null
                    && column.role().isCount()
                    && SIZE.matcher(column.leaf()).matches()) {
                sum += Math.max(0, LineCounts.at(table, row, column.index()));
            }
        }
        return sum;
    }

    /** The units of the groups that are compared, as headers count them, or in the print of a test its rows. */
    private static @Nullable Long groups(Table table) {
        long sum = 0;
        for (Column column : table.columns()) {
            Long n = column.headerN();
            sum += n == null ? 0 : n;
            if (table.type() == OutputType.HYPOTHESIS_TESTS && column.role() == ColumnRole.COUNT) {
                for (int row = 0; row < table.rowCount(); row++) {
                    boolean all = table.isTotalRow(row) || Wording.is(table.rowLabel(row), "combined", "total");
                    for (Quantity part : all ? List.<Quantity>of() : table.quantities(row, column.index())) {
                        sum += part.value().longValue();
                    }
                }
            }
        }
        return sum == 0 ? null : sum;
    }
}

package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tests of a table that is not printed, beside figures that may give it back. */
@SdcRule(
        id = "HYP-002",
        title = "Test that implies a table",
        source = "StatbarnSDC ontology 1.0; Guidelines for output checking, Data without Boundaries",
        parameters = "min_count")
public final class TestImpliesTable implements OutputRule {
    private static final Set<ColumnRole> TESTS = Set.of(ColumnRole.P_VALUE, ColumnRole.STATISTIC);
    private static final String[] NAMES = {
        "chi squared",
        "chi square",
        "chi2",
        "chisq",
        "χ",
        "χ2",
        "fisher",
        "fisher s",
        "fishers",
        "mcnemar",
        "mcnemar s",
        "kappa"
    };

    /** What a column of test statistics may be called beside that. */
    private static final String[] HEADERS = {"x squared", "x2", "chi", "chi 2", "pearson chi"};

    /** Tests of curves, whose statistics are called chi-squared, too. */
    private static final String[] OF_CURVES = {"log rank", "logrank", "wilcoxon", "breslow", "gehan", "peto", "tarone"};

    /** Those of models: alone in a label, which may be that of a variable, {@code Gleason score}, or first in a header. */
    private static final String[] OF_MODELS = {
        "likelihood ratio",
        "likelihood ratio test",
        "lr",
        "lr test",
        "2log lr",
        "score",
        "score test",
        "wald",
        "wald test"
    };

    private static final String[] LEFT_OVER = {"resid dev", "resid df", "residual deviance", "loglik", "log likelihood"
    };

    private static final String[] AGREEMENT = {"agreement", "agree", "concordant", "concordance"};

    /** A row of more counts prints the table itself. */
    private static final int MOST_SIZES = 3;

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        String title = output instanceof ModelSummary print ? print.title() : "";
        if (standsBelowCounts(output, facts)) {
            return new Outcome.NotApplicable("the table that is tested is printed above the test");
        }
        return output.numbers()
                .map(table -> inTable(table, title, settings.minCount()))
                .orElseGet(() -> new Outcome.NotApplicable("no tests"));
    }

    /** Whether the print of a test follows a table of counts in the same file, as Stata prints both. */
    private static boolean standsBelowCounts(Output output, Facts facts) {
        boolean test = output instanceof ModelSummary print && Wording.names(print.title(), NAMES);
        int at = test ? facts.outputs().indexOf(output) : 0;
        return at > 0
                && facts.outputs().get(at - 1) instanceof Table above
                && above.file().equals(output.file())
                && above.rowCount() > 1
                && above.columns().stream()
                                .filter(column -> column.mayHold(ColumnRole.COUNT))
                                .count()
                        > 1;
    }

    private Outcome inTable(Table table, String title, int minimum) {
        if (TESTS.stream().noneMatch(table::holds) || table.type().isModel()) {
            return new Outcome.NotApplicable("no tests");
        }
        Findings findings = Findings.in(this, table);
        Set<Integer> seen = new HashSet<>();
        boolean supplied = suppliedForSome(table, title);
        table.forEachQuantity(TESTS, test -> {
            if (isOfTable(table, test, title) && seen.add(test.row())) {
                judge(table, test, title, supplied, minimum, findings);
            }
        });
        return seen.isEmpty()
                ? new Outcome.NotApplicable("no tests of a table")
                : findings.outcome(seen.size() + (seen.size() == 1 ? " test" : " tests"));
    }

    private static boolean isOfTable(Table table, Quantity test, String title) {
        return isNamed(table, test.row(), title)
                || !calledInRow(table, test.row()).isEmpty()
                || (isUnderName(table.columns().get(test.column()))
                        && !comparesModels(table)
                        && !Wording.names(table.rowLabel(test.row()), OF_CURVES)
                        && !Wording.is(table.rowLabel(test.row()), OF_MODELS));
    }

    /** Whether the label of a row or the title of a print names a test of a table. */
    private static boolean isNamed(Table table, int row, String title) {
        return Wording.names(table.rowLabel(row), NAMES) || Wording.names(title, NAMES);
    }

    /** What a column beside the sizes calls the test of a row, {@code Fisher exact}; empty where it is none of a table. */
    private static String calledInRow(Table table, int row) {
        return table.columns().stream()
                .filter(Column::isLabel)
                .map(column -> table.text(row, column.index()))
                .filter(text -> Wording.names(text, NAMES))
                .findFirst()
                .orElse("");
    }

    /** Whether the rows are models, or terms added to one, with what each leaves over: their tests are of no table. */
    private static boolean comparesModels(Table table) {
        return table.columns().stream().anyMatch(column -> Wording.is(column.name(), LEFT_OVER));
    }

    private static boolean isUnderName(Column column) {
        return (Wording.names(column.name(), NAMES) || Wording.names(column.name(), HEADERS))
                && !Wording.names(column.name(), OF_CURVES)
                && !Wording.begins(column.name(), OF_MODELS);
    }

    /** Whether the evidence gives the smallest cell of one test at least: then it has to give those of the others. */
    private static boolean suppliedForSome(Table table, String title) {
        boolean[] some = new boolean[1];
        table.forEachQuantity(
                TESTS, test -> some[0] |= supplied(table, test, title).isPresent());
        return some[0];
    }

    private static Optional<Long> supplied(Table table, Quantity test, String title) {
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        return evidence.cellMinimum(test.row(), test.column()).or(() -> evidence.cellMinimum(title));
    }

    private static void judge(
            Table table, Quantity test, String title, boolean supplied, int minimum, Findings findings) {
        String label = table.rowLabel(test.row());
        Long least = supplied(table, test, title).orElse(null);
        if (least != null && least >= 1 && least < minimum) {
            findings.add(
                    table,
                    test.row(),
                    test.column(),
                    Disposition.BREACH,
                    words -> words.message("The table behind the test has a small cell.")
                            .because("the evidence says that its smallest cell counts " + least + "; the minimum is "
                                    + minimum)
                            .remedy("Merge categories and test anew, or leave the test out."));
        } else if (least != null) {
            findings.restsOn("evidence.cell_minimum: " + label);
        } else if (supplied || givesBack(table, test.row(), title)) {
            findings.add(
                    table,
                    test.row(),
                    test.column(),
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("What is printed of the test may give back the table behind it.")
                            .because(
                                    supplied
                                            ? "the evidence gives the smallest cells of other tests and not of this one"
                                            : "its statistic or the sizes of its groups are printed, the table is not,"
                                                    + " and nobody says how small its smallest cell is")
                            .remedy("State the smallest cell of the table, or leave out all but the p-value.")
                            .evidence("evidence.cell_minimum: {\"" + label + "\": n}"));
        }
    }

    /** Whether more than a p-value is printed of a table that is not; a row of many counts is the table itself. */
    private static boolean givesBack(Table table, int row, String title) {
        int sizes = sizes(table, row);
        if (sizes > MOST_SIZES) {
            return false;
        }
        boolean kappa = Wording.names(table.rowLabel(row), "kappa") || Wording.names(title, "kappa");
        boolean named = isNamed(table, row, title);
        String called = calledInRow(table, row);
        if (!named && !called.isEmpty()) {
            kappa = Wording.names(called, "kappa");
        } else if (!named) {
            kappa = table.columns().stream()
                    .filter(TestImpliesTable::isUnderName)
                    .allMatch(column -> Wording.names(column.name(), "kappa"));
        }
        boolean more = kappa ? printsAgreement(table) : sizes > 0 || holds(table, row, Set.of(ColumnRole.STATISTIC));
        if (!named && table.type() != OutputType.HYPOTHESIS_TESTS) {
            // beside the test that a header names, the counts of the rows are those of the table itself
            return more && sizes < 2 && !countsWithoutTest(table);
        }
        return sizes >= 2 || (more && !standsBelowTable(table));
    }

    /** Whether counts stand in a row without a test: further levels of the variable that is tested. */
    private static boolean countsWithoutTest(Table table) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (sizes(table, row) > 0 && !holds(table, row, TESTS)) {
                return true;
            }
        }
        return false;
    }

    /** How many sizes of groups stand in a row. */
    private static int sizes(Table table, int row) {
        int sizes = 0;
        for (Column column : table.columns()) {
            sizes += LineCounts.at(table, row, column.index()) > 0 ? 1 : 0;
        }
        return sizes;
    }

    private static boolean holds(Table table, int row, Set<ColumnRole> roles) {
        return table.columns().stream()
                .flatMap(column -> table.quantities(row, column.index()).stream())
                .anyMatch(figure -> roles.contains(figure.role()));
    }

    /** Kappa is made of the share that agrees and of the margins; with that share it tells of them. */
    private static boolean printsAgreement(Table table) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (Wording.names(table.rowLabel(row), AGREEMENT)) {
                return true;
            }
        }
        return table.columns().stream().anyMatch(column -> Wording.names(column.name(), AGREEMENT));
    }

    /** Whether counts stand in rows without a test: the table that is tested in another row. */
    private static boolean standsBelowTable(Table table) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (sizes(table, row) > 1 && !holds(table, row, TESTS)) {
                return true;
            }
        }
        return false;
    }
}

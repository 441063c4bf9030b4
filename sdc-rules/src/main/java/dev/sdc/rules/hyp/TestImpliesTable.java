package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.SuppliedEvidence;
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
import java.util.HashSet;
import java.util.Set;

/** Tests of a table that is not printed, beside the margins that give it back. */
@SdcRule(
        id = "HYP-002",
        title = "Test that implies a table",
        source = "StatbarnSDC ontology 1.0; Guidelines for output checking, Data without Boundaries",
        parameters = "min_count")
public final class TestImpliesTable implements TableRule {
    private static final Set<ColumnRole> TESTS = Set.of(ColumnRole.P_VALUE, ColumnRole.STATISTIC);
    private static final String[] NAMES = {
        "chi squared",
        "chi square",
        "chi2",
        "chisq",
        "χ²",
        "χ2",
        "fisher",
        "fisher s",
        "fishers",
        "mcnemar",
        "mcnemar s",
        "kappa"
    };

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (TESTS.stream().noneMatch(table::holds) || table.type().isModel()) {
            return new Outcome.NotApplicable("no tests");
        }
        Findings findings = Findings.in(this, table);
        Set<Integer> seen = new HashSet<>();
        boolean supplied = suppliedForSome(table);
        table.forEachQuantity(TESTS, test -> {
            if (isOfTable(table, test) && seen.add(test.row())) {
                judge(table, test, supplied, settings.minCount(), findings);
            }
        });
        return seen.isEmpty()
                ? new Outcome.NotApplicable("no tests of a table")
                : findings.outcome(seen.size() + (seen.size() == 1 ? " test" : " tests"));
    }

    private static boolean isOfTable(Table table, Quantity test) {
        // under a header that names a test, the counts of a row are the table itself
        return Wording.names(table.rowLabel(test.row()), NAMES);
    }

    /** Whether the evidence gives the smallest cell of one test at least: then it has to give those of the others. */
    private static boolean suppliedForSome(Table table) {
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        boolean[] some = new boolean[1];
        table.forEachQuantity(
                TESTS,
                test -> some[0] |=
                        evidence.cellMinimum(test.row(), test.column()).isPresent());
        return some[0];
    }

    private static void judge(Table table, Quantity test, boolean supplied, int minimum, Findings findings) {
        String label = table.rowLabel(test.row());
        Long least = new SuppliedEvidence(table)
                .cellMinimum(test.row(), test.column())
                .orElse(null);
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
        } else if (supplied || sizes(table, test.row()) >= 2) {
            findings.add(
                    table,
                    test.row(),
                    test.column(),
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message(
                                    "The test and the sizes printed beside it may give back the table behind it.")
                            .because(
                                    supplied
                                            ? "the evidence gives the smallest cells of other tests and not of this one"
                                            : "the sizes of its groups are printed, the table is not, and nobody says how"
                                                    + " small its smallest cell is")
                            .remedy("State the smallest cell of the table, or leave out the sizes or the test.")
                            .evidence("evidence.cell_minimum: {\"" + label + "\": n}"));
        }
    }

    /** How many sizes of groups stand in the row; where more than a few counts do, they are the table itself. */
    private static int sizes(Table table, int row) {
        int sizes = 0;
        for (Column column : table.columns()) {
            sizes += LineCounts.at(table, row, column.index()) > 0 ? 1 : 0;
        }
        return sizes <= 3 ? sizes : 0;
    }
}

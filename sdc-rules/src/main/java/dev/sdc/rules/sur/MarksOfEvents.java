package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Facts;
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
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Ticks, rugs and times of single events on a survival curve. */
@SdcRule(
        id = "SUR-005",
        title = "Mark for each event or withdrawal",
        source = "OpenSAFELY, Kaplan-Meier action: events and withdrawals are grouped; SDC handbook on graphs")
public final class MarksOfEvents implements OutputRule {
    private static final String[] MARKS = {
        "tick",
        "ticks",
        "tick mark",
        "tick marks",
        "censor mark",
        "censor marks",
        "censoring mark",
        "censoring marks",
        "rug",
        "rug mark",
        "rug marks",
        "censoring ticks",
        "censored ticks",
        "censor time",
        "censor times",
        "censoring time",
        "censoring times",
        "censored times",
        "event times",
        "death times"
    };
    private static final String[] NONE = {"no", "without", "removed", "not", "hidden", "off"};
    private static final int FEW = 5;

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        boolean declared = output.typeDeclared()
                && (output.type() == OutputType.SURVIVAL_TABLE || output.type() == OutputType.LIFE_TABLE);
        boolean curve = declared
                || output instanceof Figure
                || (output instanceof Table table
                        && (table.holds(ColumnRole.SURVIVAL) || table.holds(ColumnRole.AT_RISK)));
        if (!curve) {
            return new Outcome.NotApplicable("no survival curve");
        }
        Findings findings = Findings.in(this, output);
        if (output instanceof Table table) {
            inTable(table, findings);
        }
        String said = said(output);
        if (findings.total() == 0 && Wording.names(said, MARKS) && !Wording.names(said, NONE)) {
            add(findings, output instanceof Figure ? "" : output.range(), null, "the declaration speaks of such marks");
        }
        return findings.total() == 0 && output instanceof Figure && !declared
                ? new Outcome.NotApplicable("nothing speaks of marks on a survival curve")
                : findings.outcome("headers, marks of 0 and 1, and what is declared of them");
    }

    private static void inTable(Table table, Findings findings) {
        for (Column column : table.columns()) {
            boolean named = Wording.is(column.leaf(), MARKS) && table.type() != OutputType.OTHER;
            if (named || marksSingleWithdrawals(table, column)) {
                add(
                        findings,
                        table.columnAddress(column.index()),
                        column.name(),
                        named
                                ? "the header says that the column marks single events or withdrawals"
                                : "every value is 0 or 1, row by row, and no numbers at risk are printed");
            }
        }
    }

    /** A column of 0 and 1 beside the points of a curve: which of them are withdrawals. */
    private static boolean marksSingleWithdrawals(Table table, Column column) {
        if (column.role() != ColumnRole.CENSORED || table.holds(ColumnRole.AT_RISK) || table.rowCount() <= FEW) {
            return false;
        }
        boolean some = false;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (figure.value().signum() < 0 || figure.value().compareTo(BigDecimal.ONE) > 0) {
                    return false;
                }
                some |= figure.value().signum() > 0;
            }
        }
        return some;
    }

    private static String said(Output output) {
        String method = output.declaration().method();
        String pointIs = output.declaration().pointIs();
        return (method == null ? "" : method) + " " + (pointIs == null ? "" : pointIs);
    }

    private static void add(Findings findings, String address, @Nullable String column, String because) {
        findings.add(
                address,
                null,
                column,
                Disposition.BREACH,
                words -> words.message("Each mark on the curve is one person's event or withdrawal, at its time.")
                        .because(because)
                        .remedy("Draw the curve without ticks and rugs, on a grid of months."));
    }
}

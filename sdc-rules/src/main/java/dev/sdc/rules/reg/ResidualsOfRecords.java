package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.evidence.TwoGroups;
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
import java.util.List;
import java.util.Optional;

/** Residuals that a model's summary prints: each of them, or the smallest and the largest. */
@SdcRule(
        id = "REG-007",
        title = "Residuals of single records in a summary",
        source = "EACRO user guide; Handbook on SDC, 2nd edition, 6.6",
        parameters = "exempt")
public final class ResidualsOfRecords implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Column> residuals = table.columns().stream()
                .filter(column -> isResidual(column.name()))
                .toList();
        if (residuals.isEmpty()) {
            return new Outcome.NotApplicable("no residuals");
        }
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        boolean known = isFittedValueKnown(table, facts);
        for (Column column : residuals) {
            for (int row = 0; row < table.rowCount(); row++) {
                for (Quantity figure : table.quantities(row, column.index())) {
                    judge(findings, table, figure, column.name(), known);
                }
            }
        }
        return findings.outcome("the residuals in the summary");
    }

    private static void judge(Findings findings, Table table, Quantity figure, String name, boolean known) {
        if (isRecord(name)) {
            add(findings, table, figure, Disposition.BREACH, "the summary prints the residual of every record");
        } else if (Wording.names(name, "min", "max", "minimum", "maximum")) {
            // those of mixed models are scaled by the residual standard deviation, which is printed too
            boolean raw = Wording.begins(name, "residual")
                    || Wording.begins(name, "scaled residual")
                    || Wording.begins(name, "standardized within group residual");
            String because = !raw
                    ? "a residual on another scale tells how far one unit lies from what the model expects of it"
                    : known
                            ? "the fitted value is printed too, and the two sum to one unit's value of the outcome"
                            : "residual and fitted value sum to one unit's value of the outcome";
            Disposition level = raw && known ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
            add(findings, table, figure, level, because);
        }
    }

    private static boolean isResidual(String name) {
        String[] words = name.split(" ", -1);
        return Wording.names(name, "residual") && (isRecord(name) || isQuantile(words[words.length - 1]));
    }

    private static boolean isQuantile(String word) {
        return Wording.is(word, "min", "1q", "median", "3q", "max", "minimum", "maximum");
    }

    /** Few residuals are printed one by one, under the numbers of their records. */
    private static boolean isRecord(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return Wording.names(name, "residual")
                && !last.isEmpty()
                && last.chars().allMatch(Character::isDigit);
    }

    /** Whether the constant alone, or with one 0/1 regressor, gives every fitted value. */
    private static boolean isFittedValueKnown(Table table, Facts facts) {
        if (!table.holds(ColumnRole.ESTIMATE) || Models.isOfEvents(table)) {
            return false;
        }
        List<Term> terms = Term.in(table);
        Long n = ModelFit.of(table, facts).observations();
        return terms.isEmpty()
                || (terms.size() == 1
                        && n != null
                        && TwoGroups.in(table, terms.get(0).estimate(), n).isPresent());
    }

    private static void add(Findings findings, Table table, Quantity figure, Disposition level, String because) {
        findings.add(
                table,
                figure.row(),
                figure.column(),
                level,
                words -> words.message("The summary prints residuals of single units.")
                        .because(because)
                        .remedy("Leave the lines on the residuals out of the summary."));
    }
}

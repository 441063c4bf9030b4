package dev.sdc.rules.mag;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.HiddenSize;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import java.util.Optional;
import java.util.Set;

/** Means and totals of which nobody says how many units they summarise. */
@SdcRule(
        id = "MAG-002",
        title = "Mean or total without its number of contributors",
        source = "Eurostat ACRO user guide; OpenSAFELY (output context)",
        parameters = "min_contributors")
public final class UnknownContributors implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Magnitudes.ROLES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        if (settings.minContributors() == 0) {
            return new Outcome.NotApplicable("the profile sets no least number of contributors");
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        Magnitudes.forEach(table, figure -> {
            // HID-001 judges a number that the spread gives away
            if (facts.sizeOrMask(table, figure).isEmpty()
                    && HiddenSize.behind(table, figure).isEmpty()) {
                ask.at(figure);
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units these figures summarise.")
                        .because("no count is printed beside them and none follows from other figures")
                        .remedy("Print the number of units behind each figure, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}, or a column of counts")));
        return findings.outcome("every mean and total has its number of contributors");
    }
}

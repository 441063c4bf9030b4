package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.Exempt;
import java.util.Optional;
import java.util.Set;

/** Hazard and rate ratios that rest, or may rest, on few events in a group. */
@SdcRule(
        id = "RAT-004",
        title = "Hazard or rate ratio of few events",
        source = "Proposal of this project, from the variance of a log ratio",
        parameters = {"min_count", "exempt"})
public final class FewEventsBehindRatio implements OutputRule {
    @Override
    public Set<ColumnRole> decides() {
        return Ratios.DECIDED;
    }

    @Override
    public boolean examinesNotes() {
        return true;
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (output instanceof Prose prose) {
            return inProse(prose, settings);
        }
        return output.numbers()
                .map(table -> inTable(table, settings))
                .orElseGet(() -> new Outcome.NotApplicable("no odds, risk, rate or hazard ratios"));
    }

    private Outcome inProse(Prose prose, Settings settings) {
        Findings findings = Findings.in(this, prose);
        boolean any = false;
        for (RatiosInWords ratio : RatiosInWords.in(prose)) {
            if (ratio.kind().isOfTime()) {
                any = true;
                ratio.smallByInterval(findings, settings);
                ratio.ask(findings, settings);
            }
        }
        return any
                ? Exempt.from(settings, Exemption.INTERVALS)
                        .orElseGet(() -> findings.outcome("the events behind all hazard and rate ratios"))
                : new Outcome.NotApplicable("no such ratio is told in words");
    }

    private Outcome inTable(Table table, Settings settings) {
        Optional<Outcome> settled = Ratios.settled(table, settings);
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        AskOnce open = new AskOnce(table);
        PrintedCells printed = new PrintedCells(table);
        Ratio.forEach(table, ratio -> {
            if (!ratio.kind().isOfTime()) {
                return;
            }
            if (Ratio.isCrude(table, ratio.figure()) && ratio.spread().isPresent()) {
                Ratios.smallByInterval(findings, table, ratio, settings.minCount());
            }
            if (Ratios.isOpen(findings, table, ratio, printed, settings)) {
                open.at(ratio.figure());
            }
        });
        Ratios.ask(findings, open);
        return findings.outcome("the events behind all hazard and rate ratios");
    }
}

package dev.sdc.rules.sec;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.EvidentRounding;
import dev.sdc.engine.audit.SumsElsewhere;
import dev.sdc.engine.audit.TotalsBesideText;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Small groups that are not printed but follow by subtraction: a category left out, a step of a flow, a part of a set. */
@SdcRule(
        id = "SEC-004",
        title = "Missing category can be worked out",
        source = "Handbook on SDC, 2nd edition, 5.2",
        parameters = {"min_count", "national_exempt"})
public final class MissingCategory implements OutputRule {

    @Override
    public boolean examinesNotes() {
        return true;
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (settings.nationalExempt() && output.declaration().level() == Declaration.Level.NATIONAL) {
            return new Outcome.Passed(
                    "no difference: the profile lets national counts be shown", List.of("level: national"));
        }
        if (output instanceof Table table) {
            return inTable(table, facts, settings);
        }
        if (output instanceof Prose prose) {
            return inProse(prose, facts, settings);
        }
        return new Outcome.NotApplicable("no counts");
    }

    private Outcome inTable(Table table, Facts facts, Settings settings) {
        CountGrid grid = CountGrid.of(table, settings);
        if (grid.rounds() || EvidentRounding.of(table).rounds()) {
            Findings findings = Findings.in(this, table);
            if (grid.declaration() != null) {
                findings.restsOn(grid.declaration());
            }
            return findings.outcome("no difference: differences of rounded counts are uncertain");
        }
        Findings findings = Findings.in(this, table);
        Set<String> told = new HashSet<>();
        long tested = Remainders.forEachSmall(table, facts, settings.minCount(), remainder -> {
            told.add(remainder.where());
            tell(findings, remainder, Disposition.BREACH, settings);
        });
        SumsElsewhere.Found elsewhere = SumsElsewhere.of(table, facts, settings);
        List<Remainder> presumed = new ArrayList<>(PresumedSubsets.of(table, facts));
        for (SumsElsewhere sum : elsewhere.sums()) {
            Remainder left = Remainder.of(table, sum);
            if (!sum.sure()) {
                presumed.add(left);
            } else {
                tested++;
                if (left.isSmall(settings.minCount()) && told.add(left.where())) {
                    tell(findings, left, Disposition.BREACH, settings);
                }
            }
        }
        presumed.addAll(OverlappingSets.presumed(table));
        presumed.addAll(UnequalVariables.of(table, facts));
        presumed.addAll(UnequalTables.of(table, facts));
        for (Remainder remainder : presumed) {
            tested++;
            if (remainder.isSmall(settings.minCount()) && told.add(remainder.where())) {
                tell(findings, remainder, Disposition.HUMAN_JUDGEMENT, settings);
            }
        }
        boolean compared = UnequalTables.compared(table, facts) && elsewhere.all();
        if (!compared) {
            NotCompared.tell(table, findings);
        }
        return tested == 0 && compared
                ? new Outcome.NotApplicable("no totals to subtract from")
                : findings.outcome(tested + " differences");
    }

    private static void tell(Findings findings, Remainder remainder, Disposition disposition, Settings settings) {
        findings.add(
                remainder.where(),
                remainder.row(),
                remainder.column(),
                disposition,
                words -> remainder.words(words, settings.minCount()));
    }

    private Outcome inProse(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        List<Remainder> steps = new ArrayList<>(FlowText.steps(prose));
        steps.addAll(IndentedFlow.steps(prose));
        DrawnFlow drawn = DrawnFlow.of(prose);
        steps.addAll(drawn.steps());
        steps.addAll(ListedFlow.steps(prose, drawn.lines()));
        steps.addAll(InlineFlow.steps(prose));
        steps.addAll(DiagramFlow.steps(prose));
        steps.addAll(FlowText.parts(prose, facts));
        ToldPartitions partitions = ToldPartitions.of(prose, facts);
        steps.addAll(partitions.sure());
        steps.addAll(PartAndWhole.in(prose, facts));
        steps.addAll(GroupsThatWentOn.in(prose, facts));
        Set<Object> told = new HashSet<>();
        for (Remainder step : steps) {
            boolean other = step.terms().isEmpty() || told.add(Set.copyOf(step.terms()));
            if (step.isSmall(settings.minCount()) && other && told.add(step.where())) {
                findings.add(
                        step.where(), null, null, Disposition.BREACH, words -> step.words(words, settings.minCount()));
            }
        }
        List<Remainder> presumed = new ArrayList<>(InlineFlow.presumed(prose));
        presumed.addAll(partitions.presumed());
        TotalsBesideText.of(prose, facts).forEach(near -> presumed.add(Remainder.of(prose, near)));
        for (Remainder step : presumed) {
            if (step.isSmall(settings.minCount()) && told.add(step.where())) {
                tell(findings, step, Disposition.HUMAN_JUDGEMENT, settings);
            }
        }
        return findings.outcome(steps.size() + (steps.size() == 1 ? " step" : " steps") + " told in words");
    }
}

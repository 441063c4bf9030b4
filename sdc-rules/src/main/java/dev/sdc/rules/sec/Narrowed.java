package dev.sdc.rules.sec;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
import dev.sdc.engine.audit.HiddenSum;
import dev.sdc.engine.audit.RoundedCounts;
import dev.sdc.engine.audit.RoundedCounts.RoundedCount;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hidden small counts for which the totals leave fewer values than their mark. */
@SdcRule(
        id = "SEC-002",
        title = "Hidden count can be narrowed down",
        source = "Handbook on SDC, 2nd edition, 4.3 (interval disclosure)",
        parameters = {"min_count", "ambiguity", "national_exempt"})
public final class Narrowed implements TableRule {

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no hidden count: the profile lets national counts be shown");
        }
        List<HiddenCount> hidden = HiddenCounts.in(table, facts, settings);
        List<RoundedCount> rounded = RoundedCounts.in(table, facts, settings);
        if (hidden.isEmpty() && rounded.isEmpty()) {
            return new Outcome.NotApplicable("no count is hidden under a total");
        }
        rounded.forEach(count -> add(table, count, settings, findings));
        Marks.restsOn(table, findings);
        Set<String> told = new HashSet<>();
        for (HiddenCount count : hidden) {
            if (isNarrowed(count, settings)) {
                boolean few = count.values() < settings.ambiguity();
                told.add(table.address(count.row(), count.column()));
                Disposition disposition = few ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
                findings.add(table, count.row(), count.column(), disposition, words -> {
                    FindingText text = words.message("A hidden small count can be narrowed down.")
                            .because(count.because() + ": " + count.values() + " values")
                            .remedy(
                                    "Hide more cells in its row and column, or work the totals out anew from what is shown.");
                    count.related().forEach(text::related);
                    text.proof(count.proof());
                    return text;
                });
            }
        }
        for (HiddenSum sum : HiddenCounts.smallSums(table, facts, settings)) {
            if (told.add(table.address(sum.row(), sum.column()))) {
                findings.add(
                        table,
                        sum.row(),
                        sum.column(),
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words(words, sum, settings));
            }
        }
        return findings.outcome(hidden.size() + rounded.size() + " hidden or rounded counts");
    }

    private static void add(Table table, RoundedCount count, Settings settings, Findings findings) {
        boolean few = !count.undecided() && count.left().values() < settings.ambiguity();
        String left = count.left().low() == count.left().high()
                ? "only " + count.left().low()
                : count.left().low() + " to " + count.left().high();
        findings.add(
                table, count.row(), count.column(), few ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT, words -> {
                    words.message(
                                    count.undecided()
                                            ? "It could not be decided how much the totals tell of a small rounded count."
                                            : "Totals that were rounded on their own narrow a small rounded count down.")
                            .because(
                                    count.n() + " stands for " + count.rounded().low() + " to "
                                            + count.rounded().high()
                                            + "; with the totals of its row and column, which were rounded"
                                            + " too, " + left + " is left")
                            .remedy("Add the totals up from the rounded counts, or round to a larger base.");
                    count.related().forEach(words::related);
                    return words;
                });
    }

    /** Also where another table shows it to be exactly nobody: what is found must not vanish when a table is added. */
    private static boolean isNarrowed(HiddenCount count, Settings settings) {
        boolean below = count.high() < settings.minCount();
        boolean nobody = count.exact()
                && count.low() == 0
                && count.alone().low() < count.alone().high()
                && count.narrowedAlone();
        return below && (nobody || (!count.exact() && count.narrowed()));
    }

    private static FindingText words(FindingText words, HiddenSum sum, Settings settings) {
        String together = sum.low() == sum.high() ? Long.toString(sum.low()) : sum.low() + " to " + sum.high();
        FindingText text = words.message("Hidden counts of one line are known together, and are few.")
                .because(sum.because() + "; " + sum.size() + " of them are not known one by one, and are " + together
                        + " together, fewer than " + settings.minCount())
                .remedy("Hide a further, larger count of the line, or work its total out anew from what is shown.");
        sum.related().forEach(text::related);
        text.proof(new Proof(List.of(new Proof.Step(sum.because(), sum.terms()))));
        return text;
    }
}

package dev.sdc.rules.sec;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
import dev.sdc.engine.audit.HiddenTotals;
import dev.sdc.engine.audit.HiddenTotals.HiddenTotal;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hidden counts that the totals and the other counts of the table give back exactly. */
@SdcRule(
        id = "SEC-001",
        title = "Hidden count can be worked out",
        source = "Handbook on SDC, 2nd edition, 4.3 (secondary suppression)",
        parameters = {"min_count", "zero_policy", "national_exempt"})
public final class Recoverable implements TableRule {

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no hidden count: the profile lets national counts be shown");
        }
        List<HiddenCount> hidden = HiddenCounts.in(table, facts, settings);
        List<HiddenTotal> sums = HiddenTotals.in(table, facts);
        boolean compared = HiddenCounts.compared(table, facts, settings);
        if (!compared) {
            NotCompared.tell(table, findings);
        }
        if (hidden.isEmpty() && sums.isEmpty() && compared) {
            return new Outcome.NotApplicable("no count is hidden under a total");
        }
        for (HiddenTotal sum : sums) {
            if (sum.exact() && sum.high().signum() > 0) {
                add(table, sum, facts, settings, findings);
            }
        }
        Marks.restsOn(table, findings);
        boolean contradicted = false;
        for (HiddenCount count : hidden) {
            contradicted |= count.contradicted();
            Disposition disposition = count.exact() ? disposition(count, settings) : null;
            if (disposition != null) {
                findings.add(table, count.row(), count.column(), disposition, words -> words(words, count, settings));
            }
        }
        if (contradicted) {
            contradiction(table, findings);
        }
        long undecided = hidden.stream().filter(HiddenCount::undecided).count();
        if (undecided > 0) {
            undecided(table, undecided, findings);
        }
        return findings.outcome(hidden.size() + " hidden counts and " + sums.size() + " hidden sums");
    }

    /** A sum that was held back and follows: a breach where it is of few, and for a person to weigh where that is not known. */
    private static void add(Table table, HiddenTotal sum, Facts facts, Settings settings, Findings findings) {
        findings.add(
                table,
                sum.row(),
                sum.column(),
                isOfFew(table, sum, facts, settings) ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> {
                    words.message("A hidden sum can be worked out.")
                            .because(sum.because())
                            .remedy(
                                    "Hide a second sum under the same total, or work the total out anew from what is shown.");
                    sum.related().forEach(words::related);
                    words.proof(sum.proof());
                    return words;
                });
    }

    private static boolean isOfFew(Table table, HiddenTotal sum, Facts facts, Settings settings) {
        Contribution supplied =
                facts.contribution(table, sum.row(), sum.column()).orElse(null);
        Long n = supplied == null ? null : supplied.n();
        if (n != null) {
            return n < settings.minCount();
        }
        for (Column column : table.columns()) {
            boolean counts = column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS);
            if (counts && table.cell(sum.row(), column.index()) instanceof CellValue.Suppressed mark) {
                Bounds bounds = mark.interval();
                BigDecimal most = bounds == null ? null : bounds.high();
                return most != null && most.compareTo(BigDecimal.valueOf(settings.minCount())) < 0;
            }
        }
        return false;
    }

    /** What a count that can be worked out means; null where it means nothing. */
    private static @Nullable Disposition disposition(HiddenCount count, Settings settings) {
        if (count.low() >= settings.minCount()) {
            return Disposition.INFORMATION;
        }
        if (count.low() > 0) {
            return Disposition.BREACH;
        }
        boolean marked = count.table().cell(count.row(), count.column()) instanceof CellValue.Suppressed;
        if (!marked || settings.zeroPolicy() == Settings.ZeroPolicy.ALLOW) {
            return null;
        }
        return settings.zeroPolicy() == Settings.ZeroPolicy.FAIL ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
    }

    private static FindingText words(FindingText words, HiddenCount count, Settings settings) {
        boolean large = count.low() >= settings.minCount();
        FindingText text = words.message(
                        large
                                ? "A hidden count can be worked out; it is not small."
                                : "A hidden count can be worked out.")
                .because(count.because())
                .remedy(
                        "Hide a second cell in the same row and in the same column, work the totals out anew from what is"
                                + " shown, or merge categories.");
        count.related().forEach(text::related);
        text.proof(count.proof());
        return text;
    }

    private static void undecided(Table table, long undecided, Findings findings) {
        findings.add(
                table.range(),
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("It could not be decided how much the totals tell of the hidden counts.")
                        .because(undecided + (undecided == 1 ? " hidden count hangs" : " hidden counts hang")
                                + " together with so many others that the work allowed, or the solver at hand, did not"
                                + " reach")
                        .remedy("Split the table, leave out totals, or have the hidden counts audited with a solver."));
    }

    private static void contradiction(Table table, Findings findings) {
        findings.add(
                table.range(),
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("Totals contradict each other, so hidden counts could not be tested.")
                        .because("no counts behind the marks fit all the printed totals")
                        .remedy(
                                "Correct the totals or what the marks stand for, or declare how the table was rounded."));
    }
}

package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;

/** Shares of a known base that leave a small rest. */
@SdcRule(
        id = "PCT-002",
        title = "Percentage that leaves a small rest",
        source = "ADRF export guidelines; UK LLC output rules",
        parameters = "min_count")
public final class SmallComplement implements TableOrTextRule {
    private static final String MESSAGE = "What the percentage leaves of its base is fewer units than may be shown.";

    @Override
    public Set<ColumnRole> decides() {
        return Shares.ROLES;
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        for (CountWithShare counted : CountWithShare.in(prose, facts)) {
            if (counted.rest().smallness(settings.minCount()) == Smallness.ALL) {
                findings.add(
                        counted.where(),
                        null,
                        null,
                        counted.certain() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(MESSAGE)
                                .because("\"" + counted.text() + "\" leaves "
                                        + counted.rest().inWords() + "; the minimum is " + settings.minCount())
                                .remedy("Write fewer decimals, or the number alone, or speak of a wider group.")
                                .value(counted.text()));
            }
        }
        for (ShareInWords share : ShareInWords.in(prose, facts)) {
            ImpliedCounts.of(share.value().complement(), share.base())
                    .ifPresent(rest -> share.judge(findings, rest, settings, MESSAGE, " leaves "));
        }
        return findings.outcome("the percentages of a base told in words");
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Shares.exempt(table, settings);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        Findings findings = Findings.in(this, table);
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        PrintedRest printed = new PrintedRest(table);
        new Shares(table, facts).forEach(share -> {
            boolean large = share.base().restsOn() == null && share.leavesAtLeast(settings.minCount());
            if (large || share.base().high() < settings.minCount() || isAllOfAll(table, share.figure())) {
                return;
            }
            Optional<ImpliedCounts> known = share.counts().isPresent() ? share.rest() : Optional.empty();
            if (known.isEmpty()) {
                return;
            }
            ImpliedCounts rest = known.get();
            Smallness smallness = rest.smallness(settings.minCount());
            // to look for the rest elsewhere is the dearest step
            boolean safe = smallness == Smallness.NONE && share.base().restsOn() == null;
            if (safe || printed.isPrinted(share)) {
                return;
            }
            if (smallness == Smallness.ALL) {
                findings.add(
                        table,
                        share.figure().row(),
                        share.figure().column(),
                        Disposition.BREACH,
                        words -> words.message(MESSAGE)
                                .because(share.inWords() + " leaves " + rest.inWords() + "; the minimum is "
                                        + settings.minCount())
                                .remedy("Print fewer decimals, round numerator and base, or use a wider group."));
            } else if (smallness == Smallness.SOME && !share.countPrinted()) {
                StraddlingCount.judge(findings, table, share, rest, settings, evidence, "the rest behind ");
            } else if (share.base().restsOn() != null) {
                findings.restsOn(share.base().restsOn());
            }
        });
        return findings.outcome("the rest behind all shares of a known base");
    }

    /** The hundred per cent of a total that a table prints for form's sake leaves nobody. */
    private static boolean isAllOfAll(Table table, Quantity figure) {
        return table.isTotalRow(figure.row()) && figure.value().compareTo(Shares.whole(figure)) == 0;
    }
}

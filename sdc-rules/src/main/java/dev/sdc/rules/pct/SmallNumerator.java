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
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;

/** Shares of a known base that give back a small count. */
@SdcRule(
        id = "PCT-001",
        title = "Percentage that gives back a small count",
        source = "ADRF export guidelines; UK LLC output rules",
        parameters = "min_count")
public final class SmallNumerator implements TableOrTextRule {
    @Override
    public Set<ColumnRole> decides() {
        return Shares.ROLES;
    }

    /** The limits of shares too, which tell no more than the share and the number of units do. */
    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        boolean limit = role == ColumnRole.CI_LOWER || role == ColumnRole.CI_UPPER;
        return TableOrTextRule.super.decides(table, column, role)
                || (limit && Shares.ROLES.stream().anyMatch(table::holds) && !table.holds(ColumnRole.ESTIMATE));
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        for (ShareInWords share : ShareInWords.in(prose, facts)) {
            ImpliedCounts.of(share.value(), share.base())
                    .ifPresent(counts -> share.judge(
                            findings,
                            counts,
                            settings,
                            "The percentage and its base give back" + " a count of fewer units than may be shown.",
                            " can only be "));
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
        new Shares(table, facts).forEach(share -> {
            boolean large = share.base().restsOn() == null && share.isAtLeast(settings.minCount());
            if (large || share.base().high() < settings.minCount()) {
                return;
            }
            Optional<ImpliedCounts> known = share.counts();
            if (known.isEmpty()) {
                return;
            }
            ImpliedCounts counts = known.get();
            Smallness smallness = counts.smallness(settings.minCount());
            boolean safe = smallness == Smallness.NONE && share.base().restsOn() == null;
            if (safe || share.countPrinted()) {
                return;
            }
            if (smallness == Smallness.ALL) {
                findings.add(
                        table,
                        share.figure().row(),
                        share.figure().column(),
                        Disposition.BREACH,
                        words -> words.message(
                                        "The percentage and its base give back a count of fewer units than may be shown.")
                                .because(share.inWords() + " can only be " + counts.inWords() + "; the minimum is "
                                        + settings.minCount())
                                .remedy("Print fewer decimals, round numerator and base, or use a wider group."));
            } else if (smallness == Smallness.SOME) {
                StraddlingCount.judge(findings, table, share, counts, settings, evidence, "");
            } else if (share.base().restsOn() != null) {
                findings.restsOn(share.base().restsOn());
            }
        });
        return findings.outcome("the counts behind all shares of a known base");
    }
}

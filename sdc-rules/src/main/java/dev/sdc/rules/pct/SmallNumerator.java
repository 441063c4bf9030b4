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
import java.util.HashSet;
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
        Shares shares = new Shares(table, facts);
        shares.forEach(share -> {
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
                                        "The percentage and its base give back a count of fewer units than may be"
                                                + " shown.")
                                .because(share.inWords() + " can only be " + counts.inWords() + "; the minimum is "
                                        + settings.minCount())
                                .remedy("Print fewer decimals, round numerator and base, or use a wider group."));
            } else if (smallness == Smallness.SOME) {
                StraddlingCount.judge(findings, table, share, counts, settings, evidence, "");
            } else if (share.base().restsOn() != null) {
                findings.restsOn(share.base().restsOn());
            }
        });
        hidden(table, shares, settings, evidence, findings);
        return findings.outcome("the counts behind all shares of a known base");
    }

    /** Shares that are held back and follow from the others of their line. */
    private static void hidden(
            Table table, Shares shares, Settings settings, SuppliedEvidence evidence, Findings findings) {
        Set<ShareLine.Cell> told = new HashSet<>();
        for (HiddenShare share : HiddenShare.in(table, shares, settings)) {
            if (!told.add(share.place())) {
                continue;
            }
            int row = share.place().row();
            int column = share.place().column();
            String key =
                    table.rowLabel(row) + " / " + table.columns().get(column).name();
            Optional<Long> supplied = evidence.cellCount(row, column).filter(share.counts()::contains);
            if (supplied.isPresent() && (supplied.get() == 0 || supplied.get() >= settings.minCount())) {
                findings.restsOn("evidence.cell_counts: " + key);
                continue;
            }
            boolean small = supplied.isPresent() || share.counts().smallness(settings.minCount()) == Smallness.ALL;
            findings.add(
                    table,
                    row,
                    column,
                    small && share.certain()
                            ? Disposition.BREACH
                            : small ? Disposition.HUMAN_JUDGEMENT : Disposition.NEEDS_EVIDENCE,
                    words -> words.message("A hidden percentage follows from the others, which add up to the whole"
                                    + (share.certain() ? "." : ", it seems."))
                            .because("the others leave " + share.inWords() + ", "
                                    + (small ? "which can only be " : "which may be ")
                                    + share.counts().inWords() + "; the minimum is " + settings.minCount())
                            .remedy("Hide a second percentage of the line, print fewer decimals, or merge the"
                                    + " categories.")
                            .evidence("evidence.cell_counts: {\"" + key + "\": the count}"));
        }
    }
}

package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.Optional;

/** Judges a count behind a share that may be small or not: by the evidence where there is some, else it asks for it. */
final class StraddlingCount {
    private StraddlingCount() {}

    /** {@code of} names what is counted when it is not the share itself: empty, or {@code "the rest, "}. */
    static void judge(
            Findings findings,
            Table table,
            Share share,
            ImpliedCounts counts,
            Settings settings,
            SuppliedEvidence evidence,
            String of) {
        int row = share.figure().row();
        int column = share.figure().column();
        String key = table.rowLabel(row) + " / " + table.columns().get(column).name();
        Optional<Long> supplied = of.isEmpty()
                ? evidence.cellCount(row, column)
                : evidence.cellCount(row, column).map(n -> share.base().low() - n);
        if (supplied.isPresent() && counts.contains(supplied.get())) {
            if (supplied.get() == 0 || supplied.get() >= settings.minCount()) {
                findings.restsOn("evidence.cell_counts: " + key);
                return;
            }
        }
        boolean breach = supplied.isPresent() && counts.contains(supplied.get());
        findings.add(
                table,
                row,
                column,
                breach ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                breach
                                        ? "The count behind the percentage is smaller than may be shown."
                                        : "The count behind the percentage may be smaller than may be shown.")
                        .because(of + share.inWords() + " may be " + counts.inWords() + "; the minimum is "
                                + settings.minCount())
                        .remedy("Print fewer decimals, use a wider group, or supply the count.")
                        .evidence("evidence.cell_counts: {\"" + key + "\": the count}"));
    }
}

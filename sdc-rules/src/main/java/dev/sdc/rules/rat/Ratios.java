package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Interval;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.Exempt;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The three answers that the interval of a ratio can give: a small count is certain, is impossible, or may be. */
final class Ratios {
    /** The roles that a tested ratio decides: all its figures follow from the estimate and its interval. */
    static final Set<ColumnRole> DECIDED =
            Set.of(ColumnRole.ESTIMATE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER, ColumnRole.SE, ColumnRole.P_VALUE);

    private static final int CELLS = 4;

    private Ratios() {}

    /** What comes of a table whose ratios are not to be tested; empty where they are. */
    static Optional<Outcome> settled(Table table, Settings settings) {
        Optional<String> none = Ratio.none(table);
        return none.isPresent()
                ? Optional.of(new Outcome.NotApplicable(none.get()))
                : Exempt.from(settings, Exemption.INTERVALS);
    }

    /** Reports a crude ratio whose smallest count is certainly small. */
    static void smallByInterval(Findings findings, Table table, Ratio ratio, int minCount) {
        Interval most = ratio.spread().orElseThrow().countBound(ratio.kind().counts());
        if (!most.isBelow(minCount)) {
            return;
        }
        String counts = ratio.kind().isOfTime() ? "events of the smaller group are" : "smallest cell is";
        findings.add(
                table,
                ratio.figure().row(),
                ratio.figure().column(),
                Disposition.BREACH,
                words -> words.message(
                                "The width of the interval proves that a count behind the ratio is smaller than may be shown.")
                        .because(String.format(
                                Locale.ROOT,
                                "SE of the logarithm %.3f, so that the %s at most %d / SE² = %.1f; the minimum is %d",
                                ratio.spread().orElseThrow().error().low(),
                                counts,
                                ratio.kind().counts(),
                                most.high(),
                                minCount))
                        .remedy("Merge the exposure groups, adjust the estimate, or leave the ratio out."));
    }

    /** Whether nothing printed or supplied settles a ratio: it may rest on a small count. */
    static boolean isOpen(Findings findings, Table table, Ratio ratio, PrintedCells printed, Settings settings) {
        boolean crude = Ratio.isCrude(table, ratio.figure());
        boolean bounded = ratio.kind().hasLowerBound();
        Optional<Long> events = new SuppliedEvidence(table)
                .eventsByLevel(ratio.figure().row(), ratio.figure().column());
        boolean few = events.isPresent() && events.get() >= 1 && events.get() < settings.minCount();
        if (ratio.spread().isPresent()) {
            Interval least = ratio.spread().get().countBound(1);
            if (bounded && !few && least.isAtLeast(settings.minCount())) {
                if (table.declaration().adjusted() != null) {
                    findings.restsOn("adjusted: " + table.declaration().adjusted());
                }
                return false;
            }
            if (crude && ratio.spread().get().countBound(ratio.kind().counts()).isBelow(settings.minCount())) {
                return false; // certain: the other rule reports it
            }
        }
        return !isSupplied(findings, table, ratio.figure(), events, few, settings)
                && !areCellsSupplied(findings, table, ratio.figure(), settings.minCount())
                && !printed.hold(ratio);
    }

    /** Whether the events of the ratio's level are supplied; too few are reported. */
    private static boolean isSupplied(
            Findings findings, Table table, Quantity figure, Optional<Long> events, boolean few, Settings settings) {
        if (events.isEmpty()) {
            return false;
        }
        if (few) {
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.BREACH,
                    words -> words.message("The ratio compares a level with fewer events than may be shown.")
                            .because("the evidence says " + events.get() + " events; the minimum is "
                                    + settings.minCount())
                            .remedy("Merge the level with another, or leave the ratio out."));
        } else {
            findings.restsOn("evidence.events_by_level: " + table.rowLabel(figure.row()));
        }
        return true;
    }

    /** Whether the evidence gives the four cells of the one ratio of a table; a small one is reported. */
    private static boolean areCellsSupplied(Findings findings, Table table, Quantity figure, int minCount) {
        Map<String, Long> cells = table.declaration().evidence().cellCounts();
        Set<Integer> ratios = new HashSet<>();
        Ratio.forEach(table, ratio -> ratios.add(ratio.figure().row()));
        if (cells.size() != CELLS || ratios.size() != 1) {
            return false;
        }
        long least = cells.values().stream()
                .filter(n -> n > 0)
                .min(Comparator.naturalOrder())
                .orElse(0L);
        if (least >= minCount) {
            findings.restsOn("evidence.cell_counts: " + table.rowLabel(figure.row()));
        } else if (least > 0) {
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.BREACH,
                    words -> words.message("A cell of the table behind the ratio is smaller than may be shown.")
                            .because("the evidence says " + least + "; the minimum is " + minCount)
                            .remedy("Merge the exposure groups, adjust the estimate, or leave the ratio out."));
        }
        return least > 0;
    }

    /** Asks for the counts behind ratios that are open, once for each column. */
    static void ask(Findings findings, AskOnce open) {
        open.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                "The ratios may rest on a count smaller than may be shown; their intervals do not settle it.")
                        .because("one over the variance is below the minimum, or the interval is not printed")
                        .remedy("Supply the events of every level, the reference level included.")
                        .evidence("evidence.events_by_level: {\"" + example
                                + "\": events}, and adjusted: true or false")));
    }
}

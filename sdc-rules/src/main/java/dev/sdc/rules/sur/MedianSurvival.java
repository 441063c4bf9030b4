package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Median and other percentiles of survival that rest on few events. */
@SdcRule(
        id = "SUR-007",
        title = "Median survival of few events",
        source = "Handbook on SDC for Outputs (2024)",
        parameters = "q_min")
public final class MedianSurvival implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.CI_LOWER, ColumnRole.CI_UPPER);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.PERCENTILE) || !isOfSurvival(table)) {
            return new Outcome.NotApplicable("no percentiles of survival");
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        table.forEachQuantity(Set.of(ColumnRole.PERCENTILE), figure -> {
            BigDecimal level = figure.level();
            Optional<Long> events = events(table, figure, evidence);
            if (events.isEmpty() || level == null) {
                ask.at(figure);
                return;
            }
            BigDecimal tail = level.min(BigDecimal.ONE.subtract(level));
            BigDecimal beyond = tail.multiply(BigDecimal.valueOf(events.get()));
            if (beyond.compareTo(BigDecimal.valueOf(settings.qMin())) < 0) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.BREACH,
                        words -> words.message("Too few events lie on one side of this time of survival.")
                                .because(events.get() + " events leave "
                                        + beyond.stripTrailingZeros().toPlainString() + " on one side; the minimum is "
                                        + settings.qMin())
                                .remedy("Leave the median out, or merge the group with another."));
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many events the times of survival rest on.")
                        .because("no events are printed beside them")
                        .remedy("Print the events of each group, or supply them as evidence.")
                        .evidence("evidence.events_by_level: {\"" + example + "\": events}")));
        return findings.outcome("the events on both sides of all percentiles of survival");
    }

    private static boolean isOfSurvival(Table table) {
        if (table.type() == OutputType.SURVIVAL_TABLE || table.type() == OutputType.LIFE_TABLE) {
            return true;
        }
        for (Column column : table.columns()) {
            if (column.mayHold(ColumnRole.PERCENTILE) && Wording.names(column.name(), "survival", "os", "pfs")) {
                return true;
            }
        }
        return false;
    }

    /** The events of the row: printed under a header that names them, else supplied. */
    private static Optional<Long> events(Table table, Quantity figure, SuppliedEvidence evidence) {
        for (Column column : table.columns()) {
            boolean names = column.role() == ColumnRole.EVENTS
                    || Wording.names(column.name(), "events", "event", "deaths", "died", "failures");
            for (Quantity number : table.quantities(figure.row(), column.index())) {
                if (names && number.role().isCount()) {
                    return Optional.of(number.value().longValue());
                }
            }
        }
        Optional<Long> supplied = evidence.eventsByLevel(figure.row(), figure.column());
        Long all = table.declaration().evidence().nEvents();
        return supplied.isEmpty() && table.rowCount() == 1 ? Optional.ofNullable(all) : supplied;
    }
}

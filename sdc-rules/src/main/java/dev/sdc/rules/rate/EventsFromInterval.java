package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.RateEvents;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.Exempt;
import java.util.Optional;
import java.util.Set;

/** Rates whose confidence limits give the events away. */
@SdcRule(
        id = "RATE-002",
        title = "Interval of a rate gives back few events",
        source = "Proposal of this project, from exact Poisson limits",
        parameters = {"min_count", "exempt"})
public final class EventsFromInterval implements TableOrTextRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.RATE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER);
    }

    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        return decides().contains(role) || Rates.roles(table).contains(role);
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Rates.settled(table, settings).or(() -> Exempt.from(settings, Exemption.INTERVALS));
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        Rates rates = new Rates(table);
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        rates.forEach(figure -> {
            Optional<RateEvents> events = rates.fromLimits(figure);
            boolean open = events.isPresent()
                    && !rates.eventsArePrinted(figure)
                    && SuppliedEvents.of(evidence, figure).isEmpty();
            if (!open || events.get().smallness(settings.minCount()) == Smallness.NONE) {
                return;
            }
            boolean certain = events.get().exact() && events.get().smallness(settings.minCount()) == Smallness.ALL;
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    certain ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                    words -> words(words, events.get(), settings)
                            .evidence("evidence.events_by_level: {\"" + table.rowLabel(figure.row()) + "\": events}"));
        });
        return findings.outcome("the events behind the limits of all rates");
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Optional<Outcome> exempt =
                Exempt.from(settings, Exemption.RATES).or(() -> Exempt.from(settings, Exemption.INTERVALS));
        if (exempt.isPresent()) {
            return exempt.get();
        }
        Findings findings = Findings.in(this, prose);
        for (IntervalInWords interval : IntervalInWords.in(prose, facts)) {
            RateEvents events = interval.events();
            Smallness smallness = events.smallness(settings.minCount());
            if (smallness != Smallness.NONE) {
                findings.add(
                        interval.where(),
                        null,
                        null,
                        events.exact() && smallness == Smallness.ALL ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                        words -> words(words, events, settings).value(interval.text()));
            }
        }
        return findings.outcome("the events behind the limits of the ratios and rates told in words");
    }

    private static FindingText words(FindingText words, RateEvents events, Settings settings) {
        return words.message("The limits of the rate give back fewer events than may be shown.")
                .because("the limits fit " + events.inWords() + " events; the minimum is " + settings.minCount())
                .remedy("Use a longer period or a larger area, or leave the limits out.");
    }
}

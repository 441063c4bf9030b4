package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.Exempt;
import java.util.Optional;
import java.util.Set;

/** Crude rates whose events follow from the population, or are not known at all. */
@SdcRule(
        id = "RATE-001",
        title = "Rate that gives back few events",
        source = "Handbook on SDC, 2nd edition, 5.2",
        parameters = {"min_count", "exempt"})
public final class EventsFromPopulation implements TableOrTextRule {
    @Override
    public Set<ColumnRole> decides() {
        return Rates.ROLES;
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Rates.settled(table, settings);
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        Rates rates = new Rates(table);
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        AskOnce ask = new AskOnce(table);
        rates.forEach(figure -> {
            if (rates.eventsArePrinted(figure)) {
                return; // FREQ-001 tests them
            }
            Optional<Long> supplied = SuppliedEvents.of(evidence, figure);
            Optional<ImpliedCounts> events =
                    supplied.map(n -> new ImpliedCounts(n, n)).or(() -> rates.fromPopulation(figure));
            if (events.isEmpty()) {
                boolean answered = rates.fromExpected(figure).isPresent()
                        || rates.fromLimits(figure).isPresent();
                if (!answered) {
                    ask.at(figure);
                }
                return;
            }
            judge(findings, table, figure, events.get(), supplied.isPresent(), settings);
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many events the rates are of.")
                        .because("neither events nor a population nor limits are printed beside them")
                        .remedy("Print or supply the events behind each rate.")
                        .evidence("evidence.events_by_level: {\"" + example + "\": events}")));
        return findings.outcome("the events behind all rates");
    }

    private static void judge(
            Findings findings,
            Table table,
            Quantity figure,
            ImpliedCounts events,
            boolean supplied,
            Settings settings) {
        Smallness smallness = events.smallness(settings.minCount());
        if (smallness == Smallness.NONE) {
            if (supplied) {
                findings.restsOn("evidence.events_by_level: " + table.rowLabel(figure.row()));
            }
            return;
        }
        findings.add(
                table,
                figure.row(),
                figure.column(),
                Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                words -> words(words, "rate times population", events, settings)
                        .evidence("evidence.events_by_level: {\"" + table.rowLabel(figure.row()) + "\": events}"));
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Optional<Outcome> exempt = Exempt.from(settings, Settings.Exemption.RATES);
        if (exempt.isPresent()) {
            return exempt.get();
        }
        Findings findings = Findings.in(this, prose);
        for (RateInWords rate : RateInWords.in(prose, facts)) {
            Smallness smallness = rate.events().smallness(settings.minCount());
            if (smallness != Smallness.NONE) {
                String from = "\"" + rate.text() + "\" of " + rate.population().toPlainString();
                findings.add(
                        rate.where(),
                        null,
                        null,
                        Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                        words -> words(words, from, rate.events(), settings).value(rate.text()));
            }
        }
        return findings.outcome("the rates of a population told in words");
    }

    private static FindingText words(FindingText words, String from, ImpliedCounts events, Settings settings) {
        return words.message("The rate and its population give back fewer events than may be shown.")
                .because(from + " leaves " + events.inWords() + " events; the minimum is " + settings.minCount())
                .remedy("Use a longer period or a larger area, or print fewer decimals.");
    }
}

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
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.Exempt;
import java.util.Optional;
import java.util.Set;

/** Standardised ratios whose observed events follow from the expected ones. */
@SdcRule(
        id = "RATE-003",
        title = "Standardised ratio gives back few observed events",
        source = "Proposal of this project",
        parameters = {"min_count", "exempt"})
public final class EventsFromExpected implements TableOrTextRule {
    @Override
    public Set<ColumnRole> decides() {
        return Rates.ROLES;
    }

    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        return decides().contains(role) || Rates.roles(table).contains(role);
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
        rates.forEach(figure -> {
            boolean known = rates.eventsArePrinted(figure)
                    || SuppliedEvents.of(evidence, figure).isPresent();
            Optional<ImpliedCounts> observed = known ? Optional.empty() : rates.fromExpected(figure);
            Smallness smallness =
                    observed.map(k -> k.smallness(settings.minCount())).orElse(Smallness.NONE);
            if (smallness == Smallness.NONE) {
                return;
            }
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                    words -> words(words, observed.orElseThrow(), settings)
                            .evidence("evidence.events_by_level: {\"" + table.rowLabel(figure.row()) + "\": events}"));
        });
        return findings.outcome("the observed events behind all ratios with an expected number");
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Optional<Outcome> exempt = Exempt.from(settings, Settings.Exemption.RATES);
        if (exempt.isPresent()) {
            return exempt.get();
        }
        Findings findings = Findings.in(this, prose);
        for (RatioInWords ratio : RatioInWords.in(prose, facts)) {
            Smallness smallness = ratio.observed().smallness(settings.minCount());
            if (smallness != Smallness.NONE) {
                findings.add(
                        ratio.where(),
                        null,
                        null,
                        Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                        words -> words(words, ratio.observed(), settings).value(ratio.text()));
            }
        }
        return findings.outcome("the ratios and expected numbers told in words");
    }

    private static FindingText words(FindingText words, ImpliedCounts observed, Settings settings) {
        return words.message("The ratio and its expected number give back fewer observed events than may be shown.")
                .because("ratio times expected leaves " + observed.inWords() + " observed; the minimum is "
                        + settings.minCount())
                .remedy("Use a longer period or a larger area, or leave the expected number out.");
    }
}

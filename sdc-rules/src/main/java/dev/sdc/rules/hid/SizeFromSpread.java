package dev.sdc.rules.hid;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.HiddenSize;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Numbers of units that are not printed but follow from the measures of spread that are. */
@SdcRule(
        id = "HID-001",
        title = "Hidden number of units follows from the spread",
        source = "Handbook on SDC, 2nd edition, 5.7; the formulas are algebra",
        parameters = "min_count")
public final class SizeFromSpread implements TableOrTextRule {
    private static final Set<ColumnRole> SPREAD = Set.of(ColumnRole.SD, ColumnRole.SE);

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.SD) && !table.holds(ColumnRole.SE)) {
            return new Outcome.NotApplicable("no standard deviations or errors");
        }
        if (table.type().isModel() || table.holds(ColumnRole.ESTIMATE) || table.holds(ColumnRole.SURVIVAL)) {
            return new Outcome.NotApplicable("the standard errors are those of a model or a curve");
        }
        Findings findings = Findings.in(this, table);
        Set<Quantity> named = new HashSet<>();
        table.forEachQuantity(SPREAD, figure -> {
            Optional<Size> stated = facts.sampleSize(table, figure);
            Optional<HiddenSize> hidden =
                    stated.filter(SizeFromSpread::isPrinted).isPresent()
                            ? Optional.empty()
                            : HiddenSize.behind(table, figure);
            if (hidden.isEmpty()) {
                return;
            }
            Smallness smallness = smallness(hidden.get(), stated, settings.minCount());
            Quantity key = hidden.get().key();
            String declared = stated.map(Size::restsOn).orElse(null);
            if (smallness == Smallness.NONE && declared != null) {
                findings.restsOn(declared);
            }
            if (smallness == Smallness.NONE || !named.add(key)) {
                return;
            }
            findings.add(
                    table,
                    key.row(),
                    key.column(),
                    Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                    words -> words(words, hidden.get().how(), settings)
                            .evidence("evidence.unweighted_n: {\"" + table.rowLabel(key.row()) + "\": n}"));
        });
        return findings.outcome("the numbers of units that standard deviations, errors and limits give away");
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        for (SpreadInWords spread : SpreadInWords.in(prose, facts)) {
            Smallness smallness = spread.size().smallness(settings.minCount());
            if (smallness != Smallness.NONE) {
                findings.add(
                        spread.where(),
                        null,
                        null,
                        Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                        words -> words(words, spread.how(), settings));
            }
        }
        return findings.outcome("the numbers of units that the spreads told in words give away");
    }

    private static FindingText words(FindingText words, String how, Settings settings) {
        return words.message("The number of units is not printed but follows from the spread, and it is small.")
                .because(how + "; the minimum is " + settings.minCount())
                .remedy("Leave out one of the two figures, print fewer decimals, or merge the group with another.");
    }

    /** As the spread leaves it; where it leaves both, evidence that fits decides. */
    private static Smallness smallness(HiddenSize hidden, Optional<Size> stated, long minCount) {
        Smallness smallness = hidden.size().smallness(minCount);
        return smallness != Smallness.SOME
                ? smallness
                : stated.filter(n -> hidden.size().low() <= n.low()
                                && n.high() <= hidden.size().high())
                        .map(n -> Smallness.of(n, minCount))
                        .orElse(smallness);
    }

    private static boolean isPrinted(Size size) {
        return switch (size.source()) {
            case SAME_CELL, PRINTED, HEADER -> true;
            case MASKED, INFERRED, EVIDENCE, POPULATION -> false;
        };
    }
}

package dev.sdc.rules.rnd;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.EvidentRounding;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.HiddenSize;
import dev.sdc.engine.evidence.ImpliedSizes;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Percentages, means and errors that were worked out before the counts beside them were rounded, and give them back. */
@SdcRule(
        id = "RND-003",
        title = "Figure that undoes the rounding",
        source = "OpenSAFELY, statistical disclosure control; Handbook on SDC, 2nd edition, 5.7",
        parameters = {"derived_from_rounded", "min_count", "round_base", "midpoint6_suffix", "national_exempt"})
public final class UndoneRounding implements TableRule {
    private static final Set<ColumnRole> SPREAD = Set.of(ColumnRole.SD, ColumnRole.SE);
    private static final long WIDEST = 1_000;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no figure: the profile lets national counts be shown");
        }
        CountGrid evident = EvidentRounding.of(table);
        boolean rounded = evident.rounds()
                || table.columns().stream()
                        .anyMatch(
                                column -> CountGrid.of(table, column, settings).rounds());
        if (!rounded) {
            return new Outcome.NotApplicable("the counts are not rounded");
        }
        shares(table, settings, evident, disposition(settings), findings);
        if (!table.type().isModel() && !table.holds(ColumnRole.ESTIMATE) && !table.holds(ColumnRole.SURVIVAL)) {
            CountGrid stated = CountGrid.of(table, settings);
            Numbers numbers = new Numbers(table, facts, stated.rounds() ? stated : evident);
            spreads(numbers, settings, findings);
            means(numbers, settings, findings);
        }
        return findings.outcome("the figures beside rounded counts");
    }

    private static Disposition disposition(Settings settings) {
        return settings.derivedFromRounded() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
    }

    private static void shares(
            Table table, Settings settings, CountGrid evident, Disposition disposition, Findings findings) {
        for (SharesOfRounded.Exact exact : new SharesOfRounded(table, settings, evident).fromExactCounts()) {
            Quantity share = exact.share();
            String printed = exact.count() + " / " + exact.base();
            findings.add(
                    table,
                    share.row(),
                    share.column(),
                    disposition,
                    words -> words.message("The percentage is not that of the rounded counts beside it.")
                            .because(share.value().toPlainString()
                                    + " is not the rounded count over the rounded base (" + printed + "),"
                                    + " but lies where exact counts that round to them would put it")
                            .remedy("Work percentages out from the rounded counts, or leave them out.")
                            .proof(used(printed, place(table, share), exact.cells())));
        }
    }

    private static void spreads(Numbers numbers, Settings settings, Findings findings) {
        Table table = numbers.table();
        Set<Quantity> told = new HashSet<>();
        table.forEachQuantity(SPREAD, figure -> {
            Optional<HiddenSize> hidden = HiddenSize.behind(table, figure);
            Optional<Behind> behind = hidden.isEmpty() ? Optional.empty() : numbers.behind(figure);
            if (behind.isEmpty()) {
                return;
            }
            long low = Math.max(hidden.get().size().low(), behind.get().low());
            long high = Math.min(hidden.get().size().high(), behind.get().high());
            if (low == high && told.add(hidden.get().key())) {
                String size = behind.get().place();
                one(table, hidden.get().key(), new Exact(hidden.get().how(), low, "", size), settings, findings);
            }
        });
    }

    private static void means(Numbers numbers, Settings settings, Findings findings) {
        Table table = numbers.table();
        if (table.declaration().scale() != Declaration.Scale.INTEGER) {
            return;
        }
        table.forEachQuantity(
                Set.of(ColumnRole.MEAN),
                mean -> numbers.behind(mean).ifPresent(behind -> {
                    List<Long> fitting = ImpliedSizes.ofMean(Printed.of(mean.value()), behind.low(), behind.high());
                    if (fitting.size() == 1) {
                        String how = "a mean of whole numbers with these decimals is that of only one number of units";
                        long n = fitting.get(0);
                        BigDecimal sum = mean.value().multiply(BigDecimal.valueOf(n));
                        String all =
                                ", and " + sum.setScale(0, RoundingMode.HALF_UP).toPlainString() + " in all";
                        one(table, mean, new Exact(how, n, all, behind.place()), settings, findings);
                    }
                }));
    }

    /** The only number of units that fits, how that follows, what it says of the sum, and where the rounded one stands. */
    private record Exact(String how, long n, String sum, String size) {}

    /** What is given back is a breach where it is a small count, whatever the profile makes of rounding undone. */
    private static void one(Table table, Quantity key, Exact exact, Settings settings, Findings findings) {
        boolean small = exact.n() >= 1 && exact.n() < settings.minCount();
        Disposition disposition = small ? Disposition.BREACH : disposition(settings);
        findings.add(
                table,
                key.row(),
                key.column(),
                disposition,
                words -> words.message("The figure gives back the exact number of units that was rounded.")
                        .because(exact.how() + "; of those that the printed number stands for only " + exact.n()
                                + " fits" + exact.sum())
                        .remedy("Print fewer decimals, or leave out one of the figures.")
                        .proof(used(exact.how(), place(table, key), List.of(exact.size()))));
    }

    private static String place(Table table, Quantity figure) {
        return table.file() + "!" + table.address(figure.row(), figure.column());
    }

    /** The cells that a figure is held against. */
    private static Proof used(String text, String figure, List<String> cells) {
        List<Proof.Term> terms = new ArrayList<>(List.of(new Proof.Term(Proof.Sign.USED, figure)));
        cells.forEach(cell -> terms.add(new Proof.Term(Proof.Sign.USED, cell)));
        return new Proof(List.of(new Proof.Step(text, List.copyOf(terms))));
    }

    /** A number of units, as far as its rounding leaves it open, and the cell that prints it. */
    private record Behind(long low, long high, String place) {}

    /** The printed numbers of units, each as the interval of numbers that round to it. */
    private record Numbers(Table table, Facts facts, CountGrid grid) {
        Optional<Behind> behind(Quantity figure) {
            return facts.sampleSize(table, figure).filter(Numbers::isPrinted).flatMap(size -> {
                long printed = (size.low() + size.high()) / 2;
                long low = Math.max(1, grid.low(printed));
                long high = grid.high(printed);
                return low < high && high - low < WIDEST
                        ? Optional.of(new Behind(low, high, size.where()))
                        : Optional.empty();
            });
        }

        private static boolean isPrinted(Size size) {
            return switch (size.source()) {
                case SAME_CELL, PRINTED, HEADER -> true;
                case MASKED, INFERRED, EVIDENCE, POPULATION -> false;
            };
        }
    }
}

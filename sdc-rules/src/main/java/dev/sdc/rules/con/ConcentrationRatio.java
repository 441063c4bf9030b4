package dev.sdc.rules.con;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Shares of the n largest units: the (n, k) rule printed as a figure. */
@SdcRule(
        id = "CON-002",
        title = "Share of the largest units is too high",
        source = "SACRO and StatbarnSDC ontology (linear concentration ratios); Handbook on SDC, 2nd edition, 4.2",
        parameters = {"nk", "x1_share", "min_count"})
public final class ConcentrationRatio implements TableRule {
    private static final Pattern RATIO = Pattern.compile("(?i)\\bcr[_ ]?(\\d{1,3})\\b");
    /** In a header; the top 10 % are no number of units. */
    private static final Pattern TOP =
            Pattern.compile("(?i)\\b(?:top|largest)[ _-](\\d{1,3})\\b(?! ?(?:%|per ?cent|pct))");

    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC, ColumnRole.PERCENTAGE, ColumnRole.PROPORTION);
    }

    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        BitSet labelled = labelled(table);
        return decides().contains(role)
                && (top(column) > 0
                        || IntStream.range(0, table.rowCount())
                                .filter(row -> table.quantities(row, column.index()).stream()
                                        .anyMatch(figure -> figure.role() == role))
                                .allMatch(labelled::get));
    }

    private static BitSet labelled(Table table) {
        return table.rowsLabelled(label -> number(RATIO, label) > 0);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        boolean some = false;
        BitSet all = new BitSet();
        all.set(0, table.rowCount());
        BitSet labelled = labelled(table);
        for (Column column : table.columns()) {
            if (column.isLabel()) {
                continue;
            }
            int ofColumn = top(column);
            BitSet rows = ofColumn > 0 ? all : labelled;
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                int top = ofColumn > 0 ? ofColumn : number(RATIO, table.rowLabel(row));
                for (Quantity figure : table.quantities(row, column.index())) {
                    if (!figure.role().isCount()) {
                        some = true;
                        judge(findings, ask, table, facts, figure, top, settings);
                    }
                }
            }
        }
        if (!some) {
            return new Outcome.NotApplicable("no concentration ratio");
        }
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units the concentration ratio is of.")
                        .because("no count is printed beside it")
                        .remedy("Print the number of units, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}")));
        return findings.outcome("all concentration ratios");
    }

    private static void judge(
            Findings findings, AskOnce ask, Table table, Facts facts, Quantity figure, int top, Settings settings) {
        Optional<Size> units = facts.sampleSize(table, figure);
        if (units.isPresent() && Smallness.of(units.get(), settings.minCount()) == Smallness.ALL) {
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.BREACH,
                    words -> words.message("The ratio is of fewer units than may be shown.")
                            .because(units.get().inWords() + " units; the minimum is " + settings.minCount())
                            .remedy("Leave the ratio out, or widen the market."));
            return;
        }
        Verdict verdict = dominance(findings, table, facts, figure, top, settings);
        if (verdict != Verdict.EXCLUDED) {
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    verdict == Verdict.PROVED ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                    words -> words.message("The largest units hold, or may hold, more than may be shown.")
                            .because("the largest " + top + " hold "
                                    + figure.value().toPlainString())
                            .remedy("Print the ratio as a band, or widen the market.")
                            .evidence("evidence.contributions: {\"" + table.rowLabel(figure.row())
                                    + "\": {n: , x1: , x2: , sum: }}"));
        } else if (units.isEmpty() || Smallness.of(units.get(), settings.minCount()) != Smallness.NONE) {
            ask.at(figure);
        } else {
            String declared = units.get().restsOn();
            if (declared != null) {
                findings.restsOn(declared);
            }
        }
    }

    private enum Verdict {
        PROVED,
        OPEN,
        EXCLUDED
    }

    /** Whether the largest units hold more than the (n, k) rule, or the largest one more than its own limit, allows. */
    private static Verdict dominance(
            Findings findings, Table table, Facts facts, Quantity figure, int top, Settings settings) {
        Printed share = Fraction.of(figure, 2);
        Optional<Contribution> supplied = facts.contribution(table, figure.row(), figure.column());
        Verdict verdict = Verdict.EXCLUDED;
        Settings.Nk nk = settings.nk();
        if (nk != null) {
            verdict = among(share, top, nk.n(), nk.k(), supplied);
        }
        if (settings.x1Share() != null && verdict != Verdict.PROVED) {
            Verdict one = among(share, top, 1, settings.x1Share(), supplied);
            verdict = one == Verdict.EXCLUDED ? verdict : one;
        }
        if (verdict == Verdict.EXCLUDED) {
            supplied.ifPresent(each -> findings.restsOn("evidence.contributions: " + table.rowLabel(figure.row())));
        }
        return verdict;
    }

    /** Whether the largest {@code n} hold more than {@code k}, when the largest {@code top} hold {@code share}. */
    private static Verdict among(Printed share, int top, int n, BigDecimal k, Optional<Contribution> supplied) {
        // of the largest top, the largest n hold at least their part
        BigDecimal part = BigDecimal.valueOf(Math.min(n, top));
        if (share.low().multiply(part).compareTo(k.multiply(BigDecimal.valueOf(top))) > 0) {
            return Verdict.PROVED;
        }
        // as much as is allowed, as printed, is taken for just that
        BigDecimal most = top <= n ? share.value() : share.high();
        if (most.compareTo(k) <= 0) {
            return Verdict.EXCLUDED;
        }
        Optional<BigDecimal> held = supplied.flatMap(c -> held(c, n));
        return held.isEmpty() ? Verdict.OPEN : held.get().compareTo(k) > 0 ? Verdict.PROVED : Verdict.EXCLUDED;
    }

    /** The share of the largest one or two as supplied; of more, empty. */
    private static Optional<BigDecimal> held(Contribution c, int n) {
        BigDecimal x1 = c.x1();
        BigDecimal x2 = n == 1 ? BigDecimal.ZERO : c.x2();
        BigDecimal sum = c.sum();
        return n > 2 || x1 == null || x2 == null || sum == null || sum.signum() <= 0
                ? Optional.empty()
                : Optional.of(x1.add(x2).divide(sum, 12, RoundingMode.CEILING));
    }

    /** How many of the largest units the figures of a column are of, as its header says it; 0 where it does not. */
    private static int top(Column column) {
        int top = number(RATIO, column.name());
        return top > 0 ? top : number(TOP, column.name());
    }

    private static int number(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}

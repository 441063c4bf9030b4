package dev.sdc.rules.gini;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.PrintedDecimals;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Points of a Lorenz curve with few units between them. */
@SdcRule(
        id = "GINI-002",
        title = "Few units between points of a Lorenz curve",
        source = "StatbarnSDC ontology (Lorenz curve); proposal of this project",
        parameters = {"min_count", "nk"})
public final class LorenzSegments implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.PROPORTION, ColumnRole.PERCENTAGE);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<LorenzCurve> curve = LorenzCurve.of(table);
        if (curve.isEmpty()) {
            return new Outcome.NotApplicable("no Lorenz curve");
        }
        Column units = curve.get().units();
        Findings findings = Findings.in(this, table);
        Optional<Size> n = size(table, facts, units);
        if (n.isEmpty()) {
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many units the Lorenz curve is of.")
                            .because("the units between its points cannot be counted")
                            .remedy("Supply the number of units.")
                            .evidence("population: {n: }"));
            return findings.outcome("the units between all points");
        }
        List<Quantity> points = points(table, units);
        String declared = n.get().restsOn();
        if (declared != null) {
            findings.restsOn(declared);
        }
        judgeSegments(findings, table, points, n.get().low(), settings.minCount());
        judgeTop(findings, table, points(table, curve.get().held()), settings);
        return findings.outcome("the units between all points");
    }

    /** The points of the curve on one axis, in their order. It begins at 0 and ends at 1, whether printed or not. */
    private static List<Quantity> points(Table table, Column column) {
        List<Quantity> points = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity point = share(table, row, column);
            if (point != null && point.value().signum() > 0) {
                points.add(point);
            }
        }
        points.sort(Comparator.comparing(LorenzSegments::scaled));
        return points;
    }

    private static void judgeSegments(Findings findings, Table table, List<Quantity> points, long n, int minCount) {
        PrintedDecimals decimals = new PrintedDecimals(table);
        BigDecimal before = BigDecimal.ZERO;
        ImpliedCounts below = new ImpliedCounts(0, 0);
        for (int i = 0; i < points.size(); i++) {
            Quantity point = points.get(i);
            BigDecimal at = scaled(point);
            ImpliedCounts upTo = units(decimals.read(point), point, n);
            judgeSegment(
                    findings,
                    table,
                    point,
                    upTo.low() - below.high(),
                    upTo.high() - below.low(),
                    minCount,
                    n,
                    at.subtract(before));
            before = at;
            below = upTo;
        }
        if (!points.isEmpty() && before.compareTo(BigDecimal.ONE) < 0) {
            Quantity last = points.get(points.size() - 1);
            judgeSegment(
                    findings,
                    table,
                    last,
                    n - below.high(),
                    n - below.low(),
                    minCount,
                    n,
                    BigDecimal.ONE.subtract(before));
        }
    }

    /** The units up to a point; where no whole number has the printed share, the nearest. */
    private static ImpliedCounts units(Printed printed, Quantity point, long n) {
        Printed share = point.role() == ColumnRole.PERCENTAGE ? printed.movePointLeft(2) : printed;
        return ImpliedCounts.of(share, n).orElseGet(() -> {
            long nearest = share.value()
                    .multiply(BigDecimal.valueOf(n))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            return new ImpliedCounts(nearest, nearest);
        });
    }

    private static void judgeSegment(
            Findings findings,
            Table table,
            Quantity point,
            long low,
            long high,
            int minCount,
            long n,
            BigDecimal share) {
        boolean few = share.multiply(BigDecimal.valueOf(n)).compareTo(BigDecimal.valueOf(minCount)) < 0;
        boolean open = low < minCount && few;
        if (high < 1 || (high >= minCount && !open)) {
            return;
        }
        findings.add(
                table,
                point.row(),
                point.column(),
                high < minCount ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> words.message("Fewer units than may be shown lie between two points of the Lorenz curve.")
                        .because(new ImpliedCounts(Math.max(0, low), high).inWords() + " of " + n
                                + " units lie there; the minimum is " + minCount)
                        .remedy("Print fewer points."));
    }

    /** What the last segment holds is the share of the largest units. */
    private static void judgeTop(Findings findings, Table table, List<Quantity> points, Settings settings) {
        Settings.Nk nk = settings.nk();
        if (nk == null || points.isEmpty()) {
            return;
        }
        int last = points.size() - 1;
        boolean ends = scaled(points.get(last)).compareTo(BigDecimal.ONE) >= 0;
        if (ends && last == 0) {
            return;
        }
        Quantity at = points.get(ends ? last - 1 : last);
        if (BigDecimal.ONE.subtract(scaled(at)).compareTo(nk.k()) > 0) {
            findings.add(
                    table,
                    at.row(),
                    at.column(),
                    Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("The last part of the Lorenz curve holds nearly everything.")
                            .because(
                                    "the units of the last segment hold more than the limit for the largest contributors")
                            .remedy("Print fewer points, or top-code the largest values."));
        }
    }

    private static Optional<Size> size(Table table, Facts facts, Column units) {
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity point = share(table, row, units);
            Optional<Size> size = point == null ? Optional.empty() : facts.sampleSize(table, point);
            if (size.isPresent()) {
                return size;
            }
        }
        Population population = table.declaration().population();
        Long n = population == null ? null : population.n();
        Long supplied = table.declaration().evidence().nObs();
        return Optional.ofNullable(n)
                .map(whole -> Size.exactly(whole, Size.Source.POPULATION, "population.n", "population.n: " + whole))
                .or(() -> Optional.ofNullable(supplied)
                        .map(whole -> Size.exactly(
                                whole, Size.Source.EVIDENCE, "evidence.n_obs", "evidence.n_obs: " + whole)));
    }

    private static @Nullable Quantity share(Table table, int row, Column column) {
        for (Quantity part : table.quantities(row, column.index())) {
            if (part.role() == ColumnRole.PROPORTION || part.role() == ColumnRole.PERCENTAGE) {
                return part;
            }
        }
        return null;
    }

    private static BigDecimal scaled(Quantity share) {
        return share.role() == ColumnRole.PERCENTAGE ? share.value().movePointLeft(2) : share.value();
    }
}

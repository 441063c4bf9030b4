package dev.sdc.rules.gini;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
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
        Column units = column(table, "population", "units", "patients", "households", "persons", "firms");
        Column held = column(table, "lorenz", "income", "wealth", "cost", "costs", "value", "turnover");
        if (units == null || held == null || units.index() == held.index() || !isNamed(table)) {
            return new Outcome.NotApplicable("no Lorenz curve");
        }
        Findings findings = Findings.in(this, table);
        Optional<Long> n = size(table, facts, units);
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
        BigDecimal before = BigDecimal.ZERO;
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity point = share(table, row, units);
            if (point == null) {
                continue;
            }
            BigDecimal at = scaled(point);
            BigDecimal between = at.subtract(before).multiply(BigDecimal.valueOf(n.get()));
            before = at;
            if (between.signum() > 0 && between.compareTo(BigDecimal.valueOf(settings.minCount())) < 0) {
                findings.add(
                        table,
                        row,
                        point.column(),
                        Disposition.BREACH,
                        words -> words.message(
                                        "Fewer units than may be shown lie between two points of the Lorenz curve.")
                                .because(between.stripTrailingZeros().toPlainString() + " of " + n.get()
                                        + " units lie there; the minimum is " + settings.minCount())
                                .remedy("Print fewer points."));
            }
        }
        topShare(findings, table, held, settings);
        return findings.outcome("the units between all points");
    }

    /** What the last segment holds is the share of the largest units. */
    private static void topShare(Findings findings, Table table, Column held, Settings settings) {
        Settings.Nk nk = settings.nk();
        Quantity last = null;
        Quantity before = null;
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity point = share(table, row, held);
            if (point != null) {
                before = last;
                last = point;
            }
        }
        if (nk == null || last == null || before == null) {
            return;
        }
        Quantity at = before;
        if (scaled(last).subtract(scaled(before)).compareTo(nk.k()) > 0) {
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

    private static Optional<Long> size(Table table, Facts facts, Column units) {
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity point = share(table, row, units);
            Optional<Size> size = point == null ? Optional.empty() : facts.sampleSize(table, point);
            if (size.isPresent()) {
                return size.map(Size::low);
            }
        }
        Population population = table.declaration().population();
        return Optional.ofNullable(population == null ? null : population.n());
    }

    private static boolean isNamed(Table table) {
        if (table.type() == OutputType.GINI) {
            return true;
        }
        for (Column column : table.columns()) {
            if (Wording.names(column.name(), "lorenz")) {
                return true;
            }
        }
        return table.titles().stream().anyMatch(title -> Wording.names(title, "lorenz"));
    }

    private static @Nullable Column column(Table table, String... words) {
        for (Column column : table.columns()) {
            boolean share = column.mayHold(ColumnRole.PROPORTION) || column.mayHold(ColumnRole.PERCENTAGE);
            if (share && Wording.names(column.name(), words)) {
                return column;
            }
        }
        return null;
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

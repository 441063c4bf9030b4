package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Points of a line, of an area or of means with error bars behind which few units stand. */
@SdcRule(
        id = "FIG-005",
        title = "Points of few on a line",
        source = "SDC handbook (graphs as the tables behind them)",
        parameters = "min_count")
public final class ThinPoints implements OutputRule {
    private static final Set<OutputType> LINES = EnumSet.of(OutputType.LINE_PLOT_DATA, OutputType.TIME_SERIES);
    private static final Set<ColumnRole> POINTS = EnumSet.of(
            ColumnRole.MEAN, ColumnRole.MAGNITUDE, ColumnRole.RATE, ColumnRole.PERCENTAGE, ColumnRole.PROPORTION);
    private static final int MOST_RELATED = 20;

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!LINES.contains(DrawnData.kind(output, facts))) {
            return new Outcome.NotApplicable("no line, area or time series");
        }
        Findings findings = Findings.in(this, output);
        if (output instanceof Figure) {
            List<Table> data = DrawnData.of(output, facts);
            data.forEach(table -> drawn(table, facts, settings.minCount(), findings));
            return data.isEmpty()
                    ? new Outcome.NotApplicable("no table says what is drawn")
                    : findings.outcome("the points that are drawn");
        }
        output.numbers().ifPresent(table -> points(table, facts, settings.minCount(), findings));
        return findings.outcome("the units behind every point");
    }

    private static void points(Table table, Facts facts, int minimum, Findings findings) {
        table.forEachQuantity(POINTS, point -> {
            Optional<Size> n = size(table, facts, point);
            if (n.isPresent() && n.get().high() < minimum) {
                findings.add(
                        table,
                        point.row(),
                        point.column(),
                        Disposition.BREACH,
                        words -> words.message("A point of the line stands for fewer units than may be shown.")
                                .because("n = " + n.get().inWords() + " ("
                                        + n.get().where() + "); the minimum is " + minimum)
                                .remedy("Take wider steps of time, or leave the point out."));
            }
        });
    }

    private static void drawn(Table table, Facts facts, int minimum, Findings findings) {
        List<String> few = new ArrayList<>();
        table.forEachCount((row, column, n) -> few(table, row, column, n > 0 && n < minimum, few));
        table.forEachQuantity(
                POINTS,
                point -> few(
                        table,
                        point.row(),
                        point.column(),
                        size(table, facts, point)
                                .filter(n -> n.high() < minimum)
                                .isPresent(),
                        few));
        if (!few.isEmpty()) {
            findings.add(
                    "",
                    null,
                    null,
                    Disposition.BREACH,
                    words -> related(
                            few,
                            words.message("A point of this figure stands for fewer units than may be shown.")
                                    .because("its data hold fewer than " + minimum + " at " + String.join(", ", few))
                                    .remedy(
                                            "Take wider steps of time, or leave the points out, and draw the figure anew.")));
        }
    }

    private static void few(Table table, int row, int column, boolean isFew, List<String> few) {
        if (isFew && few.size() < MOST_RELATED) {
            few.add(table.file() + "!" + table.address(row, column));
        }
    }

    private static Optional<Size> size(Table table, Facts facts, Quantity point) {
        boolean share = point.role() == ColumnRole.PERCENTAGE || point.role() == ColumnRole.PROPORTION;
        return share ? facts.base(table, point) : facts.sampleSize(table, point);
    }

    private static FindingText related(List<String> cells, FindingText words) {
        cells.forEach(words::related);
        return words;
    }
}

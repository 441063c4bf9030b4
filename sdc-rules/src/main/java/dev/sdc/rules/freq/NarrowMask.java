package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.CountLimits;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Marks such as {@code <3} or {@code 1-2} that leave too few values for the count they hide. */
@SdcRule(
        id = "FREQ-004",
        title = "Mark that narrows the hidden count",
        source = "proposal of this project",
        parameters = {"min_count", "ambiguity"})
public final class NarrowMask implements OutputRule {

    @Override
    public boolean examinesNotes() {
        return true;
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (output instanceof Table table) {
            return inTable(table, facts, settings);
        }
        return output instanceof Prose prose
                ? inProse(prose, settings)
                : new Outcome.NotApplicable("no counts and no text");
    }

    /** {@code fewer than three women} leaves 0, 1 and 2. */
    private Outcome inProse(Prose prose, Settings settings) {
        Findings findings = Findings.in(this, prose);
        List<String> lines = prose.running();
        for (int i = 0; i < lines.size(); i++) {
            for (CountLimits.CountLimit limit : CountLimits.in(lines.get(i))) {
                long values = limit.high() - limit.low() + 1;
                if (limit.high() >= 1 && limit.high() < settings.minCount() && values < settings.ambiguity()) {
                    String address = prose.address(i, limit.from());
                    if (limit.read()) {
                        findings.add(
                                address,
                                null,
                                null,
                                Disposition.BREACH,
                                words -> words.message("The text leaves few values for a count below the minimum.")
                                        .because("\"" + limit.words() + "\" leaves " + values + " values up to "
                                                + limit.high()
                                                + "; at least " + settings.ambiguity()
                                                + " are due below the minimum of "
                                                + settings.minCount())
                                        .remedy("Say that it is below the minimum, or leave it out."));
                    } else {
                        findings.add(
                                address,
                                null,
                                null,
                                Disposition.HUMAN_JUDGEMENT,
                                words -> words.message(
                                                "What this limit counts was not looked for: its line has too many.")
                                        .because("\"" + limit.words() + "\" may leave few values for a count")
                                        .remedy("Break the line, or read it."));
                    }
                }
            }
        }
        return findings.outcome(lines.size() + (lines.size() == 1 ? " line" : " lines") + " of text");
    }

    private Outcome inTable(Table table, Facts facts, Settings settings) {
        MarkLegend legend = new MarkLegend(table, facts);
        Findings findings = Findings.in(this, table);
        boolean[] zeros = new boolean[1];
        table.forEachCount((row, column, n) -> zeros[0] |= n == 0);
        long marks = 0;
        for (Column column : table.columns()) {
            int at = column.index();
            int row = holdsCounts(column) ? table.nextOtherThanNumber(0, at) : -1;
            for (; row >= 0; row = table.nextOtherThanNumber(row + 1, at)) {
                if (table.cell(row, at) instanceof CellValue.Suppressed mark) {
                    marks++;
                    mark(table, row, at, mark, legend, zeros[0], settings, findings);
                }
            }
        }
        return marks == 0
                ? new Outcome.NotApplicable("no count is hidden behind a mark")
                : findings.outcome(marks + " marks");
    }

    private static boolean holdsCounts(Column column) {
        return column.holds().stream().anyMatch(ColumnRole::isCount);
    }

    private static void mark(
            Table table,
            int row,
            int column,
            CellValue.Suppressed mark,
            MarkLegend legend,
            boolean zerosShown,
            Settings settings,
            Findings findings) {
        Bounds interval = mark.interval() == null ? legend.of(mark.marker()) : mark.interval();
        BigDecimal top = interval == null ? null : interval.high();
        if (interval == null || top == null || top.compareTo(BigDecimal.valueOf(settings.minCount())) >= 0) {
            return;
        }
        BigDecimal bottom = interval.low();
        long low = bottom == null ? 0 : bottom.setScale(0, RoundingMode.CEILING).longValue();
        long high = top.setScale(0, RoundingMode.FLOOR).longValue();
        // where zeros are printed, a mark cannot stand for one
        long values = high - (low == 0 && zerosShown ? 1 : low) + 1;
        if (high >= 1 && values < settings.ambiguity()) {
            findings.add(
                    table,
                    row,
                    column,
                    Disposition.BREACH,
                    words -> words.message("The mark leaves few values for the count it hides.")
                            .because("\"" + mark.marker() + "\" leaves " + values + (values == 1 ? " value" : " values")
                                    + " up to "
                                    + high + "; at least " + settings.ambiguity() + " are due below the minimum of "
                                    + settings.minCount())
                            .remedy("Use the profile's own mark for every count below the minimum."));
        }
    }
}

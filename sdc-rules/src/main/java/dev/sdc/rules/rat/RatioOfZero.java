package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.ZeroPolicy;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ratios of 0 or without end, which say that a cell is empty. */
@SdcRule(
        id = "RAT-005",
        title = "Ratio of 0 or infinity says that a cell is empty",
        source = "OpenSAFELY and ACRO, on zeros; AI-SDC StatbarnSDC (calculated ratios)",
        parameters = "zero_policy")
public final class RatioOfZero implements TableRule {
    /** A ratio beyond this was divided by nothing. */
    private static final BigDecimal BEYOND = BigDecimal.valueOf(1_000_000);

    private static final Pattern INFINITY = Pattern.compile("(?i)[+]?(inf(inity)?\\b|∞)");
    private static final String EMPTY_CELL = "a ratio of 0 or without end has an empty cell";
    private static final String OPEN_LIMIT = "only one limit of the interval is printed: the other is without end";

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> none = Ratio.none(table);
        if (none.isPresent()) {
            return new Outcome.NotApplicable(none.get());
        }
        Findings findings = Findings.in(this, table);
        if (settings.zeroPolicy() == ZeroPolicy.ALLOW
                && table.declaration().sensitive().isEmpty()) {
            return findings.outcome("zeros are allowed by the profile");
        }
        Ratio.forEach(table, ratio -> {
            Quantity figure = ratio.figure();
            boolean end = !ratio.isLog()
                    && (figure.value().signum() == 0 || figure.value().compareTo(BEYOND) >= 0);
            if (end) {
                add(findings, table, facts, settings, figure.row(), figure.column(), EMPTY_CELL);
            } else if (lacksOneLimit(table, figure)) {
                add(findings, table, facts, settings, figure.row(), figure.column(), OPEN_LIMIT);
            }
        });
        forEachInfinity(table, (row, column) -> add(findings, table, facts, settings, row, column, EMPTY_CELL));
        return findings.outcome("the ends of all ratios");
    }

    private static void add(
            Findings findings, Table table, Facts facts, Settings settings, int row, int column, String because) {
        boolean sensitive = facts.sensitive(table, row, column);
        if (settings.zeroPolicy() == ZeroPolicy.ALLOW && !sensitive) {
            return;
        }
        boolean fails = settings.zeroPolicy() == ZeroPolicy.FAIL || sensitive;
        findings.add(
                table,
                row,
                column,
                fails ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The ratio says that nobody, or everybody, of a group had the outcome.")
                        .because(because)
                        .remedy("Merge the exposure groups, or leave the ratio out."));
    }

    /** Visits the cells of ratios that print infinity, which is no number. */
    private static void forEachInfinity(Table table, CellVisitor visitor) {
        for (Column column : table.columns()) {
            for (int row = 0; row < table.rowCount() && column.role() == ColumnRole.ESTIMATE; row++) {
                if (table.cell(row, column.index()) instanceof CellValue.Unread text
                        && INFINITY.matcher(text.text()).lookingAt()) {
                    visitor.visit(row, column.index());
                }
            }
        }
    }

    @FunctionalInterface
    private interface CellVisitor {
        void visit(int row, int column);
    }

    /** One limit stands there and the cell of the other is a mark, a word or blank. */
    private static boolean lacksOneLimit(Table table, Quantity figure) {
        boolean lower = Companions.of(table, figure, ColumnRole.CI_LOWER).isPresent();
        boolean upper = Companions.of(table, figure, ColumnRole.CI_UPPER).isPresent();
        if (lower == upper) {
            return false;
        }
        if (table.cell(figure.row(), figure.column()) instanceof CellValue.Composite) {
            return true;
        }
        ColumnRole missing = lower ? ColumnRole.CI_UPPER : ColumnRole.CI_LOWER;
        for (Column column : table.columns()) {
            if (column.role() == missing && !(table.cell(figure.row(), column.index()) instanceof CellValue.Label)) {
                return true;
            }
        }
        return false;
    }
}

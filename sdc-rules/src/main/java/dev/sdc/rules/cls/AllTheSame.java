package dev.sdc.rules.cls;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spreads that show that all values of a group are the same: a standard deviation of zero, equal ends, equal quantiles. */
@SdcRule(
        id = "CLS-006",
        title = "All values of a group are the same",
        source = "StatbarnSDC ontology 1.0 (class disclosure of positions and endpoints)")
public final class AllTheSame implements TableRule {
    private static final Set<ColumnRole> SPREADS =
            EnumSet.of(ColumnRole.SD, ColumnRole.MINIMUM, ColumnRole.MAXIMUM, ColumnRole.PERCENTILE);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (table.type().isModel() || SPREADS.stream().noneMatch(table::holds)) {
            return new Outcome.NotApplicable("no standard deviations, ends of ranges or quantiles");
        }
        Findings findings = Findings.in(this, table);
        long variables = inRows(table, findings) + inColumns(table, findings);
        return findings.outcome(variables + (variables == 1 ? " variable" : " variables"));
    }

    /** Statistics side by side: the figures of a variable lie in one row. */
    private static long inRows(Table table, Findings findings) {
        Map<String, List<Column>> byVariable = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (SPREADS.stream().anyMatch(column::mayHold)) {
                byVariable
                        .computeIfAbsent(Variables.key(column), k -> new ArrayList<>())
                        .add(column);
            }
        }
        long variables = 0;
        for (List<Column> columns : byVariable.values()) {
            for (int row = 0; row < table.rowCount(); row++) {
                List<Quantity> figures = new ArrayList<>();
                for (Column column : columns) {
                    addTo(figures, table, row, column);
                }
                if (!figures.isEmpty()) {
                    variables++;
                    test(table, figures, findings);
                }
            }
        }
        return variables;
    }

    private static void addTo(List<Quantity> figures, Table table, int row, Column column) {
        if (table.rowRole(row) == null) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (SPREADS.contains(figure.role())) {
                    figures.add(figure);
                }
            }
        }
    }

    /** Statistics one below the other: the figures of a variable lie in one column. */
    private static long inColumns(Table table, Findings findings) {
        Map<String, List<Quantity>> variables = new LinkedHashMap<>();
        table.forEachQuantity(SPREADS, spread -> {
            if (table.rowRole(spread.row()) != null) {
                variables
                        .computeIfAbsent(Variables.key(table, spread), k -> new ArrayList<>())
                        .add(spread);
            }
        });
        variables.values().forEach(figures -> test(table, figures, findings));
        return variables.size();
    }

    private static void test(Table table, List<Quantity> figures, Findings findings) {
        Quantity first = null;
        Quantity deviation = null;
        int places = 0;
        for (Quantity figure : figures) {
            if (figure.role() == ColumnRole.SD) {
                if (figure.value().signum() != 0) {
                    return;
                }
                deviation = figure;
            } else {
                places++;
                first = first == null ? figure : first;
                if (figure.value().compareTo(first.value()) != 0) {
                    return;
                }
            }
        }
        if (deviation != null) {
            add(table, deviation, "the standard deviation is 0", findings);
        } else if (first != null && spans(figures)) {
            add(table, first, "all " + places + " places of the distribution are at " + text(first.value()), findings);
        }
    }

    /** Whether the places lie apart: both ends, or quantiles of different levels. */
    private static boolean spans(List<Quantity> figures) {
        long different = figures.stream()
                .map(figure -> figure.role() + " " + (figure.level() == null ? "" : text(figure.level())))
                .distinct()
                .count();
        return different > 1;
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static void add(Table table, Quantity at, String because, Findings findings) {
        findings.add(
                table,
                at.row(),
                at.column(),
                Disposition.BREACH,
                words -> words.message("All values of the group are the same.")
                        .because(because + ": the value of every member is known")
                        .remedy("Merge the group with another, or leave the group out."));
    }
}

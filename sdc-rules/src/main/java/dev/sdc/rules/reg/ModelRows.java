package dev.sdc.rules.reg;

import dev.sdc.engine.audit.PopulationNames;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Models of a table that stand one a row, each with its number of observations: {@code Main, 1204} and {@code Without outliers, 1200}. */
final class ModelRows {
    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b(?:models?|analys[ie]s|specifications?|sensitivity|modelle?|analyse)\\b");

    /** What an analysis is called beside others of the same people. */
    private static final Pattern NAME = Pattern.compile(
            "(?i)\\b(?:main|primary|sensitivity|base ?case|complete[- ]cases?|full (?:sample|cohort|model)|all|overall|unadjusted|adjusted|crude)\\b");

    /** Larger tables are no list of models. */
    private static final int MOST = 60;

    /** One model, in the row of its name. */
    record Row(int row, int column, long n, String name) {}

    /** Two models of nearly the same people. */
    record Pair(Row fewer, Row more, boolean sure) {}

    private ModelRows() {}

    /** The models of a table whose numbers of observations differ by fewer than a limit. */
    static List<Pair> nearlyAlike(Table table, int minimum) {
        List<Column> sizes = table.columns().stream()
                .filter(column -> column.role() == ColumnRole.COUNT
                        || (column.mayHold(ColumnRole.COUNT) && Wording.is(column.leaf(), "n", "obs", "observations")))
                .toList();
        boolean models = table.holds(ColumnRole.ESTIMATE)
                && sizes.size() == 1
                && table.rowCount() <= MOST
                && table.labelLevels() == 1;
        if (!models) {
            return List.of();
        }
        boolean headed = table.columns().stream()
                .anyMatch(column ->
                        column.isLabel() && HEADER.matcher(column.leaf()).find());
        int column = sizes.get(0).index();
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            long n = table.count(row, column);
            if (n >= 0) {
                rows.add(new Row(row, column, n, table.rowLabel(row)));
            }
        }
        rows.sort(Comparator.comparingLong(Row::n));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Row fewer = rows.get(i - 1);
            Row more = rows.get(i);
            boolean near = more.n() > fewer.n() && more.n() - fewer.n() < minimum;
            boolean without =
                    ModelWithoutFew.isWithout(fewer.name()) || PopulationNames.tellNested(more.name(), fewer.name());
            boolean named = NAME.matcher(fewer.name()).find()
                    || NAME.matcher(more.name()).find();
            if (near && !PopulationNames.tellApart(more.name(), fewer.name()) && (without || headed || named)) {
                pairs.add(new Pair(fewer, more, without));
            }
        }
        return pairs;
    }
}

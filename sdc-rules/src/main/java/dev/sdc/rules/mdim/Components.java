package dev.sdc.rules.mdim;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.ComponentNames;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.ListedColumn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a table that stand for factors, components or dimensions. */
final class Components {
    private static final int FEW = 5;

    private static final Pattern LOADINGS = Pattern.compile(
            "(?i)f[ ._]?[0-9]{1,2}|(?:(?:factor|std\\.?|standardi[sz]ed|rotated|estimated) ){0,2}loadings?(?: .{0,30})?|ladung(?:en)?|faktorladung(?:en)?");

    private Components() {}

    /** Whether a table is of factors or components, declared or recognised. */
    static boolean in(Table table) {
        return table.type() == OutputType.FACTOR_ANALYSIS || table.type() == OutputType.PCA_SCORES;
    }

    /** The columns named {@code PC1}, {@code Factor 2}, {@code Dim.1} and the like. */
    static List<Column> of(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isLabel() && ComponentNames.isOne(column.leaf()))
                .toList();
    }

    /** The columns of loadings in an analysis of factors: also those named {@code F1} or {@code Loading}. */
    static List<Column> ofLoadings(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isLabel()
                        && (ComponentNames.isOne(column.leaf())
                                || LOADINGS.matcher(column.leaf().strip()).matches()))
                .toList();
    }

    /** Why the rows are records, in a sentence; empty where they are variables, categories or components. */
    static Optional<String> scores(Table table) {
        if (table.type() == OutputType.PCA_SCORES) {
            return Optional.of("the output is declared to be " + table.type().key());
        }
        if (table.rowCount() <= FEW) {
            return Optional.empty();
        }
        List<ListedColumn> columns = ListedColumn.of(table);
        if (of(table).size() > 1) {
            boolean keyed = columns.stream().anyMatch(column -> column.isPersonKey() || column.isPseudonym());
            boolean named = columns.stream()
                    .anyMatch(column -> table.columns().get(column.index()).isLabel()
                            && !column.isRowNumber()
                            && !column.isNumeric());
            if (keyed || !named) {
                return Optional.of("each of " + table.rowCount() + " rows has a value on every component, and "
                        + (keyed ? "a key of a record" : "no name of a variable"));
            }
        }
        for (Column column : table.columns()) {
            boolean score = !column.isLabel()
                    && Wording.names(
                            column.leaf(), "factor score", "factor scores", "component score", "component scores");
            if (score) {
                return Optional.of(
                        "column '" + column.leaf() + "' has a value in each of " + table.rowCount() + " rows");
            }
        }
        return Optional.empty();
    }

    /** Whether a table places categories rather than variables: correspondence analysis. */
    static boolean placesCategories(Table table) {
        String method = table.declaration().method();
        boolean said = (method != null && isCorrespondence(method))
                || table.titles().stream().anyMatch(Components::isCorrespondence);
        boolean headers = of(table).size() > 1
                && table.columns().stream()
                        .anyMatch(column -> Wording.is(column.leaf(), "inertia", "mass", "quality", "ctr"));
        return said || headers;
    }

    private static boolean isCorrespondence(String text) {
        return Wording.names(text, "correspondence analysis", "correspondence", "mca");
    }
}

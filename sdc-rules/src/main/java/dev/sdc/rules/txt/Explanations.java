package dev.sdc.rules.txt;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.RecordListing;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Sentences that say what a row is about (a code, a variable, a group of enough people, a term of a model), and tell of nobody. */
final class Explanations {
    private static final Pattern EXPLAINING = Pattern.compile(
            "\\b(?:description|meaning|definition|label|name|bezeichnung|beschreibung)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("[A-Z]{0,4}\\d[A-Z0-9]{0,8}(?:[.-][A-Z0-9]{1,4})?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]{0,63}");
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:patients|people|persons|women|men|children|participants|patienten|personen)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String[] NUMBER = {"n", "n obs", "nobs", "count", "number", "freq", "frequency", "anzahl"};
    private static final String[] VARIABLE = {
        "variable",
        "variables",
        "variable name",
        "var",
        "field",
        "field name",
        "column",
        "column name",
        "covariate",
        "merkmal"
    };
    /** What may be told of a group or a variable tells of somebody; ages are left to {@link Narrative}, for terms have them too. */
    private static final Set<String> OF_A_PERSON = Set.of("person's name", "occupation", "family");

    private Explanations() {}

    /** Whether the texts say what codes beside them mean, and every row counts enough people. */
    static boolean ofCodes(Table table, ListedColumn texts, int minimum) {
        return describesCodes(table, texts)
                && table.columns().stream().anyMatch(column -> countsPeople(table, column, minimum));
    }

    /** Whether the texts explain variables, groups of enough people or terms of a model. */
    static boolean are(Table table, ListedColumn texts, int minimum) {
        boolean explains = (ofVariables(table, texts) && isCalledSo(texts))
                || ofGroups(table, texts, minimum)
                || ofTerms(table.columns());
        return explains && RecordListing.in(table).isEmpty() && tellOfNobody(table, texts);
    }

    /** Whether the table seems to list codes or variables with what they mean, and nothing of anybody. */
    static boolean mayBe(Table table, ListedColumn texts) {
        return (describesCodes(table, texts) || (ofVariables(table, texts) && tellOfNobody(table, texts)))
                && table.columns().stream().allMatch(Column::isLabel);
    }

    private static boolean isCalledSo(ListedColumn texts) {
        return EXPLAINING.matcher(texts.header()).find();
    }

    private static boolean describesCodes(Table table, ListedColumn texts) {
        return isCalledSo(texts)
                && table.columns().stream()
                        .filter(column -> column.isLabel() && column.index() < texts.index())
                        .anyMatch(column -> isCodes(table, column.index()));
    }

    private static boolean isCodes(Table table, int column) {
        for (int row = 0; row < table.rowCount(); row++) {
            String code = table.text(row, column).strip();
            if (!table.isTotalRow(row) && !CODE.matcher(code).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean ofVariables(Table table, ListedColumn texts) {
        return table.columns().stream()
                .filter(column -> column.index() < texts.index() && Wording.is(column.leaf(), VARIABLE))
                .anyMatch(column -> areNames(table, column.index()));
    }

    /** Whether each row has another name, as a program may give it to a variable, and none is a number of a person. */
    private static boolean areNames(Table table, int column) {
        Set<String> names = new HashSet<>();
        for (int row = 0; row < table.rowCount(); row++) {
            String name = table.text(row, column).strip();
            if (!NAME.matcher(name).matches() || CODE.matcher(name).matches() || !names.add(name)) {
                return false;
            }
        }
        return true;
    }

    /** Notes on groups stand behind what is counted of them. */
    private static boolean ofGroups(Table table, ListedColumn texts, int minimum) {
        return table.columns().stream()
                .filter(column -> column.index() < texts.index())
                .anyMatch(column -> countsPeople(table, column, minimum)
                        || (Wording.is(column.leaf(), NUMBER) && counts(table, column, minimum)));
    }

    private static boolean ofTerms(List<Column> columns) {
        return columns.stream().anyMatch(column -> isHeaded(column, Set.of(ColumnRole.ESTIMATE)))
                && columns.stream()
                        .anyMatch(column ->
                                isHeaded(column, Set.of(ColumnRole.SE, ColumnRole.CI_LOWER, ColumnRole.P_VALUE)));
    }

    private static boolean isHeaded(Column column, Set<ColumnRole> roles) {
        return column.source() == Column.RoleSource.HEADER && column.role() != null && roles.contains(column.role());
    }

    private static boolean countsPeople(Table table, Column column, int minimum) {
        return PEOPLE.matcher(column.name()).find() && counts(table, column, minimum);
    }

    private static boolean counts(Table table, Column column, int minimum) {
        if (column.source() != Column.RoleSource.HEADER) {
            return false;
        }
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.count(row, column.index()) < minimum) {
                return false;
            }
        }
        return true;
    }

    private static boolean tellOfNobody(Table table, ListedColumn texts) {
        for (int row = 0; row < table.rowCount(); row++) {
            String text = table.text(row, texts.index());
            if (Narrative.isIn(text) || !Collections.disjoint(QuasiIdentifiers.in(text), OF_A_PERSON)) {
                return false;
            }
        }
        return true;
    }
}

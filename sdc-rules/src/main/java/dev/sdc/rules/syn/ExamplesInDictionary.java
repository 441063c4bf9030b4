package dev.sdc.rules.syn;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.DayDate;
import java.util.List;
import java.util.Optional;

/** Example values in a description of data: each is one record's. */
@SdcRule(
        id = "SYN-002",
        title = "Extremes and examples in a data dictionary",
        source = "SDC handbook on minima and maxima; the treatment of examples is this project's proposal",
        parameters = "extremes_fail")
public final class ExamplesInDictionary implements TableRule {
    private static final String[] SUBJECTS = {
        "variable", "variable name", "field", "field name", "column", "column name", "item", "data item", "element"
    };
    private static final String[] DESCRIPTIONS = {
        "description", "label", "type", "data type", "format", "definition", "meaning", "storage type", "class", "units"
    };
    private static final String[] EXAMPLES = {
        "example",
        "examples",
        "example value",
        "example values",
        "sample value",
        "sample values",
        "eg",
        "e g",
        "first value",
        "first values",
        "head"
    };

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Column> subject = named(table, SUBJECTS);
        if (subject.isEmpty() || named(table, DESCRIPTIONS).isEmpty()) {
            return new Outcome.NotApplicable("no dictionary of data");
        }
        Findings findings = Findings.in(this, table);
        List<Column> examples = table.columns().stream()
                .filter(column -> Wording.is(column.leaf(), EXAMPLES))
                .toList();
        for (Column column : examples) {
            for (int row = 0; row < table.rowCount(); row++) {
                String text = table.text(row, column.index()).strip();
                if (!text.isEmpty()) {
                    boolean exact = isNumber(text) || DayDate.of(text).isPresent();
                    findings.add(
                            table,
                            row,
                            column.index(),
                            exact && settings.extremesFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                            words -> words.message("An example in a dictionary of data may be a record's own value.")
                                    .because(
                                            exact
                                                    ? "a number or a date under the heading of examples is one record's, unless"
                                                            + " it was made up"
                                                    : "a word under the heading of examples may be rare")
                                    .remedy("Leave examples out, or give the codes of the code list instead."));
                }
            }
        }
        return findings.outcome("examples; minima and maxima are judged as such");
    }

    private static Optional<Column> named(Table table, String... names) {
        return table.columns().stream()
                .filter(column -> Wording.is(column.leaf(), names))
                .findFirst();
    }

    private static boolean isNumber(String text) {
        return text.chars().anyMatch(Character::isDigit)
                && text.chars().allMatch(c -> Character.isDigit(c) || ".,;- ".indexOf(c) >= 0);
    }
}

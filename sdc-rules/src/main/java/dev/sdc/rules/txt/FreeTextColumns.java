package dev.sdc.rules.txt;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.RecordListing;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Columns of sentences that somebody wrote about single records. */
@SdcRule(id = "TXT-002", title = "Free-text column", parameters = "min_count")
public final class FreeTextColumns implements TableRule {
    private static final Pattern HEADING = Pattern.compile(
            "(?:\\d{1,2}[.)]?\\s)?(?:abstract|summary|introduction|background|aims?|objectives?|methods?|results?|findings|discussion"
                    + "|limitations|conclusions?|recommendations|references|funding|acknowledge?ments)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<ListedColumn> sentences = ListedColumn.of(table).stream()
                .filter(ListedColumn::isSentences)
                .filter(column -> !isListOfNotes(table, column.index()))
                .filter(column -> !Explanations.ofCodes(table, column, settings.minCount()))
                .toList();
        Findings findings = Findings.in(this, table);
        for (ListedColumn column : sentences) {
            boolean named = column.named("free-text");
            boolean told = named || RecordListing.in(table).isPresent();
            if (told && !Explanations.are(table, column, settings.minCount())) {
                findings.add(
                        table.columnAddress(column.index()),
                        null,
                        table.columns().get(column.index()).name(),
                        Explanations.mayBe(table, column) || isUnderHeadings(table, column)
                                ? Disposition.HUMAN_JUDGEMENT
                                : Disposition.HARD,
                        words -> words.message("This column holds free text of single records.")
                                .because("its texts run to several words and hardly repeat, "
                                        + (named ? "under a header for remarks" : "in a listing of records"))
                                .remedy("Drop the column, or code it into categories and count them."));
            }
        }
        return findings.total() > 0 || !sentences.isEmpty()
                ? findings.outcome(sentences.size() + " columns of sentences")
                : new Outcome.NotApplicable("no column holds sentences");
    }

    /** Whether the texts are the sections of a report, each under its heading: most headings are usual ones. */
    private static boolean isUnderHeadings(Table table, ListedColumn texts) {
        return table.columns().size() == 2
                && texts.index() == 1
                && IntStream.range(0, table.rowCount())
                                        .filter(row -> HEADING.matcher(
                                                        table.text(row, 0).strip())
                                                .matches())
                                        .count()
                                * 2
                        > table.rowCount();
    }

    /** Whether a sheet holds numbered notes and nothing else. */
    private static boolean isListOfNotes(Table table, int column) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (!table.text(row, column).strip().startsWith(row + 1 + ".")) {
                return false;
            }
        }
        return table.columns().size() == 1;
    }
}

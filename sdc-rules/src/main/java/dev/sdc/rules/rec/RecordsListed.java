package dev.sdc.rules.rec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.OnePerson;
import dev.sdc.rules.shape.PrintedListing;
import dev.sdc.rules.shape.RecordListing;
import dev.sdc.rules.shape.StructurePrint;
import dev.sdc.rules.shape.TableRange;
import java.util.Optional;

/** One row for each person, in a table or printed in a text. */
@SdcRule(id = "REC-001", title = "Listing of records")
public final class RecordsListed implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (facts.unit(output).kind() == Unit.Kind.ORGANISATION && output.type() != OutputType.RECORD_LEVEL) {
            return new Outcome.NotApplicable("the rows are organisations, not persons");
        }
        if (output.type() == OutputType.SYNTHETIC_DATA && !keyed(output)) {
            return new Outcome.NotApplicable("the records are declared to be synthetic, which SYN-001 judges");
        }
        Findings findings = Findings.in(this, output);
        if (output instanceof Table table) {
            Optional<String> why = RecordListing.in(table);
            if (why.isEmpty() && table.columns().stream().allMatch(Column::isLabel)) {
                return new Outcome.NotApplicable("the table holds labels only");
            }
            why.ifPresent(because -> add(findings, TableRange.of(table), because));
            return findings.outcome("keys, attributes and counts of " + table.rowCount() + " rows");
        }
        if (output instanceof Prose prose && output.type() != OutputType.CODE) {
            for (PrintedListing listing : PrintedListing.in(prose)) {
                RecordListing.in(listing)
                        .ifPresent(because -> add(findings, prose.address(listing.firstLine(), 0), because));
            }
            for (int line : StructurePrint.in(prose.running())) {
                add(
                        findings,
                        prose.address(line, 0),
                        "the structure of a data frame is printed with its first records");
            }
            for (int line : OnePerson.in(prose.running())) {
                add(
                        findings,
                        prose.address(line, 0),
                        "the age, a day or a measure of one person is told beside what else is said of that person");
            }
            if (findings.total() > 0 || output.type() == OutputType.LOG) {
                return findings.outcome("tables printed in the text");
            }
        }
        return new Outcome.NotApplicable("it holds no rows");
    }

    /** Made-up records need no keys of persons; where some stand, the records may be real. */
    private static boolean keyed(Output output) {
        return output instanceof Table table
                && ListedColumn.of(table).stream()
                        .anyMatch(column -> column.isPersonKey() || column.isPseudonym() || column.isIdentifier());
    }

    private static void add(Findings findings, String address, String because) {
        findings.add(
                address,
                null,
                null,
                Disposition.HARD,
                words -> words.message("Each row is one person's record.")
                        .because(because)
                        .remedy("Give figures of groups instead. Taking out keys and names is not enough."));
    }
}

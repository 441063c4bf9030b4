package dev.sdc.rules.code;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.rules.shape.PrintedListing;
import dev.sdc.rules.shape.RecordListing;
import java.util.List;
import java.util.Optional;

/** Data in code and logs: printed records, records typed in, identifiers in filters. Numbers in code are no counts. */
@SdcRule(id = "CODE-001", title = "Data in code or logs")
public final class DataInCode implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!(output instanceof Prose prose) || !Script.isCodeOrLog(output)) {
            return new Outcome.NotApplicable("it is neither code nor a log");
        }
        Findings findings = Findings.in(this, output);
        List<String> lines = prose.lines();
        for (PrintedListing listing : InlineData.printed(prose)) {
            RecordListing.in(listing)
                    .ifPresent(because -> findings.add(
                            prose.address(listing.firstLine(), 0),
                            null,
                            null,
                            Disposition.HARD,
                            words -> words.message("Records of persons are printed here.")
                                    .because(because)
                                    .remedy("Take the print out; hand in tables of groups instead.")));
        }
        for (int i = 0; i < lines.size(); i++) {
            int filter = InlineData.filterOnIdentifier(lines.get(i));
            if (filter >= 0) {
                findings.add(
                        prose.address(i, filter),
                        null,
                        null,
                        Disposition.HARD,
                        words -> words.message("The identifier of a person or record stands in the code.")
                                .because("a filter compares a key with a written value")
                                .remedy("Read the list of records to leave out from a file that stays inside."));
            }
            int data = InlineData.begins(lines, i);
            if (data >= 0) {
                Optional<String> records = InlineData.records(lines, i);
                findings.add(
                        prose.address(i, data),
                        null,
                        null,
                        records.isPresent() ? Disposition.HARD : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("Data are typed into the code.")
                                .because(records.orElse("a table of values is written out here"))
                                .remedy(
                                        "Read the values from a file that stays inside, or show that they are no data of persons."));
            }
        }
        return findings.outcome(lines.size() + " lines");
    }
}

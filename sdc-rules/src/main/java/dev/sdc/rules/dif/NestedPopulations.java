package dev.sdc.rules.dif;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.Difference;
import dev.sdc.engine.audit.NestedTables;
import dev.sdc.engine.audit.UnprintedOfNested;
import dev.sdc.engine.audit.UnprintedPart;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Two tables over populations that lie in one another, and a cell in which they differ by a few people. */
@SdcRule(
        id = "DIF-001",
        title = "Nested tables differ by few",
        source = "Handbook on SDC, 2nd edition, 6.6; ABS DataLab output clearance",
        parameters = {"dif_min", "national_exempt"})
public final class NestedPopulations implements SubmissionRule {
    private static final String REMEDY = "Release one of the two tables, or round both to the same base, or merge"
            + " categories until no two cells differ by so few.";

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        Findings findings = Findings.across(this);
        long tested = 0;
        for (NestedTables pair : NestedTables.among(submission.facts(), settings)) {
            if (!CountGrid.nationalExempt(pair.whole(), settings)) {
                tested += pair.differences().size();
                report(pair, settings, findings);
            }
        }
        TooManyTables.report(NestedTables.uncompared(submission.facts(), settings), findings);
        List<UnprintedPart> unprinted = UnprintedOfNested.among(tables(submission, settings), settings);
        tested += unprinted.size();
        unprinted.forEach(part -> report(part, settings, findings));
        return tested == 0 && findings.total() == 0
                ? new Outcome.NotApplicable("no two tables over nested populations")
                : findings.outcome(tested + " differences of nested tables");
    }

    private static List<Table> tables(ExaminedSubmission submission, Settings settings) {
        List<Table> tables = new ArrayList<>();
        for (Output output : submission.facts().outputs()) {
            if (output instanceof Table table && !CountGrid.nationalExempt(table, settings)) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static void report(UnprintedPart part, Settings settings, Findings findings) {
        if (part.n() >= 1 && part.n() < settings.difMin()) {
            findings.add(part.at().table(), part.at().row(), part.at().column(), Disposition.BREACH, words -> {
                words.message(
                                "With the counts of its categories and of a population that lies in this one, it shows how"
                                        + " few people only one of the two holds.")
                        .because(part.because() + ". At least " + settings.difMin() + " are asked for.")
                        .remedy(REMEDY);
                part.others().forEach(other -> words.related(other.place()));
                words.proof(part.proof());
                return words;
            });
        }
    }

    private static void report(NestedTables pair, Settings settings, Findings findings) {
        for (Difference difference : pair.differences()) {
            if (difference.isSmall(settings.difMin())) {
                findings.add(
                        difference.larger().table(),
                        difference.larger().row(),
                        difference.larger().column(),
                        Disposition.BREACH,
                        words -> words.message("Taken from the same cell of "
                                        + difference.smaller().table().file()
                                        + ", this count shows how few people only one of the two tables holds.")
                                .because(difference.inWords() + ", from "
                                        + difference.smaller().place() + ": " + pair.because() + ". At least "
                                        + settings.difMin() + " are asked for.")
                                .remedy(REMEDY)
                                .related(difference.smaller().place())
                                .proof(Proof.difference(
                                        difference.inWords(),
                                        difference.larger().place(),
                                        List.of(difference.smaller().place()))));
            }
        }
    }
}

package dev.sdc.rules.file;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many nearly equal tables, and more files than the stated purpose names. */
@SdcRule(
        id = "FILE-010",
        title = "More output than the purpose needs",
        source = "SATRE 3.3.02; ADRF export guidelines; UK Data Service on many small requests")
public final class MoreThanNeeded implements SubmissionRule {
    /** So many versions of one table are more than a correction. */
    private static final int VERSIONS = 4;
    /** Files beyond those that the purpose numbers: appendices, figures' data, notes. */
    private static final int SPARE = 5;

    private static final int TWICE = 2;

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        Findings findings = Findings.across(this);
        nearDuplicates(submission.facts().outputs(), findings);
        beyondPurpose(submission, findings);
        return findings.outcome("near copies among tables, and the number of files against the purpose");
    }

    private void nearDuplicates(List<Output> outputs, Findings findings) {
        Map<Outline, List<Table>> alike = new HashMap<>();
        List<Outline> order = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Table table) {
                Outline outline = Outline.of(table);
                alike.computeIfAbsent(outline, o -> {
                            order.add(o);
                            return new ArrayList<>();
                        })
                        .add(table);
            }
        }
        for (Outline outline : order) {
            List<Table> tables = alike.get(outline);
            List<Table> close = tables == null ? List.of() : closeToTheFirst(tables);
            if (close.size() >= VERSIONS) {
                for (Table table : close) {
                    in(
                            table,
                            "This table is one of several that are nearly the same.",
                            close.size() + " tables of these outputs have the same rows and columns and nearly the same"
                                    + " numbers",
                            findings);
                }
            }
        }
    }

    /** The first of the tables, with those of which most numbers are the same. */
    private static List<Table> closeToTheFirst(List<Table> tables) {
        List<Table> close = new ArrayList<>();
        for (Table table : tables) {
            if (close.isEmpty() || Outline.nearlyEqual(close.get(0), table)) {
                close.add(table);
            }
        }
        return close;
    }

    private void beyondPurpose(ExaminedSubmission submission, Findings findings) {
        long named = NumberedItems.in(submission.submission().purpose());
        long files = submission.files().stream()
                .filter(ExaminedFile::declared)
                .filter(file -> file.outputs().stream()
                        .noneMatch(output -> output.declaration().figureDataFor() != null))
                .count();
        if (named > 0 && files > TWICE * named + SPARE) {
            findings.add(
                    submission.files().get(0).file().path(),
                    Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("More files are handed in than the purpose names.")
                            .because("the purpose numbers " + named + " tables and figures; " + files
                                    + " files are handed in")
                            .remedy("Hand in what the purpose needs, or say what the other files are for."));
        }
    }

    private static void in(Table table, String message, String because, Findings findings) {
        findings.add(
                table,
                0,
                0,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message(message)
                        .because(because)
                        .remedy(
                                "Hand in the one that is needed: each further version narrows down what the others hide."));
    }
}

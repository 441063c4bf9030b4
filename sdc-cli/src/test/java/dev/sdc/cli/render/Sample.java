package dev.sdc.cli.render;

import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.RuleInfo;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks of made-up outputs by rules of this test alone, so that renderings are tested apart from the real rules. */
final class Sample {
    /** A table with a small count, a hidden one, and a column that nobody decides on. */
    static final String SURGERY = """
            Age band,Treatment A,Treatment B,Mean stay,Total
            50-59,42,37,4.1,79
            60-69,30,42,5.0,72
            70-79,25,14,5.9,39
            80+,<10,7,6.2,18
            Total,104,100,5.3,204
            """;

    static final String NOTES = """
            Methods
            We looked at all patients of the registry.
            Only three patients moved between regions.
            The rest is described in table 1.
            """;

    static final String CLEAN = """
            Stage,Patients
            I,120
            II,85
            III,64
            """;

    static final RuleBook BOOK = RuleBook.of(List.of(new SmallCounts(), new Hidden(), new Words()));

    private Sample() {}

    /** A submission with a finding of every level. */
    static Examination mixed() {
        return check(Submission.builder()
                .id("lung-2026-014")
                .file(file("tables/surgery.csv", SURGERY))
                .file(file("clean.csv", CLEAN))
                .file(file("notes.txt", NOTES)));
    }

    /** The same small count in every kind of file that has no rows and columns of its own. */
    static Examination texts() {
        return check(Submission.builder()
                .file(file("print.txt", """
                        Stage    Patients    Deaths
                        I             120        31
                        II             85         7
                        III            64        22
                        """))
                .file(file("page.html", """
                        <table><tr><th>Stage</th><th>Patients</th><th>Deaths</th></tr>
                        <tr><td>I</td><td>120</td><td>31</td></tr><tr><td>II</td><td>85</td><td>7</td></tr></table>
                        """))
                .file(file("table.tex", """
                        \\begin{tabular}{lrr}
                        Stage & Patients & Deaths \\\\
                        I & 120 & 31 \\\\
                        II & 85 & 7 \\\\
                        \\end{tabular}
                        """))
                .file(file("rows.json", """
                        [{"stage": "I", "patients": 120, "deaths": 31}, {"stage": "II", "patients": 85, "deaths": 7}]
                        """)));
    }

    /** A submission in which nothing is found. */
    static Examination clean() {
        return check(Submission.builder().file(file("clean.csv", CLEAN)));
    }

    /** A long table of small counts. */
    static Examination large(int rows) {
        StringBuilder csv = new StringBuilder("Place,Patients\n");
        for (int i = 1; i <= rows; i++) {
            csv.append("Place ")
                    .append(i)
                    .append(',')
                    .append(i % 25 == 0 ? 3 : 20 + i % 7)
                    .append('\n');
        }
        return check(Submission.builder().file(file("places.csv", csv.toString())));
    }

    /** A hidden count in a table of so many rows, that follows from it, from another table and from an earlier release. */
    static Examination proven(int rows) {
        StringBuilder a = new StringBuilder("Place,Men,Women,Total\nPlace 1,42,<10,79\n");
        for (int i = 2; i <= rows; i++) {
            a.append("Place ").append(i).append(",40,50,90\n");
        }
        return check(
                RuleBook.of(List.of(new Proven())),
                Submission.builder()
                        .file(file("a.csv", a.toString()))
                        .file(file("b.csv", "Place,Children\nPlace 1,7\nPlace 2,31\n")));
    }

    static Examination check(SubmissionBuilder submission) {
        return check(BOOK, submission);
    }

    private static Examination check(RuleBook book, SubmissionBuilder submission) {
        try {
            return OutputChecker.of(book).examine(submission.build(), Profiles.choose(null, List.of()));
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }

    static OutputFile file(String path, String content) {
        return OutputFile.inMemory(path, content.getBytes(StandardCharsets.UTF_8));
    }

    static Rendering rendering(Examination examination) {
        return new Rendering(examination.report(), examination.files(), BOOK, null);
    }

    /** Counts from 1 to 9 fail; the pass rests on the unit. */
    private static final class SmallCounts implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FREQ-001", "Small count");
        }

        @Override
        public Set<ColumnRole> decides() {
            return Set.of(ColumnRole.COUNT);
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            Findings findings = Findings.in(this, table);
            findings.restsOn("unit: patient");
            table.forEachCount((row, column, n) -> {
                if (n > 0 && n < settings.minCount()) {
                    findings.add(
                            table,
                            row,
                            column,
                            Disposition.BREACH,
                            words -> words.message("The count is smaller than the smallest that may be released.")
                                    .because(n + " is less than " + settings.minCount())
                                    .remedy(
                                            "Merge the row with its neighbour, or suppress it together with a second cell.")
                                    .related(table.file() + "!" + table.headerAddress(column)));
                }
            });
            return findings.outcome("all counts");
        }
    }

    /** A hidden cell is a breach, and the small count beside it is told once more. */
    private static final class Hidden implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("SEC-001", "Hidden count can be worked out");
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            Findings findings = Findings.in(this, table);
            for (int row = 0; row < table.rowCount(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    CellValue cell = table.cell(row, column);
                    if (cell instanceof CellValue.Suppressed) {
                        findings.add(
                                table,
                                row,
                                column,
                                Disposition.NEEDS_EVIDENCE,
                                words -> words.message("The hidden count can perhaps be worked out.")
                                        .because("the total is printed beside it")
                                        .remedy("Recompute the total from what is shown.")
                                        .evidence("markers: what the mark stands for"));
                    }
                    if (cell instanceof CellValue.Count count && count.n() == 7) {
                        findings.add(
                                table,
                                row,
                                column,
                                Disposition.INFORMATION,
                                words -> words.message("It opens a hidden count.")
                                        .because("row and column each hide one cell")
                                        .remedy("Hide it too."));
                    }
                }
            }
            return findings.outcome("all hidden cells");
        }
    }

    /** A hidden count with its proof; of a long table every count of men belongs to it. */
    private static final class Proven implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("SEC-001", "Hidden count can be worked out");
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            Findings findings = Findings.in(this, table);
            if (table.cell(0, table.columns().size() - 2) instanceof CellValue.Suppressed) {
                List<Proof.Term> terms = new ArrayList<>(List.of(
                        new Proof.Term(Proof.Sign.PLUS, "a.csv!D2"),
                        new Proof.Term(Proof.Sign.MINUS, "a.csv!B2"),
                        new Proof.Term(Proof.Sign.EQUALS, "a.csv!C2"),
                        new Proof.Term(Proof.Sign.MINUS, "b.csv!B2"),
                        new Proof.Term(Proof.Sign.PLUS, "released:R1/t.csv!B4")));
                for (int row = 3; row < table.rowCount(); row++) {
                    terms.add(new Proof.Term(Proof.Sign.MINUS, "a.csv!B" + (row + 2)));
                }
                findings.add(
                        table,
                        0,
                        2,
                        Disposition.BREACH,
                        words -> words.message("The hidden count can be worked out.")
                                .because("79 less 42 and 7")
                                .remedy("Hide a second one.")
                                .proof(new Proof(List.of(new Proof.Step("79 less 42 and 7", terms)))));
            }
            return findings.outcome("all hidden cells");
        }
    }

    /** Numbers in words. */
    private static final class Words implements OutputRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FREQ-005", "Small count in words");
        }

        @Override
        public Outcome check(Output output, Facts facts, Settings settings) {
            if (!(output instanceof Prose prose)) {
                return new Outcome.NotApplicable("not a text");
            }
            Findings findings = Findings.in(this, prose);
            for (int i = 0; i < prose.lines().size(); i++) {
                int at = prose.lines().get(i).toLowerCase(Locale.ROOT).indexOf("three patients");
                if (at >= 0) {
                    findings.add(
                            "@" + (i + 1) + ":" + (at + 1),
                            null,
                            null,
                            Disposition.HUMAN_JUDGEMENT,
                            words -> words.message("A small number of people stands in words.")
                                    .because("the text says three patients")
                                    .remedy("Say that it is fewer than ten."));
                }
            }
            return findings.outcome("all lines");
        }
    }
}

package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a session of ACRO says is held against the files, and never trusted. */
class AcroSessionTest {
    private static final String SAFE = "Stage,Women,Men\nI,120,131\nII,64,77\nIII,45,52\n";
    private static final String SMALL = "Stage,Women,Men\nI,120,131\nII,4,77\nIII,45,2\n";

    @Test
    void a_claim_that_is_right_agrees_cell_by_cell() throws Exception {
        Report report =
                check(output("fail", "t.csv", "MinimumThresholdCheck", "[[1, 0], [2, 1]]", ""), Map.of("t.csv", SMALL));

        assertThat(claim(report).agrees()).isTrue();
        assertThat(claim(report).remarks()).contains("MinimumThresholdCheck: 2 cells claimed, and the same found");
        assertThat(report.files()).extracting(Report.FileReport::path).containsExactly("t.csv");
        assertThat(report.sessions().get(0).kept()).containsExactly("config.json", "results.json");
    }

    @Test
    void cells_that_only_one_of_both_names_are_listed() throws Exception {
        Report report = check(output("fail", "t.csv", "threshold", "[[1, 0], [0, 1]]", ""), Map.of("t.csv", SMALL));

        assertThat(claim(report).remarks())
                .contains("threshold: 2 cells claimed, 1 of them found; not found: C2; found beside: C4");
    }

    @Test
    void a_pass_settles_nothing() throws Exception {
        Report report = check(output("pass", "t.csv", "threshold", "[]", ""), Map.of("t.csv", SMALL));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(claim(report).agrees()).isFalse();
        assertThat(claim(report).found()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_fail_that_the_file_does_not_show_is_for_a_person() throws Exception {
        Report report = check(output("fail", "t.csv", "nk-rule", "[[0, 0]]", ""), Map.of("t.csv", SAFE));

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(report.files().get(0).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(report.findings()).extracting(Finding::rule).containsExactly("UND-001");
    }

    @Test
    void sums_that_look_like_counts_are_for_a_person() throws Exception {
        String sums = "acro.crosstab(d.stage, d.sex, values=d.days, aggfunc=\\\"sum\\\")";
        assertThat(check(output("pass", "t.csv", "threshold", "[]", sums), Map.of("t.csv", SAFE))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        String counts = "acro.crosstab(d.stage, d.sex)";
        assertThat(check(output("pass", "t.csv", "threshold", "[]", counts), Map.of("t.csv", SAFE))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whole_numbers_are_what_the_session_alone_says_they_are_and_a_person_confirms_it() throws Exception {
        String medians = "acro.crosstab(d.stage, d.sex, values=d.days, aggfunc=\\\"median\\\")";
        Report report = check(output("pass", "t.csv", "threshold", "[]", medians), Map.of("t.csv", SAFE));

        assertThat(report.files().get(0).outputs().get(0).outputType()).isEqualTo("percentiles");
        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(report.findings())
                .extracting(Finding::message)
                .contains("Only the session says what these numbers are.");
    }

    @Test
    void a_claim_takes_away_no_test_of_counts() throws Exception {
        String medians = "acro.crosstab(d.stage, d.sex, values=d.days, aggfunc=\\\"median\\\")";
        Report report = check(output("pass", "t.csv", "threshold", "[]", medians), Map.of("t.csv", SMALL));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("FREQ-001"))
                .extracting(Finding::cell)
                .containsExactlyInAnyOrder("B3", "C4");
    }

    @Test
    void counts_that_show_themselves_stay_counts_whatever_the_session_says() throws Exception {
        String sums = "acro.crosstab(d.stage, d.sex, values=d.days, aggfunc=\\\"sum\\\")";
        String headed = "Stage,Count,Patients\nI,120,131\nII,4,77\nIII,45,2\n";
        String adding = "Stage,Women,Men,All\nI,120,131,251\nII,4,77,81\nIII,45,2,47\nAll,169,210,379\n";
        for (String table : List.of(headed, adding)) {
            Report report = check(output("pass", "t.csv", "threshold", "[]", sums), Map.of("t.csv", table));

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(report.findings()).extracting(Finding::rule).contains("FREQ-001");
        }
    }

    @Test
    void a_claim_of_several_functions_or_of_another_one_leaves_counts_counts() throws Exception {
        for (String functions : List.of("[\\\"sum\\\", \\\"mean\\\"]", "\\\"nunique\\\"")) {
            String command = "acro.crosstab(d.stage, d.sex, values=d.days, aggfunc=" + functions + ")";
            Report report = check(output("pass", "t.csv", "threshold", "[]", command), Map.of("t.csv", SMALL));

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void a_file_that_is_not_there_is_for_a_person() throws Exception {
        Report report = check(output("pass", "gone.csv", "threshold", "[]", ""), Map.of());

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(report.findings()).extracting(Finding::cell).containsExactly("/results/stage/files/0/name");
    }

    @Test
    void edited_claims_fail() throws Exception {
        Map<String, String> files = new LinkedHashMap<>(Map.of("t.csv", SAFE));
        files.put("checksums/results.json.txt", "0".repeat(64));

        Report report = check(output("pass", "t.csv", "threshold", "[]", ""), files);

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.sessions().get(0).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void what_is_no_session_is_an_output() throws Exception {
        Report report = check("{\"stage\": {\"n\": 3}}", Map.of("t.csv", SAFE));

        assertThat(report.sessions()).isEmpty();
        assertThat(report.files()).extracting(Report.FileReport::path).contains("config.json", "results.json");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    private static ClaimReport claim(Report report) {
        return report.sessions().get(0).claims().get(0);
    }

    private static Report check(String results, Map<String, String> files) throws DeclarationException {
        SubmissionBuilder submission = Submission.builder()
                .defaults(Declaration.builder().unit("patient").build())
                .file(file("results.json", results))
                .file(file("config.json", "{\"safe_threshold\": 10, \"blocked_extensions\": [\".svg\"]}"));
        files.forEach((name, text) -> submission.file(file(name, text)));
        return OutputChecker.standard().check(submission.build());
    }

    private static OutputFile file(String name, String text) {
        return OutputFile.inMemory(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String output(String status, String file, String check, String cells, String command) {
        int flagged = (int) cells.chars().filter(c -> c == '[').count() - 1;
        return """
                {"version": "1.0.1", "results": {"stage": {"uid": "stage", "status": "%s", "type": "table",
                 "properties": {"method": "crosstab"}, "files": [{"name": "%s",
                 "sdc": {"summary": {"%s": %d}, "cells": {"%s": %s}}}],
                 "outcome": {}, "command": "%s", "summary": "%s", "comments": [], "exception": ""}}}
                """.formatted(status, file, check, flagged, check, cells, command, status);
    }
}

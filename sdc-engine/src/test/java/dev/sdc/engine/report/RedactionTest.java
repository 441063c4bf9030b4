package dev.sdc.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.RuleBook;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String NUMBER = "943 476 5919";

    @Test
    void noValueOrReasonIsLeftInAnyForm() throws Exception {
        Report redacted = Redaction.of(Reports.of(List.of(
                finding("FREQ-001", Disposition.BREACH, "80+", "7777", "it is 7777 of 8888", null),
                finding("DOM-001", Disposition.BREACH, "Drug X", "920000", "x1 = 910001 exceeds 90 % of 920000", null),
                finding("ID-001", Disposition.HARD, NUMBER, NUMBER, "a valid number", null))));

        for (String text : List.of(json(redacted), sarif(redacted), junit(redacted))) {
            assertThat(text).doesNotContain("7777", "8888", "920000", "910001", "90 %", NUMBER, "18 for two cells");
        }
        assertThat(redacted.redacted()).isTrue();
        assertThat(redacted.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(redacted.findings()).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.cell()).isEqualTo("B4");
            assertThat(finding.message()).isNotEmpty();
            assertThat(finding.remedy()).isNotEmpty();
        });
    }

    @Test
    void rowLabelsGoWhereIdentifiersWereFoundAndStayElsewhere() {
        Report clean =
                Redaction.of(Reports.of(List.of(finding("FREQ-001", Disposition.BREACH, "80+", "3", "it is 3", null))));
        Report identifying = Redaction.of(Reports.of(List.of(
                finding("FREQ-001", Disposition.BREACH, NUMBER, "3", "it is 3", null),
                finding("ID-001", Disposition.HARD, "whole column", null, "valid numbers", null))));

        assertThat(clean.findings().get(0).row()).isEqualTo("80+");
        assertThat(identifying.findings()).extracting(Finding::row).containsOnlyNulls();
    }

    @Test
    void evidenceIsStillAskedForUnlessItRepeatsTheValue() {
        Report redacted = Redaction.of(Reports.of(List.of(
                finding("DOM-004", Disposition.NEEDS_EVIDENCE, "Drug X", "15", "unknown", "contributions: n, x1, x2"),
                finding("DOM-004", Disposition.NEEDS_EVIDENCE, "Drug Y", "15", "unknown", "what 15 stands for"),
                finding("DOM-004", Disposition.NEEDS_EVIDENCE, "Drug Z", "15", "unknown", "see table 153"))));

        assertThat(redacted.findings())
                .extracting(Finding::evidenceNeeded)
                .containsExactly("contributions: n, x1, x2", null, "see table 153");
    }

    @Test
    void whatWasSaidOfReadingAndTestingGoes() {
        Report redacted = Redaction.of(Reports.typical());

        assertThat(redacted.files().get(0).notes()).isEmpty();
        assertThat(redacted.files().get(0).outputs().get(0).rules())
                .extracting(Report.RuleReport::why)
                .containsOnly("");
        assertThat(redacted.profile().notes()).isEmpty();
    }

    private static Finding finding(
            String rule,
            Disposition disposition,
            String row,
            @Nullable String value,
            String because,
            @Nullable String evidence) {
        return new Finding(
                rule,
                disposition,
                "t1.csv",
                "t1.csv#1",
                "B4",
                row,
                "Patients",
                value,
                "It may not go.",
                because,
                "Merge rows.",
                evidence,
                List.of("t1.csv!C4"));
    }

    private static String json(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String sarif(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifJson.write(report, RuleBook.of(List.of()), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String junit(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JunitXml.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

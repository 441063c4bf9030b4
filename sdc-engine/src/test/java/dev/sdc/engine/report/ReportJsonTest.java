package dev.sdc.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.DeclarationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
    private static final Schema SCHEMA = schema("sdc-report-1.schema.json");

    @Test
    void hasTheFieldsOfTheContractInTheirOrder() throws Exception {
        assertThat(json(Reports.typical())).isEqualTo("""
                {
                  "schema": "sdc-report/1",
                  "verdict": "FAIL",
                  "profile": {"name": "handbook-10", "version": "1", "sha256": "%1$s", "chosen_by": "Named by the operator.", "notes": ["not verified"]},
                  "engine": {"name": "sdc-engine", "version": "1.0"},
                  "submission": {"id": "lung-2026-014", "sha256": "%1$s"},
                  "files": [
                    {
                      "path": "t1.csv",
                      "sha256": "%1$s",
                      "bytes": 158,
                      "media_type": "text/csv",
                      "verdict": "FAIL",
                      "outputs": [
                        {
                          "id": "t1.csv#1",
                          "range": "A1:E4",
                          "output_type": "frequency_table",
                          "verdict": "FAIL",
                          "rests_on": ["unit: patient"],
                          "not_run": ["DIF"],
                          "rules": [
                            {"id": "DOM-001", "outcome": "not_applicable", "why": "no magnitudes"},
                            {"id": "FREQ-001", "outcome": "pass", "why": "12 counts"},
                            {"id": "SEC-001", "outcome": "fail", "findings": 1},
                            {"id": "SEC-003", "outcome": "not_built"}
                          ],
                          "type_declared": true,
                          "understood": "table of 3 rows and 5 columns"
                        }
                      ],
                      "notes": ["comma-delimited"],
                      "rules": [
                        {"id": "FILE-001", "outcome": "pass", "why": "the kind of file"}
                      ]
                    }
                  ],
                  "findings": [
                    {
                      "rule": "SEC-001",
                      "level": "FAIL",
                      "disposition": "BREACH",
                      "file": "t1.csv",
                      "output": "t1.csv#1",
                      "cell": "B4",
                      "labels": {"row": "80+", "column": "Treatment A"},
                      "value": "<10",
                      "message": "The hidden count can be worked out.",
                      "because": "row leaves 18 for two cells of at most 9: each is 9",
                      "remedy": "Recompute the total.",
                      "evidence_needed": "markers: what the mark stands for",
                      "related": ["t1.csv!C4", "t1.csv!E4"]
                    }
                  ],
                  "counts": {"files": 1, "outputs": 1, "findings": {"FAIL": 1, "REVIEW": 0, "NOTE": 0}, "not_listed": 0}
                }
                """.formatted(Reports.SHA));
    }

    @Test
    void isValid() throws Exception {
        Report report = Reports.typical();

        assertValid(json(report));
        assertValid(json(Reports.of(List.of())));
        assertValid(json(Redaction.of(report)));
        assertValid(json(report.checkedAt("2026-03-31T09:30:00Z")));
        assertValid(json(report, Comparison.of(Reports.of(List.of()), report)));
    }

    @Test
    void theSchemaTellsAReportFromWhatIsNone() {
        assertThat(SCHEMA.validate("{\"schema\": \"sdc-report/1\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate("[]", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void isReadBackAsItWas() throws Exception {
        for (Report report : List.of(
                Reports.typical(),
                Reports.of(List.of()),
                Redaction.of(Reports.typical()).checkedAt("2026-03-31"))) {
            assertThat(ReportReader.read("r.json", json(report).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(report);
        }
    }

    @Test
    void aSessionIsValidAndReadBack() throws Exception {
        Report plain = Reports.typical();
        Report.SessionReport session = new Report.SessionReport(
                "results.json",
                Reports.SHA,
                "1.0.1",
                List.of("config.json", "results.json"),
                Verdict.PASS,
                List.of(new Report.ClaimReport(
                        "stage",
                        "pass",
                        Verdict.FAIL,
                        false,
                        List.of("t1.csv"),
                        List.of("threshold: 1 cell claimed"))));
        Report report = new Report(
                plain.verdict(),
                plain.profile(),
                plain.engine(),
                plain.submission(),
                plain.files(),
                plain.findings(),
                0,
                false,
                List.of(session),
                null);

        String json = json(report);

        assertValid(json);
        assertThat(ReportReader.read("report.json", json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(report);
        assertThat(Redaction.of(report).sessions().get(0).claims().get(0).remarks())
                .isEmpty();
    }

    @Test
    void whatIsNoReportIsRefusedInWords() {
        assertThatThrownBy(() -> ReportReader.read("r.json", "{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("r.json:1: this is not JSON");
        assertThatThrownBy(() -> ReportReader.read("r.json", "{\"schema\": \"x/1\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("sdc-report/1");
        assertThatThrownBy(() -> ReportReader.read(
                        "r.json", "{\"schema\": \"sdc-report/1\", \"verdict\": 7}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("verdict");
    }

    @Test
    void noLocaleOrTimeZoneChangesAByte() throws Exception {
        String expected = json(Reports.typical().checkedAt("2026-03-31"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(json(Reports.typical().checkedAt("2026-03-31"))).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void charactersThatSteerOrHideAreSpeltOut() throws Exception {
        String text = "\u001b[2J \u202e\ud800 \u2028\ufeff\0\u007f \ud83d\ude00";

        String json = json(Reports.of(List.of(Reports.finding("SEC-001", Disposition.BREACH, "B4", text, text))));

        assertThat(json)
                .containsIgnoringCase("\\u001b[2J \\u202e\\ud800 \\u2028\\ufeff\\u0000\\u007f \\ud83d\\ude00")
                .matches(all -> all.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)));
    }

    @Property(tries = 200)
    void anyTextIsWrittenInPlainAsciiAndReadBack(@ForAll @Size(max = 40) String text) throws Exception {
        Report report = Reports.of(List.of(Reports.finding("SEC-001", Disposition.BREACH, "B4", text, text)));

        String json = json(report);

        assertThat(json.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
        Finding back = ReportReader.read("r.json", json.getBytes(StandardCharsets.UTF_8))
                .findings()
                .get(0);
        assertThat(back.row()).isEqualTo(text);
        assertThat(back.value()).isEqualTo(text);
    }

    @Test
    void aStreamThatRefusesIsAnErrorOfInputAndOutput() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> ReportJson.write(Reports.typical(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../docs", name)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertValid(String json) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    private static String json(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String json(Report report, Comparison since) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(report, since, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

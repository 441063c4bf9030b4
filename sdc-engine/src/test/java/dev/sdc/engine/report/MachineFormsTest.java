package dev.sdc.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF and JUnit XML, as the programs that read them expect. */
class MachineFormsTest {
    private static final Finding HOSTILE = new Finding(
            "TXT-001",
            Disposition.HUMAN_JUDGEMENT,
            "my tables/größe #1.txt",
            null,
            "@12:17",
            null,
            null,
            "]]><script>\0\u001b[2J",
            "See [here](http://x) & \"there\" <b>",
            "\ud800 \u202e",
            "Mend.",
            null,
            List.of("t1.csv!B4"));

    @Test
    void viewersOfAcroFindStatusAndCells() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AcroJson.write(
                Reports.of(List.of(
                        Reports.finding("SEC-001", Disposition.BREACH, "B4", "80+", "<10"),
                        Reports.finding("FREQ-001", Disposition.INFORMATION, "C2", "60-69", "12"))),
                RuleBook.standard(),
                out);
        JsonNode output = JsonMapper.shared().readTree(out.toByteArray()).at("/results/t1.csv");

        assertThat(output.path("uid").asString()).isEqualTo("t1.csv");
        assertThat(output.path("status").asString()).isEqualTo("fail");
        assertThat(output.path("summary").asString())
                .startsWith("fail; SEC-001")
                .doesNotContain("80+", "<10");
        assertThat(output.at("/files/0/name").asString()).isEqualTo("t1.csv");
        // the third row below the header, the first column beside the label
        assertThat(output.at("/files/0/sdc/cells").toString()).isEqualTo("{\"SEC-001\":[[2,0]]}");
    }

    @Test
    void sarifHasTheShapeOfTheStandard() throws Exception {
        JsonNode log =
                sarif(Reports.of(List.of(Reports.finding("SEC-001", Disposition.BREACH, "B4", "80+", "<10"), HOSTILE)));

        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").path(0);
        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("sdc-engine");
        assertThat(run.at("/tool/driver/rules").size()).isEqualTo(2);
        JsonNode first = run.at("/results/0");
        assertThat(first.path("level").asString()).isEqualTo("error");
        assertThat(first.path("ruleId").asString()).isEqualTo("SEC-001");
        assertThat(run.at("/tool/driver/rules")
                        .path(first.path("ruleIndex").asInt())
                        .path("id")
                        .asString())
                .isEqualTo("SEC-001");
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("t1.csv");
        assertThat(first.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asString())
                .isEqualTo("t1.csv!B4");
        assertThat(first.path("relatedLocations").size()).isEqualTo(2);
        assertThat(run.at("/artifacts/0/hashes/sha-256").asString()).isEqualTo(Reports.SHA);

        JsonNode second = run.at("/results/1");
        assertThat(second.path("level").asString()).isEqualTo("warning");
        assertThat(second.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("my%20tables/gr%C3%B6%C3%9Fe%20%231.txt");
        assertThat(second.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(12);
        assertThat(second.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(17);
        assertThat(second.at("/message/text").asString()).contains("\\[here](http");
    }

    @Test
    void junitCountsWhatItHolds() throws Exception {
        Document xml = junit(Reports.typical());

        Element suites = xml.getDocumentElement();
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        NodeList cases = xml.getElementsByTagName("testcase");
        assertThat(suites.getAttribute("tests")).isEqualTo(Integer.toString(cases.getLength()));
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        assertThat(suites.getAttribute("errors")).isEqualTo("0");
        assertThat(suites.getAttribute("skipped")).isEqualTo("2");
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).contains("t1.csv!B4");
    }

    @Test
    void junitHoldsAnyText() throws Exception {
        Document xml = junit(Reports.of(List.of(
                Reports.finding("SEC-001", Disposition.BREACH, "B4", "80+", "<10"),
                new Finding(
                        "SEC-001",
                        Disposition.BREACH,
                        "t1.csv",
                        "t1.csv#1",
                        "B5",
                        null,
                        null,
                        null,
                        HOSTILE.message(),
                        HOSTILE.because() + HOSTILE.value(),
                        "Mend.",
                        null,
                        List.of()))));

        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
                .contains("]]><script>", "\\u001b", "\\u202e", "\\ud800");
    }

    private static JsonNode sarif(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifJson.write(report, RuleBook.of(List.of()), out);
        return JsonMapper.shared().readTree(out.toByteArray());
    }

    private static Document junit(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JunitXml.write(report, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }
}

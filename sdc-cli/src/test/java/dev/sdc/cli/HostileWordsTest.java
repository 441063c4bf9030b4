package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words of a submission that are written to be more than words: markup, commands to a terminal, characters that turn a line
 * round, and lines of a report. They stand in names of files and sheets, in headers, labels and cells, in keys, and in what
 * the declaration says.
 */
class HostileWordsTest {
    private static final String TURNS = "\u202e";
    private static final String UNSEEN = "\u200b";
    private static final String STEERS = "\u001b[8m";
    private static final String FORGED = "\u2713 PASS  forged.csv";
    private static final String MARKUP = "\"'&amp;<img src=x onerror=evil()><script>evil()<!--";

    private static final List<String> FORMATS = List.of("text", "html", "json", "sarif", "junit", "acro");

    @TempDir
    private static Path made;

    private static String said = "";

    /** One check for all forms, and one for the analyst's copies. */
    @BeforeAll
    static void check() throws IOException {
        Path folder = Files.createDirectory(made.resolve("submission"));
        writeASubmission(folder);
        List<String> arguments = new ArrayList<>(List.of("check", folder.toString()));
        FORMATS.forEach(format -> arguments.addAll(List.of("--format", format + "=" + made.resolve(format))));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FAIL);
        arguments.replaceAll(argument -> argument.replace("=" + made, "=" + made + "/redacted-"));
        arguments.replaceAll(argument -> argument.replace("/redacted-/", "/redacted-"));
        arguments.add("--redact");
        said = run.err() + Run.of(arguments.toArray(String[]::new)).err();
    }

    private static void writeASubmission(Path folder) throws IOException {
        String words = MARKUP + TURNS + UNSEEN + STEERS;
        String cell = "\"" + words.replace("\"", "\"\"") + "\n" + FORGED + "\"";
        Files.writeString(
                folder.resolve(words + "\n" + FORGED),
                "Stage," + cell + ",Patients\n" + cell + ",24,3\nII,30," + cell + "\n");
        Files.writeString(folder.resolve("labels.csv"), "Stage," + cell + ",Patients\n" + cell + ",24,3\nII,30,41\n");
        String key = MARKUP.replace("\"", "\\\"") + "\\u202e\\u200b\\u001b[8m\\n" + FORGED;
        Files.writeString(
                folder.resolve("keys.json"), "{\"" + key + "\": {\"Patients\": {\"" + key + "\": 3, \"b\": 24}}}");
        Files.writeString(
                folder.resolve("page.html"),
                "<table><caption>" + MARKUP.replace("<", "&lt;") + TURNS + STEERS + "\n" + FORGED
                        + "</caption><tr><th>Stage</th><th>Patients</th></tr><tr><td>" + MARKUP.replace("<", "&lt;")
                        + "</td><td>3</td></tr><tr><td>II</td><td>40</td></tr></table>");
        workbook(folder.resolve("sheets.xlsx"), MARKUP.replace("&amp;", "&") + TURNS + UNSEEN + "\n" + FORGED);
        Files.writeString(
                folder.resolve("submission.yaml"),
                "schema: sdc-submission/1\nid: \"" + key + "\"\ntitle: \"" + key + "\"\npurpose: \"" + key
                        + "\"\nrequester: \"" + key + "\"\ndataset: \"" + key + "\"\ndefaults: {unit: patient}\n");
    }

    /** A workbook whose second sheet is hidden, under a name. */
    private static void workbook(Path file, String name) throws IOException {
        String escaped = name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String cells = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>" + escaped
                + "</t></is></c><c r='B1' t='inlineStr'><is><t>Patients</t></is></c></row>"
                + "<row r='2'><c r='A2' t='inlineStr'><is><t>" + escaped + "</t></is></c><c r='B2'><v>3</v></c></row>"
                + "</sheetData></worksheet>";
        List<String> parts = List.of(
                "[Content_Types].xml",
                "<a>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml</a>",
                "_rels/.rels",
                "<a><Relationship Id='a' Type='" + relations + "/officeDocument' Target='xl/workbook.xml'/></a>",
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"" + escaped + "\" id='a'/><sheet name=\"hidden " + escaped
                        + "\" id='b' state='hidden'/></sheets><definedNames><definedName name=\"" + escaped
                        + "\">{3,4,5}</definedName></definedNames></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<a><Relationship Id='a' Type='" + relations + "/worksheet' Target='a.xml'/><Relationship Id='b' Type='"
                        + relations + "/worksheet' Target='b.xml'/></a>",
                "xl/a.xml",
                cells,
                "xl/b.xml",
                cells);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < parts.size(); i += 2) {
                zip.putNextEntry(new ZipEntry(parts.get(i)));
                zip.write(parts.get(i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String report(String format) throws IOException {
        String report = Files.readString(made.resolve(format));
        assertThat(report).contains("labels.csv", "keys.json", "page.html", "sheets.xlsx");
        return report;
    }

    /** Whatever the form, nothing in it steers, hides or turns round. */
    @ParameterizedTest
    @ValueSource(strings = {"", "redacted-"})
    void everyCharacterIsSeen(String copy) throws IOException {
        for (String format : FORMATS) {
            assertThat(report(copy + format).codePoints())
                    .as(copy + format)
                    .noneMatch(
                            c -> (Character.isISOControl(c) && c != '\n') || Character.getType(c) == Character.FORMAT);
        }
        assertThat(report(copy + "text")).contains("evil");
    }

    @Test
    void noLineIsForged() throws IOException {
        for (String text : List.of(report("text"), report("redacted-text"), said)) {
            assertThat(text.lines()).noneMatch(line -> line.strip().startsWith(FORGED));
        }
    }

    @Test
    void thePageHoldsNoMarkupOfTheirs() throws IOException {
        Document page = Jsoup.parse(report("html"));
        assertThat(page.select("script")).noneMatch(script -> script.data().contains("evil"));
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.text()).contains("onerror=evil()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "acro"})
    void jsonIsJsonAndLosesNothing(String format) throws IOException {
        String report = report(format);
        JsonNode root = JsonMapper.shared().readTree(report);
        assertThat(root.isObject()).isTrue();
        assertThat(root.toString()).contains("<img src=x onerror=evil()>");
    }

    @Test
    void junitIsXmlWithTheElementsOfJunitAlone() throws Exception {
        org.w3c.dom.Document report = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report("junit").getBytes(StandardCharsets.UTF_8)));
        for (String foreign : List.of("script", "img")) {
            assertThat(report.getElementsByTagName(foreign).getLength()).isZero();
        }
    }
}

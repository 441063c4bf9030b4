package dev.sdc.engine.report;

import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.RuleBook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/**
 * A report in SARIF 2.1.0, which code hosts show beside the files: a finding is a result, {@code error} where it fails,
 * {@code warning} where it needs review.
 */
public final class SarifJson {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;
    private final Map<String, Integer> ruleIndex = new HashMap<>();
    private final Map<String, Integer> fileIndex = new HashMap<>();

    private SarifJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a report; the stream is flushed and stays open.
     *
     * @param book the rules, for their titles
     * @throws IOException if the stream refuses
     */
    public static void write(Report report, RuleBook book, OutputStream out) throws IOException {
        JsonFile.write(out, json -> new SarifJson(json).log(report, book));
    }

    private void log(Report report, RuleBook book) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(report, book);
        artifacts(report);
        json.writeArrayPropertyStart("results");
        for (Finding finding : report.findings()) {
            result(finding);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("verdict", report.verdict().name());
        json.writeStringProperty(
                "profile", report.profile().name() + " " + report.profile().version());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(Report report, RuleBook book) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", report.engine().name());
        json.writeStringProperty("version", report.engine().version());
        json.writeArrayPropertyStart("rules");
        Map<String, String> titles = new HashMap<>();
        book.known().forEach(entry -> titles.put(entry.id(), entry.title()));
        TreeSet<String> used = new TreeSet<>();
        report.findings().forEach(finding -> used.add(finding.rule()));
        for (String rule : used) {
            ruleIndex.put(rule, ruleIndex.size());
            json.writeStartObject();
            json.writeStringProperty("id", rule);
            json.writeObjectPropertyStart("shortDescription");
            json.writeStringProperty("text", titles.getOrDefault(rule, rule));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void artifacts(Report report) {
        json.writeArrayPropertyStart("artifacts");
        for (Report.FileReport file : report.files()) {
            fileIndex.put(file.path(), fileIndex.size());
            json.writeStartObject();
            json.writeObjectPropertyStart("location");
            json.writeStringProperty("uri", uri(file.path()));
            json.writeEndObject();
            json.writeNumberProperty("length", file.bytes());
            json.writeStringProperty("mimeType", file.mediaType());
            json.writeObjectPropertyStart("hashes");
            json.writeStringProperty("sha-256", file.sha256());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void result(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.rule());
        json.writeNumberProperty("ruleIndex", ruleIndex.getOrDefault(finding.rule(), -1));
        json.writeStringProperty("level", level(finding.level()));
        json.writeObjectPropertyStart("message");
        List<String> sentences = new ArrayList<>();
        sentences.add(finding.message());
        if (!finding.because().isEmpty()) {
            sentences.add("Because " + finding.because() + ".");
        }
        sentences.add("To do: " + finding.remedy());
        // a link could be written as [text](target), so brackets of a file's text are escaped
        json.writeStringProperty(
                "text", String.join(" ", sentences).replace("\\", "\\\\").replace("[", "\\["));
        json.writeEndObject();
        json.writeArrayPropertyStart("locations");
        location(finding.file(), finding.cell());
        json.writeEndArray();
        related(finding.related());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("disposition", finding.disposition().name());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void related(List<String> related) {
        if (related.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("relatedLocations");
        for (String place : related) {
            int mark = place.indexOf('!');
            String file = mark < 0 ? place : place.substring(0, mark);
            location(file, mark < 0 ? "" : place.substring(mark + 1));
        }
        json.writeEndArray();
    }

    private void location(String file, String cell) {
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(file));
        Integer index = fileIndex.get(file);
        if (index != null) {
            json.writeNumberProperty("index", index);
        }
        json.writeEndObject();
        int colon = cell.indexOf(':');
        if (cell.startsWith("@") && colon > 0) {
            region(cell.substring(1, colon), cell.substring(colon + 1));
        }
        json.writeEndObject();
        if (!cell.isEmpty()) {
            json.writeArrayPropertyStart("logicalLocations");
            json.writeStartObject();
            json.writeStringProperty("fullyQualifiedName", file + "!" + cell);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void region(String line, String character) {
        try {
            int startLine = Integer.parseInt(line);
            int startColumn = Integer.parseInt(character);
            if (startLine > 0 && startColumn > 0) {
                json.writeObjectPropertyStart("region");
                json.writeNumberProperty("startLine", startLine);
                json.writeNumberProperty("startColumn", startColumn);
                json.writeEndObject();
            }
        } catch (NumberFormatException e) {
            // an address of another form has no region
        }
    }

    private static String level(Level level) {
        return switch (level) {
            case NOTE -> "note";
            case REVIEW -> "warning";
            case FAIL -> "error";
        };
    }

    /** A path as a relative URI: every byte that is not plain is percent-encoded. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '/'
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
            if (plain) {
                uri.append(c);
            } else {
                uri.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        return uri.toString();
    }
}

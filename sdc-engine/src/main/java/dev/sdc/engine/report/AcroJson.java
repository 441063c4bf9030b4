package dev.sdc.engine.report;

import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.RuleBook;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * A report in the shape of ACRO's {@code results.json}, so that the viewers made for ACRO show it: a file, or the files
 * of one output of a session, with a status, and the flagged cells by rule.
 *
 * <p>Viewers put these texts into a page as they are, so only words of the program itself stand in them.
 */
public final class AcroJson {
    /** The version whose shape this is, and the least that viewers take. */
    private static final String VERSION = "0.4.12";

    /** A cell of a file of cells; viewers take the first row for the header and the first column for the label. */
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");

    private record Cell(int row, int column) {}

    private final JsonGenerator json;
    private final Report report;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, List<Finding>> findings = new HashMap<>();

    private AcroJson(JsonGenerator json, Report report, RuleBook book) {
        this.json = json;
        this.report = report;
        book.known().forEach(entry -> titles.put(entry.id(), entry.title()));
        for (Finding finding : report.findings()) {
            if (finding.level() != Level.NOTE) {
                findings.computeIfAbsent(finding.file(), file -> new ArrayList<>())
                        .add(finding);
            }
        }
    }

    /**
     * Writes a report; the stream is flushed and stays open.
     *
     * @param book the rules, for their titles
     * @throws IOException if the stream refuses
     */
    public static void write(Report report, RuleBook book, OutputStream out) throws IOException {
        JsonFile.write(out, json -> new AcroJson(json, report, book).session());
    }

    private void session() {
        json.writeStartObject();
        json.writeStringProperty("version", VERSION);
        json.writeObjectPropertyStart("results");
        outputs().forEach(this::output);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The files by the output that they belong to: as a session groups them, else each for itself. */
    private Map<String, List<FileReport>> outputs() {
        Map<String, String> groups = new HashMap<>();
        for (SessionReport session : report.sessions()) {
            for (ClaimReport claim : session.claims()) {
                claim.files().forEach(file -> groups.putIfAbsent(file, claim.id()));
            }
        }
        Map<String, List<FileReport>> outputs = new LinkedHashMap<>();
        for (FileReport file : report.files()) {
            outputs.computeIfAbsent(groups.getOrDefault(file.path(), file.path()), id -> new ArrayList<>())
                    .add(file);
        }
        return outputs;
    }

    private void output(String id, List<FileReport> files) {
        Verdict verdict = Verdict.PASS;
        for (FileReport file : files) {
            verdict = verdict.worst(file.verdict());
        }
        String status = verdict.name().toLowerCase(Locale.ROOT);
        String type = files.get(0).outputs().isEmpty()
                ? "custom"
                : files.get(0).outputs().get(0).outputType();
        json.writeObjectPropertyStart(id);
        json.writeStringProperty("uid", id);
        json.writeStringProperty("status", status);
        json.writeStringProperty("type", type.equals("frequency_table") ? "table" : type);
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("method", type);
        json.writeEndObject();
        json.writeArrayPropertyStart("files");
        files.forEach(this::file);
        json.writeEndArray();
        json.writeObjectPropertyStart("outcome");
        json.writeEndObject();
        json.writeStringProperty("command", "custom");
        json.writeStringProperty("summary", status + "; " + summary(files));
        json.writeStringProperty("timestamp", report.checkedAt() == null ? "" : report.checkedAt());
        json.writeArrayPropertyStart("comments");
        json.writeEndArray();
        json.writeStringProperty("exception", "");
        json.writeEndObject();
    }

    private void file(FileReport file) {
        Map<String, Set<Cell>> cells = new TreeMap<>();
        Map<String, Integer> counts = counts(List.of(file));
        for (Finding finding : findings.getOrDefault(file.path(), List.of())) {
            Matcher cell = CELL.matcher(finding.cell());
            if (cell.matches()) {
                int row = Integer.parseInt(cell.group(2)) - 2;
                int column = column(cell.group(1)) - 2;
                if (row >= 0 && column >= 0) {
                    cells.computeIfAbsent(finding.rule(), rule -> new LinkedHashSet<>())
                            .add(new Cell(row, column));
                }
            }
        }
        json.writeStartObject();
        json.writeStringProperty("name", file.path());
        json.writeObjectPropertyStart("sdc");
        json.writeObjectPropertyStart("summary");
        json.writeBooleanProperty("suppressed", false);
        counts.forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("cells");
        cells.forEach((rule, places) -> {
            json.writeArrayPropertyStart(rule);
            for (Cell place : places) {
                json.writeStartArray();
                json.writeNumber(place.row());
                json.writeNumber(place.column());
                json.writeEndArray();
            }
            json.writeEndArray();
        });
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private String summary(List<FileReport> files) {
        StringBuilder text = new StringBuilder();
        counts(files)
                .forEach((rule, count) -> text.append(rule)
                        .append(' ')
                        .append(titles.getOrDefault(rule, ""))
                        .append(": ")
                        .append(count)
                        .append("; "));
        return text.toString();
    }

    private Map<String, Integer> counts(List<FileReport> files) {
        Map<String, Integer> counts = new TreeMap<>();
        for (FileReport file : files) {
            for (Finding finding : findings.getOrDefault(file.path(), List.of())) {
                counts.merge(finding.rule(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return column;
    }
}

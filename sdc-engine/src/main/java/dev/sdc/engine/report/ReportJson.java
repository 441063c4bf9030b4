package dev.sdc.engine.report;

import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A report in JSON, schema {@code sdc-report/1}: the form for programs.
 *
 * <p>The same report gives the same bytes. Characters outside ASCII are written as escapes, so that no name or cell of
 * a file can change how the report looks or reads.
 */
public final class ReportJson {
    /** The schema's name. */
    public static final String SCHEMA = "sdc-report/1";

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a report; the stream is flushed and stays open.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(Report report, OutputStream out) throws IOException {
        write(report, null, out);
    }

    /**
     * Writes a report with what changed since an earlier one; the stream is flushed and stays open.
     *
     * @throws IOException if the stream refuses
     */
    public static void write(Report report, @Nullable Comparison since, OutputStream out) throws IOException {
        JsonFile.write(out, json -> new ReportJson(json).report(report, since));
    }

    private void report(Report report, @Nullable Comparison since) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        json.writeStringProperty("verdict", report.verdict().name());
        profile(report.profile());
        json.writeObjectPropertyStart("engine");
        json.writeStringProperty("name", report.engine().name());
        json.writeStringProperty("version", report.engine().version());
        json.writeEndObject();
        json.writeObjectPropertyStart("submission");
        optional("id", report.submission().id());
        json.writeStringProperty("sha256", report.submission().sha256());
        json.writeEndObject();
        json.writeArrayPropertyStart("files");
        for (Report.FileReport file : report.files()) {
            file(file);
        }
        json.writeEndArray();
        findings("findings", report.findings());
        counts(report);
        if (!report.sessions().isEmpty()) {
            json.writeArrayPropertyStart("sessions");
            report.sessions().forEach(this::session);
            json.writeEndArray();
        }
        if (report.redacted()) {
            json.writeBooleanProperty("redacted", true);
        }
        if (since != null) {
            since(since);
        }
        if (report.checkedAt() != null) {
            json.writeStringProperty("checked_at", report.checkedAt());
        }
        json.writeEndObject();
    }

    private void profile(Report.ProfileUsed profile) {
        json.writeObjectPropertyStart("profile");
        json.writeStringProperty("name", profile.name());
        json.writeStringProperty("version", profile.version());
        if (!profile.sha256().isEmpty()) {
            json.writeStringProperty("sha256", profile.sha256());
        }
        json.writeStringProperty("chosen_by", profile.chosenBy());
        if (!profile.confidential().isEmpty()) {
            strings("confidential", profile.confidential());
        }
        strings("notes", profile.notes());
        json.writeEndObject();
    }

    private void file(Report.FileReport file) {
        json.writeStartObject();
        json.writeStringProperty("path", file.path());
        json.writeStringProperty("sha256", file.sha256());
        json.writeNumberProperty("bytes", file.bytes());
        json.writeStringProperty("media_type", file.mediaType());
        json.writeStringProperty("verdict", file.verdict().name());
        json.writeArrayPropertyStart("outputs");
        for (Report.OutputReport output : file.outputs()) {
            output(output);
        }
        json.writeEndArray();
        strings("notes", file.notes());
        rules(file.rules());
        json.writeEndObject();
    }

    private void output(Report.OutputReport output) {
        json.writeStartObject();
        json.writeStringProperty("id", output.id());
        json.writeStringProperty("range", output.range());
        json.writeStringProperty("output_type", output.outputType());
        json.writeStringProperty("verdict", output.verdict().name());
        strings("rests_on", output.restsOn());
        strings("not_run", output.notRun());
        rules(output.rules());
        json.writeBooleanProperty("type_declared", output.typeDeclared());
        json.writeStringProperty("understood", output.understood());
        json.writeEndObject();
    }

    private void session(Report.SessionReport session) {
        json.writeStartObject();
        json.writeStringProperty("file", session.file());
        json.writeStringProperty("sha256", session.sha256());
        json.writeStringProperty("version", session.version());
        json.writeStringProperty("verdict", session.verdict().name());
        strings("kept", session.kept());
        json.writeArrayPropertyStart("claims");
        for (Report.ClaimReport claim : session.claims()) {
            json.writeStartObject();
            json.writeStringProperty("id", claim.id());
            json.writeStringProperty("claimed", claim.claimed());
            json.writeStringProperty("found", claim.found().name());
            json.writeBooleanProperty("agrees", claim.agrees());
            strings("files", claim.files());
            strings("remarks", claim.remarks());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rules(List<Report.RuleReport> rules) {
        json.writeArrayPropertyStart("rules");
        for (Report.RuleReport rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("id", rule.id());
            json.writeStringProperty("outcome", rule.outcome().name().toLowerCase(Locale.ROOT));
            if (!rule.why().isEmpty()) {
                json.writeStringProperty("why", rule.why());
            }
            if (rule.findings() > 0) {
                json.writeNumberProperty("findings", rule.findings());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void findings(String name, List<Finding> findings) {
        json.writeArrayPropertyStart(name);
        for (Finding finding : findings) {
            finding(finding);
        }
        json.writeEndArray();
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("level", finding.level().name());
        json.writeStringProperty("disposition", finding.disposition().name());
        json.writeStringProperty("file", finding.file());
        optional("output", finding.output());
        json.writeStringProperty("cell", finding.cell());
        json.writeObjectPropertyStart("labels");
        optional("row", finding.row());
        optional("column", finding.column());
        json.writeEndObject();
        optional("value", finding.value());
        json.writeStringProperty("message", finding.message());
        json.writeStringProperty("because", finding.because());
        json.writeStringProperty("remedy", finding.remedy());
        optional("evidence_needed", finding.evidenceNeeded());
        strings("related", finding.related());
        json.writeEndObject();
    }

    private void counts(Report report) {
        long outputs = 0;
        for (Report.FileReport file : report.files()) {
            outputs += file.outputs().size();
        }
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("files", report.files().size());
        json.writeNumberProperty("outputs", outputs);
        json.writeObjectPropertyStart("findings");
        json.writeNumberProperty("FAIL", report.count(Level.FAIL));
        json.writeNumberProperty("REVIEW", report.count(Level.REVIEW));
        json.writeNumberProperty("NOTE", report.count(Level.NOTE));
        json.writeEndObject();
        json.writeNumberProperty("not_listed", report.notListed());
        json.writeEndObject();
    }

    private void since(Comparison since) {
        json.writeObjectPropertyStart("since");
        json.writeStringProperty("verdict", since.previousVerdict().name());
        json.writeNumberProperty("unchanged", since.unchanged());
        findings("new", since.added());
        findings("gone", since.gone());
        json.writeEndObject();
    }

    private void optional(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

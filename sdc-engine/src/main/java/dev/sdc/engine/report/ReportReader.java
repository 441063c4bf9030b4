package dev.sdc.engine.report;

import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.DeclarationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a report back from its JSON, as {@link ReportJson} wrote it. */
public final class ReportReader {
    private final String name;

    private ReportReader(String name) {
        this.name = name;
    }

    /**
     * Reads a report.
     *
     * @param name what to call it in a message, such as its file's name
     * @throws DeclarationException if it is no report; the message says what is wrong
     */
    public static Report read(String name, byte[] json) throws DeclarationException {
        ReportReader reader = new ReportReader(name);
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new DeclarationException(name + ":" + e.getLocation().getLineNr() + ": this is not JSON; "
                    + "give a report that sdc check --format json wrote");
        }
        if (!root.isObject() || !ReportJson.SCHEMA.equals(root.path("schema").asString(""))) {
            throw new DeclarationException(
                    name + ": this is no report of schema " + ReportJson.SCHEMA + "; its field schema says otherwise");
        }
        return reader.report(root);
    }

    private Report report(JsonNode root) throws DeclarationException {
        JsonNode profile = root.path("profile");
        JsonNode engine = root.path("engine");
        JsonNode submission = root.path("submission");
        return new Report(
                verdict(root),
                new Report.ProfileUsed(
                        text(profile, "name"),
                        text(profile, "version"),
                        profile.path("sha256").asString(""),
                        profile.path("chosen_by").asString(""),
                        profile.has("confidential") ? texts(profile, "confidential") : List.of(),
                        texts(profile, "notes")),
                new Report.Engine(text(engine, "name"), text(engine, "version")),
                new Report.Checked(optional(submission, "id"), text(submission, "sha256")),
                each(root, "files", this::file),
                each(root, "findings", this::finding),
                root.path("counts").path("not_listed").asLong(0),
                root.path("redacted").asBoolean(false),
                root.has("sessions") ? each(root, "sessions", this::session) : List.of(),
                optional(root, "checked_at"));
    }

    private SessionReport session(JsonNode session) throws DeclarationException {
        return new SessionReport(
                text(session, "file"),
                text(session, "sha256"),
                text(session, "version"),
                texts(session, "kept"),
                verdict(session),
                each(session, "claims", this::claim));
    }

    private ClaimReport claim(JsonNode claim) throws DeclarationException {
        return new ClaimReport(
                text(claim, "id"),
                text(claim, "claimed"),
                named(claim, "found", Verdict.values(), Verdict::name),
                claim.path("agrees").asBoolean(false),
                texts(claim, "files"),
                texts(claim, "remarks"));
    }

    private FileReport file(JsonNode file) throws DeclarationException {
        return new FileReport(
                text(file, "path"),
                text(file, "sha256"),
                file.path("bytes").asLong(0),
                text(file, "media_type"),
                verdict(file),
                texts(file, "notes"),
                each(file, "outputs", this::output),
                each(file, "rules", this::rule));
    }

    private OutputReport output(JsonNode output) throws DeclarationException {
        return new OutputReport(
                text(output, "id"),
                text(output, "range"),
                text(output, "output_type"),
                output.path("type_declared").asBoolean(false),
                output.path("understood").asString(""),
                verdict(output),
                texts(output, "rests_on"),
                texts(output, "not_run"),
                each(output, "rules", this::rule));
    }

    private RuleReport rule(JsonNode rule) throws DeclarationException {
        return new RuleReport(
                text(rule, "id"),
                named(
                        rule,
                        "outcome",
                        RuleOutcome.values(),
                        outcome -> outcome.name().toLowerCase(Locale.ROOT)),
                rule.path("why").asString(""),
                rule.path("findings").asLong(0));
    }

    private Finding finding(JsonNode finding) throws DeclarationException {
        return new Finding(
                text(finding, "rule"),
                named(finding, "disposition", Disposition.values(), Disposition::name),
                text(finding, "file"),
                optional(finding, "output"),
                text(finding, "cell"),
                optional(finding.path("labels"), "row"),
                optional(finding.path("labels"), "column"),
                optional(finding, "value"),
                text(finding, "message"),
                text(finding, "because"),
                text(finding, "remedy"),
                optional(finding, "evidence_needed"),
                texts(finding, "related"));
    }

    private Verdict verdict(JsonNode node) throws DeclarationException {
        return named(node, "verdict", Verdict.values(), Verdict::name);
    }

    private <T> T named(JsonNode node, String field, T[] values, Function<T, String> key) throws DeclarationException {
        String text = text(node, field);
        for (T value : values) {
            if (key.apply(value).equals(text)) {
                return value;
            }
        }
        throw new DeclarationException(name + ": the report's field " + field + " holds no value that is known");
    }

    private String text(JsonNode node, String field) throws DeclarationException {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new DeclarationException(name + ": the report lacks its field " + field);
        }
        return value.asString();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node.path(field)) {
            texts.add(item.asString(""));
        }
        return List.copyOf(texts);
    }

    private <T> List<T> each(JsonNode node, String field, Reading<T> reading) throws DeclarationException {
        if (!node.path(field).isArray()) {
            throw new DeclarationException(name + ": the report lacks its list " + field);
        }
        List<T> items = new ArrayList<>();
        for (JsonNode item : node.path(field)) {
            items.add(reading.of(item));
        }
        return List.copyOf(items);
    }

    private interface Reading<T> {
        T of(JsonNode node) throws DeclarationException;
    }
}

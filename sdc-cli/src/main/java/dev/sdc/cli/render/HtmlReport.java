package dev.sdc.cli.render;

import dev.sdc.engine.report.Comparison;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A report as one page that needs nothing else: no network, no other file. Tables are drawn with what is flagged; cells
 * and findings lead to each other.
 */
public final class HtmlReport {
    /** Places listed for one rule in one file; the rest is counted. */
    private static final int LISTED = 200;

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private final Rendering rendering;
    private final Report report;
    private final Outputs outputs;
    private final HtmlWriter html = new HtmlWriter();
    private final HtmlFindings told;
    private int number;

    private HtmlReport(Rendering rendering) {
        this.rendering = rendering;
        this.report = rendering.report();
        this.outputs = new Outputs(rendering.files());
        this.told = new HtmlFindings(html, rendering, outputs);
    }

    /** The page. */
    public static String of(Rendering rendering) {
        return new HtmlReport(rendering).page();
    }

    private String page() {
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src '" + digest(STYLE) + "'; script-src '" + digest(SCRIPT)
                        + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", report.verdict() + ": " + Words.reason(report));
        html.own("style", STYLE);
        html.end();
        html.open("body");
        html.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
        new HtmlHeader(html, report).draw();
        html.open("main");
        Comparison since = rendering.since();
        if (since != null) {
            since(since);
        }
        findings();
        new HtmlCoverage(html, rendering).draw();
        html.end();
        html.element("p", "", "class", "said", "role", "status", "aria-live", "polite", "id", "said");
        html.own("script", SCRIPT);
        html.end().end();
        return html.page();
    }

    private void since(Comparison since) {
        html.open("section", "aria-labelledby", "since");
        html.element("h2", "Since the earlier report", "id", "since");
        html.element(
                "p",
                "Its verdict was " + since.previousVerdict() + ". "
                        + since.added().size() + " new, " + since.gone().size() + " gone, " + since.unchanged()
                        + " unchanged.");
        if (!since.gone().isEmpty()) {
            html.open("details").element("summary", "What is gone").open("ul");
            for (Finding finding : since.gone()) {
                html.element("li", finding.rule() + " at " + place(finding) + ": " + finding.message());
            }
            html.end().end();
        }
        html.end();
    }

    private void findings() {
        html.open("section", "id", "findings", "tabindex", "-1", "aria-label", "Findings");
        Map<String, List<Finding>> byFile = new HashMap<>();
        for (Finding finding : report.findings()) {
            byFile.computeIfAbsent(finding.file(), f -> new ArrayList<>()).add(finding);
        }
        for (int i = 0; i < report.files().size(); i++) {
            FileReport file = report.files().get(i);
            file(file, "file" + i, byFile.getOrDefault(file.path(), List.of()));
        }
        for (int i = 0; i < report.sessions().size(); i++) {
            SessionReport session = report.sessions().get(i);
            session(session, "session" + i, byFile.getOrDefault(session.file(), List.of()));
        }
        html.end();
    }

    private void session(SessionReport session, String id, List<Finding> findings) {
        html.open("section", "class", "file", "aria-labelledby", id);
        html.open("h2", "id", id);
        html.badge(session.verdict());
        html.text(" ").element("bdi", session.file()).end();
        html.element("p", Words.session(session), "class", "hint");
        listed(findings).forEach(cause -> told.article(cause, ++number, false));
        html.open("div", "class", "scroll", "tabindex", "0").open("table");
        html.open("thead").open("tr");
        for (String head : List.of("Output", "Claimed", "Found", "", "How they compare")) {
            html.element("th", head, "scope", "col");
        }
        html.end().end().open("tbody");
        for (ClaimReport claim : session.claims()) {
            html.open("tr")
                    .open("th", "scope", "row")
                    .element("bdi", claim.id())
                    .end();
            html.element("td", claim.claimed());
            html.open("td");
            html.badge(claim.found());
            html.end();
            html.element("td", claim.agrees() ? "agrees" : "differs");
            html.element("td", String.join("; ", claim.remarks()));
            html.end();
        }
        html.end().end().end().end();
    }

    private void file(FileReport file, String id, List<Finding> findings) {
        html.open("section", "class", "file", "aria-labelledby", id);
        html.open("h2", "id", id);
        html.badge(file.verdict());
        html.text(" ").element("bdi", file.path()).end();
        html.element(
                "p",
                file.mediaType() + ", " + Words.count(file.bytes(), "byte", "bytes") + ", SHA-256 " + file.sha256(),
                "class",
                "hint");
        for (String note : file.notes()) {
            html.element("p", note, "class", "hint");
        }
        Map<String, List<Cause>> byOutput = new LinkedHashMap<>();
        List<Cause> ofFile = new ArrayList<>();
        for (Cause cause : listed(findings)) {
            (cause.output() == null ? ofFile : byOutput.computeIfAbsent(cause.output(), o -> new ArrayList<>()))
                    .add(cause);
        }
        ofFile.forEach(cause -> told.article(cause, ++number, false));
        for (OutputReport output : file.outputs()) {
            output(output, byOutput.getOrDefault(output.id(), List.of()));
        }
        unlisted(file, findings);
        html.end();
    }

    /** The places to list: every rule shows its first ones. */
    private static List<Cause> listed(List<Finding> findings) {
        Map<String, Integer> shown = new HashMap<>();
        List<Cause> listed = new ArrayList<>();
        for (Cause cause : Cause.of(findings)) {
            boolean show = false;
            for (Finding finding : cause.findings()) {
                show |= shown.merge(finding.rule(), 1, Integer::sum) <= LISTED;
            }
            if (show) {
                listed.add(cause);
            }
        }
        return listed;
    }

    private void output(OutputReport report, List<Cause> causes) {
        html.open("section", "class", "output");
        html.open("h3");
        html.badge(report.verdict());
        html.text(" ").element("bdi", report.id());
        if (!report.range().isEmpty()) {
            html.text(" " + report.range());
        }
        html.end();
        html.element(
                "p",
                report.outputType() + (report.typeDeclared() ? " (declared)" : " (as understood)") + ": "
                        + report.understood(),
                "class",
                "hint");
        int first = number;
        number += causes.size();
        Set<Integer> drawn = new HashSet<>();
        Output output = outputs.of(report.id());
        if (output instanceof Table table) {
            table(table, causes, first, drawn);
        } else if (output instanceof Prose prose) {
            HtmlProse.draw(html, prose.id(), prose.lines(), causes, first);
        } else if (output instanceof ModelSummary model) {
            HtmlProse.draw(html, model.id(), model.lines(), causes, first);
        }
        boolean text = output instanceof Prose || output instanceof ModelSummary;
        for (int i = 0; i < causes.size(); i++) {
            told.article(causes.get(i), first + i + 1, text || drawn.contains(i));
        }
        html.end();
    }

    /** Draws a table; {@code drawn} takes the causes whose cells are marked in it. */
    private void table(Table table, List<Cause> causes, int first, Set<Integer> drawn) {
        TablePlaces places = TablePlaces.of(table);
        Flags flags = new Flags();
        for (int i = 0; i < causes.size(); i++) {
            if (places.range() != null && flags.add(first + i + 1, causes.get(i), places)) {
                drawn.add(i);
            }
        }
        if (flags.none()) {
            html.open("details").element("summary", "Show the table");
            HtmlTable.draw(html, table, places, flags);
            html.end();
        } else {
            HtmlTable.draw(html, table, places, flags);
        }
    }

    private void unlisted(FileReport file, List<Finding> findings) {
        Map<String, Long> here = new LinkedHashMap<>();
        findings.forEach(finding -> here.merge(finding.rule(), 1L, Long::sum));
        Map<String, Long> exact = Words.found(file);
        here.forEach((rule, count) -> {
            long total = Math.max(count, exact.getOrDefault(rule, 0L));
            if (total > LISTED) {
                html.element(
                        "p",
                        rule + " has " + total + " findings in this file; not all are listed here.",
                        "class",
                        "more");
            }
        });
    }

    private static String place(Finding finding) {
        return finding.cell().isEmpty() ? finding.file() : finding.file() + "!" + finding.cell();
    }

    private static String digest(String content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

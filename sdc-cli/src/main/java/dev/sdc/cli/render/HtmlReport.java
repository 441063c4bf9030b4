package dev.sdc.cli.render;

import dev.sdc.engine.report.Comparison;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.RuleBook;
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
import org.jspecify.annotations.Nullable;

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
    private int number;

    private HtmlReport(Rendering rendering) {
        this.rendering = rendering;
        this.report = rendering.report();
        this.outputs = new Outputs(rendering.files());
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
        header();
        html.open("main");
        Comparison since = rendering.since();
        if (since != null) {
            since(since);
        }
        findings();
        evidence();
        restsOn();
        coverage();
        html.end();
        html.element("p", "", "class", "said", "role", "status", "aria-live", "polite", "id", "said");
        html.own("script", SCRIPT);
        html.end().end();
        return html.page();
    }

    private void header() {
        html.open("header", "class", "top " + report.verdict());
        html.open("h1");
        html.element("span", Words.sign(report.verdict()), "class", "sign", "aria-hidden", "true");
        html.text(" " + report.verdict()).end();
        html.element("p", Words.reason(report) + ". " + Words.next(report), "class", "reason");
        html.open("dl", "class", "facts");
        fact("Request", report.submission().id());
        fact("Profile", report.profile().name() + " " + report.profile().version());
        fact("Chosen by", report.profile().chosenBy());
        for (String note : report.profile().notes()) {
            fact("Note", note);
        }
        fact("Engine", report.engine().name() + " " + report.engine().version());
        fact("Checked", report.checkedAt());
        fact("Copy", report.redacted() ? "for the analyst: values and reasons are left out" : null);
        html.end();
        overview();
        html.end();
        filters();
    }

    /** The files with their verdicts, as a way into a long page. */
    private void overview() {
        if (report.files().size() < 2) {
            return;
        }
        html.open("nav", "aria-label", "Files").open("ul", "class", "files");
        for (int i = 0; i < report.files().size(); i++) {
            FileReport file = report.files().get(i);
            html.open("li");
            badge(
                    Words.sign(file.verdict()) + " " + file.verdict(),
                    file.verdict().name());
            html.text(" ")
                    .open("a", "href", "#file" + i)
                    .element("bdi", file.path())
                    .close()
                    .end();
        }
        html.end().end();
    }

    private void fact(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            html.open("div").element("dt", name).element("dd", text).close();
        }
    }

    private void filters() {
        html.open("div", "class", "filters", "role", "group", "aria-label", "Show findings by level");
        for (Level level : List.of(Level.FAIL, Level.REVIEW, Level.NOTE)) {
            long count = report.count(level);
            if (count > 0) {
                html.element(
                        "button",
                        Words.sign(level) + " " + level + " " + count,
                        "type",
                        "button",
                        "class",
                        level.name(),
                        "data-filter",
                        level.name(),
                        "aria-pressed",
                        "true");
            }
        }
        html.open("p", "class", "hint");
        html.element("kbd", "j").text(" ").element("kbd", "k").text(" next and previous finding, ");
        html.element("kbd", "t").text(" to its cell and back");
        html.close().end();
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
        badge(
                Words.sign(session.verdict()) + " " + session.verdict(),
                session.verdict().name());
        html.text(" ").element("bdi", session.file()).end();
        html.element("p", Words.session(session), "class", "hint");
        listed(findings).forEach(cause -> article(cause, ++number, false));
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
            badge(Words.sign(claim.found()) + " " + claim.found(), claim.found().name());
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
        badge(Words.sign(file.verdict()) + " " + file.verdict(), file.verdict().name());
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
        ofFile.forEach(cause -> article(cause, ++number, false));
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
        badge(
                Words.sign(report.verdict()) + " " + report.verdict(),
                report.verdict().name());
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
            article(causes.get(i), first + i + 1, text || drawn.contains(i));
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

    private void article(Cause cause, int id, boolean drawn) {
        html.open(
                "article",
                "class",
                "finding " + cause.level(),
                "id",
                "f" + id,
                "tabindex",
                "-1",
                "data-level",
                cause.level().name(),
                "aria-labelledby",
                "h" + id);
        html.open("h4", "id", "h" + id);
        badge(Words.sign(cause.level()) + " " + cause.level(), cause.level().name());
        html.text(" ");
        if (cause.cell().isEmpty()) {
            html.text(cause.output() == null ? "whole file" : "whole output");
        } else if (drawn) {
            html.element("a", cause.cell(), "href", "#c" + id, "class", "cell");
        } else {
            html.text(cause.cell());
        }
        label("row", cause.row());
        label("column", cause.column());
        label("value", cause.value());
        html.end();
        for (Finding finding : cause.findings()) {
            finding(finding);
        }
        html.end();
    }

    private void label(String name, @Nullable String text) {
        if (text != null) {
            html.text(", " + name + " ").open("q").element("bdi", text).close();
        }
    }

    private void finding(Finding finding) {
        html.open("div", "class", "rule");
        html.open("p", "class", "rule-name");
        html.element("b", finding.rule())
                .text(" " + rendering.title(finding.rule()) + " (" + Words.disposition(finding) + ")");
        if (rendering.isNew(finding)) {
            html.text(" ").element("mark", "new");
        }
        html.close();
        html.element("p", finding.message());
        html.open("dl");
        fact("Because", finding.because());
        fact("To do", finding.remedy());
        fact("Needs", finding.evidenceNeeded());
        fact("See", String.join(", ", finding.related()));
        html.close().end();
    }

    private void unlisted(FileReport file, List<Finding> findings) {
        Map<String, Long> here = new LinkedHashMap<>();
        findings.forEach(finding -> here.merge(finding.rule(), 1L, Long::sum));
        Map<String, Long> exact = new HashMap<>();
        for (OutputReport output : file.outputs()) {
            for (RuleReport rule : output.rules()) {
                exact.merge(rule.id(), rule.findings(), Long::sum);
            }
        }
        for (RuleReport rule : file.rules()) {
            // what a rule about files found stands in the coverage of every output as well
            if (!rule.id().equals(RuleBook.NOT_DECIDED.id())) {
                exact.put(rule.id(), rule.findings());
            }
        }
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

    private void evidence() {
        Map<String, List<Finding>> asked = Words.evidence(report);
        if (asked.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "evidence");
        html.element("h2", "Evidence asked for", "id", "evidence");
        html.element("p", "To copy into submission.yaml and fill in; it is for the checker and is never released.");
        html.element("button", "Copy", "type", "button", "data-copy", "stub");
        html.element("pre", stub(), "id", "stub", "tabindex", "0");
        html.end();
    }

    /** What is asked for, as comments of a declaration that can be copied as it is. */
    private String stub() {
        Map<String, Map<String, List<String>>> byFile = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            String needed = finding.evidenceNeeded();
            if (needed != null) {
                byFile.computeIfAbsent(finding.file(), f -> new LinkedHashMap<>())
                        .computeIfAbsent(finding.rule() + ": " + needed, n -> new ArrayList<>())
                        .add(finding.cell());
            }
        }
        StringBuilder yaml = new StringBuilder("outputs:\n");
        byFile.forEach((file, needs) -> {
            yaml.append("  - file: ").append(Yaml.quoted(file)).append('\n');
            needs.forEach((need, cells) -> yaml.append("    # ")
                    .append(VisibleText.of(need))
                    .append(VisibleText.of(at(cells)))
                    .append('\n'));
        });
        return yaml.toString();
    }

    private static String at(List<String> cells) {
        List<String> named = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        int most = 6;
        return named.isEmpty()
                ? ""
                : " (at " + String.join(", ", named.subList(0, Math.min(most, named.size())))
                        + (named.size() > most ? " and " + (named.size() - most) + " more" : "") + ")";
    }

    private void restsOn() {
        Map<String, List<String>> rests = Words.restsOn(report);
        if (rests.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "rests");
        html.element("h2", "What it rests on", "id", "rests");
        html.element("p", "Declarations of the analyst, for the checker to confirm.");
        html.open("ul");
        rests.forEach((declaration, where) -> html.open("li")
                .element("b", declaration)
                .text(" for " + String.join(", ", where))
                .end());
        html.end().end();
    }

    private void coverage() {
        html.open("section", "aria-labelledby", "coverage");
        html.element("h2", "Rules and what they came to", "id", "coverage");
        html.open("ul");
        Words.coverage(report).forEach((outcome, rules) -> {
            html.open("li").element("b", rules.size() + " " + Words.of(outcome));
            if (outcome != RuleOutcome.NOT_APPLICABLE && outcome != RuleOutcome.NOT_BUILT) {
                html.text(": " + String.join(", ", rules));
            }
            html.end();
        });
        Words.notRun(report)
                .forEach((what, outputs) -> html.open("li")
                        .text("nothing to test for " + what + ": " + String.join(", ", outputs))
                        .end());
        html.end();
        for (FileReport file : report.files()) {
            if (file.outputs().isEmpty()) {
                rules(file.path(), file.rules());
            }
            file.outputs().forEach(output -> rules(output.id(), output.rules()));
        }
        html.end();
    }

    private void rules(String subject, List<RuleReport> rules) {
        html.open("details")
                .open("summary")
                .text("Every rule on ")
                .element("bdi", subject)
                .close();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Rules on " + subject);
        html.open("table", "class", "rules").open("tr");
        for (String head : List.of("Rule", "Title", "Outcome", "Why")) {
            html.element("th", head, "scope", "col");
        }
        html.end();
        for (RuleReport rule : rules) {
            html.open("tr")
                    .element("th", rule.id(), "scope", "row")
                    .element("td", rendering.title(rule.id()))
                    .element("td", Words.of(rule.outcome()) + (rule.findings() > 0 ? " (" + rule.findings() + ")" : ""))
                    .element("td", rule.why())
                    .end();
        }
        html.end().close().end();
    }

    private void badge(String text, String level) {
        html.element("span", text, "class", "badge " + level);
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

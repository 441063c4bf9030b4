package dev.sdc.cli.render;

import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what is asked for, what the verdict rests on, and what every rule came to. */
final class HtmlCoverage {
    private final HtmlWriter html;
    private final Rendering rendering;
    private final Report report;

    HtmlCoverage(HtmlWriter html, Rendering rendering) {
        this.html = html;
        this.rendering = rendering;
        this.report = rendering.report();
    }

    /** The end of the page. */
    void draw() {
        evidence();
        restsOn();
        coverage();
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
}

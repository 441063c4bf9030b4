package dev.sdc.cli.render;

import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.rule.Level;
import java.util.List;

/** Writes the decision, what it was made on, and the ways into the page. */
final class HtmlHeader {
    private final HtmlWriter html;
    private final Report report;

    HtmlHeader(HtmlWriter html, Report report) {
        this.html = html;
        this.report = report;
    }

    /** The head of the page. */
    void draw() {
        html.open("header", "class", "top " + report.verdict());
        html.open("h1");
        html.element("span", Words.sign(report.verdict()), "class", "sign", "aria-hidden", "true");
        html.text(" " + report.verdict()).end();
        html.element("p", Words.reason(report) + ". " + Words.next(report), "class", "reason");
        html.open("dl", "class", "facts");
        html.fact("Request", report.submission().id());
        html.fact("Profile", report.profile().name() + " " + report.profile().version());
        html.fact("Chosen by", report.profile().chosenBy());
        for (String note : report.profile().notes()) {
            html.fact("Note", note);
        }
        html.fact("Engine", report.engine().name() + " " + report.engine().version());
        html.fact("Checked", report.checkedAt());
        html.fact("Copy", report.redacted() ? "for the analyst: values and reasons are left out" : null);
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
            html.badge(file.verdict());
            html.text(" ")
                    .open("a", "href", "#file" + i)
                    .element("bdi", file.path())
                    .close()
                    .end();
        }
        html.end().end();
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
}

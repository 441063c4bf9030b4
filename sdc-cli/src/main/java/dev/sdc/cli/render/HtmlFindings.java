package dev.sdc.cli.render;

import dev.sdc.engine.rule.Finding;
import org.jspecify.annotations.Nullable;

/** Writes what was found at a place. */
final class HtmlFindings {
    private final HtmlWriter html;
    private final Rendering rendering;
    private final HtmlProofs proofs;

    HtmlFindings(HtmlWriter html, Rendering rendering, Outputs outputs) {
        this.html = html;
        this.rendering = rendering;
        this.proofs = new HtmlProofs(html, outputs);
    }

    /** A place under its number; {@code drawn} where its cell is marked in a table above. */
    void article(Cause cause, int id, boolean drawn) {
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
        html.badge(cause.level());
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
        proofs.draw(finding);
        html.open("dl");
        html.fact("Because", finding.because());
        html.fact("To do", finding.remedy());
        html.fact("Needs", finding.evidenceNeeded());
        html.fact("See", String.join(", ", finding.related()));
        html.close().end();
    }
}

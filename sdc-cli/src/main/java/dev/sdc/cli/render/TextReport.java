package dev.sdc.cli.render;

import dev.sdc.engine.report.Comparison;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report as text for a terminal: the verdict first, then each place with its reasons, then what to do. */
public final class TextReport {
    private static final int WIDTH = 100;
    /** Places shown for one rule in one file; the rest is counted. */
    private static final int SHOWN = 20;

    private final Rendering rendering;
    private final Report report;
    private final Ink ink;
    private final TextExcerpt excerpt;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Rendering rendering, boolean colour) {
        this.rendering = rendering;
        this.report = rendering.report();
        this.ink = new Ink(colour);
        this.excerpt = new TextExcerpt(out, ink, new Outputs(rendering.files()));
    }

    /** The report as text, every line ended by LF. */
    public static String of(Rendering rendering, boolean colour) {
        return new TextReport(rendering, colour).text();
    }

    private String text() {
        headline();
        Comparison since = rendering.since();
        if (since != null) {
            since(since);
        }
        Map<String, List<Finding>> byFile = new HashMap<>();
        for (Finding finding : report.findings()) {
            byFile.computeIfAbsent(finding.file(), f -> new ArrayList<>()).add(finding);
        }
        for (FileReport file : report.files()) {
            file(file, byFile.getOrDefault(file.path(), List.of()));
        }
        for (SessionReport session : report.sessions()) {
            session(session, byFile.getOrDefault(session.file(), List.of()));
        }
        evidence();
        restsOn();
        coverage();
        out.append('\n').append(ink.strong("Next")).append("  ");
        wrapped(Words.next(report), 6);
        return out.toString();
    }

    private void headline() {
        out.append(ink.of(report.verdict(), Words.sign(report.verdict()) + " " + report.verdict()))
                .append("  ")
                .append(Words.reason(report))
                .append('\n');
        StringBuilder facts = new StringBuilder();
        if (report.submission().id() != null) {
            facts.append("request ")
                    .append(VisibleText.of(report.submission().id(), 80))
                    .append(" · ");
        }
        facts.append("profile ")
                .append(VisibleText.of(report.profile().name()))
                .append(' ')
                .append(VisibleText.of(report.profile().version()))
                .append(" · ")
                .append(report.engine().name())
                .append(' ')
                .append(report.engine().version());
        if (report.checkedAt() != null) {
            facts.append(" · checked ").append(VisibleText.of(report.checkedAt()));
        }
        out.append(ink.faint(facts.toString())).append('\n');
        if (!report.profile().chosenBy().isEmpty()) {
            faintly(report.profile().chosenBy(), 0);
        }
        for (String note : report.profile().notes()) {
            faintly("note: " + note, 0);
        }
        if (report.redacted()) {
            faintly("analyst's copy: values and reasons are left out", 0);
        }
    }

    private void since(Comparison since) {
        out.append('\n')
                .append(ink.strong("Since the earlier report"))
                .append(" (")
                .append(since.previousVerdict())
                .append("): ")
                .append(since.added().size())
                .append(" new, ")
                .append(since.gone().size())
                .append(" gone, ")
                .append(since.unchanged())
                .append(" unchanged\n");
        int shown = 0;
        for (Finding finding : since.gone()) {
            if (shown++ == SHOWN) {
                out.append("  … and ").append(since.gone().size() - SHOWN).append(" more gone\n");
                break;
            }
            out.append("  gone  ")
                    .append(finding.rule())
                    .append("  ")
                    .append(VisibleText.of(place(finding.file(), finding.cell())))
                    .append('\n');
        }
    }

    private void file(FileReport file, List<Finding> findings) {
        out.append('\n')
                .append(ink.of(file.verdict(), Words.sign(file.verdict()) + " " + file.verdict()))
                .append("  ")
                .append(ink.strong(VisibleText.of(file.path())))
                .append(ink.faint("  " + file.mediaType() + ", " + Words.count(file.bytes(), "byte", "bytes")))
                .append('\n');
        for (OutputReport output : file.outputs()) {
            faintly(
                    output.outputType() + (output.typeDeclared() ? " (declared)" : " (as understood)")
                            + (output.range().isEmpty() ? "" : " " + VisibleText.of(output.range())) + ", "
                            + VisibleText.of(output.understood(), 400),
                    2);
        }
        for (String note : file.notes()) {
            faintly(VisibleText.of(note, 400), 2);
        }
        Map<String, Integer> shown = new HashMap<>();
        for (Cause cause : Cause.of(findings)) {
            boolean show = false;
            for (Finding finding : cause.findings()) {
                show |= shown.merge(finding.rule(), 1, Integer::sum) <= SHOWN;
            }
            if (show) {
                cause(cause);
            }
        }
        unshown(file, findings, shown);
    }

    private void session(SessionReport session, List<Finding> findings) {
        out.append('\n')
                .append(ink.of(session.verdict(), Words.sign(session.verdict()) + " " + session.verdict()))
                .append("  ")
                .append(ink.strong(VisibleText.of(session.file())))
                .append(ink.faint("  " + Words.session(session)))
                .append('\n');
        Cause.of(findings).forEach(this::cause);
        for (ClaimReport claim : session.claims()) {
            out.append("  ")
                    .append(claim.agrees() ? "= " : "≠ ")
                    .append(ink.of(claim.found(), claim.found().name()))
                    .append(ink.faint(" claimed " + VisibleText.of(claim.claimed(), 20)))
                    .append("  ")
                    .append(VisibleText.of(claim.id(), 80))
                    .append('\n');
            for (String remark : claim.remarks()) {
                faintly(VisibleText.of(remark, 400), 6);
            }
        }
    }

    private void cause(Cause cause) {
        String head = Words.sign(cause.level()) + " " + cause.level();
        out.append("\n  ").append(ink.of(cause.level(), head)).append("  ");
        out.append(ink.strong(cause.cell().isEmpty() ? "whole file" : VisibleText.of(cause.cell())));
        label("row", cause.row());
        label("column", cause.column());
        label("value", cause.value());
        out.append('\n');
        excerpt.draw(cause);
        for (Finding finding : cause.findings()) {
            finding(finding);
        }
    }

    private void label(String name, @Nullable String text) {
        if (text != null) {
            out.append(" · ")
                    .append(name)
                    .append(" \"")
                    .append(VisibleText.of(text, 80))
                    .append('"');
        }
    }

    private void finding(Finding finding) {
        out.append("    ")
                .append(ink.of(finding.level(), finding.rule()))
                .append(' ')
                .append(rendering.title(finding.rule()))
                .append(ink.faint(" (" + Words.disposition(finding) + ")"));
        if (rendering.isNew(finding)) {
            out.append(ink.strong(" new"));
        }
        out.append('\n');
        field("", finding.message());
        field("because ", finding.because());
        field("to do   ", finding.remedy());
        if (finding.evidenceNeeded() != null) {
            field("needs   ", finding.evidenceNeeded());
        }
        if (!finding.related().isEmpty()) {
            List<String> related = finding.related();
            int most = 12;
            String list = String.join(", ", related.subList(0, Math.min(most, related.size())));
            field("see     ", list + (related.size() > most ? " and " + (related.size() - most) + " more" : ""));
        }
    }

    private void field(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        out.append("      ").append(ink.faint(name));
        wrapped(VisibleText.of(text, 1000), 6 + name.length());
    }

    private void unshown(FileReport file, List<Finding> findings, Map<String, Integer> shown) {
        Map<String, Long> totals = new TreeMap<>();
        for (Finding finding : findings) {
            totals.merge(finding.rule(), 1L, Long::sum);
        }
        Map<String, Long> exact = Words.found(file);
        totals.forEach((rule, listed) -> {
            long total = Math.max(listed, exact.getOrDefault(rule, 0L));
            if (shown.getOrDefault(rule, 0) > SHOWN || total > listed) {
                out.append("\n  ")
                        .append(ink.strong(rule + ": " + total + " findings in this file"))
                        .append("; not all are shown here, --format json or html lists ")
                        .append(total > listed ? "the first " + listed : "them all")
                        .append('\n');
            }
        });
    }

    private void evidence() {
        Map<String, List<Finding>> asked = Words.evidence(report);
        if (asked.isEmpty()) {
            return;
        }
        heading("Evidence asked for");
        int shown = 0;
        for (Map.Entry<String, List<Finding>> entry : asked.entrySet()) {
            if (shown++ == SHOWN) {
                out.append("  … and ").append(asked.size() - SHOWN).append(" more\n");
                break;
            }
            Finding first = entry.getValue().get(0);
            int more = entry.getValue().size() - 1;
            out.append("  ");
            wrapped(
                    VisibleText.of(entry.getKey(), 400) + "  (" + first.rule() + " at "
                            + VisibleText.of(place(first.file(), first.cell()), 120)
                            + (more > 0 ? " and " + more + " more" : "") + ")",
                    2);
        }
    }

    private void restsOn() {
        Map<String, List<String>> rests = Words.restsOn(report);
        if (rests.isEmpty()) {
            return;
        }
        heading("Rests on, for the checker to confirm");
        rests.forEach((declaration, where) -> {
            int most = 4;
            String list = String.join(", ", where.subList(0, Math.min(most, where.size())));
            out.append("  ");
            wrapped(
                    VisibleText.of(
                            declaration + "  (" + list
                                    + (where.size() > most ? " and " + (where.size() - most) + " more" : "") + ")",
                            400),
                    2);
        });
    }

    private void coverage() {
        heading("Rules");
        Map<RuleOutcome, Set<String>> coverage = Words.coverage(report);
        coverage.forEach((outcome, rules) -> {
            out.append("  ");
            String head = rules.size() + " " + Words.of(outcome);
            boolean naming = outcome != RuleOutcome.NOT_APPLICABLE && outcome != RuleOutcome.NOT_BUILT;
            wrapped(naming ? head + ": " + String.join(" ", rules) : head, 4);
        });
        Words.notRun(report).forEach((what, outputs) -> {
            out.append("  ");
            wrapped(VisibleText.of("nothing to test for " + what + ": " + String.join(", ", outputs), 400), 4);
        });
    }

    private void heading(String text) {
        out.append('\n').append(ink.strong(text)).append('\n');
    }

    private void faintly(String text, int indent) {
        for (String line : Wrap.lines(VisibleText.of(text), WIDTH - indent)) {
            out.append(" ".repeat(indent)).append(ink.faint(line)).append('\n');
        }
    }

    /** Writes text whose first line begins where the output stands; further lines are indented. */
    private void wrapped(String text, int indent) {
        boolean first = true;
        for (String line : Wrap.lines(text, WIDTH - indent)) {
            if (!first) {
                out.append(" ".repeat(indent));
            }
            out.append(line).append('\n');
            first = false;
        }
    }

    private static String place(String file, String cell) {
        return cell.isEmpty() ? file : file + "!" + cell;
    }
}

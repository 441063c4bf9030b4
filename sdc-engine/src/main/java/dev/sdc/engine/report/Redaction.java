package dev.sdc.engine.report;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The analyst's copy of a report: places, messages and remedies stay; values, reasons (which give numbers, and the
 * parameters of dominance rules) and what was said of the reading go.
 *
 * <p>Row labels may be identifiers themselves. They go where the flagged text is the label, and throughout an output in
 * which identifiers or records were found.
 */
public final class Redaction {
    private Redaction() {}

    /** The report without what must not leave. */
    public static Report of(Report report) {
        Set<String> identifying = new HashSet<>();
        for (Finding finding : report.findings()) {
            if (finding.disposition() == Disposition.HARD) {
                identifying.add(place(finding));
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.add(redacted(finding, identifying.contains(place(finding))));
        }
        List<Report.FileReport> files = new ArrayList<>();
        for (Report.FileReport file : report.files()) {
            files.add(redacted(file));
        }
        Report.ProfileUsed profile = report.profile();
        return new Report(
                report.verdict(),
                new Report.ProfileUsed(
                        profile.name(),
                        profile.version(),
                        profile.confidential().isEmpty() ? profile.sha256() : "",
                        profile.chosenBy(),
                        profile.confidential(),
                        List.of()),
                report.engine(),
                report.submission(),
                List.copyOf(files),
                List.copyOf(findings),
                report.notListed(),
                true,
                report.sessions().stream().map(Redaction::redacted).toList(),
                report.checkedAt());
    }

    private static Finding redacted(Finding finding, boolean identifying) {
        String value = finding.value();
        return new Finding(
                finding.rule(),
                finding.disposition(),
                finding.file(),
                finding.output(),
                finding.cell(),
                identifying || isValue(finding.row(), value) ? null : finding.row(),
                isValue(finding.column(), value) ? null : finding.column(),
                null,
                finding.message(),
                "",
                finding.remedy(),
                mentions(finding.evidenceNeeded(), value) ? null : finding.evidenceNeeded(),
                finding.related());
    }

    private static Report.FileReport redacted(Report.FileReport file) {
        List<Report.OutputReport> outputs = new ArrayList<>();
        for (Report.OutputReport output : file.outputs()) {
            outputs.add(new Report.OutputReport(
                    output.id(),
                    output.range(),
                    output.outputType(),
                    output.typeDeclared(),
                    output.understood(),
                    output.verdict(),
                    output.restsOn(),
                    output.notRun(),
                    withoutReasons(output.rules())));
        }
        return new Report.FileReport(
                file.path(),
                file.sha256(),
                file.bytes(),
                file.mediaType(),
                file.verdict(),
                List.of(),
                List.copyOf(outputs),
                withoutReasons(file.rules()));
    }

    private static Report.SessionReport redacted(Report.SessionReport session) {
        List<Report.ClaimReport> claims = new ArrayList<>();
        for (Report.ClaimReport claim : session.claims()) {
            claims.add(new Report.ClaimReport(
                    claim.id(), claim.claimed(), claim.found(), claim.agrees(), claim.files(), List.of()));
        }
        return new Report.SessionReport(
                session.file(),
                session.sha256(),
                session.version(),
                session.kept(),
                session.verdict(),
                List.copyOf(claims));
    }

    private static List<Report.RuleReport> withoutReasons(List<Report.RuleReport> rules) {
        List<Report.RuleReport> without = new ArrayList<>(rules.size());
        for (Report.RuleReport rule : rules) {
            without.add(new Report.RuleReport(rule.id(), rule.outcome(), "", rule.findings()));
        }
        return List.copyOf(without);
    }

    private static String place(Finding finding) {
        return finding.output() == null ? finding.file() : finding.output();
    }

    /** Whether one of several labels in a line is the flagged text. */
    private static boolean isValue(@Nullable String labels, @Nullable String value) {
        return labels != null
                && value != null
                && !value.isBlank()
                && (" / " + labels + " / ").contains(" / " + value.strip() + " / ");
    }

    /** Whether a text mentions a value as a word of its own. */
    private static boolean mentions(@Nullable String text, @Nullable String value) {
        if (text == null || value == null || value.isBlank()) {
            return false;
        }
        String word = value.strip();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}

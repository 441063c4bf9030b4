package dev.sdc.cli.render;

import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.ClaimReport;
import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.report.Report.SessionReport;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.RuleBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a report says in words, the same in every form for people. */
final class Words {
    private Words() {}

    /** What a session of ACRO is, and how its claims compare. */
    static String session(SessionReport session) {
        long agree = session.claims().stream().filter(ClaimReport::agrees).count();
        return "claims of ACRO " + session.version() + ", none trusted: "
                + agree + " of " + session.claims().size() + " agree with what was found. "
                + count(session.kept().size(), "file is", "files are")
                + " the session's own, for the checker and never released";
    }

    /** The verdict in a sentence. */
    static String reason(Report report) {
        long fail = report.count(Level.FAIL);
        long review = report.count(Level.REVIEW);
        long files = report.files().size();
        String where = files == 1 ? "" : " in " + affected(report) + " of " + count(files, "file", "files");
        return switch (report.verdict()) {
            case FAIL ->
                count(fail, "finding fails", "findings fail")
                        + (review > 0 ? " and " + count(review, "needs", "need") + " review" : "")
                        + where;
            case REVIEW -> count(review, "point", "points") + " to review" + where;
            case PASS ->
                "nothing found in " + count(outputs(report), "output", "outputs") + " of "
                        + count(files, "file", "files");
        };
    }

    /** What to do now, in a sentence. */
    static String next(Report report) {
        return switch (report.verdict()) {
            case FAIL ->
                "Mend what fails, or withdraw it, and check again."
                        + (report.count(Level.REVIEW) > 0 ? " What needs review can be settled at the same time." : "");
            case REVIEW ->
                needsEvidence(report)
                        ? "Add the evidence asked for to submission.yaml and check again; what is left is for a checker to"
                                + " judge."
                        : "A checker has to judge these points before anything is released.";
            case PASS ->
                restsOn(report).isEmpty()
                        ? "A person confirms the release."
                        : "A checker confirms what the pass rests on, then the release.";
        };
    }

    /** Everything that passes rest on, with the outputs that it holds for. */
    static Map<String, List<String>> restsOn(Report report) {
        Map<String, List<String>> rests = new LinkedHashMap<>();
        for (FileReport file : report.files()) {
            for (OutputReport output : file.outputs()) {
                for (String declaration : output.restsOn()) {
                    rests.computeIfAbsent(declaration, d -> new ArrayList<>()).add(output.id());
                }
            }
        }
        return rests;
    }

    /** The evidence asked for, with the findings that ask for it. */
    static Map<String, List<Finding>> evidence(Report report) {
        Map<String, List<Finding>> asked = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            if (finding.evidenceNeeded() != null) {
                asked.computeIfAbsent(finding.evidenceNeeded(), e -> new ArrayList<>())
                        .add(finding);
            }
        }
        return asked;
    }

    /** How much each rule found in a file: a rule that found more than it lists says the number in its coverage. */
    static Map<String, Long> found(FileReport file) {
        Map<String, Long> found = new HashMap<>();
        for (OutputReport output : file.outputs()) {
            output.rules().forEach(rule -> found.merge(rule.id(), rule.findings(), Long::sum));
        }
        for (RuleReport rule : file.rules()) {
            // what a rule about files found stands in the coverage of every output as well
            if (!rule.id().equals(RuleBook.NOT_DECIDED.id())) {
                found.put(rule.id(), rule.findings());
            }
        }
        return found;
    }

    /** Over all outputs and files: for each outcome the rules that came to it and to nothing graver. */
    static Map<RuleOutcome, Set<String>> coverage(Report report) {
        Map<String, RuleOutcome> worst = new TreeMap<>();
        for (FileReport file : report.files()) {
            file.rules().forEach(rule -> note(rule, worst));
            file.outputs().forEach(output -> output.rules().forEach(rule -> note(rule, worst)));
        }
        Map<RuleOutcome, Set<String>> coverage = new EnumMap<>(RuleOutcome.class);
        worst.forEach((rule, outcome) ->
                coverage.computeIfAbsent(outcome, o -> new TreeSet<>()).add(rule));
        return coverage;
    }

    /** Rules that belong to the declared kinds of outputs and found nothing to test, with the outputs. */
    static Map<String, List<String>> notRun(Report report) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (FileReport file : report.files()) {
            for (Report.OutputReport output : file.outputs()) {
                if (output.typeDeclared() && !output.notRun().isEmpty()) {
                    String what = String.join(" ", output.notRun()) + ", usual for " + output.outputType();
                    missing.computeIfAbsent(what, w -> new ArrayList<>()).add(output.id());
                }
            }
        }
        return missing;
    }

    private static void note(RuleReport rule, Map<String, RuleOutcome> worst) {
        worst.merge(rule.id(), rule.outcome(), (a, b) -> gravity(a) >= gravity(b) ? a : b);
    }

    private static int gravity(RuleOutcome outcome) {
        return switch (outcome) {
            case NOT_BUILT -> 0;
            case NOT_APPLICABLE -> 1;
            case PASS -> 2;
            case NEEDS_EVIDENCE -> 3;
            case REVIEW -> 4;
            case FAIL -> 5;
        };
    }

    /** An outcome as a heading. */
    static String of(RuleOutcome outcome) {
        return switch (outcome) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case REVIEW -> "to review";
            case NEEDS_EVIDENCE -> "lacking evidence";
            case NOT_APPLICABLE -> "not applicable";
            case NOT_BUILT -> "not built";
        };
    }

    /** A sign that tells a verdict apart without colour. */
    static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case REVIEW -> "?";
            case FAIL -> "✗";
        };
    }

    /** A sign that tells a level apart without colour. */
    static String sign(Level level) {
        return switch (level) {
            case NOTE -> "·";
            case REVIEW -> "?";
            case FAIL -> "✗";
        };
    }

    static String disposition(Finding finding) {
        return switch (finding.disposition()) {
            case INFORMATION -> "note";
            case NEEDS_EVIDENCE -> "needs evidence";
            case HUMAN_JUDGEMENT -> "a person must judge";
            case BREACH -> "breach";
            case HARD -> "no exception";
        };
    }

    static String count(long n, String one, String several) {
        return n + " " + (n == 1 ? one : several);
    }

    private static boolean needsEvidence(Report report) {
        return report.findings().stream().anyMatch(finding -> finding.evidenceNeeded() != null);
    }

    private static long affected(Report report) {
        return report.files().stream()
                .filter(file -> file.verdict() != Verdict.PASS)
                .count();
    }

    static long outputs(Report report) {
        return report.files().stream().mapToLong(file -> file.outputs().size()).sum();
    }
}

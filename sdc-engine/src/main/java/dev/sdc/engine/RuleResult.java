package dev.sdc.engine;

import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one rule came to on one file or output, in the form in which several readings can be merged.
 *
 * @param why what was tested, or why the rule does not apply
 * @param findings the findings kept
 * @param total the exact number of findings
 * @param decided whether the rule ran to a result, so that what it decides on is decided
 */
record RuleResult(
        String rule,
        RuleOutcome outcome,
        String why,
        List<Finding> findings,
        long total,
        List<String> restsOn,
        boolean decided) {

    static RuleResult of(String rule, Outcome outcome) {
        if (outcome instanceof Outcome.Passed passed) {
            return new RuleResult(rule, RuleOutcome.PASS, passed.tested(), List.of(), 0, passed.restsOn(), true);
        }
        if (outcome instanceof Outcome.Found found) {
            if (found.findings().isEmpty()) {
                throw new IllegalStateException("a rule must give what it found");
            }
            return found(rule, found.findings(), found.total(), found.restsOn());
        }
        return notApplicable(rule, ((Outcome.NotApplicable) outcome).why());
    }

    static RuleResult found(String rule, List<Finding> findings, long total, List<String> restsOn) {
        return new RuleResult(rule, worst(findings), "", findings, total, restsOn, true);
    }

    static RuleResult passed(String rule, String tested) {
        return passed(rule, tested, List.of());
    }

    static RuleResult passed(String rule, String tested, List<String> restsOn) {
        return new RuleResult(rule, RuleOutcome.PASS, tested, List.of(), 0, restsOn, true);
    }

    static RuleResult notApplicable(String rule, String why) {
        return new RuleResult(rule, RuleOutcome.NOT_APPLICABLE, why, List.of(), 0, List.of(), false);
    }

    /** The rule ended with an error; the finding that says so stands under the engine's own rule. */
    static RuleResult failed(String rule) {
        return new RuleResult(
                rule,
                RuleOutcome.REVIEW,
                "the rule failed, so that nothing is decided",
                List.of(),
                0,
                List.of(),
                false);
    }

    /** Joins what the rule came to elsewhere on the same subject, every finding kept. */
    RuleResult and(RuleResult other) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        return merged(other, all, total + other.total);
    }

    /** Joins what the rule came to under another reading: the same finding is told once. */
    RuleResult or(RuleResult underOtherReading) {
        List<Finding> all = new ArrayList<>(findings);
        long added = 0;
        for (Finding finding : underOtherReading.findings) {
            if (!told(finding)) {
                added++;
                if (all.size() < Findings.LIMIT) {
                    all.add(underTheOtherReading(finding));
                }
            }
        }
        boolean capped = total > findings.size() || underOtherReading.total > underOtherReading.findings.size();
        return merged(underOtherReading, all, capped ? Math.max(total, underOtherReading.total) : total + added);
    }

    private RuleResult merged(RuleResult other, List<Finding> all, long count) {
        boolean mine = severity(outcome) >= severity(other.outcome);
        Set<String> rests = new LinkedHashSet<>(restsOn);
        rests.addAll(other.restsOn);
        return new RuleResult(
                rule,
                mine ? outcome : other.outcome,
                mine ? why : other.why,
                List.copyOf(all),
                count,
                List.copyOf(rests),
                decided && other.decided);
    }

    private boolean told(Finding other) {
        for (Finding finding : findings) {
            if (finding.disposition() == other.disposition() && finding.cell().equals(other.cell())) {
                return true;
            }
        }
        return false;
    }

    private static Finding underTheOtherReading(Finding f) {
        return new Finding(
                f.rule(),
                f.disposition(),
                f.file(),
                f.output(),
                f.cell(),
                f.row(),
                f.column(),
                f.value(),
                f.message(),
                "under the other reading of the file: " + f.because(),
                f.remedy(),
                f.evidenceNeeded(),
                f.related(),
                f.proof());
    }

    RuleReport report() {
        return new RuleReport(rule, outcome, why, total);
    }

    private static RuleOutcome worst(List<Finding> findings) {
        Disposition worst = Disposition.INFORMATION;
        for (Finding finding : findings) {
            if (finding.disposition().compareTo(worst) > 0) {
                worst = finding.disposition();
            }
        }
        return switch (worst) {
            case INFORMATION -> RuleOutcome.PASS;
            case NEEDS_EVIDENCE -> RuleOutcome.NEEDS_EVIDENCE;
            case HUMAN_JUDGEMENT -> RuleOutcome.REVIEW;
            case BREACH, HARD -> RuleOutcome.FAIL;
        };
    }

    private static int severity(RuleOutcome outcome) {
        return switch (outcome) {
            case NOT_BUILT -> 0;
            case NOT_APPLICABLE -> 1;
            case PASS -> 2;
            case NEEDS_EVIDENCE -> 3;
            case REVIEW -> 4;
            case FAIL -> 5;
        };
    }
}

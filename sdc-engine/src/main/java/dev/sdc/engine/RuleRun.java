package dev.sdc.engine;

import dev.sdc.engine.evidence.FactBook;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs every rule on one reading of a submission. A rule that fails is an event of the check, never its end. */
final class RuleRun {
    private final List<Rule> rules;
    private final Settings settings;
    private final FailClosed failClosed;

    RuleRun(List<Rule> rules, Settings settings, KindCheck kinds) {
        this.rules = rules;
        this.settings = settings;
        this.failClosed = new FailClosed(rules, kinds);
    }

    /**
     * What all rules come to.
     *
     * @param judged the files whose own rules run; rules about the submission see all files
     */
    Results over(ExaminedSubmission submission, Predicate<ExaminedFile> judged) {
        Results results = new Results();
        Map<String, List<RuleFailure>> failures = new HashMap<>();
        for (Rule rule : rules) {
            if (rule instanceof SubmissionRule submissionRule) {
                onSubmission(submissionRule, submission, results, failures);
            }
        }
        for (ExaminedFile file : submission.files()) {
            if (judged.test(file)) {
                onFile(file, submission.facts(), results, failures);
            }
        }
        return results;
    }

    /** Whether one of some rules fails an output, whatever stands beside it. */
    boolean fails(Output output, Predicate<String> rule) {
        Facts facts = FactBook.of(List.of(output));
        return rules.stream()
                .filter(each -> rule.test(id(each)))
                .map(each -> onOutput(each, output, facts, new ArrayList<>()))
                .anyMatch(result -> result != null && result.outcome() == RuleOutcome.FAIL);
    }

    private void onFile(ExaminedFile file, Facts facts, Results results, Map<String, List<RuleFailure>> failures) {
        String path = file.file().path();
        Map<String, RuleResult> ofFile = results.ofFile(path);
        List<RuleFailure> fileFailures = failures.computeIfAbsent(path, p -> new ArrayList<>());
        for (Rule rule : rules) {
            if (rule instanceof FileRule fileRule) {
                ofFile.put(id(rule), run(rule, () -> fileRule.check(file, settings), fileFailures));
            }
        }
        for (Output output : file.outputs()) {
            Map<String, RuleResult> ofOutput = results.ofOutput(output.id());
            List<RuleFailure> outputFailures = new ArrayList<>();
            for (Rule rule : rules) {
                RuleResult result = onOutput(rule, output, facts, outputFailures);
                if (result != null) {
                    ofOutput.put(id(rule), result);
                }
            }
            ofOutput.put(FailClosed.ID, failClosed.onOutput(output, ofOutput, outputFailures));
        }
        failClosed
                .kinds(file, results)
                .forEach((output, result) -> results.ofOutput(output).merge(FailClosed.ID, result, RuleResult::and));
        ofFile.merge(FailClosed.ID, failClosed.onFile(file, ofFile, fileFailures), RuleResult::and);
    }

    private @Nullable RuleResult onOutput(Rule rule, Output output, Facts facts, List<RuleFailure> failures) {
        if (rule instanceof TableRule tableRule) {
            Table table = output.numbers().orElse(null);
            return table != null
                    ? run(rule, () -> tableRule.check(table, facts, settings), failures)
                    : RuleResult.notApplicable(id(rule), "not a table");
        }
        if (!(rule instanceof OutputRule outputRule)) {
            return null;
        }
        RuleResult result = run(rule, () -> outputRule.check(output, facts, settings), failures);
        Prose notes = outputRule.examinesNotes() && output instanceof Table table ? table.notes() : null;
        if (notes == null) {
            return result;
        }
        RuleResult ofNotes = run(rule, () -> outputRule.check(notes, facts, settings), failures);
        return ofNotes.findings().isEmpty() ? result : result.and(ofNotes);
    }

    /** Tells every file and output its share of what a rule found in the whole submission. */
    private void onSubmission(
            SubmissionRule rule,
            ExaminedSubmission submission,
            Results results,
            Map<String, List<RuleFailure>> failures) {
        List<RuleFailure> failed = new ArrayList<>();
        Map<String, Long> totals = new HashMap<>();
        RuleResult whole = run(
                rule,
                () -> {
                    Outcome outcome = rule.check(submission, settings);
                    if (outcome instanceof Outcome.Found found) {
                        totals.putAll(found.totals());
                    }
                    return outcome;
                },
                failed);
        Map<String, List<Finding>> shares = new HashMap<>();
        for (Finding finding : whole.findings()) {
            shares.computeIfAbsent(finding.subject(), s -> new ArrayList<>()).add(finding);
        }
        for (ExaminedFile file : submission.files()) {
            String path = file.file().path();
            failures.computeIfAbsent(path, p -> new ArrayList<>()).addAll(failed);
            results.ofFile(path).put(id(rule), share(whole, Finding.subject(path, null), shares, totals));
            for (Output output : file.outputs()) {
                results.ofOutput(output.id())
                        .put(id(rule), share(whole, Finding.subject(path, output.id()), shares, totals));
            }
        }
    }

    private static RuleResult share(
            RuleResult whole, String subject, Map<String, List<Finding>> shares, Map<String, Long> totals) {
        List<Finding> share = shares.get(subject);
        if (share != null) {
            return RuleResult.found(
                    whole.rule(), share, totals.getOrDefault(subject, (long) share.size()), whole.restsOn());
        }
        return whole.findings().isEmpty() ? whole : RuleResult.passed(whole.rule(), "nothing found in this output");
    }

    private RuleResult run(Rule rule, Supplier<Outcome> check, List<RuleFailure> failures) {
        try {
            return RuleResult.of(id(rule), check.get());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            failures.add(new RuleFailure(rule.info(), e.getClass().getSimpleName()));
            return RuleResult.failed(id(rule));
        }
    }

    private static String id(Rule rule) {
        return rule.info().id();
    }
}

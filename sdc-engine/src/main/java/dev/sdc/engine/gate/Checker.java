package dev.sdc.engine.gate;

import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.submission.Submission;

/** Checks a submission, as {@code OutputChecker} does. */
@FunctionalInterface
public interface Checker {
    /** The report on a submission under a profile. */
    Report check(Submission submission, Profile profile);
}

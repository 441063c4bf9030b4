package dev.sdc.engine.rule;

/** A rule about all outputs together. */
public non-sealed interface SubmissionRule extends Rule {
    /** Examines everything that would leave at once. */
    Outcome check(ExaminedSubmission submission, Settings settings);
}

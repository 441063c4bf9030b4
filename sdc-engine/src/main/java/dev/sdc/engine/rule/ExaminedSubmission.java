package dev.sdc.engine.rule;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.submission.Submission;
import java.util.List;

/**
 * Everything that would leave at once.
 *
 * @param submission what was handed in
 * @param files every file with what was read from it, in path order
 * @param facts the facts of all outputs
 */
public record ExaminedSubmission(Submission submission, List<ExaminedFile> files, Facts facts) {}

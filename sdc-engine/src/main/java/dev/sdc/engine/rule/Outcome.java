package dev.sdc.engine.rule;

import java.util.List;
import java.util.Map;

/** What came of running one rule on one output, file or submission. */
public sealed interface Outcome {

    /**
     * The rule ran on all it applies to and found nothing.
     *
     * @param tested what was tested, for people: {@code 240 counts}
     * @param restsOn declarations without which it would not have passed, such as {@code unit: patient}
     */
    record Passed(String tested, List<String> restsOn) implements Outcome {}

    /**
     * The rule found something.
     *
     * @param findings the findings, of each output at most {@link Findings#LIMIT}
     * @param totals the exact number of findings, by their {@link Finding#subject}
     * @param restsOn declarations that other cells passed on
     */
    record Found(List<Finding> findings, Map<String, Long> totals, List<String> restsOn) implements Outcome {
        /** The exact number of findings. */
        public long total() {
            return totals.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The rule does not apply, and why. */
    record NotApplicable(String why) implements Outcome {}
}

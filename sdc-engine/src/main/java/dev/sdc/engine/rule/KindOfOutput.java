package dev.sdc.engine.rule;

import dev.sdc.engine.submission.OutputType;
import java.util.List;

/**
 * What is to be tested in a kind of output.
 *
 * @param type the kind
 * @param statistic what its numbers are
 * @param risks how it may disclose
 * @param decidedBy ids of rules of which at least one must reach a result
 * @param also further rules, or families of rules, that belong to the kind
 * @param evidence what is asked for where the file is silent
 * @param mitigation what is suggested
 */
public record KindOfOutput(
        OutputType type,
        String statistic,
        String risks,
        List<String> decidedBy,
        List<String> also,
        String evidence,
        String mitigation) {}

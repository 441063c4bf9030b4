package dev.sdc.engine;

import dev.sdc.engine.rule.RuleInfo;

/**
 * A rule that ended with an error. Only the kind of error is kept: its message may hold values of the file.
 *
 * @param kind the error's class name
 */
record RuleFailure(RuleInfo rule, String kind) {}

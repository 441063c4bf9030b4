package dev.sdc.engine.rule;

/**
 * What a rule is called.
 *
 * @param id its id, such as {@code FREQ-001}
 * @param title what it finds, in a few words
 */
public record RuleInfo(String id, String title) {}

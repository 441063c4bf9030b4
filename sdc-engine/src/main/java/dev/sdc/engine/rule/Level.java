package dev.sdc.engine.rule;

/** How grave a finding is, mildest first. */
public enum Level {
    /** Worth knowing; does not change the verdict. */
    NOTE,
    /** Evidence is missing, or a person must judge. */
    REVIEW,
    /** A breach. */
    FAIL
}

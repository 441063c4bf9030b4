package dev.sdc.engine.report;

import dev.sdc.engine.rule.Level;

/** The answer for a file or a request; the worst finding decides. */
public enum Verdict {
    PASS,
    REVIEW,
    FAIL;

    /** The verdict that a finding of this level leads to. */
    public static Verdict of(Level level) {
        return switch (level) {
            case NOTE -> PASS;
            case REVIEW -> REVIEW;
            case FAIL -> FAIL;
        };
    }

    /** The worse of two verdicts. */
    public Verdict worst(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package dev.sdc.engine.rule;

import dev.sdc.engine.evidence.Smallness;

/** What can be done about a finding. */
public enum Disposition {
    /** Only for information. */
    INFORMATION(Level.NOTE),
    /** The test lacks evidence; it closes the gate until the evidence is there. */
    NEEDS_EVIDENCE(Level.REVIEW),
    /** The test ran and a person must weigh the outcome. */
    HUMAN_JUDGEMENT(Level.REVIEW),
    /** A breach is shown; only an exception can open the gate. */
    BREACH(Level.FAIL),
    /** Identifiers, records, unreadable or undeclared content: no exception. */
    HARD(Level.FAIL);

    private final Level level;

    Disposition(Level level) {
        this.level = level;
    }

    /** A breach where every number that a count may be is small; where only some of them are, what is told for that. */
    public static Disposition of(Smallness smallness, Disposition whereSome) {
        return smallness == Smallness.ALL ? BREACH : whereSome;
    }

    /** The level that every finding of this disposition has. */
    public Level level() {
        return level;
    }
}

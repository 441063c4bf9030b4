package dev.sdc.engine.rule;

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

    /** The level that every finding of this disposition has. */
    public Level level() {
        return level;
    }
}

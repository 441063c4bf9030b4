package dev.sdc.engine.gate;

/** What a person may do in a project. */
public enum Role {
    /** Hands in requests. */
    REQUESTER,
    /** Decides on requests of others. */
    CHECKER,
    /** A checker without whom no breach is released. */
    SENIOR,
    /** Releases what others approved. */
    RELEASE_ADMIN,
    /** The gate itself: signs checks, receipts and checkpoints. */
    GATE
}

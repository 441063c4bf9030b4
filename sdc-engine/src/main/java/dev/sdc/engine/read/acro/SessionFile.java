package dev.sdc.engine.read.acro;

/** What a file is to the ACRO session that it may belong to. */
public sealed interface SessionFile {
    /** It holds what the session claims of its outputs. */
    record Claims(Session session) implements SessionFile {}

    /** It holds the settings of the session: parameters and nothing that could be a result. */
    record Settings() implements SessionFile {}

    /** It is an output like any other. */
    record None() implements SessionFile {}
}

package dev.sdc.engine.rule;

/** How a file stands to the lists that came with it. */
public enum Listing {
    /** Nothing speaks against it. */
    LISTED,
    /** The submission lists its outputs, and the file is none of them; it is not read. */
    NOT_LISTED,
    /** The session that it lies in does not name it. */
    NOT_IN_SESSION,
    /** Its bytes are not those that the session was closed with. */
    CHANGED
}

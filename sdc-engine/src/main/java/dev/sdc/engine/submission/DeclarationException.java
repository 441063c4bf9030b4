package dev.sdc.engine.submission;

/** A mistake in what was handed in (declaration, path or profile), told to the person who can mend it. */
public final class DeclarationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A message that says what is wrong, where (file and line) and what to do. */
    public DeclarationException(String message) {
        super(message);
    }
}

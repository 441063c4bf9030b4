package dev.sdc.cli;

/** A mistake of the caller, told on standard error and ended with {@link ExitCode#USAGE}. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A message that says what is wrong and what to do. */
    UsageException(String message) {
        super(message);
    }
}

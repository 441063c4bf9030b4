package dev.sdc.engine.gate;

/** What the gate refuses to take or finds spoilt, told to the person who can mend it. */
public final class GateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A message that says what is wrong and what to do. */
    public GateException(String message) {
        super(message);
    }
}

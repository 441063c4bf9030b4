package dev.sdc.engine.release;

/** Is told how far a release has come, of several files at once, but one thing at a time. */
public interface Watcher {
    /** Tells nobody. */
    Watcher NONE = new Watcher() {};

    /**
     * A file begins.
     *
     * @param number counts from 1
     * @param of how many there are
     * @param bytes of this file
     */
    default void file(String path, int number, int of, long bytes) {}

    /** Bytes were sent. */
    default void sent(long bytes) {}

    /** Bytes that were sent are verified at the far side. */
    default void verifying(long bytes) {}
}

package dev.sdc.engine.rule;

/** A rule about a file as it came: its type, size, readability and hidden content. */
public non-sealed interface FileRule extends Rule {
    /** Examines a file. */
    Outcome check(ExaminedFile file, Settings settings);
}

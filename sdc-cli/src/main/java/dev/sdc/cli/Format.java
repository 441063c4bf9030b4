package dev.sdc.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of a report. */
enum Format {
    TEXT,
    JSON,
    HTML,
    JUNIT,
    SARIF,
    ACRO;

    /** The form with this name; null if there is none. */
    static @Nullable Format of(String name) {
        for (Format format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        return null;
    }
}

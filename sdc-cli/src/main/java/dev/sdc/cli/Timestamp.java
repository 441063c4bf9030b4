package dev.sdc.cli;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The time of a check as the caller gives it: a date, or a date and time with its offset, in ISO 8601. */
final class Timestamp {
    private Timestamp() {}

    static void require(String text) throws UsageException {
        try {
            if (text.indexOf('T') < 0) {
                LocalDate.parse(text);
            } else {
                OffsetDateTime.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "--timestamp " + text + ": not a date (2026-03-31) or a time (2026-03-31T09:30:00Z)");
        }
    }
}

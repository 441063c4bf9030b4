package dev.sdc.engine.gate;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at the gate.
 *
 * @param number counts from 1
 * @param request the request that it is about, or null
 * @param by who did it, as far as is known
 * @param details what else is known; never a value of a file
 */
public record Event(
        long number, Instant at, Kind kind, @Nullable String request, String by, Map<String, String> details) {

    /** What happened. */
    public enum Kind {
        KEYRING,
        SUBMITTED,
        CHECKED,
        DECIDED,
        COMMENTED,
        WITHDRAWN,
        ORDERED,
        DELIVERED,
        RELEASED,
        /** A release stopped before its end. */
        INTERRUPTED,
        LOGIN,
        LOGIN_REFUSED,
        /** Somebody asked for what they may not have. */
        REFUSED,
        /** An unfinished line, left by a process that was killed, was cut off the log. */
        RECOVERED
    }

    /** A detail. */
    String detail(String name) throws GateException {
        String value = details.get(name);
        if (value == null) {
            throw Json.lacks(name);
        }
        return value;
    }

    /** A detail that is a digest. */
    Digest digest(String name) throws GateException {
        try {
            return new Digest(detail(name));
        } catch (IllegalArgumentException e) {
            throw Json.lacks(name);
        }
    }
}

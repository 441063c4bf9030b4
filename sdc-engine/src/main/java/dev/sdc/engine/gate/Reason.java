package dev.sdc.engine.gate;

/**
 * Why the gate is closed.
 *
 * @param text a sentence for people
 */
public record Reason(Code code, String text) {

    /** The kinds of reasons. */
    public enum Code {
        /** A statement or the report is damaged, or one does not belong to the other. */
        NOT_BOUND,
        /** The request is not signed by its requester. */
        REQUEST_NOT_SIGNED,
        /** The check is not signed by the gate. */
        CHECK_NOT_SIGNED,
        /** The report is not the one that the check names. */
        REPORT_CHANGED,
        /** The report is a copy without values, which is no ground for a release. */
        REPORT_REDACTED,
        /** The profile is another one than that of the check. */
        PROFILE_CHANGED,
        /** The check is too old. */
        CHECK_TOO_OLD,
        /** A statement is of a time that is still to come: the clock was moved. */
        CLOCK,
        /** Something was found that nobody may release. */
        HARD,
        /** The profile allows no exceptions, and a breach was found. */
        NO_EXCEPTIONS,
        /** A breach was found, and the requester made no case for an exception. */
        NO_PLEA,
        /** A breach was found, and an approval does not say why it may leave. */
        NO_REASON,
        /** A breach was found, and no senior is among those who approve. */
        NO_SENIOR,
        /** A decision is not signed by a person who may decide. */
        NOT_ENTITLED,
        /** A decision is about another check, request, or set of files. */
        OTHER_CHECK,
        /** An approval is not valid at this time, or for longer than allowed. */
        NOT_VALID_NOW,
        /** The requester may not decide on their own request. */
        OWN_REQUEST,
        /** Somebody has rejected or returned the request, and stands by it. */
        REFUSED,
        /** Too few different people have approved. */
        TOO_FEW,
        /** Those who approved name different places. */
        DESTINATIONS_DIFFER,
        /** The place is not the approved one, or not one of the profile's. */
        OTHER_DESTINATION,
        /** An approval was used for another release. */
        SPENT
    }
}

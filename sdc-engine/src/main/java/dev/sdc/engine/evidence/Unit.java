package dev.sdc.engine.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What one unit of a count is.
 *
 * @param kind the kind of unit
 * @param declared the word the analyst uses, or null when the unit is not declared
 */
public record Unit(Kind kind, @Nullable String declared) {
    /** Kinds of units. */
    public enum Kind {
        /** A person: patient, participant, respondent. */
        PERSON,
        /** An event of a person, of which one may have several: tumour, episode, admission, prescription. */
        EVENT,
        /** An organisation or its part: provider, practice, establishment. */
        ORGANISATION,
        /** Declared, but not a word that is known. */
        OTHER,
        /** Not declared. */
        UNKNOWN
    }
}

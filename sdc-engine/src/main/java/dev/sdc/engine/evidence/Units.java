package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Declaration;
import java.util.Locale;
import java.util.Set;

/** Knows what kind of thing a declared unit is. */
final class Units {
    private static final Set<String> PERSONS = Set.of(
            "patient",
            "patients",
            "person",
            "persons",
            "people",
            "participant",
            "individual",
            "respondent",
            "subject",
            "woman",
            "man",
            "child",
            "resident",
            "employee",
            "student",
            "pupil",
            "member",
            "case",
            "distinct patients",
            "distinct patient",
            "carer",
            "clinician",
            "household");
    private static final Set<String> EVENTS = Set.of(
            "tumour",
            "tumor",
            "tumours",
            "episode",
            "episodes",
            "admission",
            "admissions",
            "spell",
            "prescription",
            "attendance",
            "appointment",
            "referral",
            "visit",
            "event",
            "events",
            "test",
            "procedure",
            "operation",
            "diagnosis",
            "registration",
            "claim",
            "contact",
            "encounter",
            "stay",
            "discharge",
            "treatment",
            "specimen",
            "sample");
    private static final Set<String> ORGANISATIONS = Set.of(
            "provider",
            "practice",
            "establishment",
            "organisation",
            "organization",
            "trust",
            "hospital",
            "site",
            "firm",
            "company",
            "enterprise",
            "business",
            "school",
            "care home",
            "local unit",
            "holding",
            "farm");

    private Units() {}

    static Unit of(Declaration declaration) {
        String declared = declaration.unit();
        if (declared == null || declared.isBlank()) {
            return new Unit(Unit.Kind.UNKNOWN, null);
        }
        String word = declared.strip().toLowerCase(Locale.ROOT);
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        Unit.Kind kind = has(PERSONS, word, singular)
                ? Unit.Kind.PERSON
                : has(EVENTS, word, singular)
                        ? Unit.Kind.EVENT
                        : has(ORGANISATIONS, word, singular) ? Unit.Kind.ORGANISATION : Unit.Kind.OTHER;
        return new Unit(kind, declared);
    }

    private static boolean has(Set<String> words, String word, String singular) {
        return words.contains(word) || words.contains(singular);
    }
}

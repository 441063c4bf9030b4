package dev.sdc.engine;

import java.util.Locale;
import java.util.regex.Pattern;

/** Headers of lists that explain something: codes, variables, files, terms. */
final class ExplainingHeader {
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:description|descriptions|meaning|definition|definitions|explanation|label|labels|notes?"
                    + "|comments?|details?|contents?|source|sources|format|formula|units?|variables?|fields?|terms?|codes?|icd|snomed|opcs|read"
                    + "|parameters?|settings?|options?|files?|outputs?|tables?|sections?|software|package|version|method|methods|model|covariates?"
                    + "|adjusted|outcomes?|measures?|levels?|bedeutung|beschreibung|erklärung|begriff|datei|variable|quelle)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Headers of what is said of one person, which makes whatever stands beside it no explanation. */
    private static final Pattern PERSON = Pattern.compile(
            "initials|(?:pt|pat|patient|case|subject|participant|subj)\\.?(?: (?:no|id|number)\\.?)?|sex|gender|age(?: at \\p{L}+)?"
                    + "|(?:year|date|month) of (?:birth|death|diagnosis)|birth year|dob|date of birth|geschlecht|alter"
                    + "|vital status|ethnicity",
            Pattern.UNICODE_CHARACTER_CLASS);

    private ExplainingHeader() {}

    static boolean namesOnePerson(String header) {
        return PERSON.matcher(header.toLowerCase(Locale.ROOT).strip()).matches();
    }

    static boolean is(String header) {
        return WORDS.matcher(header.toLowerCase(Locale.ROOT)).find();
    }
}

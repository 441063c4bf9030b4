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

    private ExplainingHeader() {}

    static boolean is(String header) {
        return WORDS.matcher(header.toLowerCase(Locale.ROOT)).find();
    }
}

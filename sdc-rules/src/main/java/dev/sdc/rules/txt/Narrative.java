package dev.sdc.rules.txt;

import java.util.regex.Pattern;

/**
 * Whether a line of text tells of one person: a quotation, a story in the first person, a case description.
 *
 * <p>Patterns begin with the letters that their words begin with, for every line is looked through for all of them.
 */
final class Narrative {
    private static final Pattern QUOTATION = Pattern.compile("[\"“«][^\"“«”»]{20,}[\"”»]|^\\s*[\"“«]\\S+(?: \\S+){4}");
    private static final Pattern ATTRIBUTED = Pattern.compile(
            "\\((?:(?:participant|patient|interviewee|respondent|female|male|woman|man)\\b|P\\d+|ID ?\\d+)[^)]{0,80}\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CASE = Pattern.compile(
            "(?=[atcmwbgl])(?:\\b(?:an?|the|this) \\d{1,3}[ -]?(?:year|yr)s?[ -]old\\b|\\b(?:case report|case study|this patient|the patient (?:was|had|presented|died))\\b|\\b(?:man|woman|boy|girl|lady|gentleman) (?:in (?:his|her)|aged \\d|of \\d{1,3}\\b(?! ?%)|who (?:was|had|lived|worked|drove|ran|kept|taught)\\b))",
            Pattern.CASE_INSENSITIVE);
    /** {@code 61-year-old woman}, {@code 61-jährige Frau}, {@code femme de 61 ans}; of several people it is a group. */
    private static final Pattern OF_AGE = Pattern.compile(
            "\\b\\d{1,3}[ -]?(?:(?:year|yr)s?[ -]old|y/?o) (?:[\\p{L}-]+ ){0,2}(?:woman|man|female|male|lady|gentleman|boy|girl|patient|person"
                    + "|mother|father|nurse|smoker|farmer)\\b"
                    + "|\\b\\d{1,3}[ -]?jährige[rns]? (?:frau|mann|patient(?:in)?|mädchen|junge)\\b"
                    + "|\\b(?:femme|homme|patiente?|mujer|hombre|paciente|varón) (?:âgée? )?de \\d{1,3} (?:ans|años)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** An item of a list that tells of one numbered person. */
    private static final Pattern NUMBERED = Pattern.compile(
            "^\\W*(?:patient(?:in|e)?|pt|participant|subject|respondent|case|proband(?:in)?|fall|cas|caso|paciente)\\b\\.?"
                    + " ?(?:no\\.?|nr\\.?|#)? ?(?:\\d{1,6}|[A-Z])\\b\\W*[:.,(–—-]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(?:woman|man|female|male|aged?|years?|y/?o|stage|grade|alive|died|dead|diagnosed|frau|mann|jahre|stadium|lebt"
                    + "|gestorben|verstorben|femme|homme|ans|stade|mujer|hombre|años|estadio)\\b|\\b[FMW] ?[,/]? ?\\d{2}\\b|\\b\\d{2} ?[FMW]\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** The first person; a lone I may be a stage. */
    private static final Pattern NARRATOR = Pattern.compile(
            "\\bI (?:was|am|have|had|felt|feel|think|thought|knew|know|got|went|could|did|do|can|would|never|just|said|told|lost|started)\\b"
                    + "|\\bI['’](?:m|ve|d|ll)\\b|\\b(?:[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur)\\b");

    /** One person's decade of life, story, or place among others: {@code in her eighties}, {@code the last patient recruited died}. */
    private static final Pattern ONE_PERSON = Pattern.compile(
            "(?=[ipct])(?:\\bin (?:his|her) (?:early |mid-?|late |mid )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\\d0s)\\b"
                    + "|\\b(?:patient|case) (?:story|vignette|history):|\\b(?:the|this) patient, an? "
                    + "|\\bthe (?:last|first|only|sole|oldest|youngest|index|one|longest|remaining) (?:[\\p{L}-]+ ){0,2}?(?:patient|woman|man|participant"
                    + "|child|survivor|person|case)\\b[^.;]{0,80}\\b(?:died|relapsed|was (?:alive|dead|diagnosed|treated|aged|born)|survived|lives?|withdrew)\\b)",
            Pattern.CASE_INSENSITIVE);
    /** One man or woman, but neither {@code his or her} nor a receptor. */
    private static final Pattern PRONOUN =
            Pattern.compile("(?=[SsHh])(?<!/|\\bor )\\b(?:[Ss]he|[Hh]e|her|[Hh]is)\\b(?!/| or\\b|[- ]?2)");

    private static final Pattern HAPPENED = Pattern.compile(
            "\\b(?:developed|presented|noticed|underwent|died|declined|relapsed|was (?:diagnosed|treated|admitted|referred)|pregnan\\p{L}+|tumou?r|cancer|surgery)\\b");
    private static final Pattern TITLED = Pattern.compile(
            "(?=[MHF])\\b(?:Mrs?|Ms|Miss|Herr|Frau|Mme)\\.? (?:\\p{Lu}\\.? ?){0,3}\\p{Lu}\\p{Ll}+\\b[^.;]{0,60}"
                    + "\\b(?:patient|diagnosed|treated|presented|died|relapsed|aged|excluded|withdrew|withdrawn|admitted|referred"
                    + "|recruited|removed|years old)");

    private static final int LONGEST_LINE = 20_000;

    private Narrative() {}

    static boolean isIn(String line) {
        String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        boolean listed = NUMBERED.matcher(text).find() && PERSONAL.matcher(text).find();
        if (listed || OF_AGE.matcher(text).find()) {
            return true;
        }
        if (ATTRIBUTED.matcher(text).find() || CASE.matcher(text).find()) {
            return true;
        }
        if (ONE_PERSON.matcher(text).find()
                || TITLED.matcher(text).find()
                || (PRONOUN.matcher(text).find() && HAPPENED.matcher(text).find())) {
            return true;
        }
        return QUOTATION.matcher(text).find() && NARRATOR.matcher(text).find();
    }
}

package dev.sdc.rules.txt;

import java.util.regex.Pattern;

/** Whether a line of text tells of one person: a quotation, a story in the first person, a case description. */
final class Narrative {
    private static final Pattern QUOTATION = Pattern.compile("[\"“«][^\"“«”»]{20,}[\"”»]|^\\s*[\"“«]\\S+(?: \\S+){4}");
    private static final Pattern ATTRIBUTED = Pattern.compile(
            "\\((?:participant|patient|interviewee|respondent|female|male|woman|man|P\\d+|ID ?\\d+)[^)]{0,80}\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CASE = Pattern.compile(
            "\\b(?:an?|the|this) \\d{1,3}[ -]?(?:year|yr)s?[ -]old\\b|\\b(?:case report|case study|this patient|the patient (?:was|had|presented|died))\\b|\\b(?:man|woman|boy|girl) (?:in (?:his|her)|aged \\d)",
            Pattern.CASE_INSENSITIVE);
    /** The first person; a lone I may be a stage. */
    private static final Pattern NARRATOR = Pattern.compile(
            "\\bI (?:was|am|have|had|felt|feel|think|thought|knew|know|got|went|could|did|do|can|would|never|just|said|told|lost|started)\\b"
                    + "|\\bI['’](?:m|ve|d|ll)\\b|\\b(?:[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur)\\b");

    private static final int LONGEST_LINE = 20_000;

    private Narrative() {}

    static boolean isIn(String line) {
        String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        if (ATTRIBUTED.matcher(text).find() || CASE.matcher(text).find()) {
            return true;
        }
        return QUOTATION.matcher(text).find() && NARRATOR.matcher(text).find();
    }
}

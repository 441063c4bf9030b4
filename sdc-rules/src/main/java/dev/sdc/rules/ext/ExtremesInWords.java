package dev.sdc.rules.ext;

import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the ends of ranges in texts: {@code range 19-101}, {@code ranged from 3 to 84 months}, {@code the oldest
 * patient was 101}.
 */
final class ExtremesInWords {
    private static final String NUMBER = "-?\\d{1,9}(?:[.,]\\d{1,6})?";
    private static final String MEASURE = "(?:\\s?[\\p{L}%/²]{1,12}){0,2}";

    private static final Pattern RANGE =
            Pattern.compile("\\b(?:range[ds]?|ranging|min(?:imum)?\\s?(?:[-–/,]|and|to)\\s?max(?:imum)?)\\b"
                    + "(?:\\s?(?:was|were|is|of|from|between|in|:|=|,))*\\s?[(\\[]?\\s?" + NUMBER + MEASURE
                    + "\\s?(?:-|–|to|and|,|;)\\s?"
                    + NUMBER);

    private static final String IS = "(?:\\s?(?:\\.(?!\\d)|:|=|was|were|is|of)){0,2}\\s?";
    private static final String SMALLEST = "\\b(?:min(?:imum)?|smallest|shortest|lowest)\\b" + IS + NUMBER + MEASURE;
    private static final String LARGEST = "\\b(?:max(?:imum)?|largest|longest|highest)\\b" + IS + NUMBER;

    /** {@code minimum 0.3, maximum 118.2}, in either order. */
    private static final Pattern BOTH = Pattern.compile(SMALLEST + "\\s?(?:,|;|/|-|–|and|to)\\s?(?:the |a |an )?"
            + LARGEST + "|" + LARGEST + MEASURE + "\\s?(?:,|;|/|-|–|and)\\s?(?:the |a |an )?" + SMALLEST);

    private static final Pattern ONE =
            Pattern.compile("\\b(?:oldest|youngest|heaviest|lightest|tallest|(?:longest|shortest)(?= (?:was|were|of) )"
                    + "|(?:longest|shortest) (?:[\\p{L}-]+ )?(?:stay|follow[ -]?up|survival|survivor|delay|wait|interval|duration)"
                    + "|(?:maximum|minimum|highest|lowest) (?:[\\p{L}-]+ )?(?:age|weight|bmi|height|stay|dose|cost|follow[ -]?up|value|level))\\b"
                    + "(?:[ (]+(?:of|in|was|were|is|being|aged|a|an|the|patients?|participants?|persons?|women|woman|men|man|child|case"
                    + "|subject|individual|person|follow[ -]?up|:|=))*[ (:=]+" + NUMBER);

    private static final String NO_PLACES = "\\b(?! (?:regions?|sites?|hospitals?|trusts?|countries|centres?)\\b)";
    private static final String AMOUNT = "[£$€]?\\s?" + NUMBER;

    /** {@code The five longest waits were 412, 398}, {@code the maximum tumour size was 214 mm}. */
    private static final Pattern FEW = Pattern.compile(
            "\\b(?:longest|shortest|highest|lowest|largest|smallest|greatest|maximum|minimum) (?:[\\p{L}-]{2,20} ){0,2}"
                    + "(?:waits?|stays?|delays?|intervals?|durations?|follow[ -]?ups?|costs?|weights?|ages?|doses?|sizes?|diameters?"
                    + "|lengths?|thickness|survivals?|bills?|charges?|incomes?|times?)"
                    + "(?: (?:(?:was|were|is|are|of|in|for|at|the|a|an|any|all|our|this|patients?|cohort|study)\\b ?)){0,5}[ (:=]{1,3}"
                    + AMOUNT);

    /** {@code Ages ran from 23 to 97}. */
    private static final Pattern SPAN = Pattern.compile(
            "\\b(?:ages?|stays?|waits?|costs?|weights?|bmi|follow[ -]?up|survival|intervals?|tumou?r sizes?)(?: [\\p{L}-]{2,20}){0,4}"
                    + " (?:ran|went|varied|spanned|extended|stretched|lay)(?: widely)?(?: from| between)? " + AMOUNT
                    + NO_PLACES + MEASURE
                    + "\\s?(?:-|–|to|and)\\s?" + AMOUNT + NO_PLACES);

    /** {@code The youngest was diagnosed at 19}, {@code the most expensive patient cost £1.2m}. */
    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b(?:oldest|youngest)(?! (?:age )?(?:group|band|category|quartile|quintile|tertile|half))(?: [\\p{L}-]{2,20}){0,6} (?:at|aged)(?: (?:the |an )?age(?: of)?)? "
                    + NUMBER
                    + "|\\b(?:most expensive|costliest|cheapest|least expensive|sickest) (?:patient|person|case|woman|man|child|individual"
                    + "|participant|admission|stay)s?(?: [\\p{L}-]{2,20}){0,5} " + AMOUNT);

    /** {@code were aged 19 to 104}; who may be asked is written in fives, or up to a nine or a four. */
    private static final Pattern AGED =
            Pattern.compile("\\b(?:were|was|are) aged (?:between |from )?\\d{1,2}\\s?(?:years )?(?:to|and|-|–)\\s?"
                    + "(?:(?:8[5-9]|9\\d)(?<![059])|1[0-2]\\d)\\b");

    /** A line of a listing, {@code First diagnosis date: 03/01/2015}: the day of one person. */
    private static final Pattern DAY = Pattern.compile(
            "^\\s{0,40}(?:[-*•]\\s)?(?:date of (?:the )?)?(?:first|last|earliest|latest|most recent)(?: [\\p{L}-]{2,20}){0,2} "
                    + "(?:diagnosis|diagnoses|deaths?|admission|discharge|recurrence|relapse|treatment|surgery|operation|event|case|birth"
                    + "|referral|registration|recruitment|recruited|enrolment|enrollment|enrolled|randomi[sz]ation|patient"
                    + "|transplant|biopsy|attendance|visit)(?: date)?\\s{0,3}"
                    + "[:=\\s]\\s{0,60}(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}"
                    + "|\\d{1,2} \\p{L}{3,9} \\d{4})\\s{0,40}$");

    /** Ranges of the middle half, of scales, and of figures that are worked out from groups are no values of a unit. */
    private static final Pattern NO_VALUE = Pattern.compile(
            "\\b(?:inter-?\\s?quartile|quartiles?|iqr|percentiles?|possible|theoretical|scales?|reference|normal|permitted|allowed"
                    + "|eligible|eligibility|plausible|valid|scores? from|rates?|percentages?|proportions?|prevalences?|estimates?|odds"
                    + "|hazards?|ratios?|coefficients?|counts?|numbers?|cells?|confidence|regions?|hospitals?|sites?|trusts?"
                    + "|practices?|areas?|across|between-?\\s?region|p-?values?|i\\s?2)\\b");

    /** What a plan asks of all is a limit by design. */
    private static final Pattern ASKED =
            Pattern.compile("(?:minimum|maximum|shortest|longest) follow[ -]?up (?:of )?\\d+");

    /** {@code 80 or over}, {@code 60 Gy by protocol}: the end of a band, or what was asked. */
    private static final Pattern LIMIT = Pattern.compile(
            "^(?:\\+|\\s?(?:years? )?(?:or|and) (?:over|older|more|above|under|younger|less)\\b"
                    + "|[^.;,]{0,20}\\b(?:(?:per|by) protocol|for inclusion|for eligibility|to be eligible|recommended)\\b)");

    private static final Pattern PLAN =
            Pattern.compile("(?i)\\b(?:analysis plan|study plan|will be|we will|(?:is|are) planned|plans)\\b");

    private static final int NEAR = 90;

    /** The end of a range as it stands in a text. */
    record Spot(int line, int column, String text) {}

    private ExtremesInWords() {}

    static List<Spot> in(Prose prose) {
        List<Spot> spots = new ArrayList<>();
        List<String> lines = prose.running();
        boolean plan = lines.stream().anyMatch(line -> PLAN.matcher(line).find());
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).toLowerCase(Locale.ROOT);
            BitSet told = new BitSet();
            for (Pattern pattern : List.of(RANGE, BOTH, ONE, FEW, SPAN, SOMEBODY, AGED, DAY)) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    boolean asked = (plan && ASKED.matcher(matcher.group()).matches())
                            || LIMIT.matcher(text.substring(
                                            matcher.end(), Math.min(text.length(), matcher.end() + NEAR)))
                                    .find();
                    if (!asked
                            && told.get(matcher.start(), matcher.end()).isEmpty()
                            && !NO_VALUE.matcher(clause(text, matcher.start())).find()) {
                        int end = Math.min(matcher.end(), lines.get(line).length());
                        spots.add(
                                new Spot(line, matcher.start(), lines.get(line).substring(matcher.start(), end)));
                        told.set(matcher.start(), matcher.end());
                    }
                }
            }
        }
        return spots;
    }

    /** What stands before a place in the same sentence, as far as it matters. */
    private static String clause(String text, int end) {
        String before = text.substring(Math.max(0, end - NEAR), end);
        return before.substring(Math.max(before.lastIndexOf(';'), before.lastIndexOf(". ")) + 1);
    }
}

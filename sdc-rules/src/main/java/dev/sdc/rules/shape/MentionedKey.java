package dev.sdc.rules.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of one record in a sentence: {@code record P0012231}, {@code patient id 40012}, {@code Patient 40012 withdrew}. */
public final class MentionedKey implements IdentifierShape {
    private static final String LETTERS = "(?!\\p{L}{1,5}[-_]?(?:19|20)\\d\\d\\b)\\p{L}{1,5}[-_]?\\d{4,12}";
    private static final String PSEUDONYM =
            "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}|(?=\\p{XDigit}*\\p{L})(?=\\p{XDigit}*\\d)\\p{XDigit}{32,64}";
    /** A number with a dot or comma and more digits behind it is an amount, and round ones count steps. */
    private static final String DIGITS = "(?!\\d*000\\b)\\d{5,12}(?![.,]?\\d|\\s*(?:of|/|%))";

    private static final String PERSON =
            "(?:record|patient(?:in|e)?|participant|subject|person|respondent|proband(?:in)?|case|fall|datensatz|dossier)";
    private static final String KEY = "(?:id|key|identifier|number|no\\.?|nr\\.?|nummer|pseudonym|kennung)";

    /** No more blanks than a sentence has: a long run of them is not tried in all ways. */
    private static final String BLANKS = "[ \\t]{0,4}";
    /** What each person has, {@code costs per patient 18450}, is an amount. */
    private static final String NOT_PER = "(?<!\\b(?:per|pro|par|je|each|every)[ -])";

    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\d])(?:"
                    + PERSON + "(?:s|en)?[ _-]?" + KEY + "?s?" + BLANKS + "[:#=]?" + BLANKS + "[\"'`]?(?:" + LETTERS
                    + "|"
                    + PSEUDONYM + ")"
                    + "|" + PERSON + "[ _-]?" + KEY + BLANKS + "[:#=]{0,2}" + BLANKS + "[\"'`]?" + DIGITS
                    + "|" + NOT_PER + PERSON + BLANKS + "[ \\t]#?" + DIGITS
                    + "|(?:pseudonym|pseudoid|patid|patientid|nhs_?no|pid)" + BLANKS + "(?:is|was|:|=)?" + BLANKS
                    + "[\"'`]?(?:"
                    + LETTERS
                    + "|" + PSEUDONYM + "|" + DIGITS + "))(?![\\p{L}\\d_-])",
            Pattern.CASE_INSENSITIVE);

    @Override
    public boolean whole(String text) {
        return false;
    }

    @Override
    public int find(String text, int from) {
        Matcher matcher = MENTION.matcher(text);
        return from < text.length() && matcher.find(from) ? matcher.start() : -1;
    }
}

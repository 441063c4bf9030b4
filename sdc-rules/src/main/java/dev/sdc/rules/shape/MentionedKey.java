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

    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\d])(?:"
                    + PERSON + "(?:s|en)?[ _-]?" + KEY + "?s?[ \\t]*[:#=]?[ \\t]*[\"'`]?(?:" + LETTERS + "|" + PSEUDONYM
                    + ")"
                    + "|" + PERSON + "[ _-]?" + KEY + "[ \\t]*[:#=]{0,2}[ \\t]*[\"'`]?" + DIGITS
                    + "|" + PERSON + "[ \\t]+#?" + DIGITS
                    + "|(?:pseudonym|pseudoid|patid|patientid|nhs_?no|pid)[ \\t]*(?:is|was|:|=)?[ \\t]*[\"'`]?(?:"
                    + LETTERS
                    + "|" + PSEUDONYM + "|" + DIGITS + "))(?![\\p{L}\\d_-])",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 20_000;

    @Override
    public boolean whole(String text) {
        return false;
    }

    @Override
    public int find(String text, int from) {
        if (from >= text.length() || text.length() > LONGEST) {
            return -1;
        }
        Matcher matcher = MENTION.matcher(text);
        return matcher.find(from) ? matcher.start() : -1;
    }
}

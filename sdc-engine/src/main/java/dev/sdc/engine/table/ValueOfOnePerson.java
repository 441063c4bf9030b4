package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers of what one person has one of, {@code Year of birth}, {@code Survival (days)}: whole numbers below them count nobody. */
final class ValueOfOnePerson {
    private static final String EVENT =
            "(?:birth|diagnosis|death|onset|surgery|relapse|progression|referral|admission|discharge|entry|enrolment|treatment"
                    + "|recruitment|menopause|consent|operation|resection|transplant|recurrence)";

    private static final String UNIT = "(?:days?|weeks?|months?|years?|yrs?|tage|wochen|monate|jahre)";

    private static final Pattern YEAR = Pattern.compile("(?:year|month|week|day) of (?:first |last )?" + EVENT + "|"
            + EVENT + " year|(?:yob|geburtsjahr|diagnosejahr)");

    private static final Pattern MEASURE = Pattern.compile(
            "(?:age|alter)(?: (?:at|on|bei) (?:\\p{L}+ ){0,2}\\p{L}+)?(?: " + UNIT
                    + ")?|(?:overall |progression free )?survival(?: time)?(?: in)? " + UNIT
                    + "|(?:überleben|überlebenszeit)(?: in)? "
                    + UNIT + "|" + UNIT
                    + "(?: (?:of survival|survived|alive|in hospital|on treatment|in study|from \\p{L}+|to \\p{L}+|until \\p{L}+))?");

    /** Words after {@code age at diagnosis} that count those of whom it is told. */
    private static final Pattern COUNTED =
            Pattern.compile("\\b(?:n|no|number|count|known|unknown|missing|recorded|stated|patients|cases|people)\\b");

    private ValueOfOnePerson() {}

    /** What the numbers below such a header are: names of years, or measures; null below any other header. */
    static @Nullable ColumnRole role(String header) {
        String words = Words.normal(header);
        if (words.length() > 60 || COUNTED.matcher(words).find()) {
            return null;
        }
        if (YEAR.matcher(words).matches()) {
            return ColumnRole.LABEL;
        }
        return MEASURE.matcher(words).matches() ? ColumnRole.MAGNITUDE : null;
    }
}

package dev.sdc.rules.shape;

import java.util.Locale;
import java.util.regex.Pattern;

/** A person's name with a title or initials, as a cell of its own: {@code Mrs A B Example}, {@code Example, A.}. */
public final class PersonName implements IdentifierShape {
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+";
    private static final Pattern TITLED =
            Pattern.compile("(\\p{L}+)\\.? (?:\\p{Lu}\\.? ?){0,3}(?:" + NAME + " ){0,2}" + NAME);
    private static final Pattern INITIALS =
            Pattern.compile(NAME + ", (?:\\p{Lu}\\. ?){1,3}|(?:\\p{Lu}\\. ?){1,3}" + NAME);
    /** {@code S.E. Mean} heads a column of standard errors. */
    private static final Pattern STATISTIC =
            Pattern.compile("S\\. ?[ED]\\. (?:Mean|Difference|Diff|Estimate|Skewness|Kurtosis|Skew|Kurt)");

    private static final int LONGEST = 60;

    @Override
    public boolean whole(String text) {
        String name = text.strip();
        if (name.length() > LONGEST || name.indexOf(' ') < 0) {
            return false;
        }
        var titled = TITLED.matcher(name);
        return (titled.matches()
                        && Vocabulary.of("title").contains(titled.group(1).toLowerCase(Locale.ROOT)))
                || (INITIALS.matcher(name).matches() && !STATISTIC.matcher(name).matches());
    }

    /** In running text names are left to a person: never. */
    @Override
    public int find(String text, int from) {
        return -1;
    }
}

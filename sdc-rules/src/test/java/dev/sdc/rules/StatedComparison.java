package dev.sdc.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one number with a limit that "The test" on the page of a rule states, as in "For every mean x of the
 * table: breach if x &lt; 2.5."
 *
 * @param words the comparison as the page has it
 * @param verdict {@code breach} or {@code review}
 * @param least what is found is at least this; null where nothing is said
 * @param limit a number, or the name of a parameter
 * @param all whether every number of the table is compared, and not the first of each curve, say
 * @param times whether the limit is so many times another number beside it
 */
record StatedComparison(
        String words,
        String verdict,
        @Nullable BigDecimal least,
        boolean below,
        boolean inclusive,
        String limit,
        boolean all,
        boolean times) {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    /** What is compared is named directly: not a number that is worked out, or that stands behind what is found. */
    private static final Pattern SENTENCE = Pattern.compile("[Ff]or every (?:(?!let |whose )[a-z-]+ )+?(?<x>[a-z])"
            + "(?:(?<all> of the table)\\b[^:,]*| (?:of|at) [^:,]*)?(?:, [^:]*)?: (?<verdict>breach|review) if "
            + "(?<words>(?:(?<least>" + NUMBER + ") <= )?\\k<x> (?<sign>[<>]=?) (?:(?<number>" + NUMBER
            + ")|`(?<name>\\w+)`)(?<times> (?:times )?[a-z])?)(?=[.;](?: |$))");

    /** What the page states; empty where it says it in another form. */
    static Optional<StatedComparison> on(RulePage page) {
        Matcher found =
                SENTENCE.matcher(page.sections().getOrDefault("The test", "").replaceAll("\\s+", " "));
        if (!found.find()) {
            return Optional.empty();
        }
        String least = found.group("least");
        String number = found.group("number");
        return Optional.of(new StatedComparison(
                found.group("words"),
                found.group("verdict"),
                least == null ? null : new BigDecimal(least),
                found.group("sign").startsWith("<"),
                found.group("sign").endsWith("="),
                number == null ? found.group("name") : number,
                found.group("all") != null,
                found.group("times") != null));
    }

    /** The limit, where it is a number by itself. */
    Optional<BigDecimal> number() {
        return Character.isDigit(limit.charAt(0)) ? Optional.of(new BigDecimal(limit)) : Optional.empty();
    }

    /** Whether a number would be found under this limit. */
    boolean finds(BigDecimal value, BigDecimal under) {
        int compared = below ? value.compareTo(under) : under.compareTo(value);
        return (least == null || value.compareTo(least) >= 0) && (inclusive ? compared <= 0 : compared < 0);
    }
}

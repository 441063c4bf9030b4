package dev.sdc.rules.pct;

import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Sentence;
import java.util.regex.Pattern;

/**
 * A group that a sentence names with its size, ahead of a share: {@code In the trial arm (n = 85),}, {@code Group A (120
 * patients):}. Events have their number in brackets too, {@code Sepsis (n = 120) occurred in 5.8%}, and categories their
 * own share, {@code Stage I (n = 120): 5.8%}.
 */
final class NamedGroup {
    /** The share is of the group, whatever is said of it. */
    private static final Pattern IN_GROUP = Sentence.pattern(
            "(?:^|[,;:(]) ?(?:(?:and|und|but|et) )?(?:in|among|of|for|bei|unter|von|chez|dans|parmi) [^.;:%()]{1,60}[(\\[,] ?$");

    private static final String OUTCOME =
            "\\b(?<!incidence )(?:survival|\\p{L}{0,12}rate|response|risk|sensitivity|specificity|remission|mortality|uptake"
                    + "|\\p{L}{0,20}überleben|\\p{L}{1,12}rate|taux|survie)\\b";

    /** {@code The response rate in group A (}. */
    private static final Pattern OUTCOME_OF_GROUP = Sentence.pattern(
            OUTCOME
                    + "[^.;:%()]{0,30} (?:(?:in|for|among|with|bei|unter|chez|dans)"
                    + "|(?:of|von|der|de) (?:the )?(?:group|arm|cohort|patients|women|men|gruppe|kohorte)) ?[^.;:%()]{0,40}[(\\[] ?$");

    private static final String ABOUT = "(?:(?:only|about|just|an?|nur|etwa) )?$";

    /** {@code ) had a response rate of}. */
    private static final Pattern HAS_OUTCOME = Sentence.pattern(
            "^[)\\]](?!.* (?:than|compared|versus|vs|from) )[^;()]{0,60}" + OUTCOME + "[^.;%()\\d]{0,20}$");

    /** {@code ) had}. */
    private static final Pattern HAS = Sentence.pattern(
            "^[)\\]][^.;%()\\d]{0,20} (?:had|has|have|showed|saw|lost|reported|hatten?|haben|avaient) " + ABOUT);

    private static final Pattern IS =
            Sentence.pattern("^[)\\]] ?(?:was|were|is|are|reached|war|betrug|lag bei|était(?: de)?|[:=,]) ?" + ABOUT);

    private static final Pattern NOTHING = Sentence.pattern("^[)\\]] ?[:,]? ?" + ABOUT);

    /** What the members of the group did: {@code responded}, {@code had a rash}. */
    private static final Pattern DEED = Sentence.pattern(
            "^ (?!(?:of|in|among|from|and|or|und|oder|von|der|et|de|were|was|vs|versus|to|with|compared|each|respectively)\\b)\\p{L}{3,}");

    /** Of more people than the group, or a difference. */
    private static final Pattern OTHERWISE = Sentence.pattern(
            "^ ?(?:of (?:all|the|our|total)\\b|points?\\b|higher|lower|more\\b|less\\b|fewer|greater|better|worse|increase|decrease"
                    + "|reduction|above|below|excess)");

    private NamedGroup() {}

    /** Whether a number is set off as the size of what stands before it. */
    static boolean isSize(String text, CountPhrase count) {
        if (count.kind() == Mention.Kind.BASE) {
            return true;
        }
        int open = count.from() - 1;
        int close = count.from() + count.words().length();
        return open >= 0
                && close < text.length()
                && "([".indexOf(text.charAt(open)) >= 0
                && ")]".indexOf(text.charAt(close)) >= 0;
    }

    /**
     * Whether a share is of the group that a size belongs to.
     *
     * @param before what stands before the size
     * @param between from the number to the share, as far as it is near
     * @param after what stands behind the share
     */
    static boolean holds(String before, String between, String after) {
        int close = Math.max(between.indexOf(')'), between.indexOf(']'));
        boolean bracket =
                before.stripTrailing().endsWith("(") || before.stripTrailing().endsWith("[");
        if (bracket && close < 0) {
            return false;
        }
        if (IN_GROUP.matcher(before).find()) {
            return true;
        }
        if (!bracket
                || between.length() >= ToldBases.NEAR
                || OTHERWISE.matcher(after).find()) {
            return false;
        }
        String said = between.substring(close);
        return HAS_OUTCOME.matcher(said).find()
                || HAS.matcher(said).find()
                || (IS.matcher(said).find() && OUTCOME_OF_GROUP.matcher(before).find())
                || (NOTHING.matcher(said).find() && DEED.matcher(after).find());
    }
}

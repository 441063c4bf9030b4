package dev.sdc.rules.pct;

import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Sentence;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence says the shares in it are of. */
final class ToldBases {
    private static final String THESE = " (?:the |all |these |those |our |den |der |diesen |allen |les |des ){0,2}";

    /** What stands before the number of those that the shares behind it are of. */
    private static final Pattern LEADS = Sentence.pattern(
            "(?:\\b(?:of|among|von|unter|parmi)" + THESE
                    + "|\\b(?:in|for|bei|chez|dans) (?:the |all |these |those |our |den |diesen |allen |les |ces )|^ ?(?:in|for|bei|chez|dans) )$");

    /** What stands between a share and the number of those that it is of. */
    private static final Pattern BEHIND = Sentence.pattern(
            "^ ?(?:\\([^()]{0,40}\\) ?)?(?:of|among|in|for|von|der|unter|bei|de|des|parmi|chez|dans)" + THESE + "$");

    /** A size that stands in brackets, or behind a comma, directly behind a share. */
    private static final Pattern SIZE_BEHIND = Sentence.pattern("^ ?[(\\[,;] ?$");

    /** Words for shares of a whole group, of which a size behind them is the size of the group. */
    private static final Pattern RATE = Sentence.pattern(
            "\\b(?:survival|\\p{L}{0,12}rate|response|risk|proportion|prevalence|percentage|share|sensitivity|specificity|remission|mortality"
                    + "|uptake|\\p{L}{0,20}überleben|anteil|taux|survie)\\b[^.;%]{0,60}$");

    private static final Pattern PART_BEHIND =
            Sentence.pattern("^ ?[(\\[,;:] ?(?<k>\\d{1,9}) ?/ ?(?<n>\\d{1,9})(?![\\d/])");
    private static final Pattern PART_BEFORE =
            Sentence.pattern("(?<![\\d/])(?<k>\\d{1,9}) ?/ ?(?<n>\\d{1,9}) ?[(\\[,;:] ?$");
    private static final Pattern THEM =
            Sentence.pattern("^ (?:of|von) (?:them|these|those|whom|ihnen|diesen)\\b(?! \\p{L}+s\\b)");

    /** More characters than the words before a number can have. */
    private static final int NEAR = 70;

    private final Sentence sentence;
    private final List<CountPhrase> counts;

    ToldBases(Sentence sentence) {
        this.sentence = sentence;
        this.counts = sentence.counts();
    }

    /** Whether the number that a share is of is told beside it: {@code 93.8% (15/16)}, {@code 15/16 (93.8%)}. */
    boolean isPartTold(WrittenShare share) {
        return whole(share).isPresent();
    }

    /** The number behind the stroke of a part that is told beside a share. */
    OptionalLong whole(WrittenShare share) {
        Matcher behind = PART_BEHIND.matcher(after(share.to(), sentence.text().length()));
        if (behind.find()) {
            return OptionalLong.of(Long.parseLong(behind.group("n")));
        }
        Matcher before = PART_BEFORE.matcher(before(share.from()));
        return before.find() ? OptionalLong.of(Long.parseLong(before.group("n"))) : OptionalLong.empty();
    }

    /** The number that a share is of; empty where none, or none of several, is said to be it. */
    OptionalLong of(WrittenShare share) {
        OptionalLong direct = direct(share);
        if (direct.isPresent() || !share.figure() || isBesideItsCount(share)) {
            return direct;
        }
        if (THEM.matcher(after(share.to(), sentence.text().length())).find()) {
            return only(CountPhrases.in(sentence.before()).stream()
                    .filter(ToldBases::isPhrase)
                    .toList());
        }
        OptionalLong leading = only(counts.stream()
                .filter(count ->
                        isPhrase(count) && LEADS.matcher(before(count.from())).find())
                .toList());
        boolean behindIt = counts.stream()
                .filter(count -> leading.isPresent() && count.n() == leading.getAsLong())
                .anyMatch(count -> count.from() < share.from());
        return behindIt ? leading : OptionalLong.empty();
    }

    /** The number that stands directly behind a share. */
    private OptionalLong direct(WrittenShare share) {
        for (CountPhrase count : counts) {
            if (count.from() > share.to() && count.from() - share.to() < NEAR) {
                String between = after(share.to(), count.from());
                boolean size = count.kind() == Mention.Kind.BASE
                        && SIZE_BEHIND.matcher(between).find()
                        && RATE.matcher(before(share.from())).find();
                if (size || (isPhrase(count) && BEHIND.matcher(between).find())) {
                    return OptionalLong.of(count.n());
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong only(List<CountPhrase> counts) {
        return counts.size() == 1 ? OptionalLong.of(counts.get(0).n()) : OptionalLong.empty();
    }

    private static boolean isPhrase(CountPhrase count) {
        return count.kind() == Mention.Kind.PHRASE;
    }

    /** {@code 12 (3%)}: a percentage in brackets behind its own count. */
    private boolean isBesideItsCount(WrittenShare share) {
        return share.from() > 0 && sentence.text().charAt(share.from() - 1) == '(';
    }

    private String before(int at) {
        return sentence.text().substring(Math.max(0, at - NEAR), at);
    }

    private String after(int at, int end) {
        return sentence.text().substring(at, Math.min(end, at + NEAR));
    }
}

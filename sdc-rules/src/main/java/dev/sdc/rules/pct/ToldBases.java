package dev.sdc.rules.pct;

import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** A group between a share and its size: {@code 7.1% of patients in the trial arm (n = 85)}. */
    private static final Pattern GROUP_BEHIND =
            Sentence.pattern("^ (?:of|in|among|for|von|der|bei|unter|des|chez) [^.;:,%()\\d]{1,60}[(\\[,] ?$");

    /** How either of them begins. */
    private static final Pattern LEADS_ON =
            Sentence.pattern("^ ?(?:[(\\[,;]|of|among|in|for|von|der|unter|bei|de|des|parmi|chez|dans)");

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
    static final int NEAR = 70;

    private final Sentence sentence;
    private final List<WrittenShare> shares;
    private @Nullable Map<Integer, Long> inTurn;
    private @Nullable List<CountPhrase> counts;
    private @Nullable Leading leading;
    private @Nullable OptionalLong them;

    /** What is told of the shares of a sentence. */
    ToldBases(Sentence sentence, List<WrittenShare> shares) {
        this.sentence = sentence;
        this.shares = shares;
    }

    /**
     * The only number of a sentence that the shares behind it are of.
     *
     * @param n the number; empty where there is none, or more than one
     * @param from where it is told first
     */
    private record Leading(OptionalLong n, int from) {}

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
        Long group = inTurn().get(share.from());
        if (group != null) {
            return OptionalLong.of(group);
        }
        OptionalLong direct = isOfAllTold(share) ? lastBefore(share) : direct(share);
        if (direct.isPresent() || !share.figure() || isBesideItsCount(share)) {
            return direct;
        }
        if (THEM.matcher(after(share.to(), sentence.text().length())).find()) {
            return ofThem();
        }
        Leading first = leading();
        return first.from() < share.from() ? first.n() : sizeOfGroup(share);
    }

    private Map<Integer, Long> inTurn() {
        Map<Integer, Long> known = inTurn;
        if (known == null) {
            List<WrittenShare> figures = shares.stream()
                    .filter(WrittenShare::figure)
                    .sorted(Comparator.comparingInt(WrittenShare::from))
                    .toList();
            known = figures.size() > 1 ? GroupsInTurn.in(sentence, counts(), figures) : Map.of();
            inTurn = known;
        }
        return known;
    }

    /** The size that the group named before a share has in brackets; empty where two groups are named at once. */
    private OptionalLong sizeOfGroup(WrittenShare share) {
        CountPhrase last = null;
        for (CountPhrase count : counts().subList(0, firstFrom(share.from()))) {
            if (NamedGroup.isSize(sentence.text(), count)) {
                boolean apart = last == null
                        || sentence.text().substring(last.from(), count.from()).indexOf('%') >= 0;
                if (!apart) {
                    return OptionalLong.empty();
                }
                last = count;
            } else if (last != null) {
                return OptionalLong.empty(); // the share may be of these
            }
        }
        return last != null
                        && NamedGroup.holds(
                                before(last.from()),
                                after(last.from(), share.from()),
                                after(share.to(), sentence.text().length()))
                ? OptionalLong.of(last.n())
                : OptionalLong.empty();
    }

    /** The only number that the sentence before tells. */
    private OptionalLong ofThem() {
        OptionalLong known = them;
        if (known == null) {
            known = only(CountPhrases.in(sentence.before()).stream()
                    .filter(ToldBases::isPhrase)
                    .toList());
            them = known;
        }
        return known;
    }

    /** The numbers that it counts with, in the order of their places; few shares need them. */
    private List<CountPhrase> counts() {
        List<CountPhrase> known = counts;
        if (known == null) {
            known = sentence.counts().stream()
                    .sorted(Comparator.comparingInt(CountPhrase::from))
                    .toList();
            counts = known;
        }
        return known;
    }

    private Leading leading() {
        Leading known = leading;
        if (known == null) {
            OptionalLong n = only(counts().stream()
                    .filter(count -> isPhrase(count)
                            && LEADS.matcher(before(count.from())).find())
                    .limit(2)
                    .toList());
            int from = counts().stream()
                    .filter(count -> n.isPresent() && count.n() == n.getAsLong())
                    .mapToInt(CountPhrase::from)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            known = new Leading(n, from);
            leading = known;
        }
        return known;
    }

    /** The number that stands directly behind a share. */
    private OptionalLong direct(WrittenShare share) {
        if (!LEADS_ON.matcher(after(share.to(), sentence.text().length())).find()) {
            return OptionalLong.empty();
        }
        for (CountPhrase count : near(share.to())) {
            String between = after(share.to(), count.from());
            boolean size = count.kind() == Mention.Kind.BASE
                    && (GROUP_BEHIND.matcher(between).find()
                            || (SIZE_BEHIND.matcher(between).find()
                                    && RATE.matcher(before(share.from())).find()));
            if (size || (isPhrase(count) && BEHIND.matcher(between).find())) {
                return OptionalLong.of(count.n());
            }
        }
        return OptionalLong.empty();
    }

    /** The numbers behind a place, and near it. */
    private List<CountPhrase> near(int place) {
        return counts().subList(firstFrom(place + 1), firstFrom(place + NEAR));
    }

    /** How many numbers stand before a place. */
    private int firstFrom(int place) {
        int low = 0;
        int high = counts().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts().get(middle).from() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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

    /** {@code All 64 patients in the arm (100%) developed it}: the share is of those whom it is told of. */
    private boolean isOfAllTold(WrittenShare share) {
        return isBesideItsCount(share) && share.value().value().compareTo(BigDecimal.ONE) == 0;
    }

    private OptionalLong lastBefore(WrittenShare share) {
        List<CountPhrase> told = counts().subList(firstFrom(share.from() - NEAR), firstFrom(share.from()));
        CountPhrase last = told.isEmpty() ? null : told.get(told.size() - 1);
        return last != null && isPhrase(last) ? OptionalLong.of(last.n()) : OptionalLong.empty();
    }

    private String before(int at) {
        return sentence.text().substring(Math.max(0, at - NEAR), at);
    }

    private String after(int at, int end) {
        return sentence.text().substring(at, Math.min(end, at + NEAR));
    }
}

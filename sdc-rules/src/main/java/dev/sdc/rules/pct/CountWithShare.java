package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with the share that it is behind it, {@code 210 (98.1%)}: the two give back what it is a part of, and so what is
 * left of that.
 *
 * @param rest how many the whole has beside the counted ones
 * @param certain whether words say that people are counted, or the whole is told as a number of people
 * @param where the place of the share
 * @param text both as they are written
 */
record CountWithShare(ImpliedCounts rest, boolean certain, String where, String text) {
    /** Behind these stands the whole: the share is of another number before it. */
    private static final Pattern WHOLE = Sentence.pattern(
            "\\b(?:of|among|von|unter|parmi|sur|/) ?(?:the |all |these |those |our |den |der |les ){0,2}$");

    /** {@code 60 hospitals}, {@code 60 large hospitals}. */
    private static final Pattern NUMBER_OF =
            Sentence.pattern("(" + Sentence.NUMBER + ") (\\p{L}{2,30})(?: (\\p{L}{2,30}))?");

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int NEAR = 30;
    private static final int MOST_DIGITS = 15;

    private record Told(long n, int from, boolean people) {}

    static List<CountWithShare> in(Prose prose, Facts facts) {
        List<CountWithShare> found = new ArrayList<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            if (sentence.text().indexOf('(') >= 0 || sentence.text().indexOf('[') >= 0) {
                found.addAll(in(sentence));
            }
        }
        return found;
    }

    private static List<CountWithShare> in(Sentence sentence) {
        String text = sentence.text();
        List<WrittenShare> shares = WrittenShare.in(sentence).stream()
                .filter(share ->
                        share.figure() && share.value().low().compareTo(HALF) > 0 && endBefore(text, share.from()) >= 0)
                .toList();
        if (shares.isEmpty()) {
            return List.of();
        }
        CountPhrases.Told told = CountPhrases.told(text);
        Map<Integer, Told> byEnd = new HashMap<>();
        told.others()
                .forEach(other -> byEnd.put(endOfNumber(text, other.from()), new Told(other.n(), other.from(), false)));
        for (CountPhrase count : told.counts()) {
            if (count.whole() == 0) {
                Told number = new Told(count.n(), count.from(), true);
                byEnd.put(count.from() + count.words().length(), number);
                byEnd.put(endOfNumber(text, count.from()), number); // its words may be the share
            }
        }
        List<CountWithShare> found = new ArrayList<>();
        Wholes wholes = Wholes.in(sentence, told);
        for (WrittenShare share : shares) {
            Told number = byEnd.get(endBefore(text, share.from()));
            if (number != null
                    && !WHOLE.matcher(text.substring(Math.max(0, number.from() - NEAR), number.from()))
                            .find()) {
                rest(number, share.value(), wholes)
                        .ifPresent(rest -> found.add(new CountWithShare(
                                rest.counts(),
                                rest.certain(),
                                sentence.address(share.from()),
                                sentence.words(number.from(), Math.min(text.length(), share.to() + 1)))));
            }
        }
        return found;
    }

    private record Rest(ImpliedCounts counts, boolean certain) {}

    /** What the whole has beside a number; empty where no whole number fits, or it is one of things. */
    private static Optional<Rest> rest(Told number, Printed share, Wholes wholes) {
        long low = bound(number.n(), share.high().min(BigDecimal.ONE), RoundingMode.CEILING);
        long high = bound(number.n(), share.low(), RoundingMode.FLOOR);
        if (low > high) {
            return Optional.empty();
        }
        Set<Long> people = wholes.people().subSet(low, true, high, true);
        if (people.size() == 1) {
            long whole = people.iterator().next();
            return Optional.of(new Rest(new ImpliedCounts(whole - number.n(), whole - number.n()), true));
        }
        boolean things = people.isEmpty()
                && !wholes.things().subSet(low, true, high, true).isEmpty();
        return things && !number.people()
                ? Optional.empty()
                : Optional.of(new Rest(new ImpliedCounts(low - number.n(), high - number.n()), number.people()));
    }

    /**
     * The numbers of people, and those of things, that a sentence and the one before it tell.
     *
     * @param things whole numbers with the word of a thing behind them
     */
    private record Wholes(NavigableSet<Long> people, NavigableSet<Long> things) {
        static Wholes in(Sentence sentence, CountPhrases.Told told) {
            NavigableSet<Long> people = new TreeSet<>();
            told.counts().forEach(count -> people.add(count.n()));
            CountPhrases.in(sentence.before()).forEach(count -> people.add(count.n()));
            NavigableSet<Long> things = new TreeSet<>();
            Matcher number = NUMBER_OF.matcher(sentence.before() + " " + sentence.text());
            while (number.find()) {
                if (isThing(number.group(2)) || isThing(number.group(3))) {
                    sentence.number(number.group(1))
                            .filter(n -> n.precision() < MOST_DIGITS)
                            .ifPresent(n -> things.add(n.longValue()));
                }
            }
            return new Wholes(people, things);
        }

        private static boolean isThing(@Nullable String word) {
            return word != null && CountPhrases.isThing(word);
        }
    }

    private static long bound(long n, BigDecimal share, RoundingMode rounding) {
        return BigDecimal.valueOf(n).divide(share, 0, rounding).longValue();
    }

    /** Where the words end that stand before the bracket around a share; -1 where it has none. */
    private static int endBefore(String text, int share) {
        int at = share - 1;
        if (at < 1 || "([".indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int endOfNumber(String text, int from) {
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && "([".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }
}

package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share as a sentence writes it: {@code 87.5%}, {@code six per cent}, {@code two thirds}, {@code 1 in 100}.
 *
 * @param value the share between 0 and 1
 * @param from where it begins in the sentence
 * @param to where it ends
 * @param figure whether it is a percentage, and not in words that only give about how many
 */
record WrittenShare(Printed value, int from, int to, boolean figure) {
    private static final String PERCENT =
            " ?(?:\\\\?%|per ?cent\\b|prozent\\b|pour cent\\b)(?! ?(?:CI\\b|KI\\b|confidence|konfidenz))";
    private static final Pattern FIGURE = Sentence.pattern("(?<![\\d.,–-])(?<n>\\d{1,3}(?:[.,]\\d{1,6})?)" + PERCENT);
    private static final Pattern WORD = Sentence.pattern("(?<![\\d.,–-])(?<n>(?<!ty[-\\s])\\b\\p{L}{2,10})" + PERCENT);
    /** What is said to be more or less than a part is no part. */
    private static final Pattern PART = Sentence.pattern(
            "(?<!(?:than|over|under|least|most|first|second|other|last|als|plus de|moins de)\\s)"
                    + "\\b(?:a |one |ein |eine |die |un |une |la )?(?<part>half|hälfte|moitié|third|drittel|tiers|quarter|viertel|quart|fifth|fünftel"
                    + "|two[-\\s]thirds|zwei drittel|deux tiers|three[-\\s]quarters|drei viertel|trois quarts)(?= (?:of|der|von|des|de)\\b)");

    private static final Pattern ONE_IN =
            Sentence.pattern("\\b(?:1|one|einer?) (?:in|von) (?<n>\\d{1,6}|\\p{L}{2,8})(?= of\\b)");

    /** What every name of a part holds; few sentences do, and looking for the names takes long. */
    private static final List<String> STEMS =
            List.of("half", "hälfte", "moiti", "third", "drittel", "tiers", "quart", "viertel", "fifth", "fünftel");

    /** One in a hundred may be one in 80 or in 130. */
    private static final BigDecimal ABOUT = BigDecimal.valueOf(4);

    private static final BigDecimal ROUGHLY = new BigDecimal("0.05");
    private static final BigDecimal THIRD = new BigDecimal("0.3333");
    private static final BigDecimal TWO_THIRDS = new BigDecimal("0.6667");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal FIFTH = new BigDecimal("0.2");
    private static final Map<String, BigDecimal> PARTS = Map.ofEntries(
            Map.entry("half", HALF),
            Map.entry("hälfte", HALF),
            Map.entry("moitié", HALF),
            Map.entry("third", THIRD),
            Map.entry("drittel", THIRD),
            Map.entry("tiers", THIRD),
            Map.entry("quarter", QUARTER),
            Map.entry("viertel", QUARTER),
            Map.entry("quart", QUARTER),
            Map.entry("fifth", FIFTH),
            Map.entry("fünftel", FIFTH),
            Map.entry("two thirds", TWO_THIRDS),
            Map.entry("zwei drittel", TWO_THIRDS),
            Map.entry("deux tiers", TWO_THIRDS),
            Map.entry("three quarters", THREE_QUARTERS),
            Map.entry("drei viertel", THREE_QUARTERS),
            Map.entry("trois quarts", THREE_QUARTERS));

    /** The shares of a sentence: the percentages, then the parts, then the ones in many. */
    static List<WrittenShare> in(Sentence sentence) {
        List<WrittenShare> shares = new ArrayList<>();
        String text = sentence.text();
        String small = text.toLowerCase(Locale.ROOT);
        boolean named = small.contains("cent") || small.contains("zent");
        if (named || text.indexOf('%') >= 0) {
            percentages(sentence, FIGURE, shares);
        }
        if (named) {
            percentages(sentence, WORD, shares);
        }
        boolean parts = STEMS.stream().anyMatch(small::contains);
        Matcher part = PART.matcher(text);
        while (parts && part.find()) {
            String name = sentence.words(part.start("part"), part.end("part"))
                    .toLowerCase(Locale.ROOT)
                    .replace('-', ' ');
            BigDecimal value = PARTS.getOrDefault(name, HALF);
            shares.add(new WrittenShare(new Printed(value, ROUGHLY), part.start(), part.end(), false));
        }
        Matcher one = ONE_IN.matcher(text);
        while (one.find()) {
            number(sentence, one).filter(n -> n.compareTo(BigDecimal.ONE) > 0).ifPresent(n -> {
                BigDecimal value = BigDecimal.ONE.divide(n, MathContext.DECIMAL64);
                BigDecimal half = value.divide(ABOUT, MathContext.DECIMAL64);
                shares.add(new WrittenShare(new Printed(value, half), one.start(), one.end(), false));
            });
        }
        return shares;
    }

    private static void percentages(Sentence sentence, Pattern pattern, List<WrittenShare> shares) {
        Matcher percent = pattern.matcher(sentence.text());
        while (percent.find()) {
            number(sentence, percent)
                    .ifPresent(n -> shares.add(
                            new WrittenShare(Printed.of(n).movePointLeft(2), percent.start(), percent.end(), true)));
        }
    }

    private static Optional<BigDecimal> number(Sentence sentence, Matcher found) {
        String piece = found.group("n");
        boolean digits = Character.isDigit(piece.charAt(0));
        return digits ? Optional.of(new BigDecimal(piece.replace(',', '.'))) : sentence.number(piece);
    }
}

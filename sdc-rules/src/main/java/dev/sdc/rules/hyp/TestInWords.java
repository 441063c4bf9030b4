package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test statistic in running text with its residual degrees of freedom: {@code t(7) = 1.21}, {@code F(2, 8) = 1.4},
 * {@code t = 2.45, df = 6}.
 *
 * @param degrees the residual degrees of freedom
 * @param where its place
 * @param text its words
 */
record TestInWords(BigDecimal degrees, String where, String text) {
    private static final String DEGREES = "(?<n>\\d{1,9}(?:[.,]\\d{1,6})?)";

    /** Those of a chi-squared test count categories, and the first of an F test groups. */
    private static final Pattern TEST =
            Sentence.pattern("(?<![\\p{L}\\d_.])(?:[tr] ?[(\\[_] ?|F ?[(\\[] ?\\d{1,4} ?[,;] ?)" + DEGREES
                    + " ?[)\\]]? ?[=<>≤≥≈] ?[-−]?(?=[\\d.])");

    private static final Pattern NAMED = Sentence.pattern(
            "(?<![\\p{L}\\d_.])t ?= ?[-−]?[\\d.,]{1,12}[\\s,;(]{1,4}(?:df|d\\.f\\.|degrees of freedom) ?[=:]? ?"
                    + DEGREES + "(?![\\d])");

    /** The tests of a text. */
    static List<TestInWords> in(Prose prose, Facts facts) {
        Map<String, TestInWords> tests = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            for (Pattern pattern : List.of(TEST, NAMED)) {
                Matcher found = pattern.matcher(sentence.text());
                while (found.find()) {
                    String where = sentence.address(found.start());
                    BigDecimal degrees = new BigDecimal(found.group("n").replace(',', '.'));
                    String words = sentence.words(found.start(), found.end("n"));
                    tests.putIfAbsent(where, new TestInWords(degrees, where, words));
                }
            }
        }
        return List.copyOf(tests.values());
    }
}

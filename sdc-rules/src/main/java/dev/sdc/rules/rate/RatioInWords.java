package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.RateEvents;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standardised ratio in running text whose expected number stands beside it: {@code the SMR was 2.07 (2.9 expected)}.
 *
 * @param where its place
 * @param text it and its name, as they are written
 * @param observed the events that it leaves
 */
record RatioInWords(String where, String text, ImpliedCounts observed) {
    /** What such a ratio is called. */
    static final String NAMES = "(?:S[MI]Rs?|O/E(?: ratio)?|observed[-\\s](?:to[-\\s]|over[-\\s])?expected ratio"
            + "|standardi[sz]ed (?:[\\p{L}-]{1,20} ){1,2}ratios?|standardisierte\\p{L}{0,2} \\p{L}{1,30}(?:verhältnis|ratio|quotient|rate))\\b";

    private static final Pattern RATIO = Sentence.pattern("\\b" + NAMES
            + "[^.;\\d]{0,60}?(?:\\b(?:in|for|since|from) (?:19|20)\\d\\d\\b[^.;\\d]{0,40}?)?(?<ratio>"
            + Sentence.NUMBER + ")(?! ?%)");

    /** {@code 2.9 expected deaths}, {@code expected deaths 2.9}. */
    private static final Pattern EXPECTED = Sentence.pattern("(?<first>" + Sentence.NUMBER
            + ") (?:[\\p{L}-]{1,20} ){0,3}?(?:expected|erwartete?[nr]?|attendus?)\\b"
            + "|\\b(?:expected|erwartete?[nr]?|attendus?)\\b(?! ratio)[^.;\\d]{0,40}?(?<last>" + Sentence.NUMBER + ")");

    /** The ratios of a text with their expected numbers. */
    static List<RatioInWords> in(Prose prose, Facts facts) {
        Map<String, RatioInWords> ratios = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            Matcher found = RATIO.matcher(sentence.text());
            Optional<Printed> expected = found.find() ? expected(sentence) : Optional.empty();
            found.reset();
            while (expected.isPresent() && found.find()) {
                String where = sentence.address(found.start("ratio"));
                String text = sentence.words(found.start(), found.end());
                sentence.number(found.group("ratio"))
                        .flatMap(ratio -> RateEvents.ofRatio(Printed.of(ratio), expected.get()))
                        .ifPresent(events -> ratios.putIfAbsent(where, new RatioInWords(where, text, events)));
            }
        }
        return List.copyOf(ratios.values());
    }

    /** The expected number that a sentence tells, or one beside it. */
    private static Optional<Printed> expected(Sentence sentence) {
        return sentence.around().stream()
                .flatMap(text -> expected(sentence, text).stream())
                .findFirst()
                .map(Printed::of);
    }

    /** The expected number that a text tells; empty where it tells none or several. */
    private static Optional<BigDecimal> expected(Sentence sentence, String text) {
        Matcher found = EXPECTED.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String piece = found.group(found.group("first") == null ? "last" : "first");
        return found.find() ? Optional.empty() : sentence.number(piece);
    }
}

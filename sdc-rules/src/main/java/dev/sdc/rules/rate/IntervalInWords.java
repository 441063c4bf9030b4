package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.Confidence;
import dev.sdc.engine.evidence.EventLimits;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.RateEvents;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standardised ratio, or a rate, with its interval in a sentence: {@code the SIR was 1.00 (95% CI 0.46 to 1.90)}.
 *
 * @param where its place
 * @param text both, as they are written
 * @param events the events that fit the interval
 */
record IntervalInWords(String where, String text, RateEvents events) {
    private static final String NAMED =
            RatioInWords.NAMES + "[^.;\\d%]{0,60}?(?:\\b(?:in|for|since|from) (?:19|20)\\d\\d\\b[^.;\\d%]{0,40}?)?";

    private static final String INTERVAL =
            " ?[,;(\\[] ?(?:\\d\\d(?:[.,]\\d)? ?%[\\s-]?)?(?:CI|KI|IC|confidence (?:interval|limits)|konfidenzintervall|limits)?[:,=]? ?"
                    + "(?:from |of )?(?<low>" + Sentence.NUMBER + ") ?(?:to|bis|à|-|–|—|,|;) ?(?<high>"
                    + Sentence.NUMBER + ")";

    private static final Pattern RATIO =
            Sentence.pattern("\\b" + NAMED + "(?<rate>" + Sentence.NUMBER + ")" + INTERVAL);
    private static final Pattern RATE = Sentence.pattern("(?<rate>" + Sentence.NUMBER
            + ") (?:[\\p{L}-]{1,20} ){0,3}?(?:per|je|pro|pour|/) ?\\d{3,7}(?:[,.]000){0,2}(?: [\\p{L}-]{1,20}){0,3}"
            + INTERVAL);

    static List<IntervalInWords> in(Prose prose, Facts facts) {
        Map<String, IntervalInWords> found = new LinkedHashMap<>();
        Map<Confidence, EventLimits> limits = new HashMap<>(); // dear to work out, and mostly of one level
        for (Sentence sentence : Sentences.of(prose, facts)) {
            for (Pattern kind : List.of(RATIO, RATE)) {
                Matcher figure = kind.matcher(sentence.text());
                while (figure.find()) {
                    String where = sentence.address(figure.start("rate"));
                    String text = sentence.words(figure.start("rate"), figure.end());
                    events(sentence, figure, limits)
                            .ifPresent(events -> found.putIfAbsent(where, new IntervalInWords(where, text, events)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Optional<RateEvents> events(Sentence sentence, Matcher figure, Map<Confidence, EventLimits> limits) {
        Optional<BigDecimal> rate = sentence.number(figure.group("rate"));
        Optional<BigDecimal> low = sentence.number(figure.group("low"));
        Optional<BigDecimal> high = sentence.number(figure.group("high"));
        boolean interval = rate.isPresent()
                && low.isPresent()
                && high.isPresent()
                && low.get().signum() > 0
                && low.get().compareTo(rate.get()) < 0
                && rate.get().compareTo(high.get()) < 0;
        return interval
                ? RateEvents.ofLimits(
                        Printed.of(rate.get()),
                        Printed.of(low.get()),
                        Printed.of(high.get()),
                        limits.computeIfAbsent(Confidence.in(List.of(figure.group())), EventLimits::new))
                : Optional.empty();
    }
}

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
import org.jspecify.annotations.Nullable;

/**
 * A crude rate in running text whose population stands beside it: {@code 2.4 per 100,000 in a population of 212,400}.
 *
 * @param where its place
 * @param text it and what it is per, as it is written
 * @param population the number of people, or of person-years, that it is a rate of
 * @param events the events that it leaves
 */
record RateInWords(String where, String text, BigDecimal population, ImpliedCounts events) {
    private static final String PER = "(?:per|je|pro|pour|sur|/)";
    private static final Pattern RATE = Sentence.pattern(
            "(?<rate>" + Sentence.NUMBER + ") ?(?:[\\p{L}-]{1,30} ){0,4}?"
                    + "(?<per>" + PER
                    + " ?(?:\\d{1,3}(?:[\\x20,.\\u00a0\\u202f]?000)+|\\d{3,9}|million|thousand|hundred)(?![\\d,.]\\d)"
                    + "(?: (?:million|thousand))?)"
                    + "(?<time>[\\s-]{0,9}(?:\\p{L}{1,20}[\\s-]{1,9}){0,2}(?:years?|months?|weeks?|days|time|py|\\p{L}{1,20}jahren?|ann[ée]es)\\b)?");
    private static final Pattern STANDARDISED =
            Sentence.pattern("standardi[sz]ed|standardisiert|adjusted|adjustiert|standardisé|\\b[ad]sr\\b");

    /** The crude rates of a text with their populations. */
    static List<RateInWords> in(Prose prose, Facts facts) {
        Map<String, RateInWords> rates = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            Matcher found = RATE.matcher(sentence.text());
            while (found.find()) {
                RateInWords rate = STANDARDISED.matcher(sentence.text()).find() ? null : of(sentence, found);
                if (rate != null) {
                    rates.putIfAbsent(rate.where(), rate);
                }
            }
        }
        return List.copyOf(rates.values());
    }

    private static @Nullable RateInWords of(Sentence sentence, Matcher found) {
        Optional<BigDecimal> value = sentence.number(found.group("rate"));
        Optional<BigDecimal> per = Rates.per(found.group("per").replace("/", "per "));
        Optional<BigDecimal> population = PopulationInWords.of(sentence, found.group("time") != null);
        if (value.isEmpty() || per.isEmpty() || population.isEmpty()) {
            return null;
        }
        Optional<ImpliedCounts> events =
                RateEvents.of(Printed.of(value.get()), Printed.of(population.get()), per.get());
        if (events.isEmpty() || isTold(sentence, events.get())) {
            return null;
        }
        return new RateInWords(
                sentence.address(found.start("rate")),
                sentence.words(found.start("rate"), found.end("per")),
                population.get(),
                events.get());
    }

    /** Whether the events themselves are told; the rule for counts in words tests them. */
    private static boolean isTold(Sentence sentence, ImpliedCounts events) {
        return sentence.counts().stream().anyMatch(count -> events.contains(count.n()));
    }
}

package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.RateEvents;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Pattern A_YEAR = Sentence.pattern(" ?(?:per|a|each|pro|je|im|par) (?:years?|jahr|an)");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d\\d(?![\\d]|[.,]\\d)");
    /** {@code /2015} behind the day or the month. */
    private static final Pattern OF_A_DATE = Pattern.compile("/ ?(?:19|20)\\d\\d");

    private static final Pattern DAY_OR_MONTH = Pattern.compile("[0-3]?\\d");
    private static final Pattern SPAN = Sentence.pattern(
            "\\b(?:since|until|from|between|over|seit|bis|von|years|jahren?|average|mean)\\b|(?:19|20)\\d\\d ?[-–/] ?\\d");

    /** The crude rates of a text with their populations. */
    static List<RateInWords> in(Prose prose, Facts facts) {
        Map<String, RateInWords> rates = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            Matcher found = RATE.matcher(sentence.text());
            if (found.find() && !STANDARDISED.matcher(sentence.text()).find()) {
                Optional<BigDecimal> ofTime = PopulationInWords.of(sentence, true);
                Optional<BigDecimal> any = PopulationInWords.of(sentence, false);
                List<CountPhrase> counts = sentence.counts();
                boolean oneYear = isOfOneYear(sentence);
                do {
                    RateInWords rate = of(sentence, found, isOfTime(found, oneYear) ? ofTime : any, counts);
                    if (rate != null) {
                        rates.putIfAbsent(rate.where(), rate);
                    }
                } while (found.find());
            }
        }
        return List.copyOf(rates.values());
    }

    /** Whether a rate is of person-years. One per year is of people where no more than one year is spoken of. */
    private static boolean isOfTime(Matcher found, boolean oneYear) {
        String time = found.group("time");
        return time != null && !(oneYear && A_YEAR.matcher(time).matches());
    }

    private static boolean isOfOneYear(Sentence sentence) {
        Set<String> years = new HashSet<>();
        Matcher year = YEAR.matcher(sentence.text());
        while (year.find()) {
            years.add(year.group());
        }
        return years.size() == 1 && !SPAN.matcher(sentence.text()).find();
    }

    private static @Nullable RateInWords of(
            Sentence sentence, Matcher found, Optional<BigDecimal> population, List<CountPhrase> counts) {
        Optional<BigDecimal> value = sentence.number(found.group("rate"));
        Optional<BigDecimal> per = Rates.per(found.group("per").replace("/", "per "));
        if (value.isEmpty() || per.isEmpty() || population.isEmpty() || isDate(sentence.text(), found)) {
            return null;
        }
        Optional<ImpliedCounts> events =
                RateEvents.of(Printed.of(value.get()), Printed.of(population.get()), per.get());
        // where the events themselves are told, the rule for counts in words tests them
        if (events.isEmpty() || counts.stream().anyMatch(count -> events.get().contains(count.n()))) {
            return null;
        }
        return new RateInWords(
                sentence.address(found.start("rate")),
                sentence.words(found.start("rate"), found.end("per")),
                population.get(),
                events.get());
    }

    /** Whether a stroke parts a date, {@code 03/01/2015} or {@code 01/2015}. Many a rate is per 2,000. */
    private static boolean isDate(String text, Matcher found) {
        int from = found.start("rate");
        boolean parted = from > 1 && text.charAt(from - 1) == '/' && Character.isDigit(text.charAt(from - 2));
        return OF_A_DATE.matcher(found.group("per")).matches()
                && DAY_OR_MONTH.matcher(found.group("rate")).matches()
                && (parted || !found.group("per").endsWith("000"));
    }
}

package dev.sdc.rules.rate;

import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people, or the years of people, that a sentence, or one beside it, says a rate is of. */
final class PopulationInWords {
    private static final String SIZE =
            "(?<n>" + Sentence.NUMBER + ")(?<million> ?(?:million|mio\\b\\.?|millionen|m\\b))?";

    private static final String WORDS = " (?:[\\p{L}-]{1,20} ){0,2}?";

    /** {@code 4,120 person-years}. */
    private static final Pattern TIME = Sentence.pattern(SIZE
            + " (?:(?:person|patient|wom[ae]n|child|bed|device|catheter)s?[-\\s]?(?:years?|months?|weeks?|days?|time)"
            + "|(?:personen|patienten)[-\\s]?(?:jahren?|monaten?|tagen?)|(?:personnes|patients?)[-\\s](?:ann[ée]es|mois))\\b"
            + "|(?:person|patient)[-\\s]?(?:years?|time)(?: at risk)? ?(?:of|was|were|:|=) ?(?<named>" + Sentence.NUMBER
            + ")");

    /** {@code a population of 212,400}. */
    private static final Pattern POPULATION = Sentence.pattern(
            "\\b(?:populations?|list size|denominator|bevölkerung|einwohnerzahl)\\b[^.;\\d]{0,40}?" + SIZE);

    /** {@code 212,400 residents}. */
    private static final Pattern RESIDENTS = Sentence.pattern(SIZE + WORDS
            + "(?:residents|inhabitants|people|persons|population|einwohnern?|personen|habitants|personnes)\\b");

    /** {@code 21,240 women}. */
    private static final Pattern PATIENTS = Sentence.pattern(
            SIZE + WORDS
                    + "(?:patients|participants|women|men|children|adults|patienten|frauen|männern?|kindern?|births|femmes|hommes)\\b");

    private static final Pattern PER = Sentence.pattern("(?:\\b(?:per|je|pro|pour|sur) ?|/)$");
    private static final int NEAR = 8;
    private static final int MILLION = 6;

    private PopulationInWords() {}

    /**
     * The one number that is told of the kind that comes first: years of people, a population, people, patients; empty where
     * none or several are told.
     *
     * @param ofTime whether the rate is said to be per years of people
     */
    static Optional<BigDecimal> of(Sentence sentence, boolean ofTime) {
        for (Pattern kind : ofTime ? List.of(TIME) : List.of(TIME, POPULATION, RESIDENTS, PATIENTS)) {
            for (String text : sentence.around()) {
                Set<BigDecimal> numbers = numbers(sentence, text, kind);
                if (!numbers.isEmpty()) {
                    return numbers.size() == 1 ? Optional.of(numbers.iterator().next()) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Set<BigDecimal> numbers(Sentence sentence, String text, Pattern kind) {
        Set<BigDecimal> numbers = new TreeSet<>();
        Matcher found = kind.matcher(text);
        while (found.find()) {
            String group = found.group("n") == null ? "named" : "n";
            int from = found.start(group);
            boolean per =
                    PER.matcher(text.substring(Math.max(0, from - NEAR), from)).find();
            int zeros = found.group("million") == null ? 0 : MILLION;
            sentence.number(found.group(group))
                    .filter(n -> n.signum() > 0 && !(per && isPowerOfTen(n)))
                    .ifPresent(n -> numbers.add(n.scaleByPowerOfTen(zeros)));
        }
        return numbers;
    }

    /** Whether it is a number that rates are per, as in {@code per 100,000 people}. */
    private static boolean isPowerOfTen(BigDecimal n) {
        return n.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
    }
}

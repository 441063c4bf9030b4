package dev.sdc.rules.hid;

import dev.sdc.engine.evidence.Confidence;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.evidence.SpreadSize;
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
 * The number of units that a sentence gives away with a standard deviation and a standard error, or the limits of a mean,
 * though it tells no number: {@code the mean was 58.9 (SD 9.6, SE 3.63)}.
 *
 * @param size the numbers that fit
 * @param where the place of the standard deviation
 * @param how the computation, for people
 */
record SpreadInWords(SpreadSize size, String where, String how) {
    private static final String FIGURE = "[^.;\\p{N}]{0,20}?(?<n>" + Sentence.NUMBER + ")";
    private static final Pattern SD = Sentence.pattern(
            "(?<![\\p{L}\\d])(?:SD|s\\.d\\.|standard deviation|standardabweichung|écart-type|std\\.? ?dev\\.?)(?!\\p{L})"
                    + FIGURE);
    private static final Pattern SE = Sentence.pattern(
            "(?<![\\p{L}\\d])(?:SE|SEM|s\\.e\\.(?:m\\.)?|standard error(?: of the mean)?|standardfehler|erreur-type|std\\.? ?err(?:or|\\.)?)(?!\\p{L})"
                    + FIGURE);
    private static final Pattern LIMITS = Sentence.pattern(
            "(?<level>\\d\\d(?:[.,]\\d)? ?%) ?-?(?:CI|KI|IC|confidence interval|konfidenzintervall)\\b[:,=(\\[\\s]{0,4}(?:of |from )?(?<lower>"
                    + "-?" + Sentence.NUMBER + ") ?(?:to|-|–|bis|and|à|,|;) ?(?<upper>-?" + Sentence.NUMBER + ")");
    private static final Pattern MEAN =
            Sentence.pattern("\\b(?:means?|average|averaged|mittelwert|durchschnitt\\p{L}*|moyenne)\\b");

    /** The numbers of units that the sentences of a text give away. */
    static List<SpreadInWords> in(Prose prose, Facts facts) {
        Map<String, SpreadInWords> found = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            Matcher sd = SD.matcher(sentence.text());
            if (sd.find() && sentence.counts().isEmpty()) {
                String where = sentence.address(sd.start());
                Optional<BigDecimal> deviation = sentence.number(sd.group("n"));
                boolean one = !sd.find(); // of two, nobody knows which belongs to what
                deviation
                        .filter(value -> one)
                        .flatMap(value -> of(sentence, value, where))
                        .ifPresent(spread -> found.putIfAbsent(where, spread));
            }
        }
        return List.copyOf(found.values());
    }

    private static Optional<SpreadInWords> of(Sentence sentence, BigDecimal deviation, String where) {
        Matcher error = SE.matcher(sentence.text());
        Printed sd = Printed.of(deviation);
        if (error.find()) {
            Optional<BigDecimal> se = sentence.number(error.group("n"));
            return se.flatMap(value -> SpreadSize.ofDeviationAndError(sd, Printed.of(value)))
                    .map(size -> new SpreadInWords(
                            size,
                            where,
                            "(SD / SE)² = (" + deviation.toPlainString() + " / "
                                    + se.orElseThrow().toPlainString() + ")² leaves n = " + size.inWords()));
        }
        Matcher limits = LIMITS.matcher(sentence.text());
        if (!limits.find() || !MEAN.matcher(sentence.text()).find()) {
            return Optional.empty();
        }
        Confidence level = Confidence.in(List.of(limits.group("level")));
        Optional<Printed> lower = sentence.number(limits.group("lower")).map(Printed::of);
        Optional<Printed> upper = sentence.number(limits.group("upper")).map(Printed::of);
        return lower.isEmpty() || upper.isEmpty()
                ? Optional.empty()
                : SpreadSize.ofDeviationAndLimits(sd, lower.get(), upper.get(), level)
                        .map(size -> new SpreadInWords(
                                size,
                                where,
                                "limits " + lower.get().value().toPlainString() + " and "
                                        + upper.get().value().toPlainString() + " around a mean with SD "
                                        + deviation.toPlainString() + " leave n = " + size.inWords()));
    }
}

package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Confidence;
import dev.sdc.engine.evidence.Interval;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.RatioKind;
import dev.sdc.engine.evidence.RatioSpread;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Passage;
import dev.sdc.engine.table.Prose;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ratio with its interval in a sentence: {@code the crude odds ratio was 4.20 (95% CI 1.10 to 16.00)}.
 *
 * @param where its place
 * @param crude whether it is called, or declared to be, without regard to anything else
 * @param adjusted whether it is called, or declared to be, adjusted
 */
record RatiosInWords(String where, RatioKind kind, boolean crude, boolean adjusted, RatioSpread spread) {
    private static final String NUMBER = "\\d{1,6}(?:[.,]\\d{1,6})?";
    private static final Pattern RATIO = Pattern.compile(
            "(?=[oharpqcsi])\\b(odds ratio|hazard ratio|(?:incidence )?rate ratio|risk ratio|relative risk|prevalence ratio|quotenverhältnis"
                    + "|chancenverhältnis|a?OR|[as]?HR|a?IRR|a?RR)s?\\b([^.;\\d(\\[]{0,90})[(\\[=:, ]*(" + NUMBER + ")"
                    + "\\s?[,;:]?\\s?[(\\[]?\\s?((?:\\d\\d(?:[.,]\\d)?\\s?%[- ]?)?(?:CI|KI|IC|confidence interval|konfidenzintervall|limits)?)"
                    + "[\\s,;:=(\\[]{0,4}(?:was |from |of )?(" + NUMBER + ")\\s?(?:to|bis|à|a|and|-|–|—|,|;)\\s?("
                    + NUMBER + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CRUDE = Pattern.compile(
            "\\b(?:crude|unadjusted|univaria\\w*|bivaria\\w*|roh\\w*|unadjustiert\\w*|brut\\w*|crud\\w*)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADJUSTED =
            Pattern.compile("\\b(?:\\w*adjust\\w*|multivaria\\w*|fully|controlling|ajust\\w*|a(?:OR|HR|RR|IRR))\\b");
    private static final int NEAR = 90;

    static List<RatiosInWords> in(Prose prose) {
        Map<String, RatiosInWords> ratios = new LinkedHashMap<>();
        for (Passage passage : prose.passages()) {
            Matcher matcher = RATIO.matcher(passage.text());
            while (matcher.find()) {
                RatiosInWords ratio = of(prose, passage, matcher);
                if (ratio != null) {
                    ratios.putIfAbsent(ratio.where(), ratio);
                }
            }
        }
        return List.copyOf(ratios.values());
    }

    private static @Nullable RatiosInWords of(Prose prose, Passage passage, Matcher found) {
        BigDecimal estimate = number(found.group(3));
        BigDecimal lower = number(found.group(5));
        BigDecimal upper = number(found.group(6));
        boolean interval = lower.signum() > 0 && lower.compareTo(estimate) <= 0 && estimate.compareTo(upper) <= 0;
        Optional<RatioKind> kind = RatioKind.named(List.of(name(found.group(1))));
        if (!interval || lower.compareTo(upper) == 0 || kind.isEmpty()) {
            return null;
        }
        Confidence level = Confidence.in(List.of(found.group(4)));
        Optional<RatioSpread> spread = RatioSpread.ofLimits(Printed.of(lower), Printed.of(upper), level);
        String words = passage.text().substring(Math.max(0, found.start() - NEAR), found.start(3));
        Boolean declared = prose.declaration().adjusted();
        boolean crude = CRUDE.matcher(words).find();
        boolean adjusted = !crude && ADJUSTED.matcher(words).find();
        return spread.isEmpty()
                ? null
                : new RatiosInWords(
                        passage.address(found.start(3)),
                        kind.get(),
                        crude || (!adjusted && Boolean.FALSE.equals(declared)),
                        adjusted || (!crude && Boolean.TRUE.equals(declared)),
                        spread.get());
    }

    private static String name(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return small.contains("verhältnis") ? "odds ratio" : small;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Reports the ratio if it is crude and its smallest count is certainly small. */
    void smallByInterval(Findings findings, Settings settings) {
        Interval most = spread.countBound(kind.counts());
        if (crude && most.isBelow(settings.minCount())) {
            findings.add(
                    where,
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message(
                                    "The width of the interval proves that a count behind the ratio is smaller than may be shown.")
                            .because(String.format(
                                    Locale.ROOT,
                                    "the smallest count behind a crude ratio is at most %d / SE² = %.1f; the minimum is %d",
                                    kind.counts(),
                                    most.high(),
                                    settings.minCount()))
                            .remedy("Merge the exposure groups, adjust the estimate, or leave the ratio out."));
        }
    }

    /** Asks for the counts where the interval does not settle them. */
    void ask(Findings findings, Settings settings) {
        boolean enough = kind.hasLowerBound() && spread.countBound(1).isAtLeast(settings.minCount());
        boolean certain = crude && spread.countBound(kind.counts()).isBelow(settings.minCount());
        if (!enough && !certain) {
            findings.add(
                    where,
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message(
                                    "The ratio may rest on a count smaller than may be shown; its interval does not settle it.")
                            .because("one over the variance of its logarithm is below the minimum")
                            .remedy("State the events of both groups, or supply them.")
                            .evidence("evidence.events_by_level: {\"level\": events}, and adjusted: true or false"));
        }
    }
}

package dev.sdc.rules.pos;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The percentiles of one variable that a sentence tells with the number of those it is of: {@code median stay was 9 days
 * (IQR 7 to 14) in 12 patients}.
 *
 * @param levels their levels between 0 and 1, ascending
 * @param n the number of those they are of
 * @param where the place of the first
 * @param text its words
 */
record PercentilesInWords(List<BigDecimal> levels, long n, String where, String text) {
    private static final BigDecimal MEDIAN = new BigDecimal("0.5");
    private static final List<BigDecimal> QUARTILES = List.of(new BigDecimal("0.25"), new BigDecimal("0.75"));
    private static final String NUMBER = "[-−]?" + Sentence.NUMBER;
    private static final String TO = "(?: ?\\p{L}{1,8})? ?(?:to|-|–|—|bis|and|und|à|a|,|;) ?";

    /** A median, the ends of the middle half, or a percentile by its level, each with its figures. */
    private static final Pattern FIGURE =
            Sentence.pattern("\\b(?<median>medians?|médianes?|mediane)\\b[^.;\\d]{0,60}?" + NUMBER
                    + "|\\b(?<quartiles>IQR|inter-? ?quartile range|interquartilsabstand|lower and upper quartiles|quartiles|Q1[-–,\\s]{1,3}Q3)\\b"
                    + "[^.;\\d]{0,40}?" + NUMBER + TO + NUMBER
                    + "|(?<![\\d.,])(?<level>\\d{1,2}(?:\\.\\d)?)(?:st|nd|rd|th|\\.|\\b) ?(?:per)?[cz]entil(?:es?)?\\b[^.;\\d]{0,40}?"
                    + NUMBER);

    /** The percentiles of a text whose number of people is told. */
    static List<PercentilesInWords> in(Prose prose, Facts facts) {
        Map<String, PercentilesInWords> found = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            Matcher figure = FIGURE.matcher(sentence.text());
            if (!figure.find()) {
                continue;
            }
            GroupInWords group = new GroupInWords(sentence);
            TreeSet<BigDecimal> levels = new TreeSet<>();
            int from = -1;
            int to = -1;
            do {
                List<BigDecimal> next = levels(figure);
                if (next.stream().anyMatch(levels::contains)) {
                    add(found, group, levels, from, to);
                    levels = new TreeSet<>();
                    from = -1;
                }
                levels.addAll(next);
                from = from < 0 ? figure.start() : from;
                to = figure.end();
            } while (figure.find());
            add(found, group, levels, from, to);
        }
        return List.copyOf(found.values());
    }

    private static List<BigDecimal> levels(Matcher figure) {
        if (figure.group("median") != null) {
            return List.of(MEDIAN);
        }
        return figure.group("quartiles") != null
                ? QUARTILES
                : List.of(new BigDecimal(figure.group("level")).movePointLeft(2));
    }

    private static void add(
            Map<String, PercentilesInWords> found, GroupInWords group, TreeSet<BigDecimal> levels, int from, int to) {
        OptionalLong n = group.of(from, to);
        if (n.isPresent()) {
            Sentence sentence = group.sentence();
            String where = sentence.address(from);
            found.putIfAbsent(
                    where,
                    new PercentilesInWords(new ArrayList<>(levels), n.getAsLong(), where, sentence.words(from, to)));
        }
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the parts of a box plot by name: whiskers, which end at the value of one person or at a percentile, and hinges. */
final class BoxPlotNames {
    /** The five numbers of a box in their order. */
    static final List<RowRole> FIVE = List.of(
            row(ColumnRole.MINIMUM, null),
            row(ColumnRole.PERCENTILE, new BigDecimal("0.25")),
            row(ColumnRole.PERCENTILE, new BigDecimal("0.5")),
            row(ColumnRole.PERCENTILE, new BigDecimal("0.75")),
            row(ColumnRole.MAXIMUM, null));

    /** What programs that draw call the five; each word alone means other things as well. */
    private static final List<List<String>> OF_PROGRAMS = List.of(
            List.of("ymin", "lower", "middle", "upper", "ymax"), List.of("whislo", "q1", "med", "q3", "whishi"));

    private static final Map<String, Integer> HINGES = Map.of(
            "lower hinge", 1, "hinge lower", 1, "left hinge", 1, "upper hinge", 3, "hinge upper", 3, "right hinge", 3);

    private static final Pattern WHISKER = Pattern.compile("whiskers?|whislo|whishi");
    private static final Pattern UPPER = Pattern.compile("upper|up|high|higher|top|right|max|maximum|whishi");
    private static final Pattern LOWER = Pattern.compile("lower|low|bottom|left|min|minimum|whislo");
    private static final Pattern LEVEL = Pattern.compile("p\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?= percentile)");

    private BoxPlotNames() {}

    private static RowRole row(ColumnRole role, @Nullable BigDecimal level) {
        return new RowRole(role, level, CompositeForm.ANY, false, false);
    }

    /** What a name that needs no company says; null where it names no part of a box. */
    static HeaderWords.@Nullable Meaning of(String words) {
        Integer hinge = HINGES.get(words);
        if (hinge != null) {
            return new HeaderWords.Meaning(
                    ColumnRole.PERCENTILE, FIVE.get(hinge).level(), CompositeForm.ANY, false);
        }
        List<String> each = List.of(words.split(" ", -1));
        if (!names(each, WHISKER)) {
            return null;
        }
        if (LEVEL.matcher(words).find()) {
            return new HeaderWords.Meaning(
                    ColumnRole.PERCENTILE, PercentileNames.level(words), CompositeForm.ANY, false);
        }
        boolean upper = names(each, UPPER);
        if (upper != names(each, LOWER)) {
            return new HeaderWords.Meaning(upper ? ColumnRole.MAXIMUM : ColumnRole.MINIMUM);
        }
        boolean both = each.size() == 1 || upper;
        return both ? new HeaderWords.Meaning(ColumnRole.MINIMUM, null, CompositeForm.RANGE, false) : null;
    }

    /** The five names of a program that all stand among some; empty where one is missing. */
    static List<String> ofProgram(Set<String> names) {
        return OF_PROGRAMS.stream().filter(names::containsAll).findFirst().orElse(List.of());
    }

    private static boolean names(List<String> words, Pattern name) {
        return words.stream().anyMatch(word -> name.matcher(word).matches());
    }
}

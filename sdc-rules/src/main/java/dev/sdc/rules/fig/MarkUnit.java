package dev.sdc.rules.fig;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** What the author of a figure says of its marks. */
public final class MarkUnit {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private MarkUnit() {}

    /** Whether an output is declared to draw single persons: points, records, or the outliers of a box plot. */
    public static boolean drawsPersons(Output output, int minimum) {
        Declaration declared = output.declaration();
        String pointIs = declared.pointIs();
        boolean records = output.typeDeclared()
                && (output.type() == OutputType.SCATTER_PLOT || output.type() == OutputType.REGRESSION_RESIDUALS);
        return pointIs != null
                ? isPerson(pointIs, minimum)
                : records || (output.type() == OutputType.BOX_PLOT && hasOutliers(said(declared)));
    }

    /** What a declaration says of how a figure was drawn. */
    static String said(Declaration declaration) {
        String method = declaration.method();
        String controls = declaration.controls();
        return ((method == null ? "" : method) + " " + (controls == null ? "" : controls)).strip();
    }

    /** Whether a mark is said to be a person, or an event of one: a bin of at least the minimum of persons is none. */
    public static boolean isPerson(String pointIs, int minimum) {
        Set<String> words = Words.of(pointIs);
        return Words.any(words, Vocabulary.of("mark-person")) && !isGroup(words, minimum);
    }

    /** Whether words say of how many persons a mark is, {@code hexagon of 10 patients or more}, and that they are enough. */
    private static boolean isGroup(Set<String> words, int minimum) {
        BigInteger least = null;
        boolean group = false;
        for (String word : words) {
            if (Vocabulary.of("mark-person").contains(word)) {
                break;
            }
            group |= Vocabulary.of("mark-group").contains(word);
            if (group && NUMBER.matcher(word).matches()) {
                BigInteger number = new BigInteger(word);
                least = least == null ? number : least.min(number);
            }
        }
        return least != null
                && least.compareTo(BigInteger.valueOf(minimum)) >= 0
                && !Words.any(words, Vocabulary.of("mark-few"));
    }

    /** Whether words speak of outliers or whiskers without saying that there are none. */
    static boolean hasOutliers(String words) {
        Set<String> said = Words.of(words);
        boolean none =
                said.contains("no") || said.contains("without") || said.contains("removed") || said.contains("hidden");
        return Words.any(said, Vocabulary.of("outlier")) && !none;
    }

    /** Whether words say that whiskers end at percentiles. */
    static boolean endsAtPercentiles(String words) {
        Set<String> said = Words.of(words);
        return Words.any(said, Vocabulary.of("percentile-end")) || (said.contains("5") && said.contains("95"));
    }

    /** Whether words speak of whiskers. */
    static boolean hasWhiskers(String words) {
        return Words.any(Words.of(words), Vocabulary.of("whisker"));
    }
}

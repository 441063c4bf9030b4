package dev.sdc.rules.fig;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.util.Set;

/** What the author of a figure says of its marks. */
public final class MarkUnit {
    private MarkUnit() {}

    /** Whether an output is declared to draw single persons: points, records, or the outliers of a box plot. */
    public static boolean drawsPersons(Output output) {
        Declaration declared = output.declaration();
        String pointIs = declared.pointIs();
        boolean records = output.typeDeclared()
                && (output.type() == OutputType.SCATTER_PLOT || output.type() == OutputType.REGRESSION_RESIDUALS);
        return pointIs != null
                ? isPerson(pointIs)
                : records || (output.type() == OutputType.BOX_PLOT && hasOutliers(said(declared)));
    }

    /** What a declaration says of how a figure was drawn. */
    static String said(Declaration declaration) {
        String method = declaration.method();
        String controls = declaration.controls();
        return ((method == null ? "" : method) + " " + (controls == null ? "" : controls)).strip();
    }

    /** Whether a mark is said to be a person, or an event of one. */
    public static boolean isPerson(String pointIs) {
        return Words.any(Words.of(pointIs), Vocabulary.of("mark-person"));
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

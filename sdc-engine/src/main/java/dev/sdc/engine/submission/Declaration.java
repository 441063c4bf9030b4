package dev.sdc.engine.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst declares about one output: {@code defaults} overlaid with the output's own entry.
 *
 * <p>A null component was not declared; maps, lists and sets are empty then. Maps and sets keep the order of the file.
 *
 * @param file the file's path inside the submission; null in {@code defaults}
 * @param sheet the sheet of a workbook that the entry speaks of, or null for all
 * @param range the range of cells that the entry speaks of, such as {@code A3:F20}, or null for all
 * @param columns roles by column header
 * @param structuralZeros pairs of row label and column label (or two labels of one row) that cannot occur together
 * @param bounds limits of a variable by column header, row label or variable name
 * @param valueRounding the base that printed values of a variable were rounded to
 */
public record Declaration(
        @Nullable String file,
        @Nullable String sheet,
        @Nullable String range,
        @Nullable OutputType outputType,
        @Nullable String unit,
        @Nullable Boolean weighted,
        @Nullable Population population,
        Map<String, ColumnRole> columns,
        @Nullable String controls,
        Map<String, MarkerMeaning> markers,
        @Nullable Rounding rounding,
        Map<String, String> variables,
        List<Hierarchy> hierarchies,
        List<Partition> partitions,
        List<List<String>> structuralZeros,
        Set<String> sensitive,
        Map<String, Bounds> bounds,
        @Nullable Scale scale,
        Map<String, BigDecimal> valueRounding,
        @Nullable Level level,
        @Nullable String method,
        @Nullable String modelType,
        @Nullable Boolean adjusted,
        @Nullable String outcome,
        @Nullable String pointIs,
        @Nullable String geography,
        @Nullable String figureDataFor,
        DeclaredEvidence evidence) {

    /** Nothing declared. */
    public static final Declaration NONE = new Declaration(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            Map.of(),
            null,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Map.of(),
            null,
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            DeclaredEvidence.NONE);

    /** Whether values are whole numbers. */
    public enum Scale {
        INTEGER,
        CONTINUOUS
    }

    /** Whether figures describe the whole nation or a part of it. */
    public enum Level {
        NATIONAL,
        SUB_NATIONAL
    }

    /** A category and the categories that sum to it. */
    public record Hierarchy(String parent, List<String> children) {}

    /** The complete list of values of a variable. */
    public record Partition(String variable, List<String> values) {}
}

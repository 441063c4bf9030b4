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

    /** A builder with nothing declared. */
    public static DeclarationBuilder builder() {
        return NONE.toBuilder();
    }

    /** A builder that starts from this declaration. */
    public DeclarationBuilder toBuilder() {
        return new DeclarationBuilder(this);
    }

    /**
     * This declaration overlaid with a more particular one.
     *
     * <p>Field by field the particular one wins where it says something. Maps are merged key by key, hierarchies by
     * parent and partitions by variable; a population and a rounding are one statement each and replaced as a whole, as
     * are lists and sets.
     */
    public Declaration overlaidWith(Declaration particular) {
        return new Declaration(
                Merged.either(file, particular.file),
                Merged.either(sheet, particular.sheet),
                Merged.either(range, particular.range),
                Merged.either(outputType, particular.outputType),
                Merged.either(unit, particular.unit),
                Merged.either(weighted, particular.weighted),
                Merged.either(population, particular.population),
                Merged.maps(columns, particular.columns),
                Merged.either(controls, particular.controls),
                Merged.maps(markers, particular.markers),
                Merged.either(rounding, particular.rounding),
                Merged.maps(variables, particular.variables),
                Merged.keyed(hierarchies, particular.hierarchies, Hierarchy::parent),
                Merged.keyed(partitions, particular.partitions, Partition::variable),
                Merged.whole(structuralZeros, particular.structuralZeros),
                Merged.whole(sensitive, particular.sensitive),
                Merged.maps(bounds, particular.bounds),
                Merged.either(scale, particular.scale),
                Merged.maps(valueRounding, particular.valueRounding),
                Merged.either(level, particular.level),
                Merged.either(method, particular.method),
                Merged.either(modelType, particular.modelType),
                Merged.either(adjusted, particular.adjusted),
                Merged.either(outcome, particular.outcome),
                Merged.either(pointIs, particular.pointIs),
                Merged.either(geography, particular.geography),
                Merged.either(figureDataFor, particular.figureDataFor),
                evidence.overlaidWith(particular.evidence));
    }

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

    /** Whether 0 is declared to stand for more than nobody. */
    public boolean zeroIsAMark() {
        MarkerMeaning zero = markers.get("0");
        return zero instanceof MarkerMeaning.Between || zero instanceof MarkerMeaning.AnyValue;
    }
}

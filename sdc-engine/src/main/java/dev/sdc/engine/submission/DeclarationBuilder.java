package dev.sdc.engine.submission;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Declaration} together, key by key; each method is the component of the same name. What is not set stays
 * undeclared. Maps, sets and lists are copied.
 */
public final class DeclarationBuilder {
    private @Nullable String file;
    private @Nullable String sheet;
    private @Nullable String range;
    private @Nullable OutputType outputType;
    private @Nullable String unit;
    private @Nullable Boolean weighted;
    private @Nullable Population population;
    private Map<String, ColumnRole> columns;
    private @Nullable String controls;
    private Map<String, MarkerMeaning> markers;
    private @Nullable Rounding rounding;
    private Map<String, String> variables;
    private List<Declaration.Hierarchy> hierarchies;
    private List<Declaration.Partition> partitions;
    private List<List<String>> structuralZeros;
    private Set<String> sensitive;
    private Map<String, Bounds> bounds;
    private Declaration.@Nullable Scale scale;
    private Map<String, BigDecimal> valueRounding;
    private Declaration.@Nullable Level level;
    private @Nullable String method;
    private @Nullable String modelType;
    private @Nullable Boolean adjusted;
    private @Nullable String outcome;
    private @Nullable String pointIs;
    private @Nullable String geography;
    private @Nullable String figureDataFor;
    private DeclaredEvidence evidence;

    DeclarationBuilder(Declaration from) {
        this.file = from.file();
        this.sheet = from.sheet();
        this.range = from.range();
        this.outputType = from.outputType();
        this.unit = from.unit();
        this.weighted = from.weighted();
        this.population = from.population();
        this.columns = from.columns();
        this.controls = from.controls();
        this.markers = from.markers();
        this.rounding = from.rounding();
        this.variables = from.variables();
        this.hierarchies = from.hierarchies();
        this.partitions = from.partitions();
        this.structuralZeros = from.structuralZeros();
        this.sensitive = from.sensitive();
        this.bounds = from.bounds();
        this.scale = from.scale();
        this.valueRounding = from.valueRounding();
        this.level = from.level();
        this.method = from.method();
        this.modelType = from.modelType();
        this.adjusted = from.adjusted();
        this.outcome = from.outcome();
        this.pointIs = from.pointIs();
        this.geography = from.geography();
        this.figureDataFor = from.figureDataFor();
        this.evidence = from.evidence();
    }

    /** The declaration as set so far. */
    public Declaration build() {
        return new Declaration(
                file,
                sheet,
                range,
                outputType,
                unit,
                weighted,
                population,
                columns,
                controls,
                markers,
                rounding,
                variables,
                hierarchies,
                partitions,
                structuralZeros,
                sensitive,
                bounds,
                scale,
                valueRounding,
                level,
                method,
                modelType,
                adjusted,
                outcome,
                pointIs,
                geography,
                figureDataFor,
                evidence);
    }

    /** Sets file. */
    public DeclarationBuilder file(@Nullable String file) {
        this.file = file;
        return this;
    }

    /** Sets sheet. */
    public DeclarationBuilder sheet(@Nullable String sheet) {
        this.sheet = sheet;
        return this;
    }

    /** Sets range. */
    public DeclarationBuilder range(@Nullable String range) {
        this.range = range;
        return this;
    }

    /** Sets output type. */
    public DeclarationBuilder outputType(@Nullable OutputType outputType) {
        this.outputType = outputType;
        return this;
    }

    /** Sets unit. */
    public DeclarationBuilder unit(@Nullable String unit) {
        this.unit = unit;
        return this;
    }

    /** Sets weighted. */
    public DeclarationBuilder weighted(@Nullable Boolean weighted) {
        this.weighted = weighted;
        return this;
    }

    /** Sets population. */
    public DeclarationBuilder population(@Nullable Population population) {
        this.population = population;
        return this;
    }

    /** Sets columns. */
    public DeclarationBuilder columns(Map<String, ColumnRole> columns) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        return this;
    }

    /** Sets controls. */
    public DeclarationBuilder controls(@Nullable String controls) {
        this.controls = controls;
        return this;
    }

    /** Sets markers. */
    public DeclarationBuilder markers(Map<String, MarkerMeaning> markers) {
        this.markers = Collections.unmodifiableMap(new LinkedHashMap<>(markers));
        return this;
    }

    /** Sets rounding. */
    public DeclarationBuilder rounding(@Nullable Rounding rounding) {
        this.rounding = rounding;
        return this;
    }

    /** Sets variables. */
    public DeclarationBuilder variables(Map<String, String> variables) {
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        return this;
    }

    /** Sets hierarchies. */
    public DeclarationBuilder hierarchies(List<Declaration.Hierarchy> hierarchies) {
        this.hierarchies = List.copyOf(hierarchies);
        return this;
    }

    /** Sets partitions. */
    public DeclarationBuilder partitions(List<Declaration.Partition> partitions) {
        this.partitions = List.copyOf(partitions);
        return this;
    }

    /** Sets structural zeros. */
    public DeclarationBuilder structuralZeros(List<List<String>> structuralZeros) {
        this.structuralZeros = List.copyOf(structuralZeros);
        return this;
    }

    /** Sets sensitive. */
    public DeclarationBuilder sensitive(Set<String> sensitive) {
        this.sensitive = Collections.unmodifiableSet(new LinkedHashSet<>(sensitive));
        return this;
    }

    /** Sets bounds. */
    public DeclarationBuilder bounds(Map<String, Bounds> bounds) {
        this.bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
        return this;
    }

    /** Sets scale. */
    public DeclarationBuilder scale(Declaration.@Nullable Scale scale) {
        this.scale = scale;
        return this;
    }

    /** Sets value rounding. */
    public DeclarationBuilder valueRounding(Map<String, BigDecimal> valueRounding) {
        this.valueRounding = Collections.unmodifiableMap(new LinkedHashMap<>(valueRounding));
        return this;
    }

    /** Sets level. */
    public DeclarationBuilder level(Declaration.@Nullable Level level) {
        this.level = level;
        return this;
    }

    /** Sets method. */
    public DeclarationBuilder method(@Nullable String method) {
        this.method = method;
        return this;
    }

    /** Sets model type. */
    public DeclarationBuilder modelType(@Nullable String modelType) {
        this.modelType = modelType;
        return this;
    }

    /** Sets adjusted. */
    public DeclarationBuilder adjusted(@Nullable Boolean adjusted) {
        this.adjusted = adjusted;
        return this;
    }

    /** Sets outcome. */
    public DeclarationBuilder outcome(@Nullable String outcome) {
        this.outcome = outcome;
        return this;
    }

    /** Sets point is. */
    public DeclarationBuilder pointIs(@Nullable String pointIs) {
        this.pointIs = pointIs;
        return this;
    }

    /** Sets geography. */
    public DeclarationBuilder geography(@Nullable String geography) {
        this.geography = geography;
        return this;
    }

    /** Sets figure data for. */
    public DeclarationBuilder figureDataFor(@Nullable String figureDataFor) {
        this.figureDataFor = figureDataFor;
        return this;
    }

    /** Sets evidence. */
    public DeclarationBuilder evidence(DeclaredEvidence evidence) {
        this.evidence = evidence;
        return this;
    }
}

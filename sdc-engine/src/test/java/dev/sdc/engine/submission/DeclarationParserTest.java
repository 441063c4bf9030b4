package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.submission.Declaration.Hierarchy;
import dev.sdc.engine.submission.Declaration.Partition;
import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeclarationParserTest {
    @Test
    void everyDescriptionKeyIsRead() throws DeclarationException {
        Declaration read = defaults("""
                output_type: frequency_table
                unit: patient
                weighted: false
                population: {id: P2, description: Adults, subset_of: P1, filter: stage known, n: 860, extract_date: 2026-03-31}
                columns: {Age band: label, Surgery: count, "Total": count}
                controls: counts below 10 shown as <10
                markers: {"<10": [1, 9], "[c]": any, "-": 0, "..": not_applicable}
                rounding: {base: 5, method: nearest, totals: sum_of_rounded}
                variables: {stage: 4, age: age at diagnosis}
                hierarchies: {C18: [C18.0, C18.9]}
                partitions: [{variable: sex, values: [Female, Male]}]
                structural_zeros: [[Prostate, Female], [2019, Ovary]]
                sensitive: [HIV]
                bounds: {Age: [0, 115], Cost: [0, null]}
                scale: integer
                value_rounding: {Age: 1, Cost: 0.01}
                level: sub-national
                method: Kaplan-Meier
                model_type: cox
                adjusted: true
                outcome: death
                point_is: patient
                geography: {nested: 2023 North lies within 2021 North}
                """);
        assertThat(read.outputType()).isEqualTo(OutputType.FREQUENCY_TABLE);
        assertThat(read.unit()).isEqualTo("patient");
        assertThat(read.weighted()).isFalse();
        assertThat(read.population())
                .isEqualTo(new Population("P2", "Adults", 860L, "P1", "stage known", LocalDate.of(2026, 3, 31)));
        assertThat(read.columns())
                .containsExactly(
                        Map.entry("Age band", ColumnRole.LABEL),
                        Map.entry("Surgery", ColumnRole.COUNT),
                        Map.entry("Total", ColumnRole.COUNT));
        assertThat(read.controls()).isEqualTo("counts below 10 shown as <10");
        assertThat(read.markers())
                .containsExactly(
                        Map.entry("<10", new MarkerMeaning.Between(BigDecimal.ONE, BigDecimal.valueOf(9))),
                        Map.entry("[c]", new MarkerMeaning.AnyValue()),
                        Map.entry("-", new MarkerMeaning.Exactly(BigDecimal.ZERO)),
                        Map.entry("..", new MarkerMeaning.NotApplicable()));
        assertThat(read.rounding()).isEqualTo(new Rounding(5, Rounding.Method.NEAREST, Rounding.Totals.SUM_OF_ROUNDED));
        assertThat(read.variables()).containsEntry("stage", "4").containsEntry("age", "age at diagnosis");
        assertThat(read.hierarchies()).containsExactly(new Hierarchy("C18", List.of("C18.0", "C18.9")));
        assertThat(read.partitions()).containsExactly(new Partition("sex", List.of("Female", "Male")));
        assertThat(read.structuralZeros()).containsExactly(List.of("Prostate", "Female"), List.of("2019", "Ovary"));
        assertThat(read.sensitive()).containsExactly("HIV");
        assertThat(read.bounds())
                .containsEntry("Age", Bounds.of(0, 115))
                .containsEntry("Cost", new Bounds(BigDecimal.ZERO, null));
        assertThat(read.scale()).isEqualTo(Declaration.Scale.INTEGER);
        assertThat(read.valueRounding()).containsEntry("Cost", new BigDecimal("0.01"));
        assertThat(read.level()).isEqualTo(Declaration.Level.SUB_NATIONAL);
        assertThat(read.method()).isEqualTo("Kaplan-Meier");
        assertThat(read.modelType()).isEqualTo("cox");
        assertThat(read.adjusted()).isTrue();
        assertThat(read.outcome()).isEqualTo("death");
        assertThat(read.pointIs()).isEqualTo("patient");
        assertThat(read.geography()).isEqualTo("nested: 2023 North lies within 2021 North");
    }

    @Test
    void everyEvidenceKeyIsRead() throws DeclarationException {
        DeclaredEvidence read = defaults("""
                        evidence:
                          contributions:
                            Drug X: {n: 15, x1: 920000, x2: 12000.50}
                            North: {Cost: {n: 12, x1: 5, x2: 4, sum: 50}, Stay: {2019: {n: 3}}}
                          distinct_patients: {80+: 12}
                          unweighted_n: {A: {B: 30}}
                          n_obs: 240
                          n_parameters: 6
                          dof_residual: 234
                          n_events: 40
                          cell_counts: {North: {Surgery: 12}, "South / Surgery": 14}
                          cell_minimum: {chi-squared: 11}
                          indicator_counts: {female: [131, 109], stage: {I: 20, II: 30}}
                          events_by_level: {I: 11}
                          group_sizes: {t-test: [20, 31]}
                          cluster_sizes: {ward 1: 40}
                          extreme_evidence: {Age: {min: {structural: true}, max: {structural: false, n_at_value: 14}}}
                          microdata: SELECT * FROM t
                        """).evidence();
        assertThat(read.contributions())
                .containsExactly(
                        Map.entry(
                                "Drug X",
                                new Contribution(15L, BigDecimal.valueOf(920000), new BigDecimal("12000.50"), null)),
                        Map.entry(
                                "North / Cost",
                                new Contribution(
                                        12L, BigDecimal.valueOf(5), BigDecimal.valueOf(4), BigDecimal.valueOf(50))),
                        Map.entry("North / Stay / 2019", new Contribution(3L, null, null, null)));
        assertThat(read.distinctPatients()).containsExactly(Map.entry("80+", 12L));
        assertThat(read.unweightedN()).containsExactly(Map.entry("A / B", 30L));
        assertThat(read.nObs()).isEqualTo(240);
        assertThat(read.nParameters()).isEqualTo(6);
        assertThat(read.dofResidual()).isEqualTo(234);
        assertThat(read.nEvents()).isEqualTo(40);
        assertThat(read.cellCounts())
                .containsExactly(Map.entry("North / Surgery", 12L), Map.entry("South / Surgery", 14L));
        assertThat(read.cellMinimum()).containsExactly(Map.entry("chi-squared", 11L));
        assertThat(read.indicatorCounts())
                .containsEntry("female", Map.of("with", 131L, "without", 109L))
                .containsEntry("stage", Map.of("I", 20L, "II", 30L));
        assertThat(read.eventsByLevel()).containsExactly(Map.entry("I", 11L));
        assertThat(read.groupSizes()).containsExactly(Map.entry("t-test", List.of(20L, 31L)));
        assertThat(read.clusterSizes()).containsExactly(Map.entry("ward 1", 40L));
        assertThat(read.extremes())
                .containsExactly(Map.entry(
                        "Age",
                        new ExtremeEvidence(new ExtremeEvidence.End(true, null), new ExtremeEvidence.End(false, 14L))));
        assertThat(read.microdata()).isEqualTo("SELECT * FROM t");
    }

    @Test
    void theOtherFormsAreRead() throws DeclarationException {
        Declaration read = defaults("""
                population: Adults with a tumour
                hierarchies: [{parent: C18, children: [C18.0]}, {C19: [C19.0, C19.9]}]
                partitions: {sex: [Female, Male]}
                rounding: {method: midpoint6}
                sensitive: HIV
                adjusted: no
                controls: [suppressed, rounded]
                geography: England
                """);
        assertThat(read.population()).isEqualTo(new Population(null, "Adults with a tumour", null, null, null, null));
        assertThat(read.hierarchies())
                .containsExactly(
                        new Hierarchy("C18", List.of("C18.0")), new Hierarchy("C19", List.of("C19.0", "C19.9")));
        assertThat(read.partitions()).containsExactly(new Partition("sex", List.of("Female", "Male")));
        assertThat(read.rounding()).isEqualTo(new Rounding(6, Rounding.Method.MIDPOINT6, null));
        assertThat(read.sensitive()).isEqualTo(Set.of("HIV"));
        assertThat(read.adjusted()).isFalse();
        assertThat(read.controls()).isEqualTo("suppressed, rounded");
        assertThat(read.geography()).isEqualTo("England");
    }

    @Test
    void aKeyLeftEmptyIsNotDeclared() throws DeclarationException {
        assertThat(defaults("unit:\npopulation:\ncolumns:\nevidence:\n")).isEqualTo(Declaration.NONE);
    }

    @ParameterizedTest
    @EnumSource(OutputType.class)
    void everyOutputTypeIsKnown(OutputType type) throws DeclarationException {
        assertThat(defaults("output_type: " + type.key()).outputType()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(ColumnRole.class)
    void everyRoleIsKnown(ColumnRole role) throws DeclarationException {
        assertThat(defaults("columns: {x: " + role.key() + "}").columns()).containsEntry("x", role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colunms: {A: count}                  | line 3, column 3: unknown key `colunms`. Did you mean `columns`?
            columns: {A: counts}                 | line 3, column 16: `defaults.columns.A` cannot be `counts`. Did you mean `count`? Known: label, count,
            columns: [A]                         | line 3, column 12: `defaults.columns` must be keys with values, such as {key: value}; found a list
            output_type: freq_table              | line 3, column 16: `defaults.output_type` cannot be `freq_table`
            unit: [patient]                      | line 3, column 9: `defaults.unit` must be a single value; found a list
            weighted: maybe                      | `defaults.weighted` must be true or false; found text
            level: regional                      | Known: national, sub-national.
            level: subnational                   | Did you mean `sub-national`?
            scale: whole                         | Known: integer, continuous.
            population: {n: many}                | `defaults.population.n` must be a whole number, such as 1234; found text
            population: {n: -3}                  | `defaults.population.n` must be 0 or more
            population: {N: 3}                   | unknown key `N`. Did you mean `n`?
            population: {extract_date: 31/3/26}  | must be a date such as 2026-03-31
            markers: {"<10": [9, 1]}             | the lower end must stand first
            markers: {"<10": [1]}                | must be [lowest, highest], such as [1, 9]; found a list
            markers: {"<10": below ten}          | what the mark stands for: [lowest, highest], any, a number, or not_applicable; found text
            rounding: {method: nearest}          | lacks `base`
            rounding: {base: 0}                  | must be a whole number from 1 to 1000000
            rounding: {base: 5, method: randm}    | Did you mean `random`? Known: nearest, midpoint6, random3, random, perturbed.
            rounding: {base: 5, totals: sum}     | Known: sum_of_rounded, independently_rounded, exact.
            bounds: {Age: 115}                   | must be a list, such as [a, b]; found a number
            bounds: {Age: [0]}                   | must be [lowest, highest] possible value
            bounds: {Age: [9, 0]}                | the lower end must stand first
            value_rounding: {Age: 0}             | must be more than 0
            structural_zeros: [Prostate]         | `defaults.structural_zeros.1` must be a list
            partitions: [{variable: sex}]        | lacks `values`
            evidence: {n_ob: 3}                  | line 3, column 14: unknown key `n_ob`. Did you mean `n_obs`?
            evidence: {contributions: {A: {n: 3, x3: 1}}} | unknown key `x3`
            evidence: {contributions: {A: 3}}    | `defaults.evidence.contributions.A` must be keys with values
            evidence: {cell_counts: {A: [1]}}    | must be a single value; found a list
            evidence: {indicator_counts: {A: [1, 2, 3]}} | must be [with, without]
            evidence: {extreme_evidence: {A: {maximum: {}}}} | unknown key `maximum`
            file: t1.csv                         | unknown key `file`
            """)
    void aMistakeIsToldWithItsPlaceAndRemedy(String line, String message) {
        assertThatThrownBy(() -> defaults(line))
                .isInstanceOf(DeclarationException.class)
                .hasMessageStartingWith("submission.yaml, line 3, column ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | line 1, column 1: the declaration is empty; begin with the line: schema: sdc-submission/1
            id: x                               | line 1, column 1: the key `schema` is missing
            schema: sdc-submission/2            | line 1, column 1: this schema is not known here; the one that is read is sdc-submission/1
            [a]                                 | `the file` must be
            {schema: sdc-submission/1, unit: p} | line 1, column 28: `unit` describes outputs; put it under `defaults`
            {schema: sdc-submission/1, ouputs: []} | unknown key `ouputs`. Did you mean `outputs`?
            {schema: sdc-submission/1, outputs: [{unit: p}]} | line 1, column 38: this entry of `outputs` lacks `file`
            {schema: sdc-submission/1, outputs: [{file: a, range: F20:A3}]} | `range` must be a rectangle of cells
            {schema: sdc-submission/1, profile: ../lax.yaml} | takes the name of an installed profile
            {schema: sdc-submission/1, profile: {strictest: [a]}} | Did you mean `strictest_of`?
            {schema: sdc-submission/1, profile: []} | must be the name of a profile
            """)
    void aMistakeAtTheTopIsToldToo(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining(message.replace("`the file`", "the file"));
    }

    @Test
    void profilesAreNamedInThreeForms() throws DeclarationException {
        String schema = "schema: sdc-submission/1\nprofile: ";
        assertThat(read(schema + "opensafely").profile()).containsExactly("opensafely");
        assertThat(read(schema + "{strictest_of: [a, b]}").profile()).containsExactly("a", "b");
        assertThat(read(schema + "[a, b]").profile()).containsExactly("a", "b");
        assertThat(read("schema: sdc-submission/1").profile()).isEmpty();
    }

    @Test
    void hierarchiesMayBeATree() throws DeclarationException {
        assertThat(defaults("hierarchies: {ICD-10: {C18: [C18.0, C18.9], C20: [C20.1]}, Area: {England: [North]}}")
                        .hierarchies())
                .containsExactly(
                        new Hierarchy("ICD-10", List.of("C18", "C20")),
                        new Hierarchy("C18", List.of("C18.0", "C18.9")),
                        new Hierarchy("C20", List.of("C20.1")),
                        new Hierarchy("England", List.of("North")));
    }

    private static Declaration defaults(String lines) throws DeclarationException {
        return read("schema: sdc-submission/1\ndefaults:\n" + lines.indent(2)).defaults();
    }

    private static SubmissionDocument read(String text) throws DeclarationException {
        return SubmissionDocument.read("submission.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}

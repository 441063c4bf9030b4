package dev.sdc.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of declarations takes what the reader takes. */
class SubmissionSchemaTest {
    private static final Schema SCHEMA = ReportJsonTest.schema("sdc-submission-1.schema.json");

    @Test
    void takesADeclarationWithEveryKey() {
        assertThat(faults("""
                schema: sdc-submission/1
                id: lung-2026-014
                title: Tables for the stage paper
                dataset: registry-2013-2018
                profile: {strictest_of: [handbook-10, opensafely]}
                defaults:
                  unit: patient
                  weighted: false
                  population: {id: P1, description: Adults, n: 899}
                outputs:
                  - plain.csv
                  - file: t1.csv
                    sheet: Table 1
                    range: A3:F20
                    output_type: frequency_table
                    columns: {Age band: label, Surgery: count, Total: count}
                    controls: counts below 10 shown as <10
                    markers: {"<10": [1, 9], "[c]": any, "-": 0, "..": not_applicable}
                    rounding: {base: 5, method: nearest, totals: sum_of_rounded}
                    structural_zeros: [[Prostate, Female]]
                    bounds: {age: [0, 115], cost: [0, null]}
                    partitions: [{variable: sex, values: [F, M]}]
                    hierarchies: {C18: [C18.0, C18.9]}
                    sensitive: [stage]
                    level: sub-national
                    population: {id: P2, subset_of: P1, n: 860, extract_date: "2026-03-31"}
                    evidence:
                      contributions: {Drug X: {n: 15, x1: 920000, x2: 12000}, North: {Cost: {n: 9}}}
                      distinct_patients: {80+: 12}
                      indicator_counts: {sex: [40, 60], stage: {I: 12}}
                      group_sizes: {t test: [20, 31]}
                      extreme_evidence: {age: {min: {structural: true}, max: {n_at_value: 12}}}
                """)).isEmpty();
    }

    @Test
    void refusesWhatTheReaderRefuses() {
        assertThat(faults("schema: sdc-submission/2")).isNotEmpty();
        assertThat(faults("schema: sdc-submission/1\noutput: []")).isNotEmpty();
        assertThat(faults("schema: sdc-submission/1\ndefaults: {units: patient}"))
                .isNotEmpty();
        assertThat(faults("schema: sdc-submission/1\noutputs: [{file: a, columns: {n: counts}}]"))
                .isNotEmpty();
    }

    @Test
    void knowsEveryTypeAndRole() throws Exception {
        JsonNode description = JsonMapper.shared()
                .readTree(Files.readString(Path.of("../docs/sdc-submission-1.schema.json")))
                .at("/properties/defaults/properties");

        assertThat(texts(description.at("/output_type/anyOf/1/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(OutputType.values()).map(OutputType::key).toList());
        assertThat(texts(description.at("/columns/anyOf/1/additionalProperties/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(ColumnRole.values()).map(ColumnRole::key).toList());
    }

    @Test
    void takesEveryDeclarationOfTheTestData() throws Exception {
        Path data = Path.of("../testdata");
        if (!Files.isDirectory(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(each -> each.endsWith("submission.yaml"))
                    .filter(each -> !each.toString().contains("malformed"))
                    .sorted()
                    .toList()) {
                assertThat(faults(Files.readString(file))).as(file.toString()).isEmpty();
            }
        }
    }

    private static List<String> faults(String yaml) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode node = JsonMapper.shared().valueToTree(read);
        List<String> faults = new ArrayList<>();
        SCHEMA.validate(node).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}

package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Examples of the handbook with the answers it gives, where they are at hand. */
class HandbookExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "shared", "peers", "tabular", "handbook", "examples.json");

    private final Map<String, JsonNode> cases = new HashMap<>();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.isRegularFile(EXAMPLES), "the examples are not at hand: skipped");
        for (JsonNode one : JsonMapper.shared().readTree(EXAMPLES.toFile()).path("cases")) {
            cases.put(one.path("id").asString(), one);
        }
    }

    @Test
    void intervals_of_hidden_cells_and_what_a_single_respondent_knows() {
        JsonNode example = cases.get("geurts_example3");
        Equations.Builder builder = new Equations.Builder();
        Map<String, Integer> unknowns = new HashMap<>();
        int rows = example.path("rows").size();
        int columns = example.path("cols").size();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (example.at("/cells/" + r + "/" + c).isNull()) {
                    unknowns.put((r + 1) + "|" + (c + 1), builder.unknown(0, Equations.OPEN));
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            line(
                    example,
                    builder,
                    unknowns,
                    r,
                    -1,
                    example.at("/row_totals/" + r).asLong());
        }
        for (int c = 0; c < columns; c++) {
            line(
                    example,
                    builder,
                    unknowns,
                    -1,
                    c,
                    example.at("/col_totals/" + c).asLong());
        }
        Ranges ranges = Ranges.of(builder.build());
        example.path("expect").properties().forEach(expected -> {
            int unknown = unknowns.get(expected.getKey());
            assertThat(List.of(ranges.low(unknown), ranges.high(unknown)))
                    .as(expected.getKey())
                    .containsExactly(
                            expected.getValue().get(0).asLong(),
                            expected.getValue().get(1).asLong());
        });
        int known = unknowns.get(example.at("/expect_if_singleton_known/known").asString());
        List<Integer> exact = new ArrayList<>(List.of(known));
        example.at("/expect_if_singleton_known/then_exact").forEach(cell -> exact.add(unknowns.get(cell.asString())));
        assertThat(ranges.groups()).hasSize(1);
        assertThat(ranges.groups().get(0))
                .containsExactlyInAnyOrder(
                        exact.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void line(
            JsonNode example,
            Equations.Builder builder,
            Map<String, Integer> unknowns,
            int row,
            int column,
            long total) {
        List<Integer> parts = new ArrayList<>();
        long rest = total;
        for (int r = 0; r < example.path("rows").size(); r++) {
            for (int c = 0; c < example.path("cols").size(); c++) {
                if (r == row || c == column) {
                    Integer unknown = unknowns.get((r + 1) + "|" + (c + 1));
                    if (unknown == null) {
                        rest -= example.at("/cells/" + r + "/" + c).asLong();
                    } else {
                        parts.add(unknown);
                    }
                }
            }
        }
        if (!parts.isEmpty()) {
            builder.sum(parts.stream().mapToInt(Integer::intValue).toArray(), rest, rest);
        }
    }

    @Test
    void an_area_less_a_smaller_one() throws DeclarationException {
        JsonNode example = cases.get("geo_differencing");
        List<String> findings = check(
                Map.of("outer.csv", table(example.path("outer")), "inner.csv", table(example.path("inner"))),
                "DIF-001");
        List<String> expected = new ArrayList<>();
        for (int r = 0; r < example.at("/outer/rows").size(); r++) {
            for (int c = 0; c < example.at("/outer/cols").size(); c++) {
                long difference =
                        example.at("/expect_difference/" + r + "/" + c).asLong();
                if (difference > 0) {
                    expected.add("outer.csv!" + (char) ('B' + c) + (r + 2) + " "
                            + example.at("/outer/cells/" + r + "/" + c).asLong() + " - "
                            + example.at("/inner/cells/" + r + "/" + c).asLong() + " = " + difference);
                }
            }
        }
        assertThat(findings).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void two_ways_of_cutting_ages() throws DeclarationException {
        JsonNode example = cases.get("recode_differencing");
        List<String> findings = check(
                Map.of("a.csv", bands(example.path("table_a")), "b.csv", bands(example.path("table_b"))), "DIF-002");
        assertThat(findings).hasSize(1).first().asString().endsWith("7 - 6 = 1");
    }

    private static String bands(JsonNode table) {
        StringBuilder text = new StringBuilder("Age,M,F\n");
        for (int i = 0; i < table.path("cols").size(); i++) {
            text.append(table.path("cols").get(i).asString())
                    .append(',')
                    .append(table.path("M").get(i).asLong())
                    .append(',')
                    .append(table.path("F").get(i).asLong())
                    .append('\n');
        }
        return text.toString();
    }

    /** Each of two groupings hides two regions or more of every group; both together give one away. */
    @Test
    void two_groupings_of_regions_each_safe_alone_give_a_region_away_together() {
        JsonNode example = cases.get("linked_issue136");
        example.path("groupings").properties().forEach(grouping -> {
            Map<String, Integer> unknowns = new HashMap<>();
            Ranges ranges = Ranges.of(regions(example, List.of(grouping.getKey()), unknowns));
            unknowns.forEach((region, unknown) ->
                    assertThat(ranges.exact(unknown)).as(region).isFalse());
        });
        Map<String, Integer> unknowns = new HashMap<>();
        Ranges together = Ranges.of(regions(example, List.of("county", "size"), unknowns));
        example.at("/expect_together/exact").properties().forEach(exact -> {
            int unknown = unknowns.get(exact.getKey());
            assertThat(together.exact(unknown)).isTrue();
            assertThat(together.low(unknown)).isEqualTo(exact.getValue().asLong());
        });
        example.at("/expect_together/intervals").properties().forEach(interval -> {
            int unknown = unknowns.get(interval.getKey());
            assertThat(together.low(unknown))
                    .isEqualTo(interval.getValue().get(0).asLong());
            assertThat(together.high(unknown))
                    .isEqualTo(interval.getValue().get(1).asLong());
        });
    }

    private static Equations regions(JsonNode example, List<String> groupings, Map<String, Integer> unknowns) {
        Equations.Builder builder = new Equations.Builder();
        example.path("suppressed")
                .forEach(region -> unknowns.put(region.asString(), builder.unknown(0, Equations.OPEN)));
        for (String grouping : groupings) {
            for (JsonNode group : example.at("/groupings/" + grouping)) {
                long rest = 0;
                List<Integer> parts = new ArrayList<>();
                for (JsonNode region : group) {
                    Integer unknown = unknowns.get(region.asString());
                    if (unknown != null) {
                        parts.add(unknown);
                        rest += example.at("/regions/" + region.asString()).asLong();
                    }
                }
                if (!parts.isEmpty()) {
                    builder.sum(parts.stream().mapToInt(Integer::intValue).toArray(), rest, rest);
                }
            }
        }
        return builder.build();
    }

    @Test
    void a_masked_code_beside_its_group() throws Exception {
        StringBuilder table = new StringBuilder("Code,Users\n");
        cases.get("masked_by_level")
                .path("published")
                .properties()
                .forEach(entry -> table.append(entry.getKey().replace(" parent", ""))
                        .append(',')
                        .append(entry.getValue().asString())
                        .append('\n'));
        long expected = cases.get("masked_by_level").at("/expect/A10XYZB").asLong();
        assertThat(inFolder(table.toString(), "  hierarchies: {A10: [A10XYZA, A10XYZB]}\n").stream()
                        .filter(finding -> finding.rule().equals("SEC-003"))
                        .map(Finding::because))
                .singleElement()
                .asString()
                .contains("can only be " + expected);
    }

    /** The handbook's p is 10 in the profile that applies; its k of 90.9 lies above the profile's, so that both fail. */
    @Test
    void totals_of_a_few_large_contributors() throws Exception {
        assertThat(dominance("rule_example1")).contains("DOM-002");
        assertThat(dominance("rule_example2")).contains("DOM-001").doesNotContain("DOM-002");
    }

    private List<String> dominance(String id) throws Exception {
        JsonNode example = cases.get(id);
        return inFolder(
                        "Sector,Firms,Turnover\nA,40," + example.path("X").asLong() + "\n",
                        "  columns: {Firms: count, Turnover: magnitude}\n  evidence:\n    contributions: {A: {n: 40, x1: "
                                + example.at("/top/0").asLong() + ", x2: "
                                + example.at("/top/1").asLong() + "}}\n")
                .stream()
                .filter(finding -> finding.level() == Level.FAIL)
                .map(Finding::rule)
                .toList();
    }

    private List<Finding> inFolder(String table, String declared) throws Exception {
        Files.writeString(folder.resolve("t.csv"), table);
        Files.writeString(
                folder.resolve("submission.yaml"),
                "schema: sdc-submission/1\ndefaults:\n  unit: patient\n" + declared + "outputs: [t.csv]\n");
        return OutputChecker.standard().check(folder).findings();
    }

    private static String table(JsonNode table) {
        StringBuilder text = new StringBuilder("Age");
        table.path("cols").forEach(column -> text.append(',').append(column.asString()));
        for (int r = 0; r < table.path("rows").size(); r++) {
            text.append('\n').append(table.path("rows").get(r).asString());
            table.path("cells").get(r).forEach(cell -> text.append(',').append(cell.asLong()));
        }
        return text.append('\n').toString();
    }

    /** Place and arithmetic of all findings of a rule. */
    private static List<String> check(Map<String, String> files, String rule) throws DeclarationException {
        SubmissionBuilder submission = Submission.builder()
                .defaults(Declaration.builder().unit("patient").build());
        files.forEach(
                (name, text) -> submission.file(OutputFile.inMemory(name, text.getBytes(StandardCharsets.UTF_8))));
        return OutputChecker.standard().check(submission.build()).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(HandbookExamplesTest::told)
                .toList();
    }

    private static String told(Finding finding) {
        String because = finding.because();
        return finding.file() + "!" + finding.cell() + " "
                + (because == null ? "" : because.replaceAll("^([\\d -]+ = \\d+).*", "$1"));
    }
}

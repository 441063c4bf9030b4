package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @TempDir
    Path profiles = Path.of("");

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

    /** Who works where he lives, by sex: what the table of the men leaves for the women, printed or not. */
    @Test
    void who_works_where_he_lives() throws Exception {
        JsonNode example = cases.get("linking_work_live");
        write("employment.csv", "Group", example.at("/tables/employment"));
        write("work_live.csv", "Group", example.at("/tables/work_live"));
        write("males.csv", "Group", example.at("/tables/males"));
        List<Finding> findings = inFolder("""
                defaults:
                  unit: patient
                  hierarchies:
                    Employed: [living_and_working, living_here_working_elsewhere]
                    working: [living_and_working, working_here_living_elsewhere]
                outputs:
                  - {file: employment.csv, population: {id: all}}
                  - {file: work_live.csv, population: {id: all}}
                  - {file: males.csv, population: {id: males, subset_of: all}}
                """);
        example.at("/expect/females").properties().forEach(expected -> {
            String men =
                    " - " + example.at("/tables/males/" + expected.getKey()).asLong();
            assertThat(because(findings, "DIF-001"))
                    .as(expected.getKey())
                    .anyMatch(because ->
                            because.contains(men + " = " + expected.getValue().asLong() + ","));
        });
    }

    /** 300 of 330 are too much of it; hidden, it must be able to be 300 / 0.85. */
    @Test
    void a_hidden_total_needs_room_above_it() throws Exception {
        JsonNode example = cases.get("rule_example4");
        BigDecimal enough =
                example.at("/expect/feasible_upper_bound_must_reach").decimalValue();
        assertThat(estimated(example, example.path("X").decimalValue())).contains("DOM-001");
        assertThat(estimated(example, enough.subtract(BigDecimal.ONE))).contains("DOM-001");
        assertThat(estimated(example, enough.add(BigDecimal.ONE))).doesNotContain("DOM-001");
    }

    /** What is found where a total is hidden together with another and both together can be this much. */
    private List<String> estimated(JsonNode example, BigDecimal together) throws Exception {
        String table = "Sector,Firms,Turnover\nA,40,*\nB,50,*\nC,400,10000\nTotal,490,"
                + together.add(BigDecimal.valueOf(10_000)).toPlainString() + "\n";
        Files.writeString(folder.resolve("t.csv"), table);
        Path profile = Files.writeString(profiles.resolve("mine.yaml"), """
                schema: sdc-profile/1
                name: mine
                version: "1"
                title: One
                extends: handbook-10
                parameters:
                  nk: {n: 1, k: 0.85}
                """);
        String contributions = "{A: {n: 40, x1: " + example.at("/top/0").asLong() + ", x2: "
                + example.at("/top/1").asLong() + "}}";
        declare("defaults: {unit: firm}\noutputs:\n  - file: t.csv\n    columns: {Firms: count, Turnover: magnitude}\n"
                + "    evidence: {contributions: " + contributions + "}\n");
        return OutputChecker.standard()
                .check(
                        SubmissionReader.readFolder(folder, null),
                        Profiles.installed().load(profile.toString()))
                .findings()
                .stream()
                .filter(finding -> "t.csv".equals(finding.file()) && "C2".equals(finding.cell()))
                .map(Finding::rule)
                .toList();
    }

    /** The two largest are one respondent who stands for four, so that more than their share is others'. */
    @Test
    void contributions_with_weights() throws Exception {
        JsonNode replication = cases.get("weights_replication");
        long total = replication.at("/expect/cell_total").asLong();
        long two = replication.at("/expect/top2_replicated/0").asLong()
                + replication.at("/expect/top2_replicated/1").asLong();
        assertThat(weighted(replication, total)).isEmpty();
        // two of 100 each are more than nine tenths of 222, and less of 223
        assertThat(weighted(replication, two * 10 / 9)).contains("DOM-001");
        assertThat(weighted(replication, two * 10 / 9 + 1)).doesNotContain("DOM-001");
        // replicated, all but 3 of 203 is known to two units of 100: unsafe for every p above 3
        JsonNode overprotection = cases.get("weights_overprotection");
        assertThat(weighted(
                        overprotection, overprotection.at("/expect/cell_total").asLong()))
                .contains("DOM-002");
    }

    private List<String> weighted(JsonNode example, long total) throws Exception {
        Files.writeString(folder.resolve("t.csv"), "Sector,Firms,Turnover\nA,40," + total + "\n");
        JsonNode of = example.path("contributions");
        String contributions = "{A: {n: 40, x1: " + of.at("/0/0").asLong() + ", w1: "
                + of.at("/0/1").asLong() + ", x2: " + of.at("/1/0").asLong() + ", w2: "
                + of.at("/1/1").asLong() + "}}";
        return inFolder("defaults: {unit: firm, weighted: true}\noutputs:\n  - file: t.csv\n"
                        + "    columns: {Firms: count, Turnover: magnitude}\n    evidence: {unweighted_n: {A: 40}, contributions: "
                        + contributions + "}\n")
                .stream()
                .filter(finding -> finding.level() == Level.FAIL)
                .map(Finding::rule)
                .toList();
    }

    @Test
    void means_beside_perturbed_counts() throws Exception {
        JsonNode example = cases.get("mean_attack_ckm");
        StringBuilder table = new StringBuilder("Region,Persons,Mean\n");
        for (int i = 0; i < 3; i++) {
            table.append(i == 2 ? "Total" : "Region " + i)
                    .append(',')
                    .append(example.at("/perturbed_counts/" + i).asLong())
                    .append(',')
                    .append(example.at("/means/" + i).decimalValue().toPlainString())
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), table);
        List<Finding> findings =
                inFolder("defaults: {unit: patient}\noutputs:\n  - file: t.csv\n    output_type: means\n"
                        + "    scale: integer\n    rounding: {method: perturbed, deviation: "
                        + example.path("max_deviation").asLong() + "}\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            expected.add("only " + example.at("/expect/counts/" + i).asLong() + " fits, and "
                    + example.at("/expect/sums/" + i).asLong() + " in all");
        }
        assertThat(because(findings, "RND-003"))
                .extracting(because -> because.substring(because.lastIndexOf("only ")))
                .containsExactlyElementsOf(expected);
    }

    /** What a printed multiple of five stands for, by the method of rounding. */
    @Test
    void intervals_of_rounded_counts() {
        cases.get("rounding_existence").path("expect").properties().forEach(expected -> {
            Matcher name = Pattern.compile("(?:(K)=(\\d+)|zero_restricted) b=(\\d+) a=(\\d+)")
                    .matcher(expected.getKey());
            assertThat(name.matches()).as(expected.getKey()).isTrue();
            int steps = name.group(1) == null ? 0 : Integer.parseInt(name.group(2));
            Rounding rounding = new Rounding(Integer.parseInt(name.group(3)), Rounding.Method.RANDOM, steps, null);
            long printed = Long.parseLong(name.group(4));
            assertThat(List.of(Math.max(0, printed - rounding.reach()), printed + rounding.reach()))
                    .as(expected.getKey())
                    .containsExactly(
                            expected.getValue().get(0).asLong(),
                            expected.getValue().get(1).asLong());
        });
    }

    /** Two counts of 3 were rounded to 5 and their total of 6 to 5 as well: so each is 3 or 4. */
    @Test
    void a_table_rounded_cell_by_cell() throws Exception {
        JsonNode example = cases.get("rounding_conventional_table");
        StringBuilder table = new StringBuilder("Group,A,B,Total\n");
        for (int r = 0; r < 3; r++) {
            table.append("Group ").append(r).append(',');
            example.at("/rounded5/" + r)
                    .forEach(cell -> table.append(cell.asLong()).append(','));
            table.append(example.at("/rounded_row_totals/" + r).asLong()).append('\n');
        }
        table.append("Total,");
        example.path("rounded_col_totals")
                .forEach(cell -> table.append(cell.asLong()).append(','));
        Files.writeString(
                folder.resolve("t.csv"),
                table.append(example.path("rounded_total").asLong()).append('\n'));
        List<Finding> findings = inFolder("defaults: {unit: patient, rounding: {base: 5, method: nearest,"
                + " totals: independently_rounded}}\noutputs: [t.csv]\n");
        assertThat(findings.stream()
                        .filter(finding -> finding.rule().equals("SEC-002"))
                        .map(finding -> finding.cell() + finding.because().replaceAll(".*too, (.*) is left", " $1")))
                .containsExactly("B3 3 to 4", "C3 3 to 4", "D3 6 to 7");
        for (int column = 0; column < 2; column++) {
            assertThat(example.at("/true/1/" + column).asLong()).isBetween(3L, 4L);
        }
        assertThat(example.at("/true_row_totals/1").asLong()).isBetween(6L, 7L);
    }

    /** A mean of 1.33 over a masked number of users, none of whom has fewer than one record. */
    @Test
    void a_masked_count_beside_a_mean_and_a_median() throws Exception {
        JsonNode example = cases.get("masked_count_from_moments");
        JsonNode published = example.path("published");
        Files.writeString(
                folder.resolve("t.csv"),
                "Drug,Users,Records,Median,Mean\nA10,"
                        + published.path("n_users").asString() + ","
                        + published.path("n_records").asString() + ","
                        + published.path("median").asLong() + ","
                        + published.path("mean").decimalValue().toPlainString() + "\n");
        List<Finding> findings = inFolder("""
                defaults: {unit: patient}
                outputs:
                  - file: t.csv
                    output_type: descriptive_statistics
                    scale: integer
                    bounds: {Mean: [1, null]}
                """);
        assertThat(because(findings, "HID-002"))
                .singleElement()
                .asString()
                .endsWith("[" + example.at("/expect/n_users").asLong() + "]");
        assertThat(because(findings, "HID-003"))
                .singleElement()
                .asString()
                .contains("these figures in 1 way: "
                        + example.at("/expect/records")
                                .toString()
                                .replaceAll("[\\[\\]]", "")
                                .replace(",", ", "));
    }

    private static List<String> because(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::because)
                .toList();
    }

    private void write(String file, String head, JsonNode counts) throws IOException {
        StringBuilder text = new StringBuilder(head + ",Persons\n");
        counts.properties()
                .forEach(count -> text.append(count.getKey())
                        .append(',')
                        .append(count.getValue().asLong())
                        .append('\n'));
        Files.writeString(folder.resolve(file), text);
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
        return inFolder("defaults:\n  unit: patient\n" + declared + "outputs: [t.csv]\n");
    }

    private void declare(String declared) throws IOException {
        Files.writeString(folder.resolve("submission.yaml"), "schema: sdc-submission/1\n" + declared);
    }

    private List<Finding> inFolder(String declared) throws Exception {
        declare(declared);
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

package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code sdc-cli/bin/new-rule} and {@code new-case} write compiles, holds, and lacks nothing but a person's words. */
class NewRuleTest {
    private static final Path SCRIPTS = Path.of("..", "sdc-cli", "bin");
    private static final String SOURCE = "Handbook of dots, 5.2";
    private static final String FAMILY = "sdc-rules/src/main/java/dev/sdc/rules/dot/";

    @TempDir
    Path checkout;

    private record Ended(int exit, String said) {}

    @BeforeEach
    void startWithSomeOfACheckout() throws IOException {
        for (String folder : List.of("sdc-cli/bin", "docs/rules", "testdata/rules/DOT-004", FAMILY)) {
            Files.createDirectories(checkout.resolve(folder));
        }
        for (String script : List.of("new-rule", "new-case")) {
            Files.copy(SCRIPTS.resolve(script), checkout.resolve("sdc-cli/bin").resolve(script));
        }
        for (String read : List.of(
                "sdc-rules/src/main/resources/dev/sdc/rules/catalogue.txt",
                "sdc-engine/src/main/java/dev/sdc/engine/submission/ColumnRole.java")) {
            Path copy = checkout.resolve(read);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("..").resolve(read), copy);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count",
                "events",
                "mean",
                "p_value below 0.05",
                "percentage above 99",
                "percentile above 12.5",
                "--review mean below 2.5",
                "sd above 3 times mean",
                "--review se below 0.5 times sd",
                "rows",
                "--review rows",
                "--review ci_upper above 50 times ci_lower"
            })
    void theClassCompilesAndTheCasesHold(String numbers) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("DOT-001", "Few dots", SOURCE));
        List<String> asked = List.of(numbers.split(" "));
        int from = asked.indexOf("--review") + 1;
        arguments.addAll(0, asked.subList(0, from));
        arguments.addAll(asked.subList(from, asked.size()));
        assertThat(run("new-rule", arguments.toArray(String[]::new)).exit()).isZero();

        Rule rule = compiled();
        OutputChecker checker = OutputChecker.of(RuleBook.of(List.of(rule)));
        List<RuleCase> written = new ArrayList<>();
        for (Path folder : cases()) {
            RuleCase read = RuleCase.read("DOT-001", folder);
            assertThat(folder).hasFileName(read.kind().name().toLowerCase(Locale.ROOT));
            read.holds(checker);
            written.add(read);
        }
        assertThat(written.stream().map(RuleCase::kind)).containsExactlyInAnyOrder(RuleCase.Kind.values());
        RulePage page = RulePage.parse(Files.readString(checkout.resolve("docs/rules/DOT-001.md")));
        assertThat(StatedComparison.on(page).isPresent()).isEqualTo(!asked.contains("rows"));
        assertThat(Contradictions.on(page, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "mean", "rows"})
    void onlyHintsAreToBeReplaced(String role) throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE, role);
        SdcRule annotation = compiled().getClass().getAnnotation(SdcRule.class);
        Path page = checkout.resolve("docs/rules/DOT-001.md");

        assertThat(annotation.source()).isEqualTo(SOURCE);
        assertThat(RuleConformity.ofPage(annotation, RulePage.parse(Files.readString(page))))
                .singleElement()
                .asString()
                .contains("hints still stand under Why it discloses: ");
        String mended = Files.readString(page).replaceAll("\\[TODO[^]]*]", "said");
        assertThat(RuleConformity.ofPage(annotation, RulePage.parse(mended))).isEmpty();
    }

    @Test
    void aFamilyIsGivenItsNextNumberAndTheTitleNamesTheClass() throws Exception {
        assertThat(run("new-rule", "DOT", "A mean above 2.5, or so", SOURCE, "mean", "above", "2.5")
                        .said())
                .contains("DOT-005", FAMILY + "AMeanAbove25OrSo.java");
        assertThat(run("new-rule", "--class=Spots", "SPOT", "Few spots", SOURCE).said())
                .contains("SPOT-001", "sdc-rules/src/main/java/dev/sdc/rules/spot/Spots.java");
    }

    @Test
    void aCopiedCaseHoldsOnceItIsDescribed() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE);

        assertThat(run("new-case", "DOT-001", "two-areas", "boundary").said())
                .contains("testdata/rules/DOT-001/two-areas, a copy of boundary; DOT-001 has 4 cases now");
        Path file = checkout.resolve("testdata/rules/DOT-001/two-areas/case.yaml");
        Files.writeString(file, Files.readString(file).replace("about: TODO", "about: Two areas."));
        RuleCase.read("DOT-001", file.getParent()).holds(OutputChecker.of(RuleBook.of(List.of(compiled()))));
    }

    @Test
    void whatIsCopiedIsTheCaseOnThePageOrThePlainestOrTheOneThatIsNamed() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE);
        Path plainer = checkout.resolve("testdata/rules/DOT-001/plainer");
        Files.createDirectories(plainer.resolve("submission"));
        Files.writeString(plainer.resolve("submission/t1.csv"), "area,count\nNorth,9\n");
        Files.writeString(plainer.resolve("case.yaml"), "kind: failing\nabout: One.\nexpect: []\n");
        Path page = checkout.resolve("docs/rules/DOT-001.md");

        assertThat(run("new-case", "DOT-001", "first").said()).contains("a copy of failing;");
        assertThat(run("new-case", "DOT-001", "named", "plainer").said()).contains("a copy of plainer;");
        Files.writeString(page, Files.readString(page).replace("| South | 14 |", "| South | 15 |"));
        assertThat(run("new-case", "DOT-001", "second").said()).contains("a copy of plainer;");
        Files.delete(page);
        assertThat(run("new-case", "DOT-001", "third").said()).contains("a copy of plainer;");
        Files.writeString(plainer.resolve("case.yaml"), "kind: failing\nabout: TODO\nexpect: []\n");
        assertThat(run("new-case", "DOT-001", "fourth").said()).contains("a copy of failing;");
    }

    @Test
    void rulesAboutSuchNumbersAreNamed() throws Exception {
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "mean").said())
                .contains("Rules that look at such numbers: none");
        assertThat(run("new-rule", "DOT-002", "Few spots", SOURCE, "mean").said())
                .contains("Rules that look at such numbers:", "  DOT-001  Few dots");
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE);
        Path source = checkout.resolve(FAMILY + "FewDots.java");
        Files.writeString(source, "mine");

        assertThat(run("new-rule", "DOT-001", "Other dots", SOURCE))
                .isEqualTo(new Ended(
                        2,
                        "new-rule: DOT-001 is taken; the next free one of DOT is DOT-005, or begin a family of your own: there are"
                                + " DOT\n"));
        assertThat(run("new-rule", "DOT-002", "Few dots", SOURCE).said()).contains("is there already");
        assertThat(run("new-case", "DOT-001", "failing").said()).contains("is there already");
        assertThat(source).hasContent("mine");
        assertThat(checkout.resolve("docs/rules/DOT-002.md")).doesNotExist();
    }

    @Test
    void rowsThatAreAlikeAreTheOnesThatTheClassAndThePageName() throws Exception {
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "rows").said())
                .contains("DOT-001 finds rows with the same counts", "its method `alike` says which rows are found");
        assertThat(checkout.resolve("docs/rules/DOT-001.md"))
                .content()
                .contains(
                        "| area | spring | summer | autumn |\n| --- | --- | --- | --- |\n",
                        "| South | **21** | 34 | 15 |");
        assertThat(found("area,spring,summer,autumn\nNorth,21,34,\nSouth,21,34,15\nWest,21,34,0\nEast,21,34,15\n"))
                .containsExactly("t1.csv!B5");
        assertThat(found("area,spring,summer,autumn\nNorth,21,34,15\nTotal,21,34,15\n"))
                .isEmpty();
        assertThat(found("area,spring,summer,total\nNorth,21,34,55\nSouth,21,34,55\n"))
                .isEmpty();
    }

    @Test
    void whatRowsHaveInCommonIsSaidEverywhereAndTheCasesWaitForTheirAuthor() throws Exception {
        String common = "the same counts but for one";
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "rows", common)
                        .said())
                .contains("DOT-001 finds rows with " + common, "say in each `about`");
        assertThat(Files.readString(checkout.resolve("docs/rules/DOT-001.md")))
                .contains(
                        "Two rows of a table with " + common,
                        "breach if they have\n" + common,
                        "[TODO: who learns what of whom from rows with " + common);
        Path source = checkout.resolve(FAMILY + "FewDots.java");
        assertThat(source).content().contains("\"Two rows have " + common + ".\"", "no two with " + common + "\"");
        for (Path folder : cases()) {
            assertThatThrownBy(() -> RuleCase.read("DOT-001", folder)).hasMessageContaining("say in a sentence");
        }

        mend(source, "differing.isEmpty()", "differing.size() == 1");
        mend(source, "counts.get(0)", "differing.get(0)");
        assertThat(found("area,spring,summer,autumn\nNorth,21,34,15\nSouth,21,34,16\n"))
                .containsExactly("t1.csv!D3");
    }

    @Test
    void aClassThatHangsOnTheOrderOfRowsFailsTheCases() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE, "rows");
        Path source = checkout.resolve(FAMILY + "FewDots.java");
        mend(source, "!each.same()", "each.earlier().value().compareTo(each.later().value()) < 0");

        assertThatThrownBy(() -> RuleCase.read("DOT-001", checkout.resolve("testdata/rules/DOT-001/passing"))
                        .holds(OutputChecker.of(RuleBook.of(List.of(compiled())))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in the reverse order");
    }

    @Test
    void aFindingThatDidNotComeIsToldWithWhatTheColumnsWereTakenFor() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE);
        Path folder = checkout.resolve("testdata/rules/DOT-001/failing");
        Files.writeString(folder.resolve("submission/t1.csv"), "area,share\nNorth,9%\nSouth,14%\n");
        Files.delete(folder.resolve("submission/submission.yaml"));

        assertThatThrownBy(() ->
                        RuleCase.read("DOT-001", folder).holds(OutputChecker.of(RuleBook.of(List.of(compiled())))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected and not found: FAIL at t1.csv!B2")
                .hasMessageContainingAll("t1.csv!A1:B3 as understood: ", "area = label, share = proportion")
                .hasMessageContaining("DOT-001 has nothing to test here: no counts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Row " + table.rowLabel(found.later().row()) + " has the counts of another." | South
            "The count of " + found.later().value() + " stands in two rows."             | 21
            "Two rows have the same count in " + table.columns().get(1).name()   | spring
            """)
    void aCaseFailsWhereTheMessageRepeatsTheFile(String message, String word) throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE, "rows");

        assertThatThrownBy(() -> failingCaseWithMessage(message))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DOT-001/failing: \"" + word + "\" in \"")
                .hasMessageContaining("may repeat nothing of the file and no limit of the profile");
    }

    @Test
    void aCaseFailsWhereTheMessageRepeatsALimitOfTheProfile() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE);
        mend(
                checkout.resolve(FAMILY + "FewDots.java"),
                "\"A count is below the minimum.\"",
                "\"A count is below \" + minimum");

        assertThatThrownBy(() -> RuleCase.read("DOT-001", checkout.resolve("testdata/rules/DOT-001/failing"))
                        .holds(OutputChecker.of(RuleBook.of(List.of(compiled())))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"10\" in \"");
    }

    @Test
    void aMessageMayNameAFileAndCountWithTheNumbersOfItsRule() throws Exception {
        run("new-rule", "DOT-001", "Few dots", SOURCE, "rows");

        failingCaseWithMessage("\"Two rows of \" + table.file() + \" have the same \" + FEWEST + \" or more counts.\"");
    }

    @Test
    void whatCannotServeIsRefused() throws Exception {
        assertThat(run("new-rule", "dot-1", "Few dots", SOURCE).said()).contains("dot-1 is no family");
        assertThat(run("new-rule", "INT-001", "Few dots", SOURCE).said()).contains("int is a word of Java");
        assertThat(run("new-rule", "DOT-001", "5 dots", SOURCE).said()).contains("5Dots is no name of a class");
        assertThat(run("new-rule", "DOT-001", "Few \"dots\"", SOURCE).said()).contains("the title holds a quote");
        assertThat(run("new-rule", "DOT-001", "Few dots").said())
                .contains("the title, the source", "Numbers are: count ");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "spread").said())
                .contains("spread is no role of numbers; there are: count distinct_patients percentage")
                .doesNotContain("label");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "mean", "below", "two")
                        .said())
                .contains("two is no limit");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "mean", "below", "0.0")
                        .said())
                .contains("write the limit that you mean");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "mean", "under", "2")
                        .said())
                .contains("under is neither below nor above");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "events", "below", "2")
                        .said())
                .contains("held against the minimum of the profile");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "sd", "above", "3", "times", "spread")
                        .said())
                .contains("spread is no role of numbers");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "sd", "above", "3", "times", "sd")
                        .said())
                .contains("name two kinds of number");
        assertThat(run("new-rule", "DOT-001", "Few dots", SOURCE, "rows", "below", "2")
                        .said())
                .contains("rows are compared with one another, and with no limit: leave out \"below 2\"");
        assertThat(run("new-rule", "--class=ColumnRole", "DOT-001", "Few dots", SOURCE)
                        .said())
                .contains("there is a class ColumnRole already");
        assertThat(run("new-rule", "DOT-001", "Few dots", "").said()).contains("name the handbook");
        assertThat(run("new-case", "DOT-009", "below").said()).contains("there is no folder testdata/rules/DOT-009");
        assertThat(run("new-case", "DOT-004", "Below").said()).contains("Below is no name of a case");
        assertThat(run("new-case", "DOT-004", "below", "red").said()).contains("red is neither a kind of case");
        assertThat(run("new-case", "DOT-004", "below", "../DOT-004").said()).contains("nor a case of DOT-004");
        assertThat(run("new-case", "DOT-004", "below").said()).contains("DOT-004 has no failing case to copy");
    }

    private Ended run(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("sh", checkout.resolve("sdc-cli/bin").resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path said = checkout.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(said));
    }

    private void failingCaseWithMessage(String message) throws Exception {
        mend(checkout.resolve(FAMILY + "FewDots.java"), "\"Two rows have the same counts.\"", message);
        RuleCase.read("DOT-001", checkout.resolve("testdata/rules/DOT-001/failing"))
                .holds(OutputChecker.of(RuleBook.of(List.of(compiled()))));
    }

    private static void mend(Path source, String generated, String own) throws IOException {
        String before = Files.readString(source);
        Files.writeString(source, before.replace(generated, own));
        assertThat(source).content().isNotEqualTo(before);
    }

    /** Where the rule finds something in a table. */
    private List<String> found(String table) throws Exception {
        Path submission = Files.createDirectories(checkout.resolve("submission"));
        Files.writeString(submission.resolve("t1.csv"), table);
        Submission read = SubmissionReader.readFolder(submission, null);
        return OutputChecker.of(RuleBook.of(List.of(compiled())))
                .check(read, Profiles.choose(null, read))
                .findings()
                .stream()
                .filter(finding -> finding.rule().equals("DOT-001"))
                .map(finding -> finding.file() + "!" + finding.cell())
                .toList();
    }

    private List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(checkout.resolve("testdata/rules/DOT-001"))) {
            return folders.toList();
        }
    }

    private static Path placeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private Rule compiled() throws Exception {
        Path classes = Files.createDirectories(checkout.resolve("classes"));
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:all,-processing",
                        "-Werror",
                        "-cp",
                        placeOf(SdcRule.class) + File.pathSeparator + placeOf(NullMarked.class),
                        "-d",
                        classes.toString(),
                        checkout.resolve(FAMILY + "FewDots.java").toString(),
                        checkout.resolve(FAMILY + "package-info.java").toString());
        assertThat(exit).isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            return (Rule) loader.loadClass("dev.sdc.rules.dot.FewDots")
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }
}

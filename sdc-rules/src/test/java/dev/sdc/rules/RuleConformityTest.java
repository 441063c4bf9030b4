package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.SdcRule;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has its page and its cases, and they speak of the rule as it is. */
class RuleConformityTest {
    private static final List<Rule> RULES = new GeneratedRules().rules();
    private static final String ENGINES_OWN = RuleBook.NOT_DECIDED.id();

    @TestFactory
    Stream<DynamicContainer> everyRule() {
        return RULES.stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        id(rule),
                        List.of(
                                DynamicTest.dynamicTest("has a page that agrees with the class", () -> page(rule)),
                                DynamicTest.dynamicTest(
                                        "has failing, passing and boundary cases", () -> cases(id(rule))))));
    }

    @Test
    void theEnginesOwnRuleHasCasesToo() {
        cases(ENGINES_OWN);
    }

    @Test
    void noPageOrCaseIsOfARuleThatIsNotThere() throws Exception {
        TreeSet<String> built =
                new TreeSet<>(RULES.stream().map(RuleConformityTest::id).toList());
        built.add(ENGINES_OWN);
        assertThat(RuleCase.rules()).as("folders of testdata/rules").isSubsetOf(built);
        try (Stream<java.nio.file.Path> pages = Files.list(RuleCase.ROOT.resolve("../../docs/rules"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                            .map(name -> name.substring(0, name.length() - 3)))
                    .as("pages of docs/rules")
                    .isSubsetOf(built);
        }
    }

    @Test
    void whatTheCatalogueNamesIsNotBuilt() throws Exception {
        List<String> lines;
        try (InputStream catalogue = GeneratedRules.class.getResourceAsStream("catalogue.txt")) {
            lines = new String(catalogue.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        assertThat(lines)
                .as("lines of catalogue.txt")
                .allSatisfy(
                        line -> assertThat(line).matches("[A-Z]+-[0-9]{3}\\|[^|]+\\|(file|table|output|submission)"));
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('|'))))
                .as("rules that catalogue.txt says are not built")
                .doesNotContainAnyElementsOf(
                        RULES.stream().map(RuleConformityTest::id).toList());
    }

    private static void page(Rule rule) {
        RulePage page = RulePage.of(id(rule))
                .orElseThrow(() -> new AssertionError("docs/rules/" + id(rule) + ".md is missing"));
        SdcRule annotation = rule.getClass().getAnnotation(SdcRule.class);
        assertThat(page.id()).as("id in the first line").isEqualTo(annotation.id());
        assertThat(page.title()).as("title in the first line").isEqualTo(annotation.title());
        assertThat(page.sections().keySet()).as("headings").containsExactlyElementsOf(RulePage.HEADINGS);
        assertThat(page.sections())
                .as("sections")
                .allSatisfy((heading, text) -> assertThat(text).as(heading).isNotBlank());
        assertThat(page.sections().get("Fails")).as("an example under Fails").containsPattern("(?m)^(\\||```)");
        assertThat(page.sections().get("Passes")).as("an example under Passes").containsPattern("(?m)^(\\||```)");
        assertThat(page.parameters()).as("line `Parameters:` under The test").isPresent();
        assertThat(page.parameters().orElseThrow()).as("parameters").containsExactlyInAnyOrder(annotation.parameters());
    }

    private static void cases(String rule) {
        List<RuleCase> cases = RuleCase.of(rule);
        assertThat(cases.stream().map(RuleCase::kind)).as("kinds of cases").contains(RuleCase.Kind.values());
        assertThat(cases).allSatisfy(each -> {
            assertThat(each.submission()).as(each.name()).isNotEmptyDirectory();
            if (each.kind() == RuleCase.Kind.FAILING) {
                assertThat(each.expect()).as(each.name()).isNotEmpty();
            }
            if (each.kind() == RuleCase.Kind.PASSING) {
                assertThat(each.expect().stream().map(RuleCase.Expected::level))
                        .as(each.name())
                        .doesNotContain(Level.FAIL, Level.REVIEW);
            }
        });
    }

    private static String id(Rule rule) {
        return rule.info().id();
    }
}

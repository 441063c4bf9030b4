package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.Nearest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule has its page and its cases, and they speak of the rule as it is; {@code -Dsdc.rule=ID} looks at one rule.
 */
class RuleConformityTest {
    private static final List<Rule> RULES = new GeneratedRules().rules();
    private static final String ONE_RULE = System.getProperty("sdc.rule", "");
    private static final String ENGINES_OWN = RuleBook.NOT_DECIDED.id();

    @TestFactory
    Stream<DynamicTest> everyRule() {
        List<Rule> asked = RULES.stream().filter(rule -> isAsked(id(rule))).toList();
        if (asked.isEmpty() && !isAsked(ENGINES_OWN)) {
            fail("-Dsdc.rule=" + ONE_RULE + ": no class is annotated with this id; new-rule writes one"
                    + Nearest.of(ONE_RULE, ids())
                            .map(near -> ". Or is " + near + " meant?")
                            .orElse("."));
        }
        return asked.stream().map(rule -> DynamicTest.dynamicTest(id(rule), () -> agrees(rule)));
    }

    @Test
    void theEnginesOwnRuleHasCasesToo() {
        if (isAsked(ENGINES_OWN)) {
            refuse(ENGINES_OWN, RuleConformity.ofCases(ENGINES_OWN));
        }
    }

    @Test
    void noPageOrCaseIsOfARuleThatIsNotThere() throws Exception {
        List<String> found = new ArrayList<>();
        RuleCase.rules().stream()
                .filter(RuleConformityTest::isNotThere)
                .forEach(id -> found.add(
                        "testdata/rules/%s: no class has this id: write it, or remove the folder".formatted(id)));
        try (Stream<Path> pages = Files.list(RuleCase.ROOT.resolve("../../docs/rules"))) {
            pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .filter(RuleConformityTest::isNotThere)
                    .sorted()
                    .forEach(id -> found.add(
                            "docs/rules/%s.md: no class has this id: write it, or remove the page".formatted(id)));
        }
        refuse("What no rule has", found);
    }

    @Test
    void noTwoRulesHaveTheSameTitle() {
        List<String> found = new ArrayList<>();
        for (Rule rule : RULES) {
            RULES.stream()
                    .filter(other -> isAsked(id(rule)) && !id(other).equals(id(rule)))
                    .filter(other ->
                            other.info().title().equalsIgnoreCase(rule.info().title()))
                    .forEach(other -> found.add("%s and %s are both called \"%s\": change the title of one"
                            .formatted(id(rule), id(other), rule.info().title())));
        }
        refuse("Titles", found);
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

    private static void agrees(Rule rule) throws DeclarationException {
        SdcRule annotation = rule.getClass().getAnnotation(SdcRule.class);
        List<String> found = new ArrayList<>();
        RulePage page = RulePage.of(annotation.id()).orElse(null);
        if (page == null) {
            found.add("docs/rules/" + annotation.id() + ".md is missing: write it");
        } else {
            found.addAll(RuleConformity.ofPage(annotation, page));
            found.addAll(contradictions(page));
        }
        found.addAll(RuleConformity.ofCases(annotation.id()));
        refuse(annotation.id(), found);
    }

    /** Of a case that does not hold nobody knows yet what is right; RuleCasesTest tells of it. */
    private static List<String> contradictions(RulePage page) throws DeclarationException {
        List<RuleCase> cases = new ArrayList<>();
        for (Path folder : RuleCase.foldersOf(page.id())) {
            try {
                cases.add(RuleCase.read(page.id(), folder));
            } catch (IllegalArgumentException e) {
                // told by RuleCasesTest, too
            }
        }
        return Contradictions.on(page, cases).isEmpty()
                ? List.of()
                : Contradictions.on(
                        page, cases.stream().filter(RuleConformityTest::holds).toList());
    }

    private static boolean holds(RuleCase one) {
        try {
            one.holds(OutputChecker.standard());
            return true;
        } catch (AssertionError | DeclarationException e) {
            return false;
        }
    }

    private static void refuse(String what, List<String> found) {
        if (!found.isEmpty()) {
            fail(what + ":\n  " + String.join("\n  ", found));
        }
    }

    private static boolean isAsked(String id) {
        return ONE_RULE.isEmpty() || ONE_RULE.equals(id);
    }

    private static boolean isNotThere(String id) {
        return isAsked(id) && !id.equals(ENGINES_OWN) && !ids().contains(id);
    }

    private static List<String> ids() {
        return RULES.stream().map(RuleConformityTest::id).toList();
    }

    private static String id(Rule rule) {
        return rule.info().id();
    }
}

package dev.sdc.rules;

import static org.assertj.core.api.Assertions.fail;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.submission.yaml.Nearest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks every worked case and compares what its rule found with what the case expects; {@code -Dsdc.rule=ID} those of one
 * rule.
 */
class RuleCasesTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();
    private static final String ONE_RULE = System.getProperty("sdc.rule", "");

    @TestFactory
    Stream<DynamicContainer> everyRule() {
        List<String> rules = RuleCase.rules();
        if (!ONE_RULE.isEmpty() && !rules.contains(ONE_RULE)) {
            fail("-Dsdc.rule=" + ONE_RULE + ": no folder of testdata/rules has this name"
                    + Nearest.of(ONE_RULE, rules)
                            .map(near -> ". Is " + near + " meant?")
                            .orElse("."));
        }
        return rules.stream()
                .filter(rule -> ONE_RULE.isEmpty() || rule.equals(ONE_RULE))
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule,
                        RuleCase.foldersOf(rule).stream()
                                .map(folder -> DynamicTest.dynamicTest(
                                        folder.getFileName().toString(),
                                        () -> RuleCase.read(rule, folder).holds(CHECKER)))));
    }
}

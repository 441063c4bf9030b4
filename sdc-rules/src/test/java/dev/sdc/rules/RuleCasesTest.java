package dev.sdc.rules;

import dev.sdc.engine.OutputChecker;
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
        return RuleCase.rules().stream()
                .filter(rule -> ONE_RULE.isEmpty() || rule.equals(ONE_RULE))
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule,
                        RuleCase.of(rule).stream()
                                .map(each -> DynamicTest.dynamicTest(
                                        each.folder().getFileName() + ": " + each.about(),
                                        () -> each.holds(CHECKER)))));
    }
}

package dev.sdc.rules.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.rules.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Something that a mutant can fail: a worked case, checked by little more than its rule, or a class of tests.
 *
 * @param passes whether it holds; may throw, which is a failure as well
 */
record Trial(String name, Callable<Boolean> passes) {

    /** Whether it holds. */
    boolean holds() {
        try {
            return passes.call();
        } catch (Exception | Error failure) {
            return false;
        }
    }

    /**
     * Every worked case: of each rule with no others but those on records, whose listings are understood anew, and those of
     * the engine's own rule, which looks at what all others did.
     */
    static List<Trial> cases() {
        List<Trial> trials = new ArrayList<>();
        OutputChecker standard = OutputChecker.standard();
        List<Rule> all = standard.rules().rules();
        for (Rule rule : all) {
            List<Rule> few = all.stream()
                    .filter(each -> each.equals(rule) || each.info().id().startsWith("REC-"))
                    .toList();
            RuleBook book =
                    new RuleBook(few, standard.rules().known(), standard.rules().kinds());
            add(trials, rule.info().id(), OutputChecker.of(book));
        }
        add(trials, RuleBook.NOT_DECIDED.id(), standard);
        return trials;
    }

    private static void add(List<Trial> trials, String rule, OutputChecker checker) {
        for (RuleCase each : RuleCase.of(rule)) {
            trials.add(new Trial(each.name(), () -> {
                each.holds(checker);
                return true;
            }));
        }
    }

    /** Classes of tests, by name. */
    static List<Trial> tests(List<String> names) {
        Launcher launcher = LauncherFactory.create();
        return names.stream()
                .map(name -> new Trial(name, () -> {
                    SummaryGeneratingListener summary = new SummaryGeneratingListener();
                    launcher.execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(name))
                                    .build(),
                            summary);
                    return summary.getSummary().getTestsFoundCount() > 0
                            && summary.getSummary().getTotalFailureCount() == 0;
                }))
                .toList();
    }
}

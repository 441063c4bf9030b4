package dev.sdc.rules;

import dev.sdc.engine.report.Report;
import java.util.List;
import java.util.stream.Stream;

/** What a rule says of the files of a case, and what their columns were taken for: so that who expected otherwise sees why. */
final class CaseAsRead {
    private CaseAsRead() {}

    /** A line or two for every output of the files that these places, each {@code LEVEL at file!cell}, speak of. */
    static String of(Report report, String rule, Stream<String> places) {
        List<String> asked = places.toList();
        StringBuilder said = new StringBuilder();
        for (Report.FileReport file : report.files()) {
            if (asked.stream().noneMatch(place -> place.contains(" at " + file.path()))) {
                continue;
            }
            if (file.outputs().isEmpty()) {
                said.append("\n  ").append(file.path()).append(": nothing in it was understood as an output");
            }
            for (Report.OutputReport output : file.outputs()) {
                said.append("\n  ").append(file.path());
                said.append(output.range().isEmpty() ? "" : "!" + output.range());
                said.append(" as understood: ").append(output.understood());
                output.rules().stream()
                        .filter(each -> each.id().equals(rule))
                        .forEach(each -> said.append(result(each)));
            }
        }
        return said.toString();
    }

    private static String result(Report.RuleReport rule) {
        return switch (rule.outcome()) {
            case NOT_APPLICABLE -> "\n    " + rule.id() + " has nothing to test here: " + rule.why();
            case PASS -> "\n    " + rule.id() + " passed what it tested: " + rule.why();
            default -> "";
        };
    }
}

package dev.sdc.engine;

import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.rule.KindOfOutput;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what was tested in an output against what its kind asks for. */
final class KindCheck {
    private final Map<OutputType, KindOfOutput> kinds;

    KindCheck(Map<OutputType, KindOfOutput> kinds) {
        this.kinds = kinds;
    }

    /**
     * Why a declared kind was not tested as such, in a sentence; null where it was, or where no table of kinds is loaded.
     *
     * @param results what rules came to on all outputs of one file that are declared to be of the kind, and on the file
     */
    @Nullable
    String untested(OutputType type, List<Map<String, RuleResult>> results) {
        if (kinds.isEmpty() || type == OutputType.OTHER) {
            return null;
        }
        KindOfOutput kind = kinds.get(type);
        if (kind == null) {
            return "no table says which rules decide on the kind " + type.key();
        }
        boolean decided =
                results.stream().anyMatch(all -> kind.decidedBy().stream().anyMatch(id -> decided(all, id)));
        return decided
                ? null
                : "it is declared to be " + type.key() + ", and none of the rules that decide on this kind ("
                        + String.join(", ", kind.decidedBy()) + ") found anything to test";
    }

    /** What an output turned out to be: records where a rule on records fails a table, else what it was read as. */
    OutputType shown(Output output, Map<String, RuleResult> results) {
        if (output.typeDeclared() || !(output instanceof Table)) {
            return output.type();
        }
        return listsRecords(results) ? OutputType.RECORD_LEVEL : output.type();
    }

    /** Whether a rule on records fails an output, whatever it is declared to be. */
    boolean listsRecords(Map<String, RuleResult> results) {
        return results.entrySet().stream()
                .anyMatch(result ->
                        isOnRecords(result.getKey()) && result.getValue().outcome() == RuleOutcome.FAIL);
    }

    /** Whether a rule belongs to records: what it fails is a listing of them. */
    boolean isOnRecords(String rule) {
        KindOfOutput records = kinds.get(OutputType.RECORD_LEVEL);
        return records != null && records.also().stream().anyMatch(family -> belongs(rule, family));
    }

    /** The families of rules that belong to the kind that an output is shown as, and of which none reached a result. */
    List<String> notRun(Output output, OutputType shown, Map<String, RuleResult> results) {
        KindOfOutput kind = kinds.get(shown);
        if (kind == null || output.numbers().isEmpty()) {
            return List.of();
        }
        Set<String> wanted = new LinkedHashSet<>(kind.also());
        List<String> missing = new ArrayList<>();
        for (String each : wanted) {
            boolean some = results.keySet().stream().anyMatch(id -> belongs(id, each) && decided(results, id));
            if (!some) {
                missing.add(each);
            }
        }
        return List.copyOf(missing);
    }

    private static boolean belongs(String id, String family) {
        return id.equals(family) || id.startsWith(family + "-");
    }

    private static boolean decided(Map<String, RuleResult> results, String id) {
        RuleResult result = results.get(id);
        return result != null && result.decided();
    }
}

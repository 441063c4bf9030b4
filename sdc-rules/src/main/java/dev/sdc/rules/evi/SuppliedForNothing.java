package dev.sdc.rules.evi;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Small numbers supplied under a name that nothing printed goes by: a reference level, or a name that was written otherwise.
 * No other rule sees them, and what they are of may be printed.
 */
final class SuppliedForNothing {
    private SuppliedForNothing() {}

    static List<Contradiction> contradictions(DeclaredEvidence evidence, List<Output> outputs, int minCount) {
        Map<String, Long> few = new TreeMap<>();
        BiConsumer<String, Long> keep = (key, n) -> {
            if (n >= 1 && n < minCount) {
                few.merge(key, n, Math::min);
            }
        };
        evidence.groupSizes().forEach((test, sizes) -> sizes.forEach(n -> keep.accept(test, n)));
        evidence.cellMinimum().forEach(keep);
        evidence.eventsByLevel().forEach(keep);
        if (few.isEmpty()) {
            return List.of();
        }
        Set<String> names = names(outputs);
        List<Contradiction> found = new ArrayList<>();
        few.forEach((key, n) -> {
            if (!names.contains(Wording.plain(key))) {
                found.add(Contradiction.ofAll(n + " is supplied for " + key + ", and nothing printed has that name"));
            }
        });
        return found;
    }

    private static Set<String> names(List<Output> outputs) {
        Set<String> names = new HashSet<>();
        for (Output output : outputs) {
            output.numbers().ifPresent(table -> addNames(table, names));
            if (output instanceof ModelSummary print) {
                names.add(Wording.plain(print.title()));
            }
        }
        return names;
    }

    private static void addNames(Table table, Set<String> names) {
        for (int row = 0; row < table.rowCount(); row++) {
            names.add(Wording.plain(table.rowLabel(row)));
            table.rowLabels(row).forEach(label -> names.add(Wording.plain(label)));
        }
        for (Column column : table.columns()) {
            names.add(Wording.plain(column.name()));
            column.header().forEach(header -> names.add(Wording.plain(header)));
        }
    }
}

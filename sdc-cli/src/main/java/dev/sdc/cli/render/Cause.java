package dev.sdc.cli.render;

import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place with all that rules found there, so that a cell that several rules flag is told once.
 *
 * @param output the output's id, or null for a place in the file as a whole
 * @param cell the address, or empty for the whole file
 * @param findings what was found there, gravest first
 */
record Cause(String file, @Nullable String output, String cell, List<Finding> findings) {

    /** Groups findings by place, in the order of their first appearance. */
    static List<Cause> of(List<Finding> findings) {
        Map<List<String>, List<Finding>> byPlace = new LinkedHashMap<>();
        int single = 0;
        for (Finding finding : findings) {
            String output = finding.output() == null ? "" : finding.output();
            // findings about a whole file or output have no place in common
            String place = finding.cell().isEmpty() ? "\0" + single++ : finding.cell();
            byPlace.computeIfAbsent(List.of(finding.file(), output, place), p -> new ArrayList<>())
                    .add(finding);
        }
        List<Cause> causes = new ArrayList<>();
        for (List<Finding> here : byPlace.values()) {
            here.sort((a, b) -> b.disposition().compareTo(a.disposition()));
            Finding first = here.get(0);
            causes.add(new Cause(first.file(), first.output(), first.cell(), List.copyOf(here)));
        }
        return causes;
    }

    Level level() {
        return findings.get(0).level();
    }

    /** The labels and text of the place, from the first finding that gives them. */
    @Nullable
    String row() {
        return findings.stream()
                .map(Finding::row)
                .filter(r -> r != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String column() {
        return findings.stream()
                .map(Finding::column)
                .filter(c -> c != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String value() {
        return findings.stream()
                .map(Finding::value)
                .filter(v -> v != null)
                .findFirst()
                .orElse(null);
    }
}

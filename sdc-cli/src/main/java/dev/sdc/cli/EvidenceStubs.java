package dev.sdc.cli;

import dev.sdc.cli.render.Yaml;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The evidence that rules ask of one output, as keys of a declaration that wait for their values. */
final class EvidenceStubs {
    /** More rows than this are for a program to fill in. */
    private static final int MOST_LABELS = 40;

    private static final Pattern KEY = Pattern.compile(
            "\\b(contributions|distinct_patients|unweighted_n|n_obs|n_parameters|dof_residual|n_events|cell_counts"
                    + "|cell_minimum|indicator_counts|events_by_level|group_sizes|cluster_sizes|extreme_evidence)\\b");
    /** The label that a rule names as an example: {@code {"Drug X": n}}. */
    private static final Pattern EXAMPLE = Pattern.compile("\\{\"((?:[^\"\\\\]|\\\\.)+)\"");

    private final Map<String, Set<String>> keys = new LinkedHashMap<>();
    private final Map<String, String> asking = new LinkedHashMap<>();

    /**
     * Takes in what one finding asks for; {@code table} is what it asks it of, if that is a table. False where it asks for
     * something else than a key of the evidence.
     */
    boolean add(Finding finding, @Nullable Table table) {
        String needed = finding.evidenceNeeded();
        if (needed == null) {
            return false;
        }
        Matcher key = KEY.matcher(needed);
        boolean some = false;
        while (key.find()) {
            some = true;
            asking.putIfAbsent(
                    key.group(1), finding.rule() + (finding.cell().isEmpty() ? "" : " at " + finding.cell()));
            Set<String> labels = keys.computeIfAbsent(key.group(1), k -> new LinkedHashSet<>());
            Matcher example = EXAMPLE.matcher(needed);
            if (example.find(key.end())) {
                labels.add(example.group(1));
            }
            if (table != null && finding.cell().indexOf(':') > 0) {
                rows(table, labels);
            }
        }
        return some;
    }

    private static void rows(Table table, Set<String> labels) {
        for (int row = 0; row < table.rowCount() && labels.size() < MOST_LABELS; row++) {
            String label = table.rowLabel(row);
            if (!label.isBlank() && !table.isTotalRow(row)) {
                labels.add(label);
            }
        }
        if (labels.isEmpty()) {
            table.columns().stream()
                    .filter(column -> !column.isLabel())
                    .map(Column::name)
                    .filter(name -> !name.isBlank())
                    .forEach(labels::add);
        }
    }

    /** The lines to stand below {@code evidence:}; a value left empty counts as not there. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        keys.forEach((key, labels) -> {
            String who = "   # " + asking.get(key);
            switch (key) {
                case "n_obs", "n_parameters", "dof_residual", "n_events" -> lines.add(key + ":" + who);
                default -> {
                    lines.add(key + ":" + who);
                    labels.forEach(label -> lines.add("  " + Yaml.quoted(label) + ":" + shape(key)));
                }
            }
        });
        return lines;
    }

    /** Whether nothing is asked for under a key. */
    boolean isEmpty() {
        return keys.isEmpty();
    }

    private static String shape(String key) {
        return switch (key) {
            case "contributions" -> " {n: , x1: , x2: , sum: }";
            case "extreme_evidence" -> " {min: {structural: , n_at_value: }, max: {structural: , n_at_value: }}";
            case "indicator_counts" -> "   # [with, without], or {level: n}";
            case "group_sizes" -> "   # [n, n]";
            default -> "";
        };
    }
}

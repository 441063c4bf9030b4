package dev.sdc.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all rules came to, by file and by output. Not thread-safe; lives for one check. */
final class Results {
    private final Map<String, SortedMap<String, RuleResult>> byFile = new HashMap<>();
    private final Map<String, SortedMap<String, RuleResult>> byOutput = new HashMap<>();

    /** What rules came to on a file as a whole, by rule id. */
    SortedMap<String, RuleResult> ofFile(String path) {
        return byFile.computeIfAbsent(path, p -> new TreeMap<>());
    }

    /** What rules came to on an output, by rule id. */
    SortedMap<String, RuleResult> ofOutput(String id) {
        return byOutput.computeIfAbsent(id, i -> new TreeMap<>());
    }

    /** Takes in what came of another reading of some files. */
    void takeIn(Results otherReading) {
        otherReading.byFile.forEach((path, results) -> takeIn(ofFile(path), results));
        otherReading.byOutput.forEach((id, results) -> takeIn(ofOutput(id), results));
    }

    private static void takeIn(SortedMap<String, RuleResult> into, SortedMap<String, RuleResult> results) {
        results.forEach((rule, result) -> into.merge(rule, result, RuleResult::or));
    }
}

package dev.sdc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What was measured, by name; several times each, since no measurement can be trusted alone. */
final class Measurements {
    private final Map<String, List<Double>> samples = new HashMap<>();

    /** Reads the results in a folder: JMH's own ({@code .json}), and lines of a name and a number ({@code .txt}). */
    static Measurements in(Path folder) throws IOException {
        Measurements measurements = new Measurements();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json")) {
                    measurements.addJmh(new ObjectMapper().readTree(Files.readString(file)));
                } else if (file.toString().endsWith(".txt")) {
                    measurements.addLines(Files.readAllLines(file));
                }
            }
        }
        return measurements;
    }

    void addJmh(JsonNode results) {
        for (JsonNode result : results) {
            String name = brief(result.get("benchmark").asString());
            for (JsonNode fork :
                    result.get("secondaryMetrics").get(CpuTime.NAME).get("rawData")) {
                for (JsonNode sample : fork) {
                    add(name, sample.asDouble());
                }
            }
        }
    }

    /** A benchmark's name without its package. */
    static String brief(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    void addLines(List<String> lines) {
        for (String line : lines) {
            int space = line.indexOf(' ');
            add(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        }
    }

    private void add(String name, double sample) {
        samples.computeIfAbsent(name, n -> new ArrayList<>()).add(sample);
    }

    boolean has(String name) {
        return samples.containsKey(name);
    }

    /** The middle sample: one disturbed by other work on the machine does not move it. */
    double median(String name) {
        List<Double> sorted = new ArrayList<>(samples.getOrDefault(name, List.of()));
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

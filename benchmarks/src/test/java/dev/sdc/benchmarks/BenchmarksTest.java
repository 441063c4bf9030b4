package dev.sdc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs once over a tiny table, so that none is found broken on the day it is needed. */
class BenchmarksTest {
    @Test
    void everyBenchmarkRuns() throws RunnerException {
        Options once = new OptionsBuilder()
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .param("rows", "200")
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        List<String> measured = new ArrayList<>();
        for (RunResult result : new Runner(once).run()) {
            assertThat(result.getSecondaryResults()).containsKey(CpuTime.NAME);
            measured.add(Measurements.brief(result.getParams().getBenchmark()));
        }
        for (Comparison comparison : Comparison.ALL) {
            if (Character.isUpperCase(comparison.ours().charAt(0))) {
                assertThat(measured).contains(comparison.ours(), comparison.other());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHeapJobSeesAllRows(HeapJob job, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("table." + job.extension());
        job.write(200, file);
        assertThat(job.rows(file)).isEqualTo(200);
        List<String> compared = new ArrayList<>();
        Comparison.ALL.forEach(comparison -> compared.addAll(List.of(comparison.ours(), comparison.other())));
        assertThat(compared).contains("heap." + job);
    }
}

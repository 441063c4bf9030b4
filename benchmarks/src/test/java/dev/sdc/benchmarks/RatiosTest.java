package dev.sdc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class RatiosTest {
    private static final Comparison READING =
            new Comparison("reading", "A.ours", "the floor", "A.floor", "ms", new Target.Times(3));

    @Test
    void aRatioIsTakenOfMedians() {
        Measurements measured = new Measurements();
        measured.addLines(List.of("A.ours 60", "A.ours 900", "A.ours 50", "A.floor 20"));
        assertThat(READING.line(measured)).isEqualTo("| reading | 60 ms | the floor | 20 ms | 3 | ≤ 3 × | met |");
        measured.addLines(List.of("A.ours 64"));
        assertThat(READING.line(measured)).isEqualTo("| reading | 62 ms | the floor | 20 ms | 3.1 | ≤ 3 × | missed |");
    }

    @Test
    void theProcessorTimeOfJmhIsRead() {
        Measurements measured = new Measurements();
        measured.addJmh(new ObjectMapper().readTree("""
                [{"benchmark": "dev.sdc.benchmarks.A.ours",
                  "primaryMetric": {"rawData": [[7.0]]},
                  "secondaryMetrics": {"cpu": {"rawData": [[1.0, 3.0], [2.0]]}}}]
                """));
        assertThat(measured.median("A.ours")).isEqualTo(2.0);
    }

    @Test
    void aHeapIsHeldToAnAmount() {
        Target heap = new Target.InAll(64, "MB");
        assertThat(heap.judge(64, 1)).isEqualTo("met");
        assertThat(heap.judge(65, 1000)).isEqualTo("missed");
        assertThat(heap.words()).isEqualTo("≤ 64 MB");
    }

    @Test
    void whatWasNotMeasuredIsSaid() {
        assertThat(READING.line(new Measurements())).endsWith("| not measured |");
    }
}

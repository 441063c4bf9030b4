package dev.sdc.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Finding A = Reports.finding("FREQ-001", Disposition.BREACH, "B4", "80+", "3");
    private static final Finding B = Reports.finding("FREQ-001", Disposition.BREACH, "B5", "90+", "2");
    private static final Finding C = Reports.finding("SEC-001", Disposition.BREACH, "B4", "80+", "<10");

    @Test
    void tellsNewFromGoneAndUnchanged() {
        Comparison comparison = Comparison.of(Reports.of(List.of(A, B)), Reports.of(List.of(B, C)));

        assertThat(comparison.added()).containsExactly(C);
        assertThat(comparison.gone()).containsExactly(A);
        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.previousVerdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFindingThatMovedWithItsLabelsIsTheSame() {
        Finding moved = Reports.finding("FREQ-001", Disposition.BREACH, "B9", "80+", "4");

        Comparison comparison = Comparison.of(Reports.of(List.of(A)), Reports.of(List.of(moved)));

        assertThat(comparison.added()).isEmpty();
        assertThat(comparison.gone()).isEmpty();
    }

    @Test
    void aGraverLevelIsNew() {
        Finding milder = Reports.finding("FREQ-001", Disposition.NEEDS_EVIDENCE, "B4", "80+", "3");

        assertThat(Comparison.of(Reports.of(List.of(milder)), Reports.of(List.of(A)))
                        .added())
                .containsExactly(A);
    }

    @Test
    void equalFindingsAreCounted() {
        Comparison fewer = Comparison.of(Reports.of(List.of(A, A, A)), Reports.of(List.of(A)));
        Comparison more = Comparison.of(Reports.of(List.of(A)), Reports.of(List.of(A, A, A)));

        assertThat(fewer.gone()).hasSize(2);
        assertThat(fewer.added()).isEmpty();
        assertThat(more.added()).hasSize(2);
        assertThat(more.gone()).isEmpty();
    }
}

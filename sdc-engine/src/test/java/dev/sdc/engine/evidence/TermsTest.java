package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the names of terms say. */
final class TermsTest {
    @Test
    void theConstantOfEachEquationIsAConstant() {
        assertThat(Terms.isIntercept("(Intercept)")).isTrue();
        assertThat(Terms.isIntercept("s=1 / Intercept")).isTrue();
        assertThat(Terms.isIntercept("grade=2 / const")).isTrue();
        assertThat(Terms.isIntercept("s=1 / arm")).isFalse();
        assertThat(Terms.isIntercept("Intercept / arm")).isFalse();
    }
}

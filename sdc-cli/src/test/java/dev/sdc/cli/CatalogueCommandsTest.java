package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code sdc rules} and {@code sdc profiles}. */
class CatalogueCommandsTest {
    @Test
    void listsEveryRuleBuiltOrNot() {
        Run run = Run.of("rules");

        assertThat(run.exit()).isEqualTo(0);
        assertThat(run.out()).contains("FREQ-001", "SYN-002", "UND-001", "rules are built");
    }

    @Test
    void explainsARuleWithItsPage() {
        assertThat(Run.of("rules", "und-001").out()).startsWith("# UND-001 ").contains("## What to do");
        assertThat(Run.of("rules", "NOPE-001").exit()).isEqualTo(2);
    }

    @Test
    void listsProfilesAndShowsOneWithItsSources() {
        assertThat(Run.of("profiles").out()).contains("handbook-10", "opensafely");
        assertThat(Run.of("profiles", "opensafely").out()).contains("extends handbook-10", "min_count", "round_base");
        assertThat(Run.of("profiles", "nope").exit()).isEqualTo(2);
    }

    @Test
    void showsTwoProfilesSideBySide() {
        Run run = Run.of("profiles", "handbook-10", "opensafely");

        assertThat(run.out()).containsPattern("(?m)^\\*  min_count +10 +8$").containsPattern("(?m)^   nk ");
    }

    @Test
    void helpNamesEveryCommand() {
        Run run = Run.of("--help");

        assertThat(run.exit()).isEqualTo(0);
        assertThat(run.out()).contains("check", "init", "rules", "profiles", "gate-server");
        assertThat(Run.of("check", "--help").out()).contains("--redact", "Exit codes");
    }
}

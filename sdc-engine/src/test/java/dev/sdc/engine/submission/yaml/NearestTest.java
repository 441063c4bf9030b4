package dev.sdc.engine.submission.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("columns", "controls", "unit", "output_type", "sub-national");

    @ParameterizedTest
    @CsvSource({
        "colunms, columns",
        "column, columns",
        "Columns, columns",
        "control, controls",
        "outputtype, output_type",
        "output-type, output_type",
        "sub_national, sub-national",
        "nuit, unit",
    })
    void aMisspellingFindsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.of(written, KNOWN)).contains(meant);
    }

    @Test
    void nothingIsSuggestedThatWasNotMeant() {
        assertThat(Nearest.of("geography", KNOWN)).isEmpty();
        assertThat(Nearest.of("x".repeat(1_000_000), KNOWN)).isEmpty();
        assertThat(Nearest.advice("geography", List.of("a", "b"))).isEqualTo("Known: a, b.");
    }

    @Test
    void quotedTextIsShortAndCannotSteerATerminal() {
        assertThat(Quoted.of("a\u001B[31mb`c\u202Ed")).isEqualTo("`a?[31mb?c?d`");
        assertThat(Quoted.of("x".repeat(500))).hasSize(63).endsWith("…`");
    }
}

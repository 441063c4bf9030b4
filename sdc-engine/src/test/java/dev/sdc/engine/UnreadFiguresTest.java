package dev.sdc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Prose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of figures are told from sentences. */
final class UnreadFiguresTest {
    private static Prose prose(List<String> lines) {
        return new Prose("t.txt#1", "t.txt", OutputType.TEXT, false, Declaration.NONE, null, lines, lines, List.of());
    }

    private static boolean unread(String line) {
        List<String> lines = List.of("A line of words.", line);
        return UnreadFigures.of(new Prose(
                        "t.txt#1", "t.txt", OutputType.TEXT, false, Declaration.NONE, null, lines, lines, List.of()))
                .filter(found -> found.lines() == 1 && found.where().equals("@2:1"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[729   7]",
                " $ age  : num  88 80 70",
                "|   |--- weights: [0.00, 1.00] class: 1",
                "12 34 56",
                "42",
                "Lung 4 Skin 212",
                "4,027 patients, 1,602 deaths, 12.4 0.7 3.3",
                "shape: (4, 2) and 3",
                "Counter({'Skin': 212, 'Lung': 4})"
            })
    void figuresAreUnread(String line) {
        assertThat(unread(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Of 1,204 women, 37 moved away.",
                "2021-03-12 10:22:31",
                "Version 1.4.2 of 12/03/2021",
                "Arm A (n = 508)",
                "% Tue Nov 24 10:12:01 2026",
                "4,027 patients, 1,602 deaths.",
                "shape: (4, 2)",
                "# A tibble: 4 x 2",
                "Deaths until 2019"
            })
    void sentencesDatesAndLoneNumbersAreNot(String line) {
        assertThat(unread(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lung: %d", "- Lung %d", "Lung ..... %d", "deaths = %d"})
    void aListOfNamesAndNumbersIsUnread(String item) {
        List<String> lines = List.of("Two lines follow:", item.replace("%d", "4"), item.replace("%d", "212"));
        assertThat(UnreadFigures.of(prose(lines))).hasValueSatisfying(found -> {
            assertThat(found.lines()).isEqualTo(2);
            assertThat(found.where()).isEqualTo("@2:1");
        });
    }

    @Test
    void theNumberOfAnEchoedLineIsNone() {
        assertThat(UnreadFigures.of(prose(List.of("  2. drop date", "  3. ", "  4.", "  5. }"))))
                .isEmpty();
        assertThat(UnreadFigures.of(prose(List.of("  2. drop date", "  4. ")))).isPresent();
        assertThat(UnreadFigures.of(prose(List.of("  2. drop date", "  3. 17 4"))))
                .isPresent();
    }
}

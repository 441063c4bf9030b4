package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-7", "12.50", "-0.5", "0.000", "72057594037927935", "0.0000000000000001"})
    void plainNumbers(String text) {
        Grid grid = grid(text, NumberStyle.ENGLISH);
        assertThat(grid.kind(0, 0)).isEqualTo(Grid.Kind.NUMBER);
        assertThat(grid.number(0, 0)).hasToString(new java.math.BigDecimal(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "007",
                "-0",
                "-0.0",
                "+5",
                ".5",
                "5.",
                "1,204",
                "1 204",
                "1e5",
                "72057594037927936",
                "0.00000000000000001",
                "123456789012345678",
                "12-",
                "--1",
                "-",
                "1.2.3",
                "00.5",
                "١٢"
            })
    void textsThatAreNoPlainNumbersAreKept(String text) {
        Grid grid = grid(text, NumberStyle.ENGLISH);
        assertThat(grid.kind(0, 0)).isEqualTo(Grid.Kind.TEXT);
        assertThat(grid.text(0, 0)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0", " \u2009\u202f", "\n"})
    void blanks(String text) {
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, 10);
        assertThat(builder.set(0, 0, text)).isTrue();
        assertThat(builder.build(Grid.Layout.PLAIN).isBlank(0, 0)).isTrue();
    }

    @Property
    void theTextComesBackInEitherStyle(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 20) String digits,
            @ForAll @CharRange(from = '0', to = '9') @StringLength(max = 20) String decimals,
            @ForAll boolean negative,
            @ForAll boolean comma) {
        NumberStyle style = comma ? NumberStyle.CONTINENTAL : NumberStyle.ENGLISH;
        String text = (negative ? "-" : "") + digits + (decimals.isEmpty() ? "" : style.decimal() + decimals);
        assertThat(grid(text, style).text(0, 0)).isEqualTo(text);
    }

    @Property
    void anyTextComesBack(@ForAll String text) {
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, 10);
        assertThat(builder.set(0, 0, text)).isTrue();
        Grid grid = builder.build(Grid.Layout.PLAIN);
        assertThat(grid.text(0, 0)).isIn(text, "");
        if (grid.text(0, 0).isEmpty()) {
            assertThat(text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)))
                    .isTrue();
        }
    }

    private static Grid grid(String text, NumberStyle style) {
        GridBuilder builder = new GridBuilder(null, style, 10);
        assertThat(builder.set(0, 0, text)).isTrue();
        return builder.build(Grid.Layout.PLAIN);
    }
}

package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDigitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\uff13\uff10|30",
                "x\u0663|x3",
                "\ud835\udfd1\ud835\udfcf,|31  ,",
                "\u00b3|3",
                "a \u00b3 b|a 3 b",
                "(\u2083)|(3)",
                "n=\u2462|n=3",
                "|",
                "m\u00b2|m\u00b2",
                "\u00b2H|\u00b2H",
                "\u00b9 Patients|\u00b9 Patients",
                "\u00bd|\u00bd",
                "Gr\u00f6\u00dfe 3|Gr\u00f6\u00dfe 3",
            })
    void writes_digits_and_leaves_signs(String text, String plain) {
        assertThat(PlainDigits.in(text == null ? "" : text)).isEqualTo(plain == null ? "" : plain);
    }

    @Test
    void a_raised_digit_is_a_sign_where_a_footnote_begins_with_one() {
        assertThat(PlainDigits.in(List.of("I \u00b3", "II \uff13"))).containsExactly("I 3", "II 3");
        assertThat(PlainDigits.in(List.of("I \u00b3", "II \uff13", " \u00b3 Suppressed")))
                .containsExactly("I \u00b3", "II 3", " \u00b3 Suppressed");
    }

    @Property(tries = 300)
    void every_character_keeps_its_place(@ForAll String text) {
        String plain = PlainDigits.in(text);

        assertThat(plain).hasSameSizeAs(text);
        assertThat(plain.codePoints().filter(c -> c > 0x7F && Character.isDigit(c)))
                .isEmpty();
    }
}

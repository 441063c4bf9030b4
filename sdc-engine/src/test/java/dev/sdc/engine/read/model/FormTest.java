package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "n = #; N   =4,980 in all; 4,980",
                "lr chi2(#) = #; LR chi2(3)       =      328.82; 328.82",
                "groups: {}, #; groups:  hospital, 12; 12",
                "t = #; t = 12.5e-3; 12.5e-3",
                "t = # on; t = 12e; ",
                "n = #; n = 1,2345; ",
                "n = #; n = 12.4,5; 12",
                "model | # #; Model | 12.5; .5"
            })
    void theLastNumberIsRead(String form, String line, String number) {
        Form read = new Form(form);
        int[] spans = new int[2 * read.numbers()];

        int end = read.end(line, 0, spans);

        int last = spans.length - 2;
        assertThat(end < 0 ? null : line.substring(spans[last], spans[last + 1]))
                .isEqualTo(number);
    }

    @Test
    void theLongestLiteralHoldsNoNumber() {
        assertThat(new Form("f(#, #) = #").longestLiteral()).isEqualTo(") = ");
    }

    @Property(tries = 20_000)
    void itAgreesWithAPattern(@ForAll("forms") String form, @ForAll("texts") String text) {
        Form read = new Form(form);
        int[] spans = new int[2 * read.numbers()];
        Matcher matcher = pattern(form).matcher(text);

        boolean matches = matcher.lookingAt();

        assertThat(read.end(text, 0, spans)).isEqualTo(matches ? matcher.end() : -1);
        for (int i = 0; i < read.numbers() && matches; i++) {
            assertThat(spans[2 * i]).isEqualTo(matcher.start(i + 1));
            assertThat(spans[2 * i + 1]).isEqualTo(matcher.end(i + 1));
        }
    }

    private static Pattern pattern(String form) {
        String regex = form.replace(" ", "\\s*")
                .replace("{}", "[^,;]{1,80}")
                .replace("#", "\\s*(" + Numerals.PATTERN + ")(?![\\d,]*\\d)\\s*");
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of("a = #", "#", "# #", "# # #", "# a", "a# e#", "; {}, #", "a {}, #, {}, #", "# = #, a");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123456789,,...eEaA<=-;; \t").ofMaxLength(14);
    }
}

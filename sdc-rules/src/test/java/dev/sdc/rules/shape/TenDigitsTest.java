package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenDigitsTest {
    private static final long NUMBER = 9_990_000_018L;

    @Test
    void inOnePieceOrInGroups() {
        assertThat(Stream.of("9990000018", "999 000 0018", "999-000-0018", "999\u00A0000\u20110018", "999000 0018"))
                .allSatisfy(text -> assertThat(TenDigits.at(text, 0)).as(text).isEqualTo(NUMBER));
        assertThat(Stream.of("999000001", "99 90000018", "999  000 0018", "999 000 001", "999.000.0018", "x", ""))
                .allSatisfy(text -> assertThat(TenDigits.at(text, 0)).as(text).isEqualTo(TenDigits.NONE));
        assertThat(TenDigits.end("999 000 0018 x", 0)).isEqualTo(12);
    }

    @Test
    void joinedToNothingBefore() {
        assertThat(Stream.of(" ", "(", "x.", ". ", ".", ",", "-", "/", "a-"))
                .allSatisfy(before -> assertThat(TenDigits.at(before + "9990000018", before.length()))
                        .as(before)
                        .isEqualTo(NUMBER));
        assertThat(Stream.of("1", "x", "_", "1.", "1,", "1-", "1/"))
                .allSatisfy(before -> assertThat(TenDigits.at(before + "9990000018", before.length()))
                        .as(before)
                        .isEqualTo(TenDigits.NONE));
    }

    @Test
    void joinedToNothingAfter() {
        assertThat(Stream.of("", " ", ")", ".", ",", "-", "/", ".x", ".0", ".0 ", ".0,", "-a"))
                .allSatisfy(after -> assertThat(TenDigits.at("9990000018" + after, 0))
                        .as(after)
                        .isEqualTo(NUMBER));
        assertThat(Stream.of("1", "x", "_", ".1", ",1", "-1", "/1", ".01", ".0.1", ".0x"))
                .allSatisfy(after -> assertThat(TenDigits.at("9990000018" + after, 0))
                        .as(after)
                        .isEqualTo(TenDigits.NONE));
    }
}

package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Packed texts are found wherever they stand, and nothing shorter is one. */
final class PackedTextTest {
    private static String packed(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aRunOfSixteenIsOneAndAShorterOneIsNone() {
        String sixteen = packed("age 71, dead"); // 12 characters are 16
        assertThat(PackedText.in(sixteen)).isEqualTo(new PackedText(0, 12, true));
        assertThat(PackedText.in("x = " + sixteen)).isEqualTo(new PackedText(4, 12, true));
        assertThat(PackedText.in(sixteen.substring(0, 15)).isThere()).isFalse();
        assertThat(PackedText.in(sixteen.substring(0, 8) + " " + sixteen.substring(8))
                        .isThere())
                .isFalse();
    }

    @Test
    void whatSaysNothingHidesNoLaterOne() {
        String words = "n3/QkP+9zzAAbb01" + "=== " + packed("no figures here");
        assertThat(PackedText.in(words)).isEqualTo(new PackedText(20, 15, false));
        assertThat(PackedText.in("abcdefghijklmnop").isThere()).isFalse();
        assertThat(PackedText.in("").isThere()).isFalse();
    }

    @Property(tries = 300)
    void oneIsFoundBetweenAnyCharactersThatAreNotPacked(
            @ForAll @Chars({' ', ',', '-', '_', '.', ':'}) @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String before,
            @ForAll @StringLength(max = 40) String after) {
        String lead = before.replaceAll("[abc]{9,}", "") + " ";
        PackedText found = PackedText.in(lead + packed("women 4, men 31") + " " + after);
        assertThat(found).isEqualTo(new PackedText(lead.length(), 15, true));
    }
}

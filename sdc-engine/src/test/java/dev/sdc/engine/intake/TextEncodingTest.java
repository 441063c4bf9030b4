package dev.sdc.engine.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TextEncodingTest {

    @Test
    void namesTheEncodings() {
        assertThat(of("plain".getBytes(UTF_8)).name()).isEqualTo("ASCII");
        assertThat(of("größer".getBytes(UTF_8)).name()).isEqualTo("UTF-8");
        assertThat(of("\uFEFFa".getBytes(UTF_8)).bomLength()).isEqualTo(3);
        assertThat(of("größer".getBytes(ISO_8859_1)).name()).isEqualTo("ISO 8859-1");
        assertThat(of("“größer”".getBytes(Charset.forName("windows-1252"))).name())
                .isEqualTo("Windows-1252");
        assertThat(of("\uFEFFaé".getBytes(UTF_16LE)).name()).isEqualTo("UTF-16 (little-endian)");
        assertThat(of("\uFEFFaé".getBytes(UTF_16BE)).name()).isEqualTo("UTF-16 (big-endian)");
        assertThat(of("Group,n\n".getBytes(UTF_16LE)).charset()).isEqualTo(UTF_16LE);
        assertThat(of("Group,n\n".getBytes(UTF_16BE)).charset()).isEqualTo(UTF_16BE);
    }

    @Test
    void bytesOfNoTextAreNone() {
        assertThat(TextEncoding.of(new byte[] {'a', 0, 'b'})).isNull();
        assertThat(TextEncoding.of(new byte[] {1, 2, 3, 4})).isNull();
        assertThat(TextEncoding.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', 0}))
                .isNull();
        assertThat(TextEncoding.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, 0}))
                .isNull();
    }

    @Test
    void saysWhereBytesCannotBeDecoded() {
        byte[] mostlyUtf8 = "größer größer x".getBytes(UTF_8);
        mostlyUtf8[mostlyUtf8.length - 1] = (byte) 0xFF;
        assertThat(of(mostlyUtf8).name()).isEqualTo("UTF-8");
        assertThat(of(mostlyUtf8).firstBad()).isEqualTo(mostlyUtf8.length - 1);
        assertThat(of(new byte[] {'a', (byte) 0x80, (byte) 0x81}).firstBad()).isEqualTo(2);
        assertThat(of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}).firstBad()).isEqualTo(2);
        assertThat(of(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xDC}).firstBad())
                .isEqualTo(2);
        assertThat(of(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xD8}).firstBad())
                .isEqualTo(2);
    }

    /** Else the rest stood there as words of another script, and who turned the bytes again could read it. */
    @Test
    void saysWhereTextOfTwoBytesGoesOnOneByteLater() {
        byte[] whole = "\uFEFFGroup,n\n<50,24\n80+,3\n".getBytes(UTF_16LE);
        byte[] shifted = new byte[whole.length - 1];
        System.arraycopy(whole, 0, shifted, 0, 27);
        System.arraycopy(whole, 28, shifted, 27, whole.length - 28);
        assertThat(of(whole).firstBad()).isEqualTo(-1);
        assertThat(of(shifted).firstBad()).isBetween(26L, 34L);
        assertThat(of("\uFEFF一　年　三　人".getBytes(UTF_16LE)).firstBad()).isEqualTo(-1);
        assertThat(of("\uFEFF\u0378".getBytes(UTF_16BE)).firstBad()).isEqualTo(2); // no character
    }

    /** Else what nobody sees stood there as three odd letters, which nobody is told of. */
    @Test
    void saysWhereTextOfSingleBytesGoesOnInUtf8() {
        assertThat(of(bytes("é…é é", "co\u200Bhort")).firstBad()).isEqualTo(7);
        assertThat(of(bytes("é é é é", "co\u2060hort")).firstBad()).isEqualTo(9);
        assertThat(of(bytes("é é Größe", "Åse")).firstBad()).isEqualTo(9);
        assertThat(of(bytes("é é é é", "③ patients")).firstBad()).isEqualTo(7);
        assertThat(of(bytes("é é é é", "Ⅲ patients")).firstBad()).isEqualTo(7);
        assertThat(of(bytes("é é é é", "٣ patients")).firstBad()).isEqualTo(7);
        assertThat(of(bytes("CAFÉ”, IRÉ…", "")).firstBad()).isNegative();
        assertThat(of(bytes("Voilà\u00A0», dit le café…”", "")).firstBad()).isNegative();
    }

    private static byte[] bytes(String single, String utf8) {
        byte[] one = single.getBytes(Charset.forName("windows-1252"));
        byte[] other = utf8.getBytes(UTF_8);
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** The JDK's own decoder is the judge. */
    @Property
    void utf8WithoutFaultIsWhatTheStrictDecoderTakes(@ForAll @Size(max = 40) byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(bytes);
        if (encoding != null && encoding.charset().equals(UTF_8)) {
            assertThat(encoding.firstBad() < 0).isEqualTo(decodes(bytes));
        }
    }

    @Property
    void anyStringIsRecognisedAsUtf8(@ForAll String text) {
        if (!decodes(text.getBytes(UTF_8)) || text.indexOf('\0') >= 0 || text.startsWith("\uFEFF")) {
            return;
        }
        TextEncoding encoding = TextEncoding.of(text.getBytes(UTF_8));
        if (encoding != null) { // null where most characters are controls
            assertThat(new String(text.getBytes(UTF_8), encoding.charset())).isEqualTo(text);
            assertThat(encoding.firstBad()).isNegative();
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static TextEncoding of(byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(bytes);
        assertThat(encoding).isNotNull();
        return encoding;
    }
}

package dev.sdc.engine.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a text is encoded, found from its bytes.
 *
 * @param charset what decodes it
 * @param bomLength the bytes of the byte-order mark to be skipped
 * @param name the encoding in words for people
 * @param firstBad the offset of the first byte that is not in the encoding: that it has no character for, or that is part
 *     of a sign in UTF-8; or -1
 */
public record TextEncoding(Charset charset, int bomLength, String name, long firstBad) {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 4096;
    /** So many in a row are no words of another script, which has single ones: the Chinese one, the wide blank. */
    private static final int TURNED_ASCII = 3;

    /** The encoding of a text, or null where the bytes are no text. */
    public static @Nullable TextEncoding of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            Scan scan = new Scan(bytes, 3);
            return scan.hasNul ? null : new TextEncoding(StandardCharsets.UTF_8, 3, "UTF-8", scan.firstBad);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, 2, false);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, 2, true);
        }
        Scan scan = new Scan(bytes, 0);
        if (scan.hasNul) {
            return utf16WithoutMark(bytes);
        }
        if (mostlyControls(bytes)) {
            return null;
        }
        if (scan.isAscii) {
            // the same characters, decoded faster
            return new TextEncoding(StandardCharsets.ISO_8859_1, 0, "ASCII", -1);
        }
        if (scan.firstBad < 0 || scan.goodSequences >= scan.badSequences) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, "UTF-8", scan.firstBad);
        }
        return scan.hasC1
                ? new TextEncoding(WINDOWS_1252, 0, "Windows-1252", scan.firstOutside())
                : new TextEncoding(StandardCharsets.ISO_8859_1, 0, "ISO 8859-1", scan.firstOfUtf8);
    }

    private static @Nullable TextEncoding utf16(byte[] bytes, int bomLength, boolean bigEndian) {
        long firstBad = bytes.length % 2 == 1 ? bytes.length - 1 : -1;
        boolean open = false;
        int turned = 0;
        for (int at = bomLength; at + 1 < bytes.length; at += 2) {
            int unit = bigEndian ? unit(bytes[at], bytes[at + 1]) : unit(bytes[at + 1], bytes[at]);
            if (unit == 0) {
                return null;
            }
            boolean high = unit >= 0xD800 && unit < 0xDC00;
            boolean low = unit >= 0xDC00 && unit < 0xE000;
            turned = isTurnedAscii(unit) ? turned + 1 : 0;
            if (low != open || turned >= TURNED_ASCII || Character.getType(unit) == Character.UNASSIGNED) {
                firstBad = at;
                break;
            }
            open = high;
        }
        return new TextEncoding(
                bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE,
                bomLength,
                bigEndian ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)",
                firstBad < 0 && open ? bytes.length - 2 : firstBad);
    }

    /** Whether the two bytes, read the other way round, are a plain character: those of a text that goes on one byte later. */
    private static boolean isTurnedAscii(int unit) {
        int high = unit >> 8;
        return (unit & 0xFF) == 0 && (high == '\n' || high == '\r' || high == '\t' || (high >= ' ' && high < 0x7F));
    }

    private static int unit(byte high, byte low) {
        return (high & 0xFF) << 8 | (low & 0xFF);
    }

    /** Western text in UTF-16 has a zero in every other byte and nowhere else. */
    private static @Nullable TextEncoding utf16WithoutMark(byte[] bytes) {
        if (bytes.length % 2 == 1) {
            return null;
        }
        int even = 0;
        int odd = 0;
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        for (int at = 0; at < sample; at += 2) {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }
        int units = sample / 2;
        if (even == 0 && odd * 10 >= units * 9) {
            return utf16(bytes, 0, false);
        }
        return odd == 0 && even * 10 >= units * 9 ? utf16(bytes, 0, true) : null;
    }

    private static boolean mostlyControls(byte[] bytes) {
        int sample = Math.min(bytes.length, SAMPLE);
        int controls = 0;
        for (int at = 0; at < sample; at++) {
            byte b = bytes[at];
            if ((b >= 0 && b < ' ' && !(b >= '\t' && b <= '\r') && b != 0x1B) || b == 0x7F) {
                controls++;
            }
        }
        return controls * 10L > sample;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** One pass over the bytes that tells ASCII, UTF-8 and single-byte texts apart. */
    private static final class Scan {
        boolean isAscii = true;
        boolean hasNul;
        /** Bytes 80 to 9F, which are letters and quotes in Windows-1252 and controls in ISO 8859-1. */
        boolean hasC1;

        long firstUndefined = -1;
        /** Where a text of single bytes goes on in UTF-8. */
        long firstOfUtf8 = -1;

        long firstBad = -1;
        long goodSequences;
        long badSequences;

        Scan(byte[] bytes, int start) {
            int at = start;
            while (at < bytes.length) {
                if (at + Long.BYTES <= bytes.length) {
                    long word = (long) WORDS.get(bytes, at);
                    if (((word | (word - LOW_BITS)) & HIGH_BITS) == 0) {
                        at += Long.BYTES;
                        continue;
                    }
                }
                byte b = bytes[at];
                if (b == 0) {
                    hasNul = true;
                    return;
                }
                at += b > 0 ? 1 : beyondAscii(bytes, at);
            }
        }

        private int beyondAscii(byte[] bytes, int at) {
            isAscii = false;
            int length = sequence(bytes, at);
            if (length > 0) {
                goodSequences++;
            } else {
                badSequences++;
                if (firstBad < 0) {
                    firstBad = at;
                }
            }
            int step = Math.max(length, 1);
            for (int i = at; i < at + step; i++) {
                int value = bytes[i] & 0xFF;
                hasC1 |= value < 0xA0;
                boolean undefined = value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D;
                if (undefined && firstUndefined < 0) {
                    firstUndefined = i;
                }
            }
            if (firstOfUtf8 < 0 && length > 0 && isOfUtf8(bytes, at, length)) {
                firstOfUtf8 = at;
            }
            return step;
        }

        /**
         * Whether a sequence is a sign of Unicode that no single-byte text has by chance: letters of Western and Cyrillic
         * script, quotes and dashes, numbers of any script, and what nobody sees. Other sequences are also words, such as an accent before an
         * ellipsis and a quote.
         */
        private static boolean isOfUtf8(byte[] bytes, int at, int length) {
            int sign = new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0);
            if (isNumber(sign)) {
                return true;
            }
            if (length == 2) {
                int lead = bytes[at] & 0xFF;
                return lead == 0xC2 || lead == 0xC3 || lead == 0xD0 || lead == 0xD1;
            }
            return (sign >= 0x2000 && sign <= 0x206F)
                    || (sign >= 0xFE00 && sign <= 0xFE0F)
                    || (sign >= 0xE0000 && sign <= 0xE0FFF)
                    || sign == 0x115F
                    || sign == 0x3164
                    || sign == 0xFFA0
                    || Character.getType(sign) == Character.FORMAT;
        }

        private static boolean isNumber(int sign) {
            return switch (Character.getType(sign)) {
                case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                default -> false;
            };
        }

        /** The first byte that is none of Windows-1252, or none of its words, or -1. */
        long firstOutside() {
            return firstUndefined < 0 || firstOfUtf8 < 0
                    ? Math.max(firstUndefined, firstOfUtf8)
                    : Math.min(firstUndefined, firstOfUtf8);
        }

        /** The length of the well-formed UTF-8 sequence at a place, or 0. */
        private static int sequence(byte[] bytes, int at) {
            int lead = bytes[at] & 0xFF;
            int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
                return 0;
            }
            int second = bytes[at + 1] & 0xFF;
            int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (second < least || second > most) {
                return 0;
            }
            for (int i = at + 2; i < at + length; i++) {
                if ((bytes[i] & 0xC0) != 0x80) {
                    return 0;
                }
            }
            return length;
        }
    }
}

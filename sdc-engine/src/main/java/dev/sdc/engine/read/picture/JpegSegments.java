package dev.sdc.engine.read.picture;

import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG picture, one after the other. */
final class JpegSegments {
    private static final String SAVE = " Save the picture anew without it.";
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    private final byte[] file;
    private final Notes notes;

    JpegSegments(byte[] file, Notes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** Why the picture cannot be read, or null; what it holds beside its pixels goes to the notes. */
    @Nullable
    String walk() {
        int at = 2;
        boolean scanned = false;
        while (at + 1 < file.length) {
            if (at(at) != 0xFF) {
                return "The picture is damaged: no segment stands where one should. Save it anew.";
            }
            int marker = at(at + 1);
            if (marker == 0xFF) {
                at++; // fill
            } else if (marker == END) {
                if (!scanned) {
                    return "The picture is damaged: it has no pixels. Save it anew.";
                }
                end(at + 2);
                return null;
            } else {
                int length = at + 3 < file.length ? at(at + 2) << 8 | at(at + 3) : 0;
                if (length < 2 || at + 2 + length > file.length) {
                    break;
                }
                segment(marker, at + 4, length - 2);
                at += 2 + length;
                if (marker == START_OF_SCAN) {
                    scanned = true;
                    at = afterPixels(at);
                }
            }
        }
        return "The picture is cut off: it has no end. Save it anew.";
    }

    private int at(int place) {
        return file[place] & 0xFF;
    }

    /** Where the next segment begins: behind a scan, an FF that is neither escaped nor a restart. */
    private int afterPixels(int start) {
        int at = start;
        while (at + 1 < file.length) {
            if (at(at) == 0xFF && at(at + 1) != 0 && at(at + 1) != 0xFF && (at(at + 1) < 0xD0 || at(at + 1) > 0xD7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    private void segment(int marker, int start, int length) {
        switch (marker) {
            case 0xE0 -> jfif(start, length);
            case 0xE1 ->
                hidden("The picture holds what cameras and programs write of it (EXIF or XMP), " + length + " bytes.");
            case 0xE2 -> {
                if (!startsWith(start, length, "ICC_PROFILE\0")
                        || !ColourProfile.is(
                                Arrays.copyOfRange(file, Math.min(start + 14, start + length), start + length))) {
                    hidden("The picture holds a segment APP2 of " + length + " bytes, which is no colour profile.");
                }
            }
            case 0xEE -> {
                if (!startsWith(start, length, "Adobe") || length > 12) {
                    hidden("The picture holds a segment APP14 of " + length + " bytes, which no program shows.");
                }
            }
            case 0xFE -> hidden("The picture holds a comment of " + length + " characters, which no program shows.");
            default -> {
                if (marker >= 0xE3 && marker <= 0xEF) {
                    hidden("The picture holds a segment APP" + (marker - 0xE0) + " of " + length
                            + " bytes, which no program shows.");
                }
            }
        }
    }

    private void jfif(int start, int length) {
        boolean plain =
                startsWith(start, length, "JFIF\0") && length == 14 && file[start + 12] == 0 && file[start + 13] == 0;
        if (!plain) {
            hidden("The picture holds a second, small picture or other data in its head (APP0), " + length + " bytes.");
        }
    }

    private boolean startsWith(int start, int length, String words) {
        return length >= words.length()
                && new String(file, start, words.length(), StandardCharsets.ISO_8859_1).equals(words);
    }

    private void end(int at) {
        if (at < file.length) {
            hidden((file.length - at) + " bytes follow the end of the picture, where no program looks.");
        }
    }

    private void hidden(String what) {
        notes.add(Kind.HIDDEN_DATA, "", what + SAVE);
    }
}

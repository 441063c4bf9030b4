package dev.sdc.engine.read.picture;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG picture, one after the other. */
final class PngChunks {
    private static final String SAVE = " Save the picture anew without it.";
    private static final String DAMAGED = "The picture is damaged: ";
    private static final int FIRST = 8;
    private static final int AROUND = 12;
    /** What says how the pixels are to be shown. */
    private static final Set<String> HARMLESS = Set.of(
            "IHDR", "PLTE", "tRNS", "cHRM", "gAMA", "sRGB", "sBIT", "bKGD", "hIST", "pHYs", "tIME", "cICP", "mDCv",
            "cLLi", "IEND");

    private static final Set<String> DATES = Set.of("Creation Time", "date:create", "date:modify", "date:timestamp");
    private static final Pattern DATE = Pattern.compile("[0-9A-Za-z,:+. -]{1,40}");
    /** A program's name, version and address. */
    private static final Pattern PROGRAM = Pattern.compile("(?!.*\\d{6})[\\w .,:;/()+-]{1,100}");

    private final byte[] file;
    private final ByteBuffer bytes;
    private final Limits limits;
    private final Notes notes;
    private final Inflater pixels = new Inflater();
    private long pixelBytes;
    private long behindPixels;

    PngChunks(byte[] file, Limits limits, Notes notes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
        this.limits = limits;
        this.notes = notes;
    }

    /** Why the picture cannot be read, or null; what it holds beside its pixels goes to the notes. */
    @Nullable
    String walk() {
        try {
            return chunks();
        } catch (DataFormatException e) {
            return DAMAGED + "its pixels do not unpack." + SAVE;
        } finally {
            pixels.end();
        }
    }

    private @Nullable String chunks() throws DataFormatException {
        int at = FIRST;
        while (at + AROUND <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - AROUND) {
                break;
            }
            String kind = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            CRC32 checksum = new CRC32();
            checksum.update(file, at + 4, length + 4);
            if ((int) checksum.getValue() != bytes.getInt(at + 8 + length)) {
                return DAMAGED + "a part of it does not fit its checksum. Save it anew.";
            }
            String tooMuch = chunk(kind, at + 8, length);
            if (tooMuch != null) {
                return tooMuch;
            }
            at += AROUND + length;
            if (kind.equals("IEND")) {
                end(at);
                return null;
            }
        }
        return "The picture is cut off: it has no end. Save it anew.";
    }

    private @Nullable String chunk(String kind, int start, int length) throws DataFormatException {
        switch (kind) {
            case "IDAT" -> {
                return pixels(start, length);
            }
            case "tEXt" -> text(start, length);
            case "iCCP" -> profile(start, length);
            default -> {
                if (!HARMLESS.contains(kind)) {
                    hidden("The picture holds a part of the kind " + printable(kind) + " with " + length
                            + " bytes, which no program shows.");
                }
            }
        }
        return null;
    }

    /** The kind's letters; anything else could be made to mislead. */
    private static String printable(String kind) {
        return kind.replaceAll("[^A-Za-z]", "?");
    }

    private void text(int start, int length) {
        String text = new String(file, start, length, StandardCharsets.ISO_8859_1);
        int zero = text.indexOf('\0');
        String keyword = zero < 0 ? "" : text.substring(0, zero);
        String value = text.substring(zero + 1);
        boolean harmless = keyword.equals("Software")
                ? PROGRAM.matcher(value).matches()
                : DATES.contains(keyword) && DATE.matcher(value).matches();
        if (!harmless) {
            hidden("The picture holds a text (tEXt) of " + value.length() + " characters, which no program shows.");
        }
    }

    private void profile(int start, int length) {
        int name = start;
        while (name < start + length && file[name] != 0) {
            name++;
        }
        byte[] profile = new byte[0];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, Math.min(name + 2, start + length), Math.max(0, start + length - name - 2));
            byte[] unpacked = new byte[64 << 10];
            profile = Arrays.copyOf(unpacked, inflater.inflate(unpacked));
        } catch (DataFormatException e) {
            // what does not unpack is no profile
        } finally {
            inflater.end();
        }
        if (!ColourProfile.is(profile)) {
            hidden("The picture's colour profile (iCCP) is none, but " + length + " other bytes.");
        }
    }

    private @Nullable String pixels(int start, int length) throws DataFormatException {
        if (pixels.finished()) {
            behindPixels += length;
            return null;
        }
        pixels.setInput(file, start, length);
        byte[] unpacked = new byte[1 << 16];
        while (!pixels.finished() && !pixels.needsInput()) {
            pixelBytes += pixels.inflate(unpacked);
            if (pixelBytes > limits.inflatedBytes()) {
                return "The picture unpacks to more than " + limits.inflatedBytes() + " bytes. Save a smaller one.";
            }
            if (pixels.needsDictionary()) {
                throw new DataFormatException();
            }
        }
        behindPixels += pixels.getRemaining();
        return null;
    }

    private void end(int at) {
        long wanted = wanted();
        long more = behindPixels + (wanted > 0 ? Math.max(0, pixelBytes - wanted) : 0);
        if (more > 0) {
            hidden(more + " bytes stand behind the pixels of the picture, where no program looks.");
        }
        if (at < file.length) {
            hidden((file.length - at) + " bytes follow the end of the picture, where no program looks.");
        }
    }

    /** How many bytes the pixels have when unpacked; 0 where they come interlaced, which no program for figures does. */
    private long wanted() {
        int head = FIRST + 8;
        if (file.length < head + 13 || file[head + 12] != 0) {
            return 0;
        }
        int channels = switch (file[head + 9]) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        long width = bytes.getInt(head) & 0xFFFFFFFFL;
        long height = bytes.getInt(head + 4) & 0xFFFFFFFFL;
        return height * (1 + (width * channels * file[head + 8] + 7) / 8);
    }

    private void hidden(String what) {
        notes.add(Kind.HIDDEN_DATA, "", what + SAVE);
    }
}

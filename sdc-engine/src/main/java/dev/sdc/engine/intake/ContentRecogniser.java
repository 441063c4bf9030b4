package dev.sdc.engine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what the bytes of a file are, by their own strict marks and never by the file's name. */
final class ContentRecogniser {
    private static final int SNIFF = 1024;
    private static final int CONTENT_TYPES_LIMIT = 1 << 20;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** A mark: bytes (in ISO 8859-1) at an offset. */
    private record Magic(Content content, int offset, String mark) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic(Content.PNG, 0, "\u0089PNG\r\n\u001a\n"),
            new Magic(Content.JPEG, 0, "\u00ff\u00d8\u00ff"),
            new Magic(Content.PDF, 0, "%PDF-"),
            new Magic(Content.RTF, 0, "{\\rtf"),
            new Magic(Content.OTHER_PICTURE, 0, "GIF8"),
            new Magic(Content.OTHER_PICTURE, 0, "II*\0"),
            new Magic(Content.OTHER_PICTURE, 0, "MM\0*"),
            new Magic(Content.OTHER_PICTURE, 0, "%!PS"),
            new Magic(Content.OTHER_PICTURE, 0, "\u00d7\u00cd\u00c6\u009a"), // WMF
            new Magic(Content.OTHER_PICTURE, 40, " EMF"),
            new Magic(Content.OTHER_PICTURE, 8, "WEBP"),
            new Magic(Content.ARCHIVE, 0, "\u001f\u008b"), // gzip; R's rds and RData come so
            new Magic(Content.ARCHIVE, 0, "BZh"),
            new Magic(Content.ARCHIVE, 0, "\u00fd7zXZ\0"),
            new Magic(Content.ARCHIVE, 0, "(\u00b5/\u00fd"), // zstd
            new Magic(Content.ARCHIVE, 0, "7z\u00bc\u00af'\u001c"),
            new Magic(Content.ARCHIVE, 0, "Rar!\u001a\u0007"),
            new Magic(Content.ARCHIVE, 257, "ustar"),
            new Magic(Content.SERIALISED, 0, "RDX"),
            new Magic(Content.SERIALISED, 0, "RDA"),
            new Magic(Content.SERIALISED, 0, "RDB"),
            new Magic(Content.SERIALISED, 0, "X\n\0\0\0"), // R, binary
            new Magic(Content.SERIALISED, 0, "A\n2\n"), // R, as text
            new Magic(Content.SERIALISED, 0, "A\n3\n"),
            new Magic(Content.SERIALISED, 0, "PAR1"),
            new Magic(Content.SERIALISED, 0, "ARROW1"),
            new Magic(Content.SERIALISED, 0, "FEA1"),
            new Magic(Content.SERIALISED, 0, "\u0093NUMPY"),
            new Magic(Content.SERIALISED, 0, "\u0089HDF\r\n\u001a\n"),
            new Magic(Content.SERIALISED, 0, "MATLAB 5.0 MAT-file"),
            new Magic(Content.SERIALISED, 0, "SQLite format 3\0"),
            new Magic(Content.SERIALISED, 8, "DUCK"),
            new Magic(Content.SERIALISED, 0, "<stata_dta>"),
            new Magic(Content.SERIALISED, 0, "StataFileTM"), // a live graph
            new Magic(Content.SERIALISED, 0, "$FL2"), // SPSS
            new Magic(Content.SERIALISED, 0, "$FL3"),
            new Magic(Content.SERIALISED, 84, "SAS FILE"),
            new Magic(Content.SERIALISED, 0, "HEADER RECORD*******LIB"), // SAS transport
            new Magic(Content.SERIALISED, 0, "ASCII SPSS PORT FILE"),
            new Magic(Content.SERIALISED, 0, "\u00ac\u00ed\0\u0005"), // Java
            new Magic(Content.PROGRAM, 0, "\u007fELF"),
            new Magic(Content.PROGRAM, 0, "MZ\u0090\0"),
            new Magic(Content.PROGRAM, 0, "\u00ca\u00fe\u00ba\u00be"),
            new Magic(Content.PROGRAM, 0, "\u00cf\u00fa\u00ed\u00fe"),
            new Magic(Content.PROGRAM, 0, "\0asm"));

    /** A list, a dictionary, a tuple of them, or the name of what is to be made. */
    private static final List<String> PICKLED_AS_TEXT = List.of(
            "(lp0\n",
            "(dp0\n",
            "((lp0\n",
            "((dp0\n",
            "(l(",
            "ccopy_reg\n",
            "cnumpy",
            "cpandas",
            "ccollections\n",
            "c__builtin__\n",
            "c__main__\n");

    private ContentRecogniser() {}

    static Content recognise(byte[] bytes) {
        if (bytes.length == 0) {
            return Content.EMPTY;
        }
        if (holds(bytes, 0, "PK\u0003\u0004") || holds(bytes, 0, "PK\u0005\u0006")) {
            return insideZip(bytes);
        }
        if (holds(bytes, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return contains(bytes, utf16("EncryptedPackage")) ? Content.XLSX_ENCRYPTED : Content.OLE2;
        }
        for (Magic magic : MAGIC) {
            if (holds(bytes, magic.offset, magic.mark)) {
                return magic.content;
            }
        }
        if (isPickle(bytes)) {
            return Content.SERIALISED;
        }
        TextEncoding encoding = TextEncoding.of(bytes);
        return encoding == null ? Content.BINARY : text(bytes, encoding);
    }

    /** Pickle, protocols 2 to 5: PROTO at the start and STOP at the end; older ones are a text in lines. */
    private static boolean isPickle(byte[] bytes) {
        if (bytes[bytes.length - 1] == '.') {
            for (String start : PICKLED_AS_TEXT) {
                if (holds(bytes, 0, start)) {
                    return true;
                }
            }
        }
        return bytes.length > 2
                && (bytes[0] & 0xFF) == 0x80
                && bytes[1] >= 2
                && bytes[1] <= 5
                && bytes[bytes.length - 1] == '.';
    }

    private static Content text(byte[] bytes, TextEncoding encoding) {
        int length = Math.min(bytes.length - encoding.bomLength(), SNIFF);
        String start = new String(bytes, encoding.bomLength(), length, encoding.charset())
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Content.HTML;
        }
        if (start.startsWith("<svg")) {
            return Content.SVG;
        }
        if (start.startsWith("<?xml") || start.startsWith("<!doctype") || start.startsWith("<!--")) {
            return start.contains("<svg") || start.contains("<!doctype svg")
                    ? Content.SVG
                    : start.contains("<html") ? Content.HTML : Content.XML;
        }
        return Content.TEXT;
    }

    private static Content insideZip(byte[] bytes) {
        ZipDirectory zip = ZipDirectory.of(bytes);
        if (zip == null) {
            return Content.ZIP_BROKEN;
        }
        if (zip.find("mimetype") != null && zip.find("META-INF/manifest.xml") != null) {
            return Content.OFFICE; // OpenDocument
        }
        ZipDirectory.Entry types = zip.find("[Content_Types].xml");
        if (types == null) {
            return Content.ZIP;
        }
        String declared = beginning(zip, types);
        if (declared == null) {
            return Content.ZIP_BROKEN;
        }
        if (declared.contains(WORKBOOK)) {
            return Content.XLSX;
        }
        return declared.contains("vnd.ms-excel.sheet") || declared.contains("vnd.ms-excel.template")
                ? Content.XLSX_MACROS
                : Content.OFFICE;
    }

    private static @Nullable String beginning(ZipDirectory zip, ZipDirectory.Entry entry) {
        try (InputStream in = zip.open(entry)) {
            return new String(in.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean holds(byte[] bytes, int offset, String mark) {
        if (bytes.length < offset + mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((bytes[offset + i] & 0xFF) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        outer:
        for (int at = 0; at + part.length <= bytes.length; at++) {
            for (int i = 0; i < part.length; i++) {
                if (bytes[at + i] != part[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}

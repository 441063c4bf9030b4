package dev.sdc.engine.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a zip archive, read strictly from the bytes.
 *
 * @param entries the entries in the directory's order; names may occur twice
 * @param start where the table of contents starts
 * @param comment the length of the archive's comment
 * @param trailing the number of bytes after the end of the archive
 * @param bytes the archive
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; shared
public record ZipDirectory(List<Entry> entries, int start, int comment, int trailing, byte[] bytes) {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final long UNSIGNED = 0xFFFFFFFFL;
    private static final int UTF8_NAMES = 1 << 11;

    /**
     * One entry.
     *
     * @param name the path inside the archive
     * @param flags the general-purpose bits; bit 0 is encryption
     * @param method 0 for stored, 8 for deflated
     * @param packed its bytes in the archive
     * @param size its bytes when unpacked, as the directory claims
     * @param header where its local header starts
     * @param remark the length of the remark on it in the table of contents
     */
    public record Entry(String name, int flags, int method, long packed, long size, long header, int remark) {
        /** How its name is written. */
        public Charset charset() {
            return (flags & UTF8_NAMES) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        }
    }

    /** Reads the directory of an archive that starts at the first byte; null where there is none that holds together. */
    public static @Nullable ZipDirectory of(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return read(zip, bytes);
        } catch (IndexOutOfBoundsException e) {
            return null; // an offset leads out of the file
        }
    }

    private static @Nullable ZipDirectory read(ByteBuffer zip, byte[] bytes) {
        int end = findEnd(zip);
        if (end < 0) {
            return null;
        }
        long count = zip.getShort(end + 10) & 0xFFFF;
        long size = zip.getInt(end + 12) & UNSIGNED;
        long offset = zip.getInt(end + 16) & UNSIGNED;
        int expectedEnd = end;
        int locator = end - LOCATOR64_LENGTH;
        if (locator >= 0 && zip.getInt(locator) == LOCATOR64) {
            int end64 = Math.toIntExact(clamp(zip.getLong(locator + 8)));
            if (zip.getInt(end64) != END64) {
                return null;
            }
            count = zip.getLong(end64 + 32);
            size = zip.getLong(end64 + 40);
            offset = zip.getLong(end64 + 48);
            expectedEnd = end64;
        }
        if (offset < 0 || size < 0 || offset > bytes.length || offset + size != expectedEnd) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        int at = (int) offset;
        while (at < expectedEnd) {
            if (zip.getInt(at) != CENTRAL) {
                return null;
            }
            int nameLength = zip.getShort(at + 28) & 0xFFFF;
            int extraLength = zip.getShort(at + 30) & 0xFFFF;
            entries.add(entry(zip, bytes, at, nameLength, extraLength));
            at += CENTRAL_LENGTH + nameLength + extraLength + (zip.getShort(at + 32) & 0xFFFF);
        }
        if (at != expectedEnd || entries.size() != count) {
            return null;
        }
        int comment = zip.getShort(end + 20) & 0xFFFF;
        return new ZipDirectory(
                List.copyOf(entries), (int) offset, comment, bytes.length - end - END_LENGTH - comment, bytes);
    }

    private static int findEnd(ByteBuffer zip) {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (zip.getInt(at) == END && at + END_LENGTH + (zip.getShort(at + 20) & 0xFFFF) <= zip.limit()) {
                return at;
            }
        }
        return -1;
    }

    private static Entry entry(ByteBuffer zip, byte[] bytes, int at, int nameLength, int extraLength) {
        int flags = zip.getShort(at + 8) & 0xFFFF;
        long packed = zip.getInt(at + 20) & UNSIGNED;
        long size = zip.getInt(at + 24) & UNSIGNED;
        long header = zip.getInt(at + 42) & UNSIGNED;
        int extra = at + CENTRAL_LENGTH + nameLength;
        int extraEnd = extra + extraLength;
        while (extra + 4 <= extraEnd) {
            int field = extra + 4;
            if ((zip.getShort(extra) & 0xFFFF) == 1) { // ZIP64: only what does not fit in 32 bits stands here, in order
                if (size == UNSIGNED) {
                    size = zip.getLong(field);
                    field += Long.BYTES;
                }
                if (packed == UNSIGNED) {
                    packed = zip.getLong(field);
                    field += Long.BYTES;
                }
                if (header == UNSIGNED) {
                    header = zip.getLong(field);
                }
            }
            extra += 4 + (zip.getShort(extra + 2) & 0xFFFF);
        }
        String name = new String(
                bytes,
                at + CENTRAL_LENGTH,
                nameLength,
                (flags & UTF8_NAMES) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return new Entry(
                name, flags, zip.getShort(at + 10) & 0xFFFF, packed, size, header, zip.getShort(at + 32) & 0xFFFF);
    }

    private static long clamp(long offset) {
        return Math.max(0, Math.min(offset, Integer.MAX_VALUE));
    }

    /** The first entry with a name, or null. */
    public @Nullable Entry find(String name) {
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /**
     * The unpacked content of an entry, without any limit: the caller counts.
     *
     * @throws IOException when the entry is damaged, encrypted or packed in an unusual way
     */
    public InputStream open(Entry entry) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (entry.header() < 0 || entry.header() > bytes.length - LOCAL_LENGTH) {
            throw new IOException("an entry of the archive lies outside of it");
        }
        int header = (int) entry.header();
        if (zip.getInt(header) != LOCAL) {
            throw new IOException("an entry of the archive is damaged");
        }
        if ((entry.flags() & 1) != 0) {
            throw new IOException("an entry of the archive is encrypted");
        }
        long data = header
                + (long) LOCAL_LENGTH
                + (zip.getShort(header + 26) & 0xFFFF)
                + (zip.getShort(header + 28) & 0xFFFF);
        if (entry.packed() < 0 || data + entry.packed() > bytes.length) {
            throw new IOException("an entry of the archive is cut off");
        }
        InputStream packed = new ByteArrayInputStream(bytes, (int) data, (int) entry.packed());
        return switch (entry.method()) {
            case 0 -> packed;
            case 8 -> new Inflating(packed);
            default -> throw new IOException("an entry of the archive is packed by an unusual method");
        };
    }

    /** Refuses what is packed behind the end, and gives the memory of its inflater back when closed. */
    private static final class Inflating extends InflaterInputStream {
        private final Inflater inflater;

        Inflating(InputStream packed) {
            this(packed, new Inflater(true));
        }

        private Inflating(InputStream packed, Inflater inflater) {
            super(packed, inflater, 8192);
            this.inflater = inflater;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read < 0 && (inflater.getRemaining() > 0 || in.available() > 0)) {
                throw new IOException("bytes follow the end of a packed entry");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            super.close();
            inflater.end();
        }
    }
}

package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.ZipDirectory;
import dev.sdc.engine.intake.ZipDirectory.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Accounts for every byte of an archive: which belong to an entry, and which to nothing.
 *
 * @param loose bytes between the entries, where no program looks
 * @param aside bytes of remarks and further fields of the entries, beyond those that programs write
 */
record ArchiveBytes(long loose, long aside) {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int CENTRAL_LENGTH = 46;
    /** Lengths of what may follow an entry: with and without its own mark, for short and long archives. */
    private static final int[] DESCRIPTOR_LENGTHS = {12, 16, 20, 24};

    private static final int PADDING = 0xa220;
    /** Long sizes, times of three kinds, owners of two kinds, the path in Unicode, and a mark of Java's. */
    private static final Set<Integer> USUAL = Set.of(0x0001, 0x000a, 0x5455, 0x5855, 0x7855, 0x7875, 0x7075, 0xcafe);

    private record Stretch(int start, int end) {}

    /** Goes through an archive; two entries that share bytes, or that are named in two ways, are refused. */
    static ArchiveBytes of(ZipDirectory zip) throws UnreadableWorkbook {
        ByteBuffer bytes = ByteBuffer.wrap(zip.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            List<Stretch> stretches = new ArrayList<>();
            long aside = 0;
            for (Entry entry : zip.entries()) {
                stretches.add(stretch(bytes, entry));
                aside += entry.remark() + fields(bytes, extraStart(bytes, entry), extraEnd(bytes, entry));
            }
            aside += contentsAside(bytes, zip);
            return new ArchiveBytes(loose(stretches, zip.start()), aside);
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableWorkbook("An entry of the workbook's archive is cut off. Save the workbook anew.", e);
        }
    }

    private static long loose(List<Stretch> stretches, int contents) throws UnreadableWorkbook {
        stretches.sort(Comparator.comparingInt(Stretch::start));
        long loose = 0;
        int at = 0;
        for (Stretch stretch : stretches) {
            if (stretch.start < at) {
                throw new UnreadableWorkbook(
                        "Entries of the workbook's archive overlap, as made to exhaust or to mislead"
                                + " its reader. Copy the tables to a new workbook.");
            }
            loose += stretch.start - at;
            at = stretch.end;
        }
        return loose + contents - at;
    }

    private static Stretch stretch(ByteBuffer bytes, Entry entry) throws UnreadableWorkbook {
        int start = Math.toIntExact(Math.max(0, Math.min(entry.header(), bytes.limit())));
        if (bytes.getInt(start) != LOCAL) {
            throw new UnreadableWorkbook("An entry of the workbook's archive is damaged. Save the workbook anew.");
        }
        byte[] name = new byte[bytes.getShort(start + 26) & 0xFFFF];
        bytes.get(start + LOCAL_LENGTH, name);
        if (!entry.name().equals(new String(name, entry.charset()))) {
            throw new UnreadableWorkbook("An entry of the workbook's archive has two names, so that programs may show"
                    + " different content. Save the workbook anew.");
        }
        long end = extraEnd(bytes, entry) + Math.max(0, entry.packed());
        if (end > bytes.limit()) {
            throw new UnreadableWorkbook("An entry of the workbook's archive is cut off. Save the workbook anew.");
        }
        boolean described = (entry.flags() & HAS_DESCRIPTOR) != 0;
        return new Stretch(start, (int) end + (described ? descriptor(bytes, (int) end, entry) : 0));
    }

    /** The length of what repeats an entry's sizes behind it. */
    private static int descriptor(ByteBuffer bytes, int at, Entry entry) {
        for (int length : DESCRIPTOR_LENGTHS) {
            boolean marked = length == 16 || length == 24;
            boolean wide = length >= 20;
            int sizes = at + length - (wide ? 16 : 8);
            if (at + length <= bytes.limit()
                    && (!marked || bytes.getInt(at) == DESCRIPTOR)
                    && (wide ? bytes.getLong(sizes) : bytes.getInt(sizes) & 0xFFFFFFFFL) == entry.packed()) {
                return length;
            }
        }
        return 0;
    }

    private static int extraStart(ByteBuffer bytes, Entry entry) {
        int header = (int) entry.header();
        return header + LOCAL_LENGTH + (bytes.getShort(header + 26) & 0xFFFF);
    }

    private static int extraEnd(ByteBuffer bytes, Entry entry) {
        return extraStart(bytes, entry) + (bytes.getShort((int) entry.header() + 28) & 0xFFFF);
    }

    /** The further fields in the table of contents. */
    private static long contentsAside(ByteBuffer bytes, ZipDirectory zip) {
        long aside = 0;
        int at = zip.start();
        for (int i = 0; i < zip.entries().size(); i++) {
            int extra = at + CENTRAL_LENGTH + (bytes.getShort(at + 28) & 0xFFFF);
            int end = extra + (bytes.getShort(at + 30) & 0xFFFF);
            aside += fields(bytes, extra, end);
            at = end + (bytes.getShort(at + 32) & 0xFFFF);
        }
        return aside;
    }

    /** The bytes of fields that no program is known to write. */
    private static long fields(ByteBuffer bytes, int start, int end) {
        long unusual = 0;
        int at = start;
        while (at + 4 <= end) {
            int kind = bytes.getShort(at) & 0xFFFF;
            int next = Math.min(at + 4 + (bytes.getShort(at + 2) & 0xFFFF), end);
            unusual += USUAL.contains(kind) || (kind == PADDING && isPadding(bytes, at + 4, next)) ? 0 : next - at;
            at = next;
        }
        return unusual + end - at;
    }

    /** Excel leaves room behind its first entry: a mark, a length and nothing. */
    private static boolean isPadding(ByteBuffer bytes, int start, int end) {
        for (int at = start + 4; at < end; at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}

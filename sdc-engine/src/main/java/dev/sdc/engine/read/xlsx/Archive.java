package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ZipDirectory;
import dev.sdc.engine.intake.ZipDirectory.Entry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.DefaultHandler;

/** The archive of a workbook: its entries by name, and every unpacked byte counted. Not thread-safe. */
final class Archive {
    private static final int GRACE = 100 << 10;

    private final ZipDirectory zip;
    private final Limits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final ArchiveBytes bytes;
    private final Map<String, Xml.Asides> asides = new LinkedHashMap<>();
    private long inflated;

    /** Opens an archive; it must have no two entries of one name and not promise more than the limits allow. */
    Archive(ZipDirectory zip, Limits limits) throws UnreadableWorkbook {
        this.zip = zip;
        this.limits = limits;
        if (zip.entries().size() > limits.zipEntries()) {
            throw new UnreadableWorkbook(
                    "The workbook's archive has " + zip.entries().size() + " entries; at most " + limits.zipEntries()
                            + " are read. Copy the tables to a new workbook.");
        }
        long promised = 0;
        for (Entry entry : zip.entries()) {
            promised += Math.max(0, entry.size());
            // programs take names to be the same whatever their case
            if (entries.put(entry.name().toLowerCase(Locale.ROOT), entry) != null) {
                throw new UnreadableWorkbook("The workbook's archive has two entries of one name, so that programs may"
                        + " show different content. Save the workbook anew.");
            }
        }
        if (promised < 0 || promised > limits.inflatedBytes()) {
            throw tooMuch();
        }
        bytes = ArchiveBytes.of(zip);
    }

    /** The names of all entries, as the archive spells them, in its order. */
    Iterable<Entry> entries() {
        return entries.values();
    }

    /** The names of all entries in lower case. */
    Set<String> names() {
        return entries.keySet();
    }

    /** The entry of a part, or null. */
    @Nullable
    Entry find(String name) {
        return entries.get(name.toLowerCase(Locale.ROOT));
    }

    ZipDirectory directory() {
        return zip;
    }

    /** The bytes that belong to no entry. */
    ArchiveBytes bytes() {
        return bytes;
    }

    /** Sends the elements of an entry to a handler. */
    void parse(Entry entry, DefaultHandler handler) throws IOException {
        asides.put(entry.name(), Xml.parse(open(entry), handler));
    }

    /** Whether an entry was parsed. */
    boolean parsed(Entry entry) {
        return asides.containsKey(entry.name());
    }

    /** Remarks that stand between the elements of parts, by part. */
    Map<String, Xml.Asides> asides() {
        return asides;
    }

    /** The unpacked content of an entry; reading it fails when a limit is reached. */
    InputStream open(Entry entry) throws IOException {
        return new Counted(zip.open(entry), entry);
    }

    private UnreadableWorkbook tooMuch() {
        return new UnreadableWorkbook("The workbook unpacks to more than " + limits.inflatedBytes()
                + " bytes, more than is read. Send the summary that is needed.");
    }

    /** Counts what comes out: the sizes that an archive states may be lies. */
    private final class Counted extends FilterInputStream {
        private final Entry entry;
        private long unpacked;

        Counted(InputStream source, Entry entry) {
            super(source);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long n) {
            throw new UnsupportedOperationException(); // would go uncounted
        }

        private void count(int read) throws UnreadableWorkbook {
            if (read <= 0) {
                if (read < 0 && unpacked != entry.size()) {
                    throw new UnreadableWorkbook("An entry of the workbook's archive has another size than its table of"
                            + " contents says, so that programs may show different content. Save the workbook anew.");
                }
                return;
            }
            unpacked += read;
            inflated += read;
            if (inflated > limits.inflatedBytes()) {
                throw tooMuch();
            }
            if (unpacked > GRACE && unpacked / limits.inflationRatio() > entry.packed()) {
                throw new UnreadableWorkbook("An entry of the workbook's archive unpacks to more than "
                        + limits.inflationRatio()
                        + " times its size, as made to exhaust its reader. Copy the tables to a"
                        + " new workbook.");
            }
        }
    }
}

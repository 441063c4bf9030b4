package dev.sdc.engine.audit.ledger;

import dev.sdc.engine.journal.OwnerOnly;
import dev.sdc.engine.journal.WholeLines;
import dev.sdc.engine.journal.WriterLock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a file, a line of JSON each release.
 *
 * <p>A line counts once its end is on the disk. What a killed process left of one is no entry: it is passed over when
 * reading, and cut off by the next writer.
 */
final class FileLedger implements Ledger {
    private static final int LONGEST_LINE = 1 << 30;

    private final Path file;
    private final KeyIndex index = new KeyIndex();
    private final List<long[]> lines = new ArrayList<>();
    private Head head = new Head(0, Entry.BEFORE_THE_FIRST);
    private long end;

    FileLedger(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Head add(Release release) throws IOException {
        return WriterLock.alone(file.resolveSibling(file.getFileName() + ".lock"), () -> append(release));
    }

    private Head append(Release release) throws IOException {
        try (FileChannel channel =
                OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            catchUp(channel);
            channel.truncate(end); // what a killed process left
            Entry entry = Entry.after(head, release);
            ByteBuffer bytes = ByteBuffer.wrap((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
            long at = end;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
            take(entry, release, at - end - 1);
            return head;
        }
    }

    private void take(Entry entry, Release release, long length) {
        index.add(lines.size(), release);
        lines.add(new long[] {end, length});
        end += length + 1;
        head = entry.head();
    }

    /** Reads what others have written since. */
    private void catchUp(FileChannel channel) throws IOException {
        if (channel.size() < end) {
            throw new LedgerException(file + ": the ledger was cut off before its entry " + head.releases());
        }
        WholeLines<LedgerException> rest = new WholeLines<>(
                Channels.newInputStream(channel.position(end)),
                LONGEST_LINE,
                () -> new LedgerException("an entry of the ledger is longer than " + LONGEST_LINE + " bytes"));
        for (byte[] line = rest.next(); line != null; line = rest.next()) {
            Entry entry = new Entry(head.releases() + 1, new String(line, StandardCharsets.UTF_8));
            entry.follow(head);
            take(entry, ReleaseJson.release(entry.line(), entry.number()), line.length);
        }
    }

    private void refresh() throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                catchUp(channel);
            }
        }
    }

    @Override
    public synchronized void forEach(Visitor visitor) throws IOException {
        refresh();
        for (int entry = 0; entry < lines.size(); entry++) {
            visitor.take(read(entry));
        }
    }

    private Release read(int entry) throws IOException {
        long[] place = lines.get(entry);
        byte[] bytes = new byte[Math.toIntExact(place[1])];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(place[0]);
            in.readFully(bytes);
        }
        return ReleaseJson.release(new String(bytes, StandardCharsets.UTF_8), entry + 1L);
    }

    @Override
    public synchronized List<Release> sharing(@Nullable String dataset, long[] keys) throws IOException {
        refresh();
        List<Release> found = new ArrayList<>();
        List<Release.Sheet> sheets = new ArrayList<>();
        int entry = -1;
        Release whole = null;
        for (KeyIndex.Place place : index.sharing(dataset, keys)) {
            if (place.entry() != entry) {
                flush(whole, sheets, found);
                entry = place.entry();
                whole = read(entry);
            }
            if (whole != null) {
                sheets.add(whole.sheets().get(place.sheet()));
            }
        }
        flush(whole, sheets, found);
        return Collections.unmodifiableList(found);
    }

    private static void flush(@Nullable Release whole, List<Release.Sheet> sheets, List<Release> found) {
        if (whole != null) {
            found.add(new Release(whole.id(), whole.dataset(), whole.at(), sheets));
            sheets.clear();
        }
    }

    @Override
    public synchronized Head verify() throws IOException {
        FileLedger fresh = new FileLedger(file);
        fresh.refresh();
        if (fresh.head.releases() < head.releases()) {
            throw new LedgerException(file + ": the ledger was cut off before its entry " + head.releases());
        }
        return fresh.head;
    }

    @Override
    public void close() {}
}

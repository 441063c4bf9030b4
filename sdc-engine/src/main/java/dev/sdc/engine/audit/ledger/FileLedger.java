package dev.sdc.engine.audit.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a file, a line of JSON each release.
 *
 * <p>A line counts once its end is on the disk. What a killed process left of one is no entry: it is passed over when
 * reading, and cut off by the next writer. Writers hold a lock on a file beside it: a lock on the file itself would be
 * given up by the system as soon as anything of the process closes it.
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
        try (FileChannel beside = opened(file.resolveSibling(file.getFileName() + ".lock"));
                FileLock lock = lock(beside);
                FileChannel channel = opened(file)) {
            if (!lock.isValid()) {
                throw new LedgerException(file + ": the ledger cannot be locked");
            }
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

    private static FileChannel opened(Path path) throws IOException {
        return FileChannel.open(
                path,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly());
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Waits for other writers; those of this process are no less other. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                try {
                    Thread.sleep(1);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new LedgerException("interrupted while waiting for the ledger", interrupted);
                }
            }
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
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(end);
            Lines rest = new Lines(in);
            for (String line = rest.next(); line != null; line = rest.next()) {
                Entry entry = new Entry(head.releases() + 1, line);
                entry.follow(head);
                take(entry, ReleaseJson.release(line, entry.number()), rest.length());
            }
        }
    }

    /** The complete lines of a file, one after the other. */
    private static final class Lines {
        private final RandomAccessFile in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int filled;
        private byte[] line = new byte[1 << 12];
        private int length;

        Lines(RandomAccessFile in) {
            this.in = in;
        }

        @Nullable
        String next() throws IOException {
            length = 0;
            while (true) {
                if (at == filled) {
                    filled = in.read(buffer);
                    at = 0;
                    if (filled <= 0) {
                        filled = 0;
                        return null; // what has no end is no line
                    }
                }
                byte b = buffer[at++];
                if (b == '\n') {
                    return new String(line, 0, length, StandardCharsets.UTF_8);
                }
                if (length == LONGEST_LINE) {
                    throw new LedgerException("an entry of the ledger is longer than " + LONGEST_LINE + " bytes");
                }
                if (length == line.length) {
                    line = Arrays.copyOf(line, 2 * length);
                }
                line[length++] = b;
            }
        }

        long length() {
            return length;
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
    public synchronized List<Release> sharing(@Nullable String dataset, long[] keys, int fewest) throws IOException {
        refresh();
        List<Release> found = new ArrayList<>();
        List<Release.Sheet> sheets = new ArrayList<>();
        int entry = -1;
        Release whole = null;
        for (KeyIndex.Place place : index.sharing(dataset, keys, fewest)) {
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

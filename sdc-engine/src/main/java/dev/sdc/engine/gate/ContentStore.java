package dev.sdc.engine.gate;

import dev.sdc.engine.journal.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes under their digest: what was checked is what is here, whatever becomes of the files it came from.
 *
 * <p>A file is hashed while it is copied, and read-only from then on. The name says what it must hold, so that every
 * reader can see whether it still does.
 */
public final class ContentStore {
    private static final int CHUNK = 1 << 18;

    private final Path folder;

    ContentStore(Path folder) {
        this.folder = folder;
    }

    /** What was taken in. */
    public record Stored(Digest digest, long bytes) {}

    /**
     * Takes in a file: a regular one, never through a link.
     *
     * @throws GateException if it is no such file or changed while it was read
     */
    public Stored add(Path file) throws IOException, GateException {
        BasicFileAttributes before = attributes(file);
        if (!before.isRegularFile()) {
            throw new GateException("a link, folder, pipe or device is not taken in; put the file itself there");
        }
        Path temporary = temporary();
        try {
            Stored stored;
            try (SeekableByteChannel in =
                            Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                    FileChannel out = create(temporary)) {
                stored = copy(in, out);
                out.force(true);
            }
            BasicFileAttributes after = attributes(file);
            if (stored.bytes != before.size()
                    || after.size() != before.size()
                    || !after.lastModifiedTime().equals(before.lastModifiedTime())
                    || !Objects.equals(after.fileKey(), before.fileKey())) {
                throw new GateException("a file changed while it was taken in; hand it in when nothing writes to it");
            }
            settle(temporary, stored.digest);
            return stored;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Takes in bytes, and is sure that the disk has them. */
    public Digest add(byte[] bytes) throws IOException {
        return add(bytes, true);
    }

    /**
     * Takes in bytes.
     *
     * @param durably whether to wait for the disk
     */
    Digest add(byte[] bytes, boolean durably) throws IOException {
        Digest digest = Digest.of(bytes);
        Path temporary = temporary();
        try {
            try (FileChannel out = create(temporary)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                if (durably) {
                    out.force(true);
                }
            }
            settle(temporary, digest);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return digest;
    }

    /** The bytes of a digest, which are verified. */
    public byte[] bytes(Digest digest) throws IOException, GateException {
        byte[] bytes;
        try (SeekableByteChannel in = open(digest)) {
            bytes = new byte[Math.toIntExact(in.size())];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                // until it is full
            }
        }
        if (!Digest.of(bytes).equals(digest)) {
            throw new GateException("the gate's store is damaged: " + digest + " holds other bytes");
        }
        return bytes;
    }

    /** Opens what a digest names. Whoever reads must hash what comes, and trust it only then. */
    public SeekableByteChannel open(Digest digest) throws IOException, GateException {
        Path path = path(digest);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new GateException("the gate's store lacks " + digest);
        }
        return Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Where the bytes of a digest lie. */
    public Path path(Digest digest) {
        return folder.resolve("sha256")
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2));
    }

    /** What taking in a file would come to, without taking it in. */
    static Stored look(Path file) throws IOException, GateException {
        if (!attributes(file).isRegularFile()) {
            throw new GateException("a link, folder, pipe or device is not taken in; put the file itself there");
        }
        try (SeekableByteChannel in =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return copy(in, null);
        }
    }

    private static Stored copy(SeekableByteChannel in, @Nullable FileChannel out) throws IOException {
        MessageDigest hash = Digest.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        long bytes = 0;
        while (in.read(buffer) >= 0) {
            buffer.flip();
            hash.update(buffer.duplicate());
            bytes += buffer.remaining();
            while (out != null && buffer.hasRemaining()) {
                out.write(buffer);
            }
            buffer.clear();
        }
        return new Stored(Digest.ended(hash), bytes);
    }

    private Path temporary() throws IOException {
        OwnerOnly.folder(folder);
        return folder.resolve(UUID.randomUUID() + ".tmp");
    }

    private void settle(Path temporary, Digest digest) throws IOException {
        Path target = path(digest);
        OwnerOnly.folder(Objects.requireNonNull(target.getParent()));
        OwnerOnly.seal(temporary);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
            throw new IOException("the store's file system cannot move a file in one step", e);
        }
    }

    private static FileChannel create(Path path) throws IOException {
        return OwnerOnly.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}

package dev.sdc.engine.intake;

import dev.sdc.engine.submission.OutputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * Takes in the files of a submission: reads each once, while its digest is taken, and says what it is.
 *
 * <p>A file is only ever opened for reading, so neither its bytes nor its time of change move. (The time of last access
 * does where the file system keeps it: Java cannot open a file without.) Links, pipes and devices are not followed. A file
 * that cannot be had is received as unreadable, never thrown. Stateless and thread-safe.
 */
public final class Intake {
    private static final int CHUNK = 1 << 20;
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private final Limits limits;

    /** An intake that takes files up to a size. */
    public Intake(Limits limits) {
        this.limits = limits;
    }

    /** Receives one file. */
    public ReceivedFile receive(OutputFile file) {
        String extension = FileExtension.of(file.path());
        MediaType claimed = FileExtension.claimed(extension);
        Digested digested;
        try {
            digested = read(file.content());
        } catch (NotReadable e) {
            return unreadable(file, extension, claimed, e.sentence);
        } catch (AccessDeniedException e) {
            return unreadable(
                    file, extension, claimed, "There is no permission to read the file. Give the checker read access.");
        } catch (NoSuchFileException e) {
            return unreadable(file, extension, claimed, "The file is no longer there. Put it back and check again.");
        } catch (IOException e) {
            return unreadable(
                    file,
                    extension,
                    claimed,
                    "The file could not be read: the storage reported an error. Copy it anew.");
        } catch (OutOfMemoryError e) {
            return unreadable(
                    file, extension, claimed, "The file is too large for the memory that the checker was given.");
        }
        Content content = ContentRecogniser.recognise(digested.bytes);
        return new ReceivedFile(
                file.path(),
                digested.sha256,
                digested.bytes.length,
                extension,
                claimed,
                Acceptance.recognised(claimed, content),
                digested.bytes,
                null,
                Acceptance.refusal(extension, claimed, content));
    }

    private static ReceivedFile unreadable(OutputFile file, String extension, MediaType claimed, String why) {
        return new ReceivedFile(
                file.path(),
                hex(sha256().digest()),
                0,
                extension,
                claimed,
                MediaType.UNKNOWN,
                new byte[0],
                why,
                claimed == MediaType.UNKNOWN ? Acceptance.refusal(extension, claimed, Content.EMPTY) : null);
    }

    private Digested read(OutputFile.Content content) throws IOException, NotReadable {
        if (content instanceof OutputFile.Content.InMemory memory) {
            byte[] bytes = memory.bytes();
            if (bytes.length > limits.fileBytes()) {
                throw tooLarge(bytes.length);
            }
            return new Digested(bytes, hex(sha256().digest(bytes)));
        }
        if (content instanceof OutputFile.Content.OnDisk disk) {
            return readDisk(disk.location());
        }
        throw new IllegalStateException(); // the interface is sealed
    }

    private Digested readDisk(Path location) throws IOException, NotReadable {
        BasicFileAttributes before = attributes(location);
        if (before.isSymbolicLink()) {
            throw new NotReadable("The file is a symbolic link, which is not followed. Put the file itself there.");
        }
        if (!before.isRegularFile()) {
            throw new NotReadable("This is no regular file (a folder, pipe or device). Put the file itself there.");
        }
        if (isLinkedElsewhere(location)) {
            throw new NotReadable(
                    "The file has a second name elsewhere (a hard link), through which it may change. Copy"
                            + " the file itself there.");
        }
        if (before.size() > Math.min(limits.fileBytes(), MAX_ARRAY)) {
            throw tooLarge(before.size());
        }
        byte[] bytes = new byte[Math.toIntExact(before.size())];
        MessageDigest digest = sha256();
        try (SeekableByteChannel channel =
                Files.newByteChannel(location, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                int start = buffer.position();
                buffer.limit(Math.min(start + CHUNK, bytes.length));
                if (channel.read(buffer) < 0) {
                    throw moved();
                }
                digest.update(bytes, start, buffer.position() - start);
                buffer.limit(bytes.length);
            }
            if (channel.read(ByteBuffer.allocate(1)) > 0) {
                throw moved();
            }
        }
        BasicFileAttributes after = attributes(location);
        if (after.size() != before.size()
                || !after.lastModifiedTime().equals(before.lastModifiedTime())
                || !Objects.equals(after.fileKey(), before.fileKey())) {
            throw moved();
        }
        return new Digested(bytes, hex(digest.digest()));
    }

    private static BasicFileAttributes attributes(Path location) throws IOException {
        return Files.readAttributes(location, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isLinkedElsewhere(Path location) throws IOException {
        return location.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(location, "unix:nlink", LinkOption.NOFOLLOW_LINKS) instanceof Integer names
                && names > 1;
    }

    private NotReadable tooLarge(long size) {
        return new NotReadable("The file has " + size + " bytes; at most " + limits.fileBytes()
                + " are read. Send the summary that is needed, not the data behind it.");
    }

    private static NotReadable moved() {
        return new NotReadable("The file changed while it was being read. Check again when nothing writes to it.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    @SuppressWarnings("ArrayRecordComponent") // a pair on its way to its caller
    private record Digested(byte[] bytes, String sha256) {}

    /** Carries the sentence that says why a file cannot be had. */
    private static final class NotReadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        NotReadable(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}

package dev.sdc.engine.submission;

import java.nio.file.Path;

/**
 * One file handed in for release.
 *
 * @param path the file's name inside the submission, with {@code /} between folders
 * @param content where its bytes are
 */
public record OutputFile(String path, Content content) {
    /** Stands in a name for what cannot be read as letters. */
    public static final String UNREADABLE = "\uFFFD";

    /** Where the bytes of a file are. */
    public sealed interface Content {
        /** A file of the file system; read once, never written. */
        record OnDisk(Path location) implements Content {}

        /** Bytes a program hands in; the array must not be changed afterwards. */
        @SuppressWarnings("ArrayRecordComponent") // never compared; copying would double the memory of a large table
        record InMemory(byte[] bytes) implements Content {}
    }

    /** A file on disk. */
    public static OutputFile onDisk(String path, Path location) {
        return new OutputFile(path, new Content.OnDisk(location));
    }

    /** A file that a program holds in memory. */
    public static OutputFile inMemory(String path, byte[] bytes) {
        return new OutputFile(path, new Content.InMemory(bytes));
    }
}

package dev.sdc.engine.intake;

import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes were read once and measured.
 *
 * @param path the file's path inside the submission
 * @param sha256 the digest of the bytes in lower-case hex; of nothing where the file could not be read
 * @param size the number of bytes
 * @param extension the extension in lower case without the dot, empty where there is none
 * @param claimed what the extension says the file is
 * @param recognised what the content is
 * @param bytes the content; empty where the file could not be read
 * @param unreadable why the file could not be read, or null
 * @param refused why the kind of file is refused (a sentence for people), or null where it is acceptable to read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; shared so that a large file is held once
public record ReceivedFile(
        String path,
        String sha256,
        long size,
        String extension,
        MediaType claimed,
        MediaType recognised,
        byte[] bytes,
        @Nullable String unreadable,
        @Nullable String refused) {

    /** The same file, refused for a further reason, if there is one. */
    public ReceivedFile refusedFor(@Nullable String why) {
        return why == null || refused != null
                ? this
                : new ReceivedFile(path, sha256, size, extension, claimed, recognised, bytes, unreadable, why);
    }
}

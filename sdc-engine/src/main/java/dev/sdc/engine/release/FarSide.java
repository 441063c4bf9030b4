package dev.sdc.engine.release;

import dev.sdc.engine.gate.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection to the folder that a release goes to. Paths are inside that folder, with {@code /} between folders. What is
 * done is done when a call returns; a call that cannot be sure of it throws.
 */
public interface FarSide extends Closeable {
    /** The size of a file; -1 where there is none. */
    long size(String path) throws IOException;

    /** The sizes of some files, which a far side may be asked for at once. */
    default List<Long> sizes(List<String> paths) throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (String path : paths) {
            sizes.add(size(path));
        }
        return sizes;
    }

    /**
     * Opens a file to write to.
     *
     * @param from where to write on; 0 makes the file anew
     */
    Writing write(String path, long from) throws IOException;

    /** The digest of the first so many bytes, as the far side holds them: asked for, or read back. */
    Digest digest(String path, long bytes) throws IOException;

    /**
     * Gives a file its final name. The result is the size of what has that name then.
     *
     * @throws IOException if there is a file of that name; it is never replaced
     */
    long settle(String from, String to) throws IOException;

    /** Removes a file. */
    void remove(String path) throws IOException;

    /** Makes a folder and those above it, where they are missing. */
    void folder(String path) throws IOException;

    /**
     * Opens another line to the same folder over the same connection, on which files are sent beside those of this one;
     * empty where the far side has only one. It is closed before this one is.
     */
    default Optional<FarSide> beside() throws IOException {
        return Optional.empty();
    }

    /** The fingerprint of the host key that was seen; empty where the transport has none. */
    String hostKey();

    /** The session's id in hex; empty where the transport has none. */
    String session();

    /** How {@link #digest} comes to know, for the receipt. */
    String proof();

    /** A file that is being written. */
    interface Writing extends Closeable {
        /** Writes bytes. */
        void write(byte[] bytes, int from, int length) throws IOException;

        /** Makes sure that the far side's disk has all of it. The result is how long the file is there. */
        long finish() throws IOException;
    }
}

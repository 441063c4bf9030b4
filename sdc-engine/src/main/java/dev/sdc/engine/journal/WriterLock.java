package dev.sdc.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one writer at a time write, whether of this process or another.
 *
 * <p>The lock is held on a file beside the one that is written: a lock on that file itself would be given up by the system
 * as soon as anything of the process closes it.
 */
public final class WriterLock {
    private static final int BETWEEN_MILLIS = 2;

    private WriterLock() {}

    /** What is done while nobody else writes. */
    @FunctionalInterface
    public interface Action<T, X extends Exception> {
        /** Does it. */
        T run() throws IOException, X;
    }

    /** Waits until nobody else writes, and does something before anybody else does. */
    public static <T, X extends Exception> T alone(Path file, Action<T, X> action) throws IOException, X {
        try (FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, file);
            return action.run(); // the lock ends with the channel
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        while (true) {
            try {
                if (!channel.lock().isValid()) {
                    throw new IOException(file + ": cannot be locked");
                }
                return;
            } catch (OverlappingFileLockException e) {
                // another writer of this process has it, who is no less another
                try {
                    Thread.sleep(BETWEEN_MILLIS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IOException(file + ": interrupted while waiting for other writers", interrupted);
                }
            }
        }
    }
}

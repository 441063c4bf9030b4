package dev.sdc.engine.gate;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A disk that is full for this process: the system refuses to let any file grow beyond a size, in the middle of a write if
 * need be. Only the soft limit is set, so that it can be lifted again; what is there can still be read and replaced.
 */
public final class FullDisk implements AutoCloseable {
    private FullDisk() {}

    /** Whether the system has the command. */
    public static boolean isPossible() {
        try {
            limit("unlimited");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Lets no file grow beyond so many bytes, until it is closed. */
    public static FullDisk after(long bytes) {
        try {
            limit(Long.toString(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new FullDisk();
    }

    @Override
    public void close() throws IOException {
        limit("unlimited");
    }

    private static void limit(String soft) throws IOException {
        Process process = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        Long.toString(ProcessHandle.current().pid()),
                        "--fsize=" + soft + ":")
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("prlimit: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

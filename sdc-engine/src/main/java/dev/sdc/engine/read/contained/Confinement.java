package dev.sdc.engine.read.contained;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Takes from a running process the right to open anything: no file, no connection, no pipe to a program, and no byte
 * written to a file that it holds. What is open stays so. The limits are the system's own, kept by its kernel, and what
 * they apply to cannot raise them again.
 *
 * <p>Java itself has no means to this end that lasts, so the tool {@code prlimit} is asked, which every Linux has.
 */
final class Confinement {
    private static final int PATIENCE = 5;

    private Confinement() {}

    /** Whether the process is confined now. */
    static boolean of(ProcessHandle process) {
        try {
            Process tool = new ProcessBuilder(
                            "prlimit", "--pid=" + process.pid(), "--nofile=0:0", "--fsize=0:0", "--core=0:0")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            tool.getOutputStream().close();
            if (tool.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                return tool.exitValue() == 0;
            }
            tool.destroyForcibly();
        } catch (IOException e) {
            // there is no such tool
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

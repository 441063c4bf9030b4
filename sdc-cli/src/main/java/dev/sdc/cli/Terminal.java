package dev.sdc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes to: the only place that knows the process's streams.
 *
 * @param out standard output, for reports alone; a refusal to write is an exception
 * @param err standard error, for everything else
 * @param colour whether standard output may be coloured
 * @param watched whether a person watches standard error
 */
record Terminal(OutputStream out, PrintStream err, boolean colour, boolean watched) {

    /** The streams of the process. The launcher says which of them lead to a terminal. */
    static Terminal ofProcess() {
        String noColour = System.getenv("NO_COLOR");
        boolean wanted = noColour == null || noColour.isEmpty();
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                wanted && Boolean.getBoolean("sdc.stdout.terminal") && !"dumb".equals(System.getenv("TERM")),
                Boolean.getBoolean("sdc.stderr.terminal"));
    }

    /** Tells a person something, in a line of standard error. */
    void say(String text) {
        err.println("sdc: " + text);
    }
}

package dev.sdc.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One call of {@code sdc} in this process. */
record Run(int exit, String out, String err) {

    static Run of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = into(out, args);
        return new Run(run.exit, out.toString(StandardCharsets.UTF_8), run.err);
    }

    static Run into(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        int exit = Main.run(args, terminal);
        return new Run(exit, "", err.toString(StandardCharsets.UTF_8));
    }
}

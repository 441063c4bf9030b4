package dev.sdc.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Prints the table of ratios. */
public final class Ratios {
    private Ratios() {}

    /** Argument: the folder of the results. */
    public static void main(String[] args) throws IOException {
        Measurements measured = Measurements.in(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Comparison.header());
        for (Comparison comparison : Comparison.ALL) {
            out.println(comparison.line(measured));
        }
    }
}

package dev.sdc.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the made-up table to a CSV file, for scripts. */
public final class SampleFile {
    private SampleFile() {}

    /** Arguments: the file, and its rows. */
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            new SampleTable(Integer.parseInt(args[1])).csv(out);
        }
    }
}

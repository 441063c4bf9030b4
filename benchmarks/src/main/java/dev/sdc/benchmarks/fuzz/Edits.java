package dev.sdc.benchmarks.fuzz;

import java.util.Random;

/** Changes a file at random, as far as it can be where programs look. */
@FunctionalInterface
interface Edits {
    /** The bytes, changed. */
    byte[] edited(byte[] bytes, Random random);

    /** The edits for files with an ending. */
    static Edits of(String ending) {
        return switch (ending) {
            case "xlsx" -> new WorkbookEdits();
            case "png" -> new PngEdits();
            case "jpeg" -> new JpegEdits();
            default -> new TextEdits();
        };
    }
}

package dev.sdc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Folders of files that a benchmark makes and takes away again. */
final class Folders {
    private Folders() {}

    /** A new folder of files with random bytes, whose sizes the caller says. */
    static Path filled(Path folder, int files, IntSupplier sizes, Random random) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            byte[] bytes = new byte[sizes.getAsInt()];
            random.nextBytes(bytes);
            Files.write(folder.resolve("f" + i + ".csv"), bytes);
        }
        return folder;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.sdc.benchmarks;

import dev.sdc.engine.release.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Notes down how much memory the process holds, at each tenth of the files of a release. */
final class Memory implements Watcher {
    private final int files;
    private final List<Long> resident = new ArrayList<>();

    Memory(int files) {
        this.files = files;
    }

    @Override
    public void file(String path, int number, int of, long bytes) {
        if (number * 10L / files > resident.size()) {
            resident.add(resident());
        }
    }

    private static long resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1; // another system
        }
    }

    @Override
    public String toString() {
        return "resident memory at each tenth of the files, MB: " + resident;
    }
}

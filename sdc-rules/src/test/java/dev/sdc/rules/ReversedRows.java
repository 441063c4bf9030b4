package dev.sdc.rules;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a submission in which the rows of every plain CSV file, but for the first, stand in the reverse order. */
record ReversedRows(Path folder) implements Closeable {

    static ReversedRows of(Path submission) throws IOException {
        ReversedRows reversed = new ReversedRows(Files.createTempDirectory("reversed"));
        try (Stream<Path> all = Files.walk(submission)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path copy = reversed.folder.resolve(submission.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                if (each.toString().endsWith(".csv")) {
                    Files.write(copy, inReverse(Files.readAllLines(each)));
                } else {
                    Files.copy(each, copy);
                }
            }
        }
        return reversed;
    }

    private static List<String> inReverse(List<String> lines) {
        List<String> turned = new ArrayList<>(lines);
        if (turned.size() > 1) {
            Collections.reverse(turned.subList(1, turned.size()));
        }
        return turned;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

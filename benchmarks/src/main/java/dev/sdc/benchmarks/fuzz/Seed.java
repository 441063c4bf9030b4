package dev.sdc.benchmarks.fuzz;

import dev.sdc.engine.report.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file to begin with.
 *
 * @param path where it stands
 * @param best the best verdict that its edited copies may have while the evidence is in them; PASS where there is none
 * @param evidence what makes it disclosive
 */
record Seed(Path path, Verdict best, Evidence evidence) {
    /** The seeds below a folder with an ending; all of them for an empty one. */
    static List<Seed> in(Path folder, String ending) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        Path hostile = folder.resolve("hostile");
        List<Path> paired = new ArrayList<>();
        List<String> cases = Files.readAllLines(hostile.resolve("cases.tsv"));
        for (String line : cases.subList(1, cases.size())) {
            String[] cells = line.split("\t", -1);
            Path file = file(hostile.resolve("pairs").resolve(cells[0]), "hostile.");
            if (!hasEnding(file, ending)) {
                continue;
            }
            Verdict found = Verdict.valueOf(cells[1]);
            Verdict clean = Verdict.valueOf(cells[5]);
            // a bomb is one by the way it is packed, which an edit may undo
            boolean tells = found.compareTo(clean) > 0 && !cells[0].startsWith("bomb-");
            byte[] twin = Files.readAllBytes(file(hostile.resolve("pairs").resolve(cells[0]), "clean."));
            paired.add(file);
            seeds.add(new Seed(
                    file,
                    !tells ? Verdict.PASS : clean == Verdict.REVIEW ? Verdict.FAIL : Verdict.REVIEW,
                    tells ? Evidence.of(ending(file), Files.readAllBytes(file), twin) : edited -> false));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> Files.isRegularFile(file) && hasEnding(file, ending) && !paired.contains(file))
                    .sorted()
                    .forEach(file -> seeds.add(new Seed(file, Verdict.PASS, edited -> false)));
        }
        return seeds;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDisclosive() {
        return best != Verdict.PASS;
    }

    /** What stands behind the last dot of a name. */
    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean hasEnding(Path file, String ending) {
        return ending.isEmpty() || ending(file).equals(ending);
    }

    private static Path file(Path folder, String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

package dev.sdc.benchmarks.fuzz;

import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file to begin with.
 *
 * @param kind what it is
 * @param path where it stands
 * @param best the best verdict that its edited copies may have while the evidence is in them; PASS where there is none
 * @param evidence what makes it disclosive
 */
record Seed(Kind kind, Path path, Verdict best, Evidence evidence) {
    /** The seeds of a kind below a folder. */
    static List<Seed> in(Path folder, Kind kind) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        List<Path> paired = new ArrayList<>();
        Path hostile = folder.resolve("hostile");
        List<String> cases = Files.readAllLines(hostile.resolve("cases.tsv"));
        for (String line : cases.subList(1, cases.size())) {
            String[] cells = line.split("\t", -1);
            Path file = file(hostile.resolve("pairs").resolve(cells[0]), "hostile.");
            if (!kind.takes(file)) {
                continue;
            }
            Verdict found = Verdict.valueOf(cells[1]);
            Verdict clean = Verdict.valueOf(cells[5]);
            // a bomb is one by the way it is packed, which an edit may undo
            boolean tells = found.compareTo(clean) > 0 && !cells[0].startsWith("bomb-");
            byte[] twin = Files.readAllBytes(file(hostile.resolve("pairs").resolve(cells[0]), "clean."));
            paired.add(file);
            seeds.add(
                    tells
                            ? new Seed(
                                    kind,
                                    file,
                                    clean == Verdict.REVIEW ? Verdict.FAIL : Verdict.REVIEW,
                                    Evidence.of(kind, Files.readAllBytes(file), twin))
                            : innocent(kind, file));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> Files.isRegularFile(file) && kind.takes(file) && !paired.contains(file))
                    .sorted()
                    .forEach(file -> seeds.add(innocent(kind, file)));
        }
        return seeds;
    }

    private static Seed innocent(Kind kind, Path file) {
        return new Seed(kind, file, Verdict.PASS, edited -> false);
    }

    byte[] bytes() {
        return bytes(path);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDisclosive() {
        return best != Verdict.PASS;
    }

    /** What is handed in when the file holds other bytes. */
    Submission with(byte[] edited) throws DeclarationException {
        if (!kind.needsFolder()) {
            return Submission.builder()
                    .defaults(Declaration.builder().unit("patient").build())
                    .file(OutputFile.inMemory("edited." + Kind.ending(path), edited))
                    .build();
        }
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        byte @Nullable [] declaration = null;
        List<OutputFile> files = new ArrayList<>();
        try (Stream<Path> beside = Files.walk(folder)) {
            for (Path file : beside.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = file.equals(path) ? edited : bytes(file);
                if (Kind.DECLARATION.takes(file)) {
                    declaration = bytes;
                } else {
                    files.add(OutputFile.inMemory(
                            folder.relativize(file).toString().replace('\\', '/'), bytes));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SubmissionReader.ofKept(declaration, List.of(), files);
    }

    private static Path file(Path folder, String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

package dev.sdc.engine.read.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Packing;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Unpacking;
import dev.sdc.engine.read.acro.SessionFile;
import dev.sdc.engine.submission.OutputFile;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files read away from the checker: the same readings, and failures that stay where they happen. */
class ContainedReaderTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PAGE =
            "<table><tr><th>Stage</th><th>Patients</th></tr><tr><td>I</td><td>120</td></tr><tr><td>II</td><td>85</td></tr></table>";

    @Test
    void theReadingIsTheSame() throws IOException {
        try (ContainedReader reader = new ContainedReader(java(ReadingChild.class, "-Xmx128m"), PATIENCE)) {
            for (ReceivedFile file :
                    List.of(file("t.html", PAGE), file("t.json", "{\"a\": [3, 24]}"), file("t.svg", "<svg/>"))) {
                Reading here = FileReader.IN_PROCESS.read(file, Limits.DEFAULT);
                Reading there = reader.read(file, Limits.DEFAULT);
                assertThat(Packing.of((Record) there)).isEqualTo(Packing.of((Record) here));
            }
        }
    }

    @Test
    void whatASessionClaimsIsReadThereToo() throws IOException {
        String claims =
                "{\"version\": \"1.0\", \"results\": {\"output_0\": {\"status\": \"fail\", \"files\": [{\"name\": \"t.csv\","
                        + " \"sdc\": {\"summary\": {\"threshold\": 2}, \"cells\": {\"threshold\": [[0, 1], [2, 0]]}}}]}}}";
        try (ContainedReader reader = new ContainedReader(java(ReadingChild.class, "-Xmx128m"), PATIENCE)) {
            for (String content : List.of(claims, "{\"safe_threshold\": 10}", "{\"a\": 3}", "{")) {
                ReceivedFile file = file("results.json", content);
                assertThat(reader.session(file)).isEqualTo(FileReader.IN_PROCESS.session(file));
            }
            assertThat(reader.session(file("results.json", claims))).isInstanceOf(SessionFile.Claims.class);
        }
    }

    @Test
    void aChildThatBreaksOffFailsItsFileAndNotTheNext() {
        try (ContainedReader reader = new ContainedReader(java(Breaks.class), PATIENCE)) {
            for (int i = 0; i < 2; i++) {
                assertThat(reader.read(file("t.html", PAGE), Limits.DEFAULT))
                        .isInstanceOfSatisfying(
                                Reading.Unreadable.class,
                                reading -> assertThat(reading.why()).contains("broke off"));
            }
        }
    }

    @Test
    void aChildThatHangsIsStopped() {
        try (ContainedReader reader = new ContainedReader(java(Hangs.class), Duration.ofMillis(500))) {
            assertThat(reader.read(file("t.html", PAGE), Limits.DEFAULT))
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            reading -> assertThat(reading.why()).contains("seconds"));
        }
    }

    @Test
    void aChildWithoutMemoryIsToldOf() {
        try (ContainedReader reader =
                new ContainedReader(java(Fills.class, "-Xmx32m", "-XX:+ExitOnOutOfMemoryError"), PATIENCE)) {
            assertThat(reader.read(file("t.html", PAGE), Limits.DEFAULT))
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            reading -> assertThat(reading.why()).contains("memory"));
        }
    }

    /** A reader that a hostile file took over finds nothing that it could open. */
    @Test
    void theChildCanOpenNothing(@TempDir Path folder) throws IOException {
        assertThat(new Probe().read(file("t.html", PAGE), Limits.DEFAULT).notes())
                .as("what an unconfined process can do")
                .hasSize(Probe.ATTEMPTS.size());
        try (ContainedReader reader = new ContainedReader(fromJars(folder, java(Probes.class, "-Xmx128m")), PATIENCE)) {
            Reading reading = reader.read(file("t.html", PAGE), Limits.DEFAULT);
            assumeFalse(reader.freedoms().contains(ContainedReader.Freedom.OPEN), "no prlimit here");
            assertThat(reading).isEqualTo(new Reading.NotUnderstood("tried"));
        }
    }

    /** Deleting and the like open nothing, so that they are kept from it by other means. */
    @Test
    void theChildCanDoNoHarm(@TempDir Path folder) throws IOException {
        Process victim = new ProcessBuilder("sleep", "600").start();
        try {
            Victims.make(folder);
            assertThat(new Harm(folder, victim.pid())
                            .read(file("t.html", PAGE), Limits.DEFAULT)
                            .notes())
                    .as("what an unconfined process can do")
                    .hasSize(Harm.DEEDS);
            victim = new ProcessBuilder("sleep", "600").start();
            Victims.make(folder);
            List<String> command = java(Harms.class, "-Xmx128m");
            command.addAll(List.of(folder.toString(), Long.toString(victim.pid())));
            try (ContainedReader reader = new ContainedReader(command, PATIENCE)) {
                Reading reading = reader.read(file("t.html", PAGE), Limits.DEFAULT);
                assumeFalse(reader.freedoms().contains(ContainedReader.Freedom.HARM), "no namespaces here");
                assertThat(reading).isEqualTo(new Reading.NotUnderstood("tried"));
                assertThat(victim.isAlive()).isTrue();
            }
        } finally {
            victim.destroyForcibly();
        }
    }

    /** Whoever kills the process that keeps the place ends the reader too. */
    @Test
    void nothingIsLeftOfAChildThatWasStopped() throws IOException, InterruptedException {
        Process place = new ProcessBuilder(Enclosure.around(List.of("sleep", "600"))).start();
        ProcessHandle inside = waitedFor(place);
        assumeTrue(place.isAlive(), "no namespaces here");

        place.destroyForcibly();

        assertThat(inside.onExit()).succeedsWithin(Duration.ofMinutes(1));
    }

    private static ProcessHandle waitedFor(Process place) throws InterruptedException {
        while (place.isAlive()) {
            ProcessHandle inside = Enclosure.inside(place);
            if (inside.info().command().orElse("").endsWith("sleep")) {
                return inside;
            }
            Thread.sleep(20);
        }
        return place.toHandle();
    }

    @Test
    void plainTextNeedsNoChild() {
        try (ContainedReader reader = new ContainedReader(List.of("/nothing/of/the/kind"), PATIENCE)) {
            assertThat(reader.read(file("t.csv", "Stage,Patients\nI,120\n"), Limits.DEFAULT))
                    .isInstanceOf(Reading.Grids.class);
            assertThat(reader.read(file("t.html", PAGE), Limits.DEFAULT)).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void everyReadingComesBackAsItWas() throws IOException {
        int read = 0;
        for (String folder : List.of("hostile", "texts", "models", "read")) {
            try (Stream<Path> files = Files.walk(Path.of("../testdata", folder))) {
                for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                    ReceivedFile file = new Intake(Limits.DEFAULT)
                            .receive(OutputFile.onDisk(path.getFileName().toString(), path));
                    byte[] packed = Packing.of((Record) FileReader.IN_PROCESS.read(file, Limits.DEFAULT));
                    assertThat(Packing.of((Record) Unpacking.of(packed, Reading.class)))
                            .as("%s", path)
                            .isEqualTo(packed);
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(400);
    }

    /** A list of anything else would stop the rules that go through it. */
    @Test
    void listsHoldWhatTheyAreMadeFor() {
        List<?> numbers = List.of(1, 2);
        @SuppressWarnings("unchecked")
        List<String> lines = (List<String>) numbers;
        byte[] packed = Packing.of(new Reading.Text(lines, List.of()));
        assertThatThrownBy(() -> Unpacking.of(packed, Reading.class)).isInstanceOf(IOException.class);
    }

    /** What a child sends that a hostile file took over. */
    @Test
    void anythingMayComeBack() {
        Random random = new Random(7);
        byte[] good = Packing.of((Record) FileReader.IN_PROCESS.read(file("t.html", PAGE), Limits.DEFAULT));
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int n = 0; n <= random.nextInt(4); n++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Unpacking.of(bad, Reading.class)).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("Patients"); // refused without what the file holds
            }
        }
    }

    private static ReceivedFile file(String name, String content) {
        return new Intake(Limits.DEFAULT).receive(OutputFile.inMemory(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> java(Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator + "target/classes" + File.pathSeparator + "target/test-classes");
        command.add(main.getName());
        return command;
    }

    /** A command whose class path holds jars alone. */
    private static List<String> fromJars(Path folder, List<String> command) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : command.get(command.indexOf("-cp") + 1).split(File.pathSeparator, -1)) {
            jars.add(new File(entry).isDirectory() ? jar(Path.of(entry), folder.resolve(jars.size() + ".jar")) : entry);
        }
        List<String> changed = new ArrayList<>(command);
        changed.set(command.indexOf("-cp") + 1, String.join(File.pathSeparator, jars));
        return changed;
    }

    private static String jar(Path classes, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar.toString();
    }

    /** Ends before it answers. */
    static final class Breaks {
        public static void main(String[] arguments) {
            if (arguments.length == 0) {
                throw new IllegalStateException();
            }
        }
    }

    /** Tries what no reader of a file needs. */
    static final class Probes {
        public static void main(String[] arguments) throws IOException {
            ReadingChild.run(new Probe());
        }
    }

    /** Remarks on everything that it could open. */
    private static final class Probe implements FileReader {
        private static final Map<String, Callable<? extends AutoCloseable>> ATTEMPTS = Map.of(
                "a file", () -> new FileInputStream(System.getProperty("java.home") + "/release"),
                "a new file",
                        () -> {
                            Path made = Files.createTempFile("probe", "");
                            Files.delete(made);
                            return () -> {};
                        },
                "a folder", () -> Files.list(Path.of(System.getProperty("java.home"))),
                "a socket", () -> new ServerSocket(0),
                "a channel", () -> DatagramChannel.open(),
                "a process", () -> closing(new ProcessBuilder("true").start()),
                "a process with our streams",
                        () -> closing(new ProcessBuilder("true").inheritIO().start()));

        private static AutoCloseable closing(Process process) {
            return process::destroy;
        }

        @Override
        public Reading read(ReceivedFile file, Limits limits) {
            List<Reading.Note> opened = new ArrayList<>();
            ATTEMPTS.forEach((what, attempt) -> {
                try (AutoCloseable open = attempt.call()) {
                    opened.add(new Reading.Note(Reading.Note.Kind.ACTIVE, "", what + " " + open.hashCode()));
                } catch (Exception | LinkageError e) {
                    // as it should be
                }
            });
            return new Reading.NotUnderstood("tried", opened);
        }
    }

    /** What a probe tries to spoil. */
    private static final class Victims {
        static void make(Path folder) throws IOException {
            for (String name : List.of("deleted", "renamed", "shortened", "changed")) {
                Files.writeString(folder.resolve(name), "a");
                folder.resolve(name).toFile().setWritable(true);
            }
            Files.deleteIfExists(folder.resolve("new"));
            Files.deleteIfExists(folder.resolve("link"));
        }
    }

    /** Tries to do harm. */
    static final class Harms {
        public static void main(String[] arguments) throws IOException {
            ReadingChild.run(new Harm(Path.of(arguments[0]), Long.parseLong(arguments[1])));
        }
    }

    /** Remarks on all that it could spoil. */
    private record Harm(Path folder, long victim) implements FileReader {
        static final int DEEDS = 7;

        @Override
        public Reading read(ReceivedFile file, Limits limits) {
            Map<String, Callable<Boolean>> deeds = Map.of(
                    "deletes",
                    () -> Files.deleteIfExists(folder.resolve("deleted")),
                    "renames",
                    () -> folder.resolve("renamed")
                            .toFile()
                            .renameTo(folder.resolve("otherwise").toFile()),
                    "shortens",
                    () -> {
                        try (FileOutputStream out =
                                new FileOutputStream(folder.resolve("shortened").toFile())) {
                            return out.getFD().valid();
                        }
                    },
                    "changes rights",
                    () -> folder.resolve("changed").toFile().setReadOnly(),
                    "makes folders",
                    () -> folder.resolve("new").toFile().mkdir(),
                    "makes links",
                    () -> Files.exists(
                            Files.createSymbolicLink(folder.resolve("link"), Path.of("changed")),
                            LinkOption.NOFOLLOW_LINKS),
                    "ends processes",
                    () -> ProcessHandle.of(victim).map(ProcessHandle::destroy).orElse(false));
            List<Reading.Note> done = new ArrayList<>();
            deeds.forEach((what, deed) -> {
                try {
                    if (deed.call()) {
                        done.add(new Reading.Note(Reading.Note.Kind.ACTIVE, "", what));
                    }
                } catch (Exception | LinkageError e) {
                    // as it should be
                }
            });
            return new Reading.NotUnderstood("tried", done);
        }
    }

    /** Never answers. */
    static final class Hangs {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.sleep(60_000);
        }
    }

    /** Takes all memory there is. */
    static final class Fills {
        public static void main(String[] arguments) {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < Integer.MAX_VALUE) {
                all.add(new byte[1 << 20]);
            }
        }
    }
}

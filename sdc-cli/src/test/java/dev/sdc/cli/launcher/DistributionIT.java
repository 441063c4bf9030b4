package dev.sdc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks the zip that the build made and runs it. */
class DistributionIT {

    @TempDir
    Path folder;

    private Path unpacked;

    @BeforeEach
    void unpack() throws IOException {
        Path zip;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            zip = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        Path place = folder.toRealPath().resolve("un packed");
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path to = place.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(entries, to);
                }
            }
        }
        try (Stream<Path> files = Files.list(place)) {
            unpacked = files.findFirst().orElseThrow();
        }
        Files.setPosixFilePermissions(unpacked.resolve("bin/sdc"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void starts_and_keeps_an_archive_of_its_classes() throws Exception {
        Output first = run(List.of(unpacked.resolve("bin/sdc").toString(), "--version"));
        Output second = run(List.of(unpacked.resolve("bin/sdc").toString(), "--version"));

        assertThat(first.out()).matches("sdc [^\n]+\n");
        assertThat(first.err()).startsWith("sdc: preparing for quick starts on Java ");
        assertThat(second).isEqualTo(new Output(0, first.out(), ""));
        try (Stream<Path> archives = Files.list(unpacked.resolve("cds"))) {
            assertThat(archives.filter(file -> file.toString().endsWith(".jsa")))
                    .singleElement()
                    .satisfies(archive -> assertThat(Files.size(archive)).isPositive());
        }
    }

    @Test
    void starts_on_the_module_path_too() throws Exception {
        Output output = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                unpacked.resolve("lib").toString(),
                "-m",
                "dev.sdc.cli/dev.sdc.cli.Main",
                "--version"));

        assertThat(output.err()).isEmpty();
        assertThat(output.out()).matches("sdc [^\n]+\n");
        assertThat(output.exit()).isZero();
    }

    @Test
    void brings_its_licence() {
        assertThat(unpacked.resolve("LICENSE")).isRegularFile();
    }

    private Output run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Output(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Output(int exit, String out, String err) {}
}

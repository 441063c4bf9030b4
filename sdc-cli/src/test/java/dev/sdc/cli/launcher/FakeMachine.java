package dev.sdc.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a checkout that holds only what the launcher looks at, and with a {@code mvn} and a {@code java} that
 * note how they were called: so that the launcher is tested without building anything.
 */
final class FakeMachine {

    private final Path folder;
    final Path checkout;
    final Path launcher;
    final Path javaHome;
    private String path;

    FakeMachine(Path folder) throws IOException {
        this.folder = folder;
        checkout = Files.createDirectories(folder.resolve("a check out"));
        launcher = copyLauncher(checkout.resolve("sdc-cli/bin/sdc"));
        for (String source : List.of("pom.xml", "sdc-cli/pom.xml", "sdc-cli/src/main/x", "docs/rules/x.md")) {
            Files.createDirectories(checkout.resolve(source).getParent());
            Files.writeString(checkout.resolve(source), "");
        }
        program("bin/mvn", """
                echo "$PWD $*" >> '%s'
                echo 'Maven speaks'
                sleep 0.2
                mkdir -p sdc-cli/target/apart/dist/lib && : > sdc-cli/target/apart/dist/lib/sdc.jar
                """.formatted(mavenCalls()));
        path = folder.resolve("bin") + ":/usr/bin:/bin";
        javaHome = folder.resolve("jdk");
        jdk(javaHome, "17.0.1");
    }

    /** Writes a JDK whose java prints its arguments, one a line, and makes the class archive it is asked for. */
    void jdk(Path home, String version) throws IOException {
        program(folder.relativize(home) + "/bin/java", """
                for argument; do
                    case $argument in -XX:ArchiveClassesAtExit=*) echo classes > "${argument#*=}" ;; esac
                    echo "$argument"
                done
                exit 3
                """);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    static Path copyLauncher(Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(Path.of("bin/sdc"), to);
        return executable(to);
    }

    void program(String path, String body) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        executable(file);
    }

    private static Path executable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path mavenCalls() {
        return folder.resolve("maven-calls");
    }

    List<String> callsOfMaven() throws IOException {
        return Files.exists(mavenCalls()) ? Files.readAllLines(mavenCalls()) : List.of();
    }

    Running start(Path program, Path workingFolder, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(program.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(workingFolder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path);
        if (Files.exists(javaHome)) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    /** Leaves the launcher only the given programs of the system: no java, no mvn. */
    void installOnly(String... programs) throws IOException {
        Path only = Files.createDirectories(folder.resolve("only"));
        for (String program : programs) {
            Files.createSymbolicLink(only.resolve(program), Path.of("/usr/bin", program));
        }
        path = only.toString();
    }

    void uninstallJava() throws IOException {
        Files.delete(javaHome.resolve("bin/java"));
        Files.delete(javaHome.resolve("bin"));
        Files.delete(javaHome.resolve("release"));
        Files.delete(javaHome);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(launcher, folder, arguments).end();
    }

    record Running(Process process, Path out, Path err) {

        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher does not end");
            }
            return new Ended(
                    process.exitValue(),
                    Files.readAllLines(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }
    }

    record Ended(int exit, List<String> out, String err) {}
}

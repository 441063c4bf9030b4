package dev.sdc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.cli.launcher.FakeMachine.Ended;
import dev.sdc.cli.launcher.FakeMachine.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    Path folder;

    private FakeMachine machine;

    @BeforeEach
    void startWithAFreshCheckout() throws IOException {
        machine = new FakeMachine(folder.toRealPath());
    }

    @Test
    void the_first_call_builds_and_says_so_on_standard_error_only() throws Exception {
        Ended first = machine.run("check", "a file");

        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.out()).endsWith("dev.sdc.cli.Main", "check", "a file").doesNotContain("Maven speaks");
        assertThat(first.err()).contains("building (first call)").doesNotContain("Maven speaks");
        assertThat(machine.callsOfMaven())
                .containsExactly(machine.checkout
                        + " -B -ntp -Dmaven.test.skip=true -Dquick -Dapart -Dzip.skip=true -Derrorprone.excluded=.*"
                        + " -pl sdc-cli -am package");
    }

    @Test
    void what_maven_built_alone_is_run_while_no_source_is_newer() throws Exception {
        Path target = machine.checkout.resolve("sdc-cli/target");
        Files.createDirectories(target.resolve("dist/lib"));
        Files.writeString(target.resolve("dist/lib/packed.jar"), "");
        Files.writeString(target.resolve("sdc-1.zip"), "");

        assertThat(machine.run("rules").out()).contains(target + "/dist/lib/packed.jar");
        assertThat(machine.callsOfMaven()).isEmpty();

        Files.setLastModifiedTime(
                machine.checkout.resolve("pom.xml"), FileTime.from(Instant.now().plusMillis(1)));
        assertThat(machine.run("rules").out()).contains(target + "/apart/dist/lib/sdc.jar");
        assertThat(machine.callsOfMaven()).hasSize(1);
    }

    @Test
    void later_calls_start_at_once() throws Exception {
        machine.run();
        Ended second = machine.run("rules");

        assertThat(second.err()).isEmpty();
        assertThat(second.out()).endsWith("dev.sdc.cli.Main", "rules");
        assertThat(machine.callsOfMaven()).hasSize(1);
    }

    @Test
    void an_edited_source_is_built_again() throws Exception {
        machine.run();
        for (String source : List.of("pom.xml", "sdc-cli/src/main/x", "docs/rules/x.md")) {
            int before = machine.callsOfMaven().size();
            Files.setLastModifiedTime(
                    machine.checkout.resolve(source),
                    FileTime.from(Instant.now().plusMillis(1)));
            assertThat(machine.run().err()).as(source).contains("the sources are newer than the build");
            assertThat(machine.callsOfMaven()).as(source).hasSize(before + 1);
        }
    }

    @Test
    void what_is_edited_while_maven_runs_is_built_by_the_next_call() throws Exception {
        machine.program(
                "bin/mvn",
                "mkdir -p sdc-cli/target/apart/dist/lib && : > sdc-cli/target/apart/dist/lib/sdc.jar"
                        + " && sleep 0.1 && touch sdc-cli/src/main/x && echo >> '" + machine.mavenCalls() + "'\n");

        machine.run();
        machine.run();

        assertThat(machine.callsOfMaven()).hasSize(2);
    }

    @Test
    void calls_at_the_same_time_build_once() throws Exception {
        List<Running> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(machine.start(machine.launcher, folder, "check"));
        }

        for (Running call : calls) {
            assertThat(call.end().exit()).isEqualTo(3);
        }
        assertThat(machine.callsOfMaven()).hasSize(1);
    }

    @Test
    void calls_at_the_same_time_build_once_where_there_is_no_flock() throws Exception {
        machine.installOnly("mkdir", "rmdir", "find", "sleep", "mv", "cat", "readlink");
        machine.program(
                "only/mvn",
                "mkdir -p sdc-cli/target/apart/dist/lib && : > sdc-cli/target/apart/dist/lib/sdc.jar"
                        + " && sleep 0.2 && echo >> '" + machine.mavenCalls() + "'\n");

        calls_at_the_same_time_build_once();

        assertThat(machine.checkout.resolve("sdc-cli/target/build.lock.d")).doesNotExist();
    }

    @Test
    void it_runs_through_links_and_from_any_folder() throws Exception {
        Path link = folder.resolve("link to sdc");
        Files.createSymbolicLink(link, Path.of("other link"));
        Files.createSymbolicLink(folder.resolve("other link"), machine.launcher);
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));

        assertThat(machine.start(link, elsewhere, "x").end().out()).endsWith("dev.sdc.cli.Main", "x");
        assertThat(machine.start(Path.of("./sdc"), machine.launcher.getParent(), "x")
                        .end()
                        .out())
                .endsWith("dev.sdc.cli.Main", "x");
        assertThat(machine.callsOfMaven()).hasSize(1);
    }

    @Test
    void arguments_reach_the_program_as_they_are() throws Exception {
        assertThat(machine.run("", "a  b", "*", "$HOME", "-x", "--a=b c").out())
                .endsWith("dev.sdc.cli.Main", "", "a  b", "*", "$HOME", "-x", "--a=b c");
    }

    @Test
    void a_failing_build_ends_with_70_and_names_the_log() throws Exception {
        machine.program("bin/mvn", "echo '[INFO] x'; echo '[ERROR] it is broken'; exit 1\n");

        Ended ended = machine.run();

        assertThat(ended.exit()).isEqualTo(70);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("[ERROR] it is broken", "sdc-cli/target/apart/build.log")
                .doesNotContain("[INFO] x");
    }

    @Test
    void a_build_that_failed_is_tried_again_even_if_an_older_one_is_there() throws Exception {
        machine.run();
        Files.setLastModifiedTime(machine.checkout.resolve("pom.xml"), FileTime.from(Instant.now()));
        machine.program("bin/mvn", "exit 1\n");

        assertThat(machine.run().exit()).isEqualTo(70);
        assertThat(machine.run().exit()).isEqualTo(70);
    }

    @Test
    void without_maven_it_says_what_to_install() throws Exception {
        machine.installOnly("mkdir", "flock", "find");
        Ended ended = machine.run();

        assertThat(ended.exit()).isEqualTo(70);
        assertThat(ended.err()).contains("no mvn found").contains("Install Maven");
    }

    @Test
    void without_java_it_says_what_to_install() throws Exception {
        machine.uninstallJava();
        machine.installOnly("readlink");
        Ended ended = machine.run();

        assertThat(ended.exit()).isEqualTo(70);
        assertThat(ended.err()).contains("no java found").contains("JDK");
    }

    @Test
    void an_old_java_is_named_with_its_version() throws Exception {
        for (String version : List.of("1.8.0_402", "11.0.2", "16")) {
            machine.jdk(machine.javaHome, version);
            Ended ended = machine.run();
            assertThat(ended.exit()).isEqualTo(70);
            assertThat(ended.err()).contains(machine.javaHome + "/bin/java is Java " + version);
        }
    }

    @Test
    void each_java_has_its_own_class_archive_made_once() throws Exception {
        Ended first = machine.run();
        machine.jdk(machine.javaHome, "25");
        Ended other = machine.run();
        Ended again = machine.run();

        Path archives = machine.checkout.resolve("sdc-cli/target/apart/dist/cds");
        assertThat(first.out()).contains("-XX:SharedArchiveFile=" + archives.resolve("17.0.1.jsa"));
        assertThat(other.out()).contains("-XX:SharedArchiveFile=" + archives.resolve("25.jsa"));
        assertThat(other.err()).contains("preparing for quick starts on Java 25");
        assertThat(again.err()).isEmpty();
    }

    @Test
    void a_class_archive_that_cannot_be_made_is_no_error() throws Exception {
        machine.program("jdk/bin/java", "printf '%s\\n' \"$@\"\n");

        assertThat(machine.run().exit()).isZero();
        Ended second = machine.run();
        assertThat(second.exit()).isZero();
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).noneMatch(argument -> argument.contains("SharedArchiveFile"));
    }

    @Test
    void file_names_keep_their_letters_in_the_plain_c_locale() throws Exception {
        machine.program("jdk/bin/java", "echo \"$LC_ALL\"\n");

        assertThat(machine.run().out()).containsExactly("C.UTF-8");
    }

    @Test
    void a_large_input_has_the_optimising_compiler() throws Exception {
        Path inputs = Files.createDirectories(folder.resolve("in puts"));
        Files.write(inputs.resolve("part 1"), new byte[5 << 20]);
        assertThat(machine.run("check", inputs.toString()).out()).contains("-XX:TieredStopAtLevel=1");

        Files.write(inputs.resolve("part 2"), new byte[5 << 20]);
        assertThat(machine.run("check", inputs.toString()).out())
                .doesNotContain("-XX:TieredStopAtLevel=1")
                .contains("-XX:+UseParallelGC");
        assertThat(machine.run("check", "--against=" + inputs).out()).contains("-XX:+UseParallelGC");
    }

    @Test
    void nothing_of_what_was_read_is_left_behind_by_the_jvm() throws Exception {
        assertThat(machine.run().out())
                .contains(
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-XX:-UsePerfData");
    }

    @Test
    void the_unpacked_zip_needs_no_maven() throws Exception {
        Path unpacked = folder.resolve("un packed");
        Path launcher = FakeMachine.copyLauncher(unpacked.resolve("bin/sdc"));
        Files.createDirectories(unpacked.resolve("lib"));
        Files.writeString(unpacked.resolve("lib/b.jar"), "");
        Files.writeString(unpacked.resolve("lib/a.jar"), "");

        Ended ended = machine.start(launcher, folder, "check").end();

        assertThat(ended.out())
                .endsWith("-cp", unpacked + "/lib/a.jar:" + unpacked + "/lib/b.jar", "dev.sdc.cli.Main", "check");
        assertThat(machine.callsOfMaven()).isEmpty();
    }

    @Test
    void an_unpacked_zip_that_cannot_be_written_to_works() throws Exception {
        Path unpacked = folder.resolve("unpacked");
        Path launcher = FakeMachine.copyLauncher(unpacked.resolve("bin/sdc"));
        Files.createDirectories(unpacked.resolve("lib"));
        Files.writeString(unpacked.resolve("lib/a.jar"), "");
        Files.writeString(unpacked.resolve("cds"), "in the way of the folder");

        Ended ended = machine.start(launcher, folder, "check").end();

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).isEmpty();
    }
}

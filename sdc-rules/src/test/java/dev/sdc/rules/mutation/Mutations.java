package dev.sdc.rules.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mutation testing of the rules. Not run with the other tests; docs/mutation.md has the command. */
class Mutations {
    static final int STUCK = 9;

    @Test
    void theCasesHoldTheRules() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("sdc.mutation.folder", "target/mutation")));
        Path results = folder.resolve(Worker.RESULTS);
        if (!Boolean.getBoolean("sdc.mutation.resume")) {
            Files.deleteIfExists(results);
            Files.deleteIfExists(folder.resolve(Worker.LINES));
        }
        int exit = worker(folder);
        while (exit != 0) {
            assertThat(exit).as("see worker.log").isEqualTo(STUCK);
            Files.writeString(results, "\t0\t\t\tENDLESS\t\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            exit = worker(folder);
        }
        Tally tally = Tally.of(results);
        Files.writeString(folder.resolve("report.md"), tally.page());
        assertThat(tally.percentKilled())
                .as("percent killed; %s names what is alive", folder.resolve("report.md"))
                .isGreaterThanOrEqualTo(Double.parseDouble(System.getProperty("sdc.mutation.least", "85")));
    }

    private static int worker(Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx900m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + Swap.agentJar(folder),
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                folder.toString(),
                System.getProperty("sdc.mutation.of", ""),
                System.getProperty("sdc.mutation.one.in", "1")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "worker.log")))
                .start()
                .waitFor();
    }
}

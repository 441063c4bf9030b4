package dev.sdc.cli;

import dev.sdc.engine.read.contained.ContainedReader;
import dev.sdc.engine.read.contained.ReadingChild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the child process that reads files, with the Java and the jars of this one. */
final class Containment {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String HEAP = "-Xmx1g";

    private Containment() {}

    static ContainedReader reader() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                HEAP, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable"));
        String archive = property("sdc.archive");
        if (!archive.isEmpty()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-cp", property("java.class.path"), ReadingChild.class.getName()));
        return new ContainedReader(command, DEADLINE);
    }

    /** Says so where the child could open more than it was given. */
    static void tell(ContainedReader reader, Terminal terminal) {
        if (reader.wasUnconfined()) {
            terminal.say(
                    "files were read in a process that could open other files and connections, since this system has no"
                            + " prlimit (util-linux) to keep it from that; run sdc in a container where that matters");
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}

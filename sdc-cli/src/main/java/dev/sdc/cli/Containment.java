package dev.sdc.cli;

import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.contained.ContainedReader;
import dev.sdc.engine.read.contained.ContainedReader.Freedom;
import dev.sdc.engine.read.contained.ReadingChild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The child process in which a command reads files, with the Java and the jars of this one. When the command has done with
 * it, what the system did not take from that child is told.
 */
final class Containment implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String HEAP = "-Xmx1g";
    private static final String OPEN =
            "open other files and connections, since this system has no prlimit (util-linux) to keep it from that";
    private static final String HARM =
            "delete and rename files of yours and end processes of yours, since this system lets"
                    + " plain users make no namespaces (unshare of util-linux) to keep it from that";

    private final Terminal terminal;
    private final ContainedReader reader;

    /** A child that is started when it is needed. */
    Containment(Terminal terminal) {
        this.terminal = terminal;
        this.reader = new ContainedReader(command(), DEADLINE);
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                HEAP, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable"));
        String archive = property("sdc.archive");
        if (!archive.isEmpty()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-cp", property("java.class.path"), ReadingChild.class.getName()));
        return command;
    }

    /** What reads the files. */
    FileReader reader() {
        return reader;
    }

    @Override
    public void close() {
        reader.close();
        Set<Freedom> freedoms = reader.freedoms();
        if (!freedoms.isEmpty()) {
            terminal.say("files were read in a process that could " + (freedoms.contains(Freedom.OPEN) ? OPEN : HARM)
                    + "; where that matters, run sdc as a user of its own or in a container");
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}

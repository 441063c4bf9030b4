package dev.sdc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code sdc} command: entry point of the program. */
@Command(
        name = "sdc",
        description = "Checks research outputs for disclosure risk before they are released.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}

package dev.sdc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code sdc} itself, over its commands. */
@Command(
        name = "sdc",
        description = "Checks research outputs for disclosure risk before they are released.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class)
final class RootCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs the command that the arguments name; the result is the exit code. */
    static int run(String[] args, Terminal terminal) {
        CommandLine line = Commands.forArguments(args, terminal);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(RootCommand::usage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Main.failed(failure, terminal));
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See: sdc --help");
    }

    private static int usage(ParameterException mistake, String[] args) {
        PrintWriter err = mistake.getCommandLine().getErr();
        boolean noCommand = mistake instanceof UnmatchedArgumentException
                && mistake.getCommandLine().getParent() == null
                && !args[0].startsWith("-");
        err.println("sdc: " + (noCommand ? "there is no command " + args[0] : mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("See: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }
}

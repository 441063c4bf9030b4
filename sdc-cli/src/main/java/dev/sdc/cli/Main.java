package dev.sdc.cli;

import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code sdc} command: entry point of the program. */
@Command(
        name = "sdc",
        description = "Checks research outputs for disclosure risk before they are released.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class)
public final class Main implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, Terminal.ofProcess()));
    }

    /** Runs the command line; the result is the exit code. Nothing is thrown. */
    static int run(String[] args, Terminal terminal) {
        try {
            CommandLine line = Commands.forArguments(args, terminal);
            line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
            line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
            line.setParameterExceptionHandler(Main::usage);
            line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, terminal));
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return failed(e, terminal);
        }
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

    private static int failed(Throwable failure, Terminal terminal) {
        if (failure instanceof UsageException || failure instanceof DeclarationException) {
            terminal.say(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutOfMemoryError) {
            terminal.say("there is not enough memory to make a report; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g."
                    + " Nothing was passed.");
            return ExitCode.INTERNAL;
        }
        // the message of an error may hold what was read: only its kind and place are told
        terminal.say("no report could be made: " + failure.getClass().getName() + " at " + place(failure)
                + (failure instanceof IOException ? " (reading or writing a file failed)" : "")
                + ". This is a fault of sdc; please report this line. Nothing was passed.");
        return ExitCode.INTERNAL;
    }

    private static String place(Throwable failure) {
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("dev.sdc.")) {
                return element.getClassName() + "." + element.getMethodName() + ":" + element.getLineNumber();
            }
        }
        return "an unknown place";
    }
}

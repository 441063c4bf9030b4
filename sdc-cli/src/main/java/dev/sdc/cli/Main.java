package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.util.Optional;

/** Entry point of the program. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, Terminal.ofProcess()));
    }

    /** Runs the command line; the result is the exit code. Nothing is thrown. */
    static int run(String[] args, Terminal terminal) {
        try {
            CheckRequest plain = PlainArguments.read(args);
            return plain == null ? RootCommand.run(args, terminal) : new Check(terminal, plain).run();
        } catch (Exception | Error e) {
            return failed(e, terminal);
        }
    }

    /** Tells what ended a command, without any value that was read; the result is the exit code. */
    static int failed(Throwable failure, Terminal terminal) {
        if (failure instanceof UsageException || failure instanceof DeclarationException) {
            terminal.say(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof GateException) {
            terminal.say(String.valueOf(failure.getMessage()));
            return ExitCode.FAIL;
        }
        if (failure instanceof OutOfMemoryError) {
            terminal.say("there is not enough memory to make a report; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g."
                    + " Nothing was passed.");
            return ExitCode.INTERNAL;
        }
        Optional<String> fault = failure instanceof IOException e ? SystemFault.of(e) : Optional.empty();
        if (fault.isPresent()) {
            terminal.say("a file could not be read or written: " + fault.get()
                    + ". Mend that and run the same command again. Nothing was passed.");
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

package dev.sdc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that is promised but not built: whatever it is asked, it says so. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class NotBuiltCommand implements Subcommand {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    NotBuiltCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.say("the command " + spec.name() + " is not built yet");
        return ExitCode.USAGE;
    }
}

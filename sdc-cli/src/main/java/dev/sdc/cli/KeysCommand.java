package dev.sdc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code sdc keys}: makes keys, makes a gate, and keeps its keyring. */
@Command(
        name = "keys",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes keys and a gate, and keeps the keyring.")
final class KeysCommand implements Subcommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** The command with those under it. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new KeysCommand())
                .addSubcommand("make", new KeysMake(terminal))
                .addSubcommand("init", new KeysInit(terminal))
                .addSubcommand("list", new KeysList(terminal))
                .addSubcommand("add", new KeysAdd(terminal))
                .addSubcommand("remove", new KeysRemove(terminal))
                .addSubcommand("floor", new KeysFloor(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "make, init, list, add, remove or floor?");
    }
}

package dev.sdc.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * The commands by name. Only the command that is called is made ready, because making all of them ready takes longer
 * than checking a small file.
 */
final class Commands {
    private record Promise(String name, String does) {}

    private static final List<Promise> NOT_BUILT = List.of(
            new Promise("protect", "Writes a safe version of a table."),
            new Promise("review", "Serves the checker's review page."));

    private Commands() {}

    /** The command line for these arguments. */
    static CommandLine forArguments(String[] args, Terminal terminal) {
        CommandLine root = new CommandLine(new RootCommand());
        boolean known = args.length > 0 && add(root, args[0], terminal);
        if (!known) {
            for (String name : List.of("check", "init", "rules", "profiles", "ledger")) {
                add(root, name, terminal);
            }
            for (String name : GateCommands.NAMES) {
                add(root, name, terminal);
            }
            for (Promise promise : NOT_BUILT) {
                add(root, promise.name(), terminal);
            }
        }
        return root;
    }

    private static boolean add(CommandLine root, String name, Terminal terminal) {
        Subcommand command = switch (name) {
            case "check" -> new CheckCommand(terminal);
            case "ledger" -> new LedgerCommand(terminal);
            case "init" -> new InitCommand(terminal);
            case "profiles" -> new ProfilesCommand(terminal);
            case "rules" -> new RulesCommand(terminal);
            default -> null;
        };
        if (command != null) {
            root.addSubcommand(name, command);
            return true;
        }
        CommandLine gate = GateCommands.line(name, terminal);
        if (gate != null) {
            root.addSubcommand(name, gate);
            return true;
        }
        for (Promise promise : NOT_BUILT) {
            if (promise.name().equals(name)) {
                CommandLine line = new CommandLine(new NotBuiltCommand(terminal)).setUnmatchedArgumentsAllowed(true);
                line.getCommandSpec().usageMessage().description(promise.does() + " Not built yet.");
                root.addSubcommand(name, line);
                return true;
            }
        }
        return false;
    }
}

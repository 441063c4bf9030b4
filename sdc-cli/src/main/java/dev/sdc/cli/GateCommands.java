package dev.sdc.cli;

import dev.sdc.engine.gate.Statement.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands of the gate, by name. */
final class GateCommands {
    /** In the order of a request's way. */
    static final List<String> NAMES = List.of(
            "keys",
            "submit",
            "status",
            "approve",
            "reject",
            "return",
            "withdraw",
            "comment",
            "release",
            "gate-server",
            "verify");

    private GateCommands() {}

    /** The command of a name, or null. */
    static @Nullable CommandLine line(String name, Terminal terminal) {
        return switch (name) {
            case "keys" -> KeysCommand.line(terminal);
            case "submit" -> new CommandLine(new SubmitCommand(terminal));
            case "status" -> new CommandLine(new StatusCommand(terminal));
            case "approve" -> decision(terminal, name, Choice.APPROVE, "Approves a request, with your signature.");
            case "reject" -> decision(terminal, name, Choice.REJECT, "Rejects a request, with your signature.");
            case "return" ->
                decision(terminal, name, Choice.RETURN, "Returns a request to be changed, with a comment.");
            case "withdraw" -> decision(terminal, name, Choice.WITHDRAW, "Takes back a request of your own.");
            case "comment" -> new CommandLine(new CommentCommand(terminal));
            case "release" -> new CommandLine(new ReleaseCommand(terminal));
            case "gate-server" -> new CommandLine(new GateServerCommand(terminal));
            case "verify" -> new CommandLine(new VerifyCommand(terminal));
            default -> null;
        };
    }

    private static CommandLine decision(Terminal terminal, String name, Choice choice, String does) {
        CommandLine line = new CommandLine(new DecideCommand(terminal, choice));
        line.getCommandSpec().name(name).usageMessage().description(does);
        return line;
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sdc comment}: says something about a request, for all who see it. */
@Command(
        name = "comment",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says something about a request, for all who see it.")
final class CommentCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "DIR|ID", description = "The request's folder or id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path request;

    @Parameters(index = "1", paramLabel = "TEXT", description = "What is to be said; no value of a cell.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String text;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SigningKey key;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    CommentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException, DeclarationException {
        Workflow workflow = gate.workflow();
        String id = GateAccess.named(request).id();
        workflow.comment(id, key.signer(), text);
        terminal.say("noted");
        return ExitCode.PASS;
    }
}

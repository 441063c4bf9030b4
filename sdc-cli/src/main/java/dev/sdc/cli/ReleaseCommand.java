package dev.sdc.cli;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.release.LoginKey;
import dev.sdc.engine.release.Release;
import dev.sdc.engine.release.SftpTransport;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc release}: sends exactly the approved bytes. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Sends the approved bytes of a request over SFTP, verifies that they arrived, and writes receipts.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   released, now or before",
            "  1   the gate is closed, or the release broke off; run it again to go on",
            "  2   a mistake in the command line"
        })
final class ReleaseCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR|ID", description = "The request's folder or id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path request;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "sftp://USER@HOST:PORT/PATH",
            description = "Where to: what was approved.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String to;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SigningKey key;

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "The private key to log in with (default: that of --key).")
    private @Nullable Path identity;

    @Option(
            names = "--identity-passphrase-file",
            paramLabel = "FILE",
            description = "Where the passphrase of --identity stands.")
    private @Nullable Path identityPassphrase;

    @Option(names = "--receipt", paramLabel = "FILE", description = "Writes the receipt there as well.")
    private @Nullable Path receipt;

    @Option(
            names = "--ledger",
            paramLabel = "LEDGER",
            description = "Adds the released tables to this ledger: a file, or jdbc:...")
    private @Nullable String ledger;

    @Option(
            names = "--lines",
            paramLabel = "N",
            description =
                    "How many files go side by side (default: ${DEFAULT-VALUE}); 1 for a server that allows no more.")
    private int lines = SftpTransport.LINES;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    ReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException, DeclarationException {
        if (lines < 1) {
            throw new UsageException("--lines takes 1 or more");
        }
        Workflow workflow = gate.workflow();
        GateAccess.Named named = GateAccess.named(request);
        Standing standing = GateAccess.unchanged(workflow, named);
        Destination destination = GateAccess.destination(to, workflow.approvedHostKey(standing));
        LoginKey login = identity == null
                ? LoginKey.read(key.file(), KeyFile.passphrase(key.file(), key.passphraseFile()))
                : LoginKey.read(identity, KeyFile.passphrase(identity, identityPassphrase));
        Standing after;
        try (SendingLine progress = new SendingLine(terminal, quiet, standing);
                Ledger kept = ledger == null ? null : LedgerAddress.open(ledger)) {
            after = new Release(
                            workflow,
                            new SftpTransport(login, lines),
                            progress,
                            ReleasedTables.of(kept, workflow.gate().store(), terminal))
                    .run(named.id(), destination, key.signer());
        } catch (IOException e) {
            terminal.say("the release broke off ("
                    + SystemFault.of(e).orElse(e.getClass().getSimpleName())
                    + "); nothing half-sent has its final name. Run the same command again to go on");
            return ExitCode.FAIL;
        }
        StatusText.write(terminal, after);
        if (receipt != null && after.record().receipt() != null) {
            Files.write(receipt, workflow.gate().store().bytes(after.record().receipt()));
        }
        return ExitCode.PASS;
    }
}

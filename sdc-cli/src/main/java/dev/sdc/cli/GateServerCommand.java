package dev.sdc.cli;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.release.GateServer;
import dev.sdc.engine.release.LoginKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sdc gate-server}: an SFTP server that lets in approved names with approved bytes. */
@Command(
        name = "gate-server",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Serves SFTP to release admins, and lets in approved names with approved bytes, and nothing else.")
final class GateServerCommand implements Subcommand {
    private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");

    private final Terminal terminal;

    @Option(
            names = "--drop",
            required = true,
            paramLabel = "DIR",
            description = "Where released files get their names.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path drop;

    @Option(
            names = "--host-key",
            required = true,
            paramLabel = "FILE",
            description = "The server's private key; the approvals name its fingerprint.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path hostKey;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Where the passphrase of --host-key stands.")
    private @Nullable Path passphrase;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen (default: ${DEFAULT-VALUE}, for this machine alone).")
    private String listen = "127.0.0.1:2222";

    @Option(
            names = "--ledger",
            paramLabel = "LEDGER",
            description = "Adds the released tables to this ledger: a file, or jdbc:...")
    private @Nullable String ledger;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    GateServerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException {
        Matcher address = ADDRESS.matcher(listen);
        if (!address.matches() || Integer.parseInt(address.group(2)) > 65535) {
            throw new UsageException("--listen takes HOST:PORT");
        }
        if (!Files.isDirectory(drop)) {
            throw new UsageException(drop + ": there is no such folder");
        }
        LoginKey key = LoginKey.read(hostKey, KeyFile.passphrase(hostKey, passphrase));
        Workflow workflow = gate.workflow();
        try (Ledger kept = ledger == null ? null : LedgerAddress.open(ledger);
                GateServer server = new GateServer(
                        workflow,
                        drop,
                        key,
                        ReleasedTables.of(kept, workflow.gate().store(), terminal))) {
            try {
                server.start(address.group(1), Integer.parseInt(address.group(2)));
            } catch (IOException e) {
                throw new UsageException(
                        listen + ": cannot be listened on (" + e.getClass().getSimpleName() + ")");
            }
            terminal.say(
                    "listening on " + address.group(1) + ":" + server.port() + " with host key " + server.hostKey());
            new CountDownLatch(1).await();
            return ExitCode.PASS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.PASS;
        }
    }
}

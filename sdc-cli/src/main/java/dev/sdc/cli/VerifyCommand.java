package dev.sdc.cli;

import dev.sdc.engine.gate.Checkpoint;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Envelope;
import dev.sdc.engine.gate.EnvelopeCheck;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Keyring;
import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.report.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc verify}: verifies signed statements, and the files they name; or a whole gate with its log. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Verifies signed statements (manifests of checks, approvals, orders, receipts); without any, the"
                + " whole gate: log, checkpoints, store and every statement.",
        footerHeading = "%nExit codes:%n",
        footer = {"  0   all is as it was signed", "  1   something is not"})
final class VerifyCommand implements Subcommand {
    private static final int MOST = 50;

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "STATEMENT", description = "Files of signed statements, or a ledger.")
    private List<Path> statements = List.of();

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "Compares the files there with those of the statements.")
    private @Nullable Path files;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that was kept on another machine (repeatable).")
    private List<Path> checkpoints = List.of();

    @Option(
            names = "--write-checkpoint",
            paramLabel = "FILE",
            description = "Signs how far the log goes, to be kept" + " on another machine.")
    private @Nullable Path write;

    @Option(
            names = "--ledger",
            paramLabel = "LEDGER",
            description = "Follows the chain of a ledger of releases instead: a file, or jdbc:... for a database.")
    private @Nullable String ledger;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    private final List<String> problems = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException {
        if (ledger != null) {
            return new LedgerChain(terminal).follow(ledger);
        }
        if (statements.size() == 1 && LedgerAddress.isLedger(statements.get(0))) {
            return new LedgerChain(terminal).follow(statements.get(0).toString());
        }
        GateFolder folder = gate.open();
        if (statements.isEmpty()) {
            whole(folder);
        } else {
            Keyring keyring = folder.keyring();
            for (Path statement : statements) {
                one(statement, keyring);
            }
        }
        for (String problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            text.append("NOT  ").append(VisibleText.of(problem)).append('\n');
        }
        terminal.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
        if (problems.isEmpty() && write != null) {
            Files.write(write, folder.checkpoint().json());
        }
        return problems.isEmpty() ? ExitCode.PASS : ExitCode.FAIL;
    }

    private void whole(GateFolder folder) throws IOException, UsageException {
        List<Envelope> kept = new ArrayList<>();
        for (Path checkpoint : checkpoints) {
            try {
                kept.add(Envelope.read(bytes(checkpoint)));
            } catch (GateException e) {
                problems.add(checkpoint + ": " + e.getMessage());
            }
        }
        GateAudit.Outcome outcome = GateAudit.of(folder, kept);
        problems.addAll(outcome.problems());
        text.append(outcome.problems().isEmpty() ? "OK   " : "     ")
                .append(outcome.events())
                .append(" events, ")
                .append(outcome.covered())
                .append(" covered by a checkpoint, ")
                .append(outcome.statements())
                .append(" statements and files\n");
    }

    private void one(Path file, Keyring keyring) throws IOException, UsageException {
        try {
            Envelope envelope = Envelope.read(bytes(file));
            if (envelope.payloadType().equals(Checkpoint.PAYLOAD_TYPE)) {
                Checkpoint checkpoint = Checkpoint.read(envelope, keyring);
                text.append("OK   ")
                        .append(file)
                        .append(": the log had ")
                        .append(checkpoint.events())
                        .append(" events at ")
                        .append(checkpoint.at())
                        .append('\n');
                return;
            }
            EnvelopeCheck.Verified verified = EnvelopeCheck.of(envelope, keyring);
            text.append("OK   ")
                    .append(file)
                    .append(": ")
                    .append(verified.kind())
                    .append(" of ")
                    .append(verified.statement().files().size())
                    .append(" files, signed by ")
                    .append(verified.by())
                    .append(" at ")
                    .append(verified.statement().at())
                    .append('\n');
            if (files != null) {
                for (ReleasedFile named : verified.statement().files()) {
                    compare(files, named);
                }
            }
        } catch (GateException e) {
            problems.add(file + ": " + e.getMessage());
        }
    }

    private void compare(Path folder, ReleasedFile named) throws IOException {
        Path file = folder.resolve(named.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(named.path() + ": is not there");
            return;
        }
        MessageDigest hash = Digest.sha256();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
            }
        }
        if (!Digest.ended(hash).equals(named.digest())) {
            problems.add(named.path() + ": holds other bytes than were signed");
        }
    }

    private static byte[] bytes(Path file) throws IOException, UsageException {
        return KeyFile.read(file).getBytes(StandardCharsets.ISO_8859_1);
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Envelope;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Signatures;
import dev.sdc.engine.gate.Signer;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Statement;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc approve}, {@code reject}, {@code return} and {@code withdraw}: one person's signed decision. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
final class DecideCommand implements Subcommand {
    private final Terminal terminal;
    private final Choice choice;

    @Parameters(paramLabel = "DIR|ID", description = "The request's folder or id.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path request;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SigningKey key;

    @Option(names = "--to", paramLabel = "sftp://USER@HOST:PORT/PATH", description = "Where to; for an approval.")
    private @Nullable String to;

    @Option(names = "--host-key", paramLabel = "SHA256:...", description = "The fingerprint of the server's host key.")
    private @Nullable String hostKey;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long an approval holds (default: the longest allowed).")
    private @Nullable Integer days;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; needed unless something that passed is approved.")
    private String reason = "";

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            description = "Writes what is to be signed there, to be signed elsewhere (needs --as):"
                    + " ssh-keygen -Y sign -n sdc-gate -f KEY FILE.")
    private @Nullable Path draft;

    @Option(names = "--as", paramLabel = "NAME", description = "Who will sign the draft.")
    private @Nullable String as;

    @Option(
            names = "--signed",
            paramLabel = "FILE",
            description = "Takes a draft that was signed; FILE.sig is beside it.")
    private @Nullable Path signed;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    DecideCommand(Terminal terminal, Choice choice) {
        this.terminal = terminal;
        this.choice = choice;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException, DeclarationException {
        if (choice != Choice.APPROVE && (to != null || hostKey != null || days != null)) {
            throw new UsageException("--to, --host-key and --days are for sdc approve");
        }
        Workflow workflow = gate.workflow();
        GateAccess.Named named = GateAccess.named(request);
        Standing standing = GateAccess.unchanged(workflow, named);
        if (signed != null) {
            return done(workflow.decide(taken(signed, named.id())));
        }
        if (draft != null) {
            if (as == null) {
                throw new UsageException("say who will sign the draft: --as NAME");
            }
            Decision decision = decision(workflow, standing, as);
            Files.write(draft, Envelope.preAuthentication(Statement.PAYLOAD_TYPE, decision.payload()));
            terminal.say("sign it: ssh-keygen -Y sign -n " + Signatures.NAMESPACE + " -f KEY " + draft
                    + "; then the same command with --signed " + draft);
            return ExitCode.PASS;
        }
        Signer signer = key.signer();
        Person person = workflow.gate().keyring().requireHolder(signer.publicKey(), Instant.now());
        return done(workflow.decide(decision(workflow, standing, person.name()).signedBy(signer)));
    }

    private Integer done(Standing standing) throws IOException {
        StatusText.write(terminal, standing);
        return ExitCode.PASS;
    }

    private Decision decision(Workflow workflow, Standing standing, String by)
            throws IOException, UsageException, GateException {
        if (days != null && days < 1) {
            throw new UsageException("--days takes 1 or more");
        }
        return workflow.draft(
                standing.record().id(),
                by,
                choice,
                choice == Choice.APPROVE ? place(workflow, standing) : null,
                days == null ? null : Duration.ofDays(days),
                reason);
    }

    private Destination place(Workflow workflow, Standing standing) throws UsageException, GateException {
        Destination only = workflow.onlyDestination(standing);
        if (to == null && hostKey == null && only != null) {
            return only;
        }
        if (to == null || (hostKey == null && (only == null || !only.url().equals(url(to, only))))) {
            throw new UsageException("say where to, and by which host key the server is known: --to"
                    + " sftp://USER@HOST:PORT/PATH --host-key SHA256:…");
        }
        return GateAccess.destination(to, hostKey == null && only != null ? only.hostKey() : String.valueOf(hostKey));
    }

    private static String url(String to, Destination only) throws UsageException {
        return GateAccess.destination(to, only.hostKey()).url();
    }

    /** The draft is the text that was signed: the type and the length of the statement, and the statement. */
    private Envelope taken(Path file, String id) throws IOException, UsageException, GateException {
        byte[] bytes = KeyFile.read(file).getBytes(StandardCharsets.ISO_8859_1);
        byte[] head = Envelope.preAuthentication(Statement.PAYLOAD_TYPE, new byte[0]);
        int from = head.length - 2; // without "0 "
        while (from < bytes.length && bytes[from] != ' ') {
            from++;
        }
        byte[] payload = Arrays.copyOfRange(bytes, Math.min(from + 1, bytes.length), bytes.length);
        if (!Arrays.equals(bytes, Envelope.preAuthentication(Statement.PAYLOAD_TYPE, payload))) {
            throw new UsageException(
                    file + ": this is no draft of sdc " + choice.name().toLowerCase(java.util.Locale.ROOT));
        }
        byte[] signature = Signatures.unarmoured(KeyFile.read(file.resolveSibling(file.getFileName() + ".sig")));
        Envelope envelope =
                Envelope.withSignature(Statement.PAYLOAD_TYPE, payload, Signatures.keyOf(signature), signature);
        Decision decision = Statement.read(envelope, Decision.class);
        if (decision.choice() != choice || !decision.id().equals(id)) {
            throw new UsageException(file + ": this draft is of another decision or request");
        }
        return envelope;
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.ContentStore;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.RequestRecord;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc status}: where a request stands, or all of them. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows where a request stands; without one, all requests.")
final class StatusCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "DIR|ID", description = "The request's folder or id.")
    private @Nullable Path request;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the report of the check there, in JSON.")
    private @Nullable Path report;

    @Option(
            names = "--statements",
            paramLabel = "FOLDER",
            description =
                    "Writes the signed statements there: request, check, decisions (when enough have decided), order"
                            + " and receipt.")
    private @Nullable Path statements;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException, DeclarationException {
        Workflow workflow = gate.workflow();
        if (request == null) {
            StringBuilder text = new StringBuilder();
            for (Standing standing : workflow.all()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-10s %s\n",
                        standing.state().name().toLowerCase(Locale.ROOT),
                        standing.record().id()));
            }
            terminal.out().write(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return ExitCode.PASS;
        }
        GateAccess.Named named = GateAccess.named(request);
        Standing standing = workflow.standing(named.id());
        StatusText.write(terminal, standing);
        if (report != null) {
            if (standing.record().report() == null) {
                throw new UsageException("the request has no report");
            }
            try (OutputStream out = ReportFile.open(report)) {
                out.write(workflow.gate().store().bytes(standing.record().report()));
            }
        }
        if (statements != null) {
            write(workflow.gate().store(), standing, Files.createDirectories(statements));
        }
        if (named.submission() != null) {
            try {
                workflow.requireUnchanged(named.submission(), standing);
            } catch (GateException e) {
                terminal.say(String.valueOf(e.getMessage()));
            }
        }
        return ExitCode.PASS;
    }

    private static void write(ContentStore store, Standing standing, Path folder) throws IOException, GateException {
        RequestRecord record = standing.record();
        write(store, record.request(), folder.resolve("request.json"));
        write(store, record.check(), folder.resolve("check.json"));
        if (!standing.decisions().isEmpty()) {
            int number = 0;
            for (RequestRecord.Decided decided : record.decisions()) {
                write(store, decided.envelope(), folder.resolve("decision-" + ++number + ".json"));
            }
        }
        write(store, record.order(), folder.resolve("order.json"));
        write(store, record.receipt(), folder.resolve("receipt.json"));
    }

    private static void write(ContentStore store, @Nullable Digest digest, Path file)
            throws IOException, GateException {
        if (digest != null) {
            try (OutputStream out = ReportFile.open(file)) {
                out.write(store.bytes(digest));
            }
        }
    }
}

package dev.sdc.cli;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.LedgerException;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Statement.Check;
import dev.sdc.engine.gate.Statement.Plea;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc submit}: hands in a request, which is taken into the gate's store and checked there. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Hands in a request: its files are taken into the gate, and checked there.",
        footerHeading = "%nExit codes:%n",
        footer = {"  0, 1, 3  PASS, FAIL, REVIEW, as of sdc check", "  1        the gate refuses the request"})
final class SubmitCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder of the request, with its submission.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SigningKey key;

    @Option(names = "--not-disclosive", paramLabel = "WHY", description = "For an exception: why it discloses nothing.")
    private @Nullable String notDisclosive;

    @Option(names = "--important", paramLabel = "WHY", description = "For an exception: why it is needed.")
    private @Nullable String important;

    @Option(names = "--exceptional", paramLabel = "WHY", description = "For an exception: why this once.")
    private @Nullable String exceptional;

    @Option(
            names = "--ledger",
            paramLabel = "LEDGER",
            description = "What was released before, a file or jdbc:...; the request is held against it.")
    private @Nullable String ledger;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    SubmitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException, DeclarationException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + ": there is no such folder");
        }
        Plea plea = plea();
        GateAccess.Named named = GateAccess.named(folder);
        if (named.submission() == null) {
            throw new UsageException(folder + ": there is nothing to hand in");
        }
        Workflow workflow = gate.workflow();
        Standing standing;
        try (@Nullable Ledger released = LedgerAddress.existing(ledger);
                Containment contained = new Containment(terminal)) {
            OutputChecker checker = OutputChecker.standard().readBy(contained.reader());
            if (released != null) {
                checker = checker.against(released);
            }
            try (ProgressLine progress = new ProgressLine(terminal, false)) {
                standing = workflow.submit(
                        named.submission(), named.id(), plea, key.signer(), checker.watchedBy(progress)::check);
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof LedgerException distrusted) {
                throw new UsageException(String.valueOf(distrusted.getMessage()));
            }
            throw e;
        }
        StatusText.write(terminal, standing);
        Check check = standing.check();
        return ExitCode.of(check == null ? Verdict.FAIL : check.verdict());
    }

    private @Nullable Plea plea() throws UsageException {
        if (notDisclosive == null && important == null && exceptional == null) {
            return null;
        }
        if (isBlank(notDisclosive) || isBlank(important) || isBlank(exceptional)) {
            throw new UsageException(
                    "an exception needs all three: --not-disclosive, --important and --exceptional, each with a reason");
        }
        return new Plea(String.valueOf(notDisclosive), String.valueOf(important), String.valueOf(exceptional));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

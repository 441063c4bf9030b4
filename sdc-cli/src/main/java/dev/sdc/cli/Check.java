package dev.sdc.cli;

import dev.sdc.cli.render.Rendering;
import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.LedgerException;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.report.Comparison;
import dev.sdc.engine.report.Redaction;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportReader;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a request names, and writes the reports it asks for. */
final class Check {
    private final Terminal terminal;
    private final CheckRequest request;

    Check(Terminal terminal, CheckRequest request) {
        this.terminal = terminal;
        this.request = request;
    }

    /** Runs the check; the result is the exit code. */
    int run() throws IOException, UsageException, DeclarationException {
        try (@Nullable Ledger ledger = LedgerAddress.existing(request.ledger());
                Containment contained = new Containment(terminal)) {
            return run(ledger, contained.reader());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof LedgerException distrusted) {
                throw new UsageException(String.valueOf(distrusted.getMessage()));
            }
            throw e;
        }
    }

    private int run(@Nullable Ledger ledger, FileReader reader)
            throws IOException, UsageException, DeclarationException {
        refuseWhatIsNotBuilt();
        List<Target> targets = Target.of(request.formats(), request.output());
        requireApart(targets);
        if (request.timestamp() != null) {
            Timestamp.require(request.timestamp());
        }
        Report earlier = request.previous() == null ? null : earlier(request.previous());
        Submission submission = SubmissionReader.ofFiles(request.paths(), request.declaration());
        if (request.unit() != null) {
            submission = submission.toBuilder()
                    .defaults(submission.defaults().toBuilder()
                            .unit(request.unit())
                            .build())
                    .build();
        }
        Profile chosen = Profiles.choose(request.profile(), submission);
        OutputChecker checker = OutputChecker.standard().readBy(reader);
        if (!request.against().isEmpty()) {
            checker = checker.against(released(request.against()));
        }
        if (ledger != null) {
            checker = checker.against(ledger);
        }

        if (request.explainCell() != null) {
            return new CellQuestion(terminal, request.explainCell()).answer(checker, submission, chosen, targets);
        }

        Examination examination;
        try (ProgressLine progress = new ProgressLine(terminal, request.quiet())) {
            examination = checker.watchedBy(progress).examine(submission, chosen);
        }
        Report report = examination.report();
        if (request.redact()) {
            report = Redaction.of(report);
        }
        if (request.timestamp() != null) {
            report = report.checkedAt(request.timestamp());
        }
        Rendering rendering = new Rendering(
                report,
                request.redact() ? List.of() : examination.files(),
                checker.rules(),
                earlier == null ? null : Comparison.of(request.redact() ? Redaction.of(earlier) : earlier, report));
        new ReportWriter(terminal, request.quiet(), terminal.colour() && !request.noColour()).write(rendering, targets);
        return ExitCode.of(report.verdict());
    }

    private void refuseWhatIsNotBuilt() throws UsageException {
        if (request.microdata() != null) {
            throw new UsageException("--microdata is not built yet; give evidence in submission.yaml");
        }
    }

    private void requireApart(List<Target> targets) throws UsageException {
        List<Path> looked = new ArrayList<>(request.paths());
        looked.addAll(request.against());
        List<Path> read = new ArrayList<>();
        if (request.declaration() != null) {
            read.add(request.declaration());
        }
        if (request.previous() != null) {
            read.add(request.previous());
        }
        List<Path> written = new ArrayList<>();
        for (Target target : targets) {
            Path file = target.file();
            if (file != null) {
                ReportFile.requireApart(file, looked, read);
                if (written.contains(file.toAbsolutePath().normalize())) {
                    throw new UsageException(file + ": two reports cannot go to one file");
                }
                written.add(file.toAbsolutePath().normalize());
            }
        }
    }

    private static Report earlier(Path file) throws UsageException, DeclarationException {
        try {
            return ReportReader.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageException(file + ": the earlier report cannot be read; check the path and its permissions");
        }
    }

    /** Earlier releases, each under the name of its folder. */
    private static List<Submission> released(List<Path> folders) throws UsageException, DeclarationException {
        List<Submission> released = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException(folder + ": there is no such folder of earlier outputs");
            }
            Path name = folder.toAbsolutePath().normalize().getFileName();
            String own = "released:" + (name == null ? "" : name);
            String unique = own;
            for (int again = 2; !names.add(unique); again++) {
                unique = own + "-" + again;
            }
            released.add(SubmissionReader.readFolder(folder, null).under(unique));
        }
        return released;
    }
}

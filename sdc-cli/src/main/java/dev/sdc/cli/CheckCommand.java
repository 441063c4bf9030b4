package dev.sdc.cli;

import dev.sdc.cli.render.Rendering;
import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc check}: checks files or a submission folder and says what it found. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Checks files or a submission folder.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   PASS",
            "  1   FAIL: at least one finding fails",
            "  3   REVIEW: evidence is missing, or a person must judge",
            "  2   a mistake in the command line, a path, a profile or submission.yaml",
            "  70  no report could be made"
        })
final class CheckCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or the folder of a submission.")
    private List<Path> paths = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "The least strict profile that may decide; a stricter one may be declared.")
    private @Nullable String profile;

    @Option(
            names = "--submission",
            paramLabel = "FILE",
            description = "The declaration (default: submission.yaml in the folder).")
    private @Nullable Path declaration;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "What one unit of a count is: patient, tumour, episode …")
    private @Nullable String unit;

    @Option(names = "--against", paramLabel = "DIR", description = "Outputs already released (repeatable).")
    private List<Path> against = List.of();

    @Option(names = "--ledger", paramLabel = "URL", description = "The ledger of earlier releases (not built yet).")
    private @Nullable String ledger;

    @Option(names = "--microdata", paramLabel = "URL", description = "The data behind the outputs (not built yet).")
    private @Nullable String microdata;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            description = "text, json, html, junit or sarif (repeatable where each has its file; default: text).")
    private List<String> formats = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "Where the report goes (default: standard output).")
    private @Nullable Path output;

    @Option(names = "--redact", description = "Makes the analyst's copy: no values, no reasons.")
    private boolean redact;

    @Option(
            names = "--timestamp",
            paramLabel = "T",
            description = "When the check is made, for the report's checked_at.")
    private @Nullable String timestamp;

    @Option(names = "--previous", paramLabel = "REPORT.json", description = "Says what is new and gone since then.")
    private @Nullable Path previous;

    @Option(names = "--explain-cell", paramLabel = "FILE!CELL", description = "Explains one cell (not built yet).")
    private @Nullable String explainCell;

    @Option(names = "--quiet", description = "Says nothing but the report.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours (as with NO_COLOR).")
    private boolean noColour;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, DeclarationException {
        refuseWhatIsNotBuilt();
        List<Target> targets = Target.of(formats, output);
        requireApart(targets);
        if (timestamp != null) {
            Timestamp.require(timestamp);
        }
        Report earlier = previous == null ? null : earlier(previous);
        Submission submission = SubmissionReader.ofFiles(paths, declaration);
        if (unit != null) {
            submission = submission.toBuilder()
                    .defaults(submission.defaults().toBuilder().unit(unit).build())
                    .build();
        }
        Profile chosen = Profiles.choose(profile, submission);
        OutputChecker checker = OutputChecker.standard();
        if (!against.isEmpty()) {
            requireFolders(against);
            checker = checker.with(new EarlierReleases());
        }

        Examination examination;
        try (ProgressLine progress = new ProgressLine(terminal, quiet)) {
            examination = checker.watchedBy(progress).examine(submission, chosen);
        }
        Report report = examination.report();
        if (redact) {
            report = Redaction.of(report);
        }
        if (timestamp != null) {
            report = report.checkedAt(timestamp);
        }
        Rendering rendering = new Rendering(
                report,
                redact ? List.of() : examination.files(),
                checker.rules(),
                earlier == null ? null : Comparison.of(redact ? Redaction.of(earlier) : earlier, report));
        new ReportWriter(terminal, quiet, terminal.colour() && !noColour).write(rendering, targets);
        return ExitCode.of(report.verdict());
    }

    private void refuseWhatIsNotBuilt() throws UsageException {
        if (ledger != null) {
            throw new UsageException("--ledger is not built yet; give earlier releases with --against DIR");
        }
        if (microdata != null) {
            throw new UsageException("--microdata is not built yet; give evidence in submission.yaml");
        }
        if (explainCell != null) {
            throw new UsageException("--explain-cell is not built yet; sdc rules ID explains a rule");
        }
    }

    private void requireApart(List<Target> targets) throws UsageException {
        List<Path> read = new ArrayList<>(against);
        if (declaration != null) {
            read.add(declaration);
        }
        if (previous != null) {
            read.add(previous);
        }
        List<Path> written = new ArrayList<>();
        for (Target target : targets) {
            Path file = target.file();
            if (file != null) {
                ReportFile.requireApart(file, paths, read);
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

    private static void requireFolders(List<Path> folders) throws UsageException {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException(folder + ": there is no such folder of earlier outputs");
            }
        }
    }
}

package dev.sdc.cli;

import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc check} as picocli reads it. */
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

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "The ledger of earlier releases: a file, or jdbc:… for a database.")
    private @Nullable String ledger;

    @Option(names = "--microdata", paramLabel = "URL", description = "The data behind the outputs (not built yet).")
    private @Nullable String microdata;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            description = "text, json, html, junit, sarif or acro (repeatable where each has its file; default: text).")
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

    @Option(
            names = "--explain-cell",
            paramLabel = "FILE!CELL",
            description = "Says instead what can be found out about one cell, as text or json.")
    private @Nullable String explainCell;

    @Option(names = "--quiet", description = "Says nothing but the report.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours (as with NO_COLOR).")
    private boolean noColour;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CheckRequest request() {
        return new CheckRequest(
                List.copyOf(paths),
                profile,
                declaration,
                unit,
                List.copyOf(against),
                ledger,
                microdata,
                List.copyOf(formats),
                output,
                redact,
                timestamp,
                previous,
                explainCell,
                quiet,
                noColour);
    }

    @Override
    public Integer call() throws IOException, UsageException, DeclarationException {
        return new Check(terminal, request()).run();
    }
}

package dev.sdc.cli;

import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Release;
import dev.sdc.engine.audit.ledger.Releases;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import dev.sdc.engine.table.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc ledger}: keeps what was released. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Adds a release to a ledger, lists or exports releases, asks which count what some files count.")
final class LedgerCommand implements Subcommand {
    private enum Action {
        add,
        list,
        export,
        query
    }

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "add|list|export|query", description = "What to do.")
    private @Nullable Action action;

    @Parameters(index = "1", paramLabel = "LEDGER", description = "A file, or jdbc:... for a database.")
    private String address = "";

    @Parameters(index = "2..*", paramLabel = "PATH", description = "The files that were released, or are asked about.")
    private List<Path> paths = List.of();

    @Option(names = "--release", paramLabel = "ID", description = "The release's id (default: the submission's).")
    private @Nullable String release;

    @Option(names = "--dataset", paramLabel = "NAME", description = "The data set (default: the submission's).")
    private @Nullable String dataset;

    @Option(names = "--timestamp", paramLabel = "T", description = "When it left.")
    private @Nullable String timestamp;

    LedgerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, DeclarationException {
        if (action == null) {
            throw new UsageException("sdc ledger add|list|export|query LEDGER");
        }
        boolean needsPaths = action == Action.add || action == Action.query;
        if (needsPaths == paths.isEmpty()) {
            throw new UsageException(
                    needsPaths ? "name the files or the folder" : "sdc ledger " + action + " takes the ledger only");
        }
        try (Ledger ledger = action == Action.add ? LedgerAddress.open(address) : LedgerAddress.required(address)) {
            switch (action) {
                case add -> add(ledger);
                case list -> list(ledger);
                case export -> export(ledger);
                case query -> query(ledger);
            }
        }
        return ExitCode.PASS;
    }

    private void add(Ledger ledger) throws IOException, UsageException, DeclarationException {
        if (timestamp != null) {
            Timestamp.require(timestamp);
        }
        Submission submission = SubmissionReader.ofFiles(paths, null);
        String id = release != null ? release : submission.id();
        if (id == null || id.isBlank()) {
            throw new UsageException("the release has no id; give it one with --release ID");
        }
        Release kept = Releases.of(
                id, dataset != null ? dataset : submission.dataset(), timestamp, outputs(submission, terminal));
        if (kept.sheets().isEmpty()) {
            throw new UsageException("no table was found in these files, so there is nothing to keep");
        }
        Ledger.Head head = ledger.add(kept);
        say(head.releases() + "  " + id + "  " + Releases.counts(kept) + " counts  " + head.digest() + "\n");
    }

    /** What is read of files that were, or are to be, released. */
    static List<Output> outputs(Submission submission, Terminal terminal) throws DeclarationException {
        try (Containment contained = new Containment(terminal)) {
            Examination examination = OutputChecker.of(RuleBook.of(List.of()))
                    .readBy(contained.reader())
                    .examine(submission, Profiles.choose(null, submission));
            return examination.files().stream()
                    .flatMap(file -> file.outputs().stream())
                    .toList();
        }
    }

    private void list(Ledger ledger) throws IOException {
        Columns columns = new Columns("release", "data set", "at", "file", "counts", "by", "of");
        ledger.forEach(each -> each.sheets()
                .forEach(sheet -> columns.add(
                        each.id(),
                        each.dataset() == null ? "" : each.dataset(),
                        each.at() == null ? "" : each.at(),
                        sheet.file() + (sheet.sheet() == null ? "" : "!" + sheet.sheet()),
                        Integer.toString(sheet.counts()),
                        String.join(", ", sheet.dimensions()),
                        String.join(", ", sheet.variables()))));
        say(columns.toString());
    }

    private void export(Ledger ledger) throws IOException {
        ledger.forEach(each -> say(Releases.json(each) + "\n"));
    }

    private void query(Ledger ledger) throws IOException, DeclarationException {
        Submission submission = SubmissionReader.ofFiles(paths, null);
        Columns columns = new Columns("release", "file");
        for (Submission earlier : Releases.beside(
                ledger, dataset != null ? dataset : submission.dataset(), outputs(submission, terminal))) {
            earlier.files().forEach(file -> columns.add(String.valueOf(earlier.id()), file.path()));
        }
        say(columns.toString());
    }

    private void say(String text) throws IOException {
        terminal.out().write(text.getBytes(StandardCharsets.UTF_8));
    }
}

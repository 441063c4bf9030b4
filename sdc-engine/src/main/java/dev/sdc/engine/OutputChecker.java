package dev.sdc.engine;

import dev.sdc.engine.audit.ExplainedCell;
import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Releases;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.RoundingFit;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import dev.sdc.engine.table.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checker: takes what was handed in and says whether it may leave. Immutable and thread-safe.
 *
 * <p>Nothing that a file holds makes it throw: what cannot be read fails, and what is not understood, or not decided by
 * any rule, never passes.
 */
public final class OutputChecker {
    private final RuleBook book;
    private final Limits limits;
    private final FileReader reader;
    private final Progress progress;
    private final List<Submission> earlier;
    private final @Nullable Ledger ledger;

    private OutputChecker(
            RuleBook book,
            Limits limits,
            FileReader reader,
            Progress progress,
            List<Submission> earlier,
            @Nullable Ledger ledger) {
        this.book = book;
        this.limits = limits;
        this.reader = reader;
        this.progress = progress;
        this.earlier = List.copyOf(earlier);
        this.ledger = ledger;
    }

    /** A checker with the rules of every {@link dev.sdc.engine.rule.RuleProvider} on the path. */
    public static OutputChecker standard() {
        return of(RuleBook.standard());
    }

    /** A checker with the rules of a book. */
    public static OutputChecker of(RuleBook book) {
        return new OutputChecker(book, Limits.DEFAULT, FileReader.IN_PROCESS, Progress.NONE, List.of(), null);
    }

    /** This checker with further rules. */
    public OutputChecker with(Rule... rules) {
        return new OutputChecker(book.with(List.of(rules)), limits, reader, progress, earlier, ledger);
    }

    /** This checker with other limits on what one file may ask of its reader. */
    public OutputChecker with(Limits newLimits) {
        return new OutputChecker(book, newLimits, reader, progress, earlier, ledger);
    }

    /**
     * This checker with another way of reading files, such as a {@link dev.sdc.engine.read.contained.ContainedReader},
     * which reads in a child process.
     */
    public OutputChecker readBy(FileReader other) {
        return new OutputChecker(book, limits, other, progress, earlier, ledger);
    }

    /** This checker, watched. */
    public OutputChecker watchedBy(Progress watcher) {
        return new OutputChecker(book, limits, reader, watcher, earlier, ledger);
    }

    /**
     * This checker for someone who already holds other outputs: those of earlier releases, each under a name of its own
     * ({@link Submission#under}). They are read like what is checked, and not judged themselves.
     */
    public OutputChecker against(List<Submission> released) {
        return new OutputChecker(book, limits, reader, progress, released, ledger);
    }

    /**
     * This checker for someone who also holds what a ledger keeps of earlier releases of the same data set. A check throws
     * {@link UncheckedIOException} where the ledger cannot be read or trusted: then nothing is passed.
     */
    public OutputChecker against(Ledger kept) {
        return new OutputChecker(book, limits, reader, progress, earlier, kept);
    }

    /** The rules. */
    public RuleBook rules() {
        return book;
    }

    /**
     * Checks a folder or file under the profile that its declaration names, else the default one.
     *
     * @throws DeclarationException if there is nothing to check, or the declaration or the profile is not understood
     */
    public Report check(Path path) throws DeclarationException {
        return check(SubmissionReader.ofFiles(List.of(path), null));
    }

    /**
     * Checks a submission under the profile that its declaration names, else the default one.
     *
     * @throws DeclarationException if the profile is not known or not understood
     */
    public Report check(Submission submission) throws DeclarationException {
        return check(submission, Profiles.choose(null, submission));
    }

    /** Checks a submission under a profile. */
    public Report check(Submission submission, Profile profile) {
        return examine(submission, profile).report();
    }

    /** What somebody who holds all outputs can say about one cell; empty where the file has no such cell. */
    public Optional<ExplainedCell> explain(Submission submission, Profile profile, String file, String cell) {
        List<ExaminedFile> files =
                new Examiner(limits, reader, progress).examine(submission, Sessions.in(submission, limits, reader));
        progress.checking();
        return ExplainedCell.of(
                Examiner.together(submission, files, released(submission, files))
                        .facts(),
                profile.settings(),
                file,
                cell);
    }

    /** Checks a submission under a profile, and gives what was read along with the report. */
    public Examination examine(Submission handedIn, Profile profile) {
        Settings settings = profile.settings();
        Sessions sessions = Sessions.in(handedIn, limits, reader);
        ClaimedRoles claimed =
                ClaimedRoles.of(sessions, handedIn, new Examiner(limits, reader, progress).examine(handedIn, sessions));
        Submission submission = claimed.submission();
        ListedRecords records = new ListedRecords(run(settings), new KindCheck(book.kinds()));
        List<ExaminedFile> files = records.in(claimed.files());
        List<Output> released = released(submission, files);
        progress.checking();
        Results results = run(settings).over(Examiner.together(submission, files, released), file -> true);
        Map<String, List<ExaminedFile>> readings = new HashMap<>();
        for (ExaminedFile file : files) {
            String path = file.file().path();
            ExaminedFile plain = claimed.unclaimed().get(path);
            List<ExaminedFile> ways = new ArrayList<>(readings(handedIn, plain == null ? file : plain));
            if (plain != null) {
                ways.add(0, file);
            }
            readings.put(path, records.in(ways));
        }
        boolean one = readings.values().stream().filter(ways -> ways.size() > 1).count() == 1;
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i).file().path();
            List<ExaminedFile> ways = readings.getOrDefault(path, List.of());
            for (ExaminedFile otherwise : ways.subList(1, ways.size())) {
                List<ExaminedFile> replaced = new ArrayList<>(files);
                replaced.set(i, otherwise);
                results.takeIn(run(settings)
                        .over(
                                Examiner.together(submission, replaced, released),
                                judged -> one || judged.file().path().equals(path)));
            }
        }
        if (!one) {
            otherwiseTogether(files, readings)
                    .forEach(all -> results.takeIn(
                            run(settings).over(Examiner.together(submission, all, released), file -> true)));
        }
        new DrawnTables(files, results).carryOver();
        Reporting reporting = new Reporting(book, results);
        for (Sessions.Found session : sessions.found()) {
            new Claims(session, claimed, results).report(reporting);
        }
        for (ExaminedFile file : files) {
            reporting.add(file, readings.getOrDefault(file.file().path(), List.of(file)));
        }
        return new Examination(
                reporting.report(
                        used(profile),
                        EngineVersion.current(),
                        new Report.Checked(
                                submission.id(),
                                SubmissionDigest.of(submission.declarationBytes(), received(files, sessions)))),
                List.copyOf(files));
    }

    private List<Output> released(Submission submission, List<ExaminedFile> files) {
        List<Submission> before = new ArrayList<>(earlier);
        if (ledger != null) {
            try {
                before.addAll(Releases.beside(
                        ledger,
                        submission.dataset(),
                        files.stream().flatMap(file -> file.outputs().stream()).toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return outputs(before, submission);
    }

    private List<Output> outputs(List<Submission> releases, Submission submission) {
        List<Output> released = new ArrayList<>();
        for (Submission before : releases) {
            for (ExaminedFile file : new Examiner(limits, reader, progress)
                    .examine(inheriting(before, submission), Sessions.in(before, limits, reader))) {
                // nobody knows which reading is right: whoever holds the file tries them all
                readings(before, file).forEach(way -> released.addAll(way.outputs()));
            }
        }
        return released;
    }

    /**
     * What an earlier release does not say of its unit is taken to be as in the later one; and what the later one says of
     * areas, codes and bands that hold each other holds for the earlier one too.
     */
    private static Submission inheriting(Submission earlier, Submission later) {
        Declaration defaults = earlier.defaults();
        List<Declaration.Hierarchy> hierarchies = new ArrayList<>(defaults.hierarchies());
        Set<String> known =
                hierarchies.stream().map(Declaration.Hierarchy::parent).collect(Collectors.toSet());
        later.defaults().hierarchies().stream()
                .filter(hierarchy -> !known.contains(hierarchy.parent()))
                .forEach(hierarchies::add);
        String unit = defaults.unit() == null ? later.defaults().unit() : defaults.unit();
        return earlier.toBuilder()
                .defaults(
                        defaults.toBuilder().unit(unit).hierarchies(hierarchies).build())
                .build();
    }

    /** Everything that was received, in path order. */
    private static List<ReceivedFile> received(List<ExaminedFile> files, Sessions sessions) {
        return Stream.concat(files.stream().map(ExaminedFile::file), sessions.kept())
                .sorted(Comparator.comparing(ReceivedFile::path))
                .toList();
    }

    private RuleRun run(Settings settings) {
        return new RuleRun(book.rules(), settings, new KindCheck(book.kinds()));
    }

    /** A file under each of its readings, the likeliest first. */
    private static List<ExaminedFile> readings(Submission submission, ExaminedFile file) {
        List<ExaminedFile> ways = new ArrayList<>(List.of(file));
        alternatives(file).forEach(other -> ways.add(Examiner.under(submission, file, other)));
        return ways;
    }

    /**
     * All files under their second readings, all under their third, and so on: files that one program wrote are ambiguous in
     * the same way, and a file may tell what another hides under one reading only.
     */
    private static List<List<ExaminedFile>> otherwiseTogether(
            List<ExaminedFile> files, Map<String, List<ExaminedFile>> readings) {
        List<List<ExaminedFile>> together = new ArrayList<>();
        int most = readings.values().stream().mapToInt(List::size).max().orElse(1);
        for (int way = 1; way < most; way++) {
            List<ExaminedFile> all = new ArrayList<>();
            for (ExaminedFile file : files) {
                List<ExaminedFile> ways = readings.getOrDefault(file.file().path(), List.of(file));
                all.add(ways.get(Math.min(way, ways.size() - 1)));
            }
            together.add(all);
        }
        return together;
    }

    private static Collection<? extends Reading> alternatives(ExaminedFile file) {
        return file.reading() instanceof Reading.Grids grids ? grids.alternatives() : List.of();
    }

    private static Report.ProfileUsed used(Profile profile) {
        return new Report.ProfileUsed(
                profile.name(),
                profile.version(),
                profile.sha256(),
                profile.chosenBy(),
                profile.confidential(),
                Stream.concat(profile.notes().stream(), RoundingFit.misfit(profile.settings()).stream())
                        .toList());
    }
}

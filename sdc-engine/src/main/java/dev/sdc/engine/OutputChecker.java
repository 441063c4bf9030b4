package dev.sdc.engine;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    private OutputChecker(RuleBook book, Limits limits, FileReader reader, Progress progress) {
        this.book = book;
        this.limits = limits;
        this.reader = reader;
        this.progress = progress;
    }

    /** A checker with the rules of every {@link dev.sdc.engine.rule.RuleProvider} on the path. */
    public static OutputChecker standard() {
        return of(RuleBook.standard());
    }

    /** A checker with the rules of a book. */
    public static OutputChecker of(RuleBook book) {
        return new OutputChecker(book, Limits.DEFAULT, FileReader.IN_PROCESS, Progress.NONE);
    }

    /** This checker with further rules. */
    public OutputChecker with(Rule... rules) {
        return new OutputChecker(book.with(List.of(rules)), limits, reader, progress);
    }

    /** This checker with other limits on what one file may ask of its reader. */
    public OutputChecker with(Limits newLimits) {
        return new OutputChecker(book, newLimits, reader, progress);
    }

    /**
     * This checker with another way of reading files, such as a {@link dev.sdc.engine.read.contained.ContainedReader},
     * which reads in a child process.
     */
    public OutputChecker readBy(FileReader other) {
        return new OutputChecker(book, limits, other, progress);
    }

    /** This checker, watched. */
    public OutputChecker watchedBy(Progress watcher) {
        return new OutputChecker(book, limits, reader, watcher);
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

    /** Checks a submission under a profile, and gives what was read along with the report. */
    public Examination examine(Submission submission, Profile profile) {
        Settings settings = profile.settings();
        Sessions sessions = Sessions.in(submission, limits);
        List<ExaminedFile> files = new Examiner(limits, reader, progress).examine(submission, sessions);
        progress.checking();
        Results results = run(settings).over(Examiner.together(submission, files), file -> true);
        Map<String, List<ExaminedFile>> readings = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            ExaminedFile file = files.get(i);
            String path = file.file().path();
            List<ExaminedFile> ways = new ArrayList<>(List.of(file));
            for (Reading other : alternatives(file)) {
                ExaminedFile otherwise = Examiner.under(submission, file, other);
                ways.add(otherwise);
                List<ExaminedFile> replaced = new ArrayList<>(files);
                replaced.set(i, otherwise);
                results.takeIn(run(settings)
                        .over(
                                Examiner.together(submission, replaced),
                                judged -> judged.file().path().equals(path)));
            }
            readings.put(path, ways);
        }
        new DrawnTables(files, results).carryOver();
        Reporting reporting = new Reporting(book, results);
        for (Sessions.Found session : sessions.found()) {
            new Claims(session, files, results).report(reporting);
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

    /** Everything that was received, in path order. */
    private static List<ReceivedFile> received(List<ExaminedFile> files, Sessions sessions) {
        return Stream.concat(files.stream().map(ExaminedFile::file), sessions.kept())
                .sorted(Comparator.comparing(ReceivedFile::path))
                .toList();
    }

    private RuleRun run(Settings settings) {
        return new RuleRun(book.rules(), settings);
    }

    private static Collection<? extends Reading> alternatives(ExaminedFile file) {
        return file.reading() instanceof Reading.Grids grids ? grids.alternatives() : List.of();
    }

    private static Report.ProfileUsed used(Profile profile) {
        return new Report.ProfileUsed(
                profile.name(), profile.version(), profile.sha256(), profile.chosenBy(), profile.notes());
    }
}

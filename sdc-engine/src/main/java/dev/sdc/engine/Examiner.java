package dev.sdc.engine;

import dev.sdc.engine.evidence.FactBook;
import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.NameCheck;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Listing;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in every file of a submission, reads it and understands its outputs. */
final class Examiner {
    private final Limits limits;
    private final FileReader reader;
    private final Progress progress;

    Examiner(Limits limits, FileReader reader, Progress progress) {
        this.limits = limits;
        this.reader = reader;
        this.progress = progress;
    }

    /**
     * Every file with what was read from it, in path order; those that the submission does not list are not read, and
     * those that a session keeps for itself are left out.
     */
    List<ExaminedFile> examine(Submission submission, Sessions sessions) {
        List<ExaminedFile> examined = new ArrayList<>();
        Intake intake = new Intake(limits);
        NameCheck names = new NameCheck(submission.files());
        int total = submission.files().size() + submission.undeclared().size();
        for (OutputFile file : submission.files()) {
            progress.reading(file.path(), examined.size() + 1, total);
            if (!sessions.keep(file.path())) {
                ReceivedFile received = intake.receive(file).refusedFor(names.refusal(file.path()));
                examined.add(understood(
                        submission, received, read(received), sessions.listing(received, submission.listsOutputs())));
            }
        }
        for (OutputFile file : submission.undeclared()) {
            progress.reading(file.path(), examined.size() + 1, total);
            if (!sessions.keep(file.path())) {
                examined.add(new ExaminedFile(
                        intake.receive(file),
                        new Reading.NotUnderstood("the submission does not list it, so it is not read"),
                        List.of(),
                        Listing.NOT_LISTED));
            }
        }
        examined.sort(Comparator.comparing(file -> file.file().path()));
        return examined;
    }

    /** A file under another reading. */
    static ExaminedFile under(Submission submission, ExaminedFile file, Reading other) {
        return understood(submission, file.file(), other, file.listing());
    }

    /** The submission with the facts of all its outputs, beside those released before. */
    static ExaminedSubmission together(Submission submission, List<ExaminedFile> files, List<Output> released) {
        List<Output> outputs = new ArrayList<>();
        for (ExaminedFile file : files) {
            outputs.addAll(file.outputs());
        }
        return new ExaminedSubmission(submission, List.copyOf(files), FactBook.of(outputs, released));
    }

    private Reading read(ReceivedFile file) {
        String refused = file.refused();
        return refused == null ? reader.read(file, limits) : new Reading.NotUnderstood(refused);
    }

    /** Hostile content is the normal case: what cannot be understood must not stop the others, and is no pass. */
    private static ExaminedFile understood(Submission submission, ReceivedFile file, Reading reading, Listing listing) {
        try {
            return new ExaminedFile(file, reading, understand(submission, file, reading), listing);
        } catch (RuntimeException | StackOverflowError e) {
            String why = "The file could not be understood: the checker stopped with "
                    + e.getClass().getSimpleName() + ". Save it anew, or send the table as .csv.";
            return new ExaminedFile(file, new Reading.Unreadable(why), List.of(), listing);
        }
    }

    private static List<Output> understand(Submission submission, ReceivedFile file, Reading reading) {
        if (file.refused() != null) {
            return List.of();
        }
        return List.copyOf(Understanding.of(
                file,
                reading,
                (@Nullable String sheet, @Nullable String range) ->
                        submission.declarationFor(file.path(), sheet, range)));
    }
}

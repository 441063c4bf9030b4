package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Request;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request is made of: its files, taken into the store, where alone they are looked at from then on. */
final class TakingIn {
    private final ContentStore store;

    TakingIn(ContentStore store) {
        this.store = store;
    }

    /** What was taken into the store, and the submission over it. */
    record Taken(
            Submission submission,
            List<ReleasedFile> files,
            @Nullable Digest declaration,
            List<Digest> containment) {}

    Taken take(Submission submission) throws IOException, GateException {
        List<ReleasedFile> files = new ArrayList<>();
        List<OutputFile> stored = new ArrayList<>();
        for (OutputFile file : submission.files()) {
            if (!ReleasedFile.isSafe(file.path())) {
                throw new GateException(VisibleText.of(file.path(), 200)
                        + ": a file of this name cannot be sent safely; rename it (no leading dot, colon, backslash or"
                        + " invisible character)");
            }
            ContentStore.Stored content = stored(file);
            files.add(new ReleasedFile(file.path(), content.digest(), content.bytes()));
            stored.add(OutputFile.onDisk(file.path(), store.path(content.digest())));
        }
        if (files.isEmpty()) {
            throw new GateException("the request has no file to release");
        }
        List<Digest> containment = new ArrayList<>();
        for (OutputFile table : submission.containment()) {
            containment.add(stored(table).digest());
        }
        byte[] declaration = submission.declarationBytes();
        return new Taken(
                new Submission(
                        submission.id(),
                        submission.title(),
                        submission.purpose(),
                        submission.requester(),
                        submission.dataset(),
                        stored,
                        submission.undeclared(),
                        submission.defaults(),
                        submission.outputs(),
                        submission.listsOutputs(),
                        submission.profile(),
                        declaration,
                        submission.containment()),
                List.copyOf(files),
                declaration == null ? null : store.add(declaration),
                containment);
    }

    private ContentStore.Stored stored(OutputFile file) throws IOException, GateException {
        if (file.content() instanceof OutputFile.Content.OnDisk disk) {
            try {
                return store.add(disk.location());
            } catch (GateException e) {
                throw new GateException(VisibleText.of(file.path(), 200) + ": " + e.getMessage());
            }
        }
        if (file.content() instanceof OutputFile.Content.InMemory memory) {
            return new ContentStore.Stored(store.add(memory.bytes()), memory.bytes().length);
        }
        throw new IllegalStateException(); // the interface is sealed
    }

    /**
     * Refuses a request whose files are no longer those that were handed in.
     *
     * @param submission what lies in the folder now
     */
    static void requireUnchanged(Submission submission, Request request) throws IOException, GateException {
        byte[] declaration = submission.declarationBytes();
        if (!Objects.equals(declaration == null ? null : Digest.of(declaration), request.declaration())
                || !digests(submission.containment()).equals(request.containment())
                || !isIn(submission, request.files())) {
            throw new GateException("the files of the request " + request.id() + " have changed since they were handed"
                    + " in; what was decided was about other bytes. Hand them in again with: sdc submit DIR");
        }
    }

    private static List<Digest> digests(List<OutputFile> files) throws IOException, GateException {
        List<Digest> digests = new ArrayList<>();
        for (OutputFile file : files) {
            digests.add(look(file).digest());
        }
        return digests;
    }

    private static boolean isIn(Submission submission, List<ReleasedFile> files) throws IOException, GateException {
        List<ReleasedFile> now = new ArrayList<>();
        for (OutputFile file : submission.files()) {
            ContentStore.Stored content = look(file);
            now.add(new ReleasedFile(file.path(), content.digest(), content.bytes()));
        }
        return now.equals(files);
    }

    private static ContentStore.Stored look(OutputFile file) throws IOException, GateException {
        if (file.content() instanceof OutputFile.Content.OnDisk disk) {
            return ContentStore.look(disk.location());
        }
        if (file.content() instanceof OutputFile.Content.InMemory memory) {
            return new ContentStore.Stored(Digest.of(memory.bytes()), memory.bytes().length);
        }
        throw new IllegalStateException(); // the interface is sealed
    }
}

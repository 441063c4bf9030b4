package dev.sdc.engine.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Submission} together, for programs that hold their outputs in memory or describe them without a file.
 *
 * <p>Every file added is offered for release.
 */
public final class SubmissionBuilder {
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String purpose;
    private @Nullable String requester;
    private @Nullable String dataset;
    private final List<OutputFile> files = new ArrayList<>();
    private final List<OutputFile> undeclared = new ArrayList<>();
    private Declaration defaults = Declaration.NONE;
    private final List<Declaration> outputs = new ArrayList<>();
    private boolean listsOutputs;
    private List<String> profile = List.of();
    private byte @Nullable [] declarationBytes;
    private List<OutputFile> containment = List.of();

    SubmissionBuilder() {}

    SubmissionBuilder(Submission from) {
        id = from.id();
        title = from.title();
        purpose = from.purpose();
        requester = from.requester();
        dataset = from.dataset();
        files.addAll(from.files());
        undeclared.addAll(from.undeclared());
        defaults = from.defaults();
        outputs.addAll(from.outputs());
        listsOutputs = from.listsOutputs();
        profile = from.profile();
        declarationBytes = from.declarationBytes();
        containment = from.containment();
    }

    /** The submission as set so far, its files in path order. */
    public Submission build() {
        return new Submission(
                id,
                title,
                purpose,
                requester,
                dataset,
                inPathOrder(files),
                inPathOrder(undeclared),
                defaults,
                List.copyOf(outputs),
                listsOutputs,
                profile,
                declarationBytes,
                containment);
    }

    private static List<OutputFile> inPathOrder(List<OutputFile> files) {
        return files.stream().sorted(Comparator.comparing(OutputFile::path)).toList();
    }

    /** Sets the request's id. */
    public SubmissionBuilder id(@Nullable String id) {
        this.id = id;
        return this;
    }

    /** Sets the title. */
    public SubmissionBuilder title(@Nullable String title) {
        this.title = title;
        return this;
    }

    /** Sets what the outputs are for. */
    public SubmissionBuilder purpose(@Nullable String purpose) {
        this.purpose = purpose;
        return this;
    }

    /** Sets who asks for the release. */
    public SubmissionBuilder requester(@Nullable String requester) {
        this.requester = requester;
        return this;
    }

    /** Sets the data set that the outputs come from. */
    public SubmissionBuilder dataset(@Nullable String dataset) {
        this.dataset = dataset;
        return this;
    }

    /** Adds a file that is offered for release. */
    public SubmissionBuilder file(OutputFile file) {
        files.add(file);
        return this;
    }

    /** Sets what holds for every output. */
    public SubmissionBuilder defaults(Declaration defaults) {
        this.defaults = defaults;
        return this;
    }

    /** Adds what is declared about one file, sheet or range; the declaration names the file. */
    public SubmissionBuilder output(Declaration output) {
        outputs.add(output);
        return this;
    }

    /** Sets the profiles that the author names; several mean the strictest of all. */
    public SubmissionBuilder profile(List<String> profile) {
        this.profile = List.copyOf(profile);
        return this;
    }

    SubmissionBuilder undeclared(OutputFile file) {
        undeclared.add(file);
        return this;
    }

    SubmissionBuilder listsOutputs(boolean listsOutputs) {
        this.listsOutputs = listsOutputs;
        return this;
    }

    SubmissionBuilder declarationBytes(byte[] declarationBytes) {
        this.declarationBytes = declarationBytes;
        return this;
    }

    SubmissionBuilder containment(List<OutputFile> containment) {
        this.containment = List.copyOf(containment);
        return this;
    }
}

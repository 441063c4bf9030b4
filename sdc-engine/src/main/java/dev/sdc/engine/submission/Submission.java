package dev.sdc.engine.submission;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for release: its files and what its author declares about them.
 *
 * @param id the request's id, or null
 * @param files the files offered for release, in path order
 * @param undeclared files found in the folder though the declaration lists others: never released, reported
 * @param defaults what holds for every output
 * @param outputs what is declared for single files, sheets or ranges; empty when the declaration lists none
 * @param listsOutputs whether the declaration lists the outputs, so that any other file is undeclared
 * @param profile the profiles the author names; several mean the strictest of all; empty when none is named
 * @param declarationBytes the bytes of the declaration file as read, or null where there is none
 * @param containment the tables of containment that the declaration names, as read; {@code defaults} has what they say
 */
@SuppressWarnings("ArrayRecordComponent") // identity only; hashed into the report
public record Submission(
        @Nullable String id,
        @Nullable String title,
        @Nullable String purpose,
        @Nullable String requester,
        @Nullable String dataset,
        List<OutputFile> files,
        List<OutputFile> undeclared,
        Declaration defaults,
        List<Declaration> outputs,
        boolean listsOutputs,
        List<String> profile,
        byte @Nullable [] declarationBytes,
        List<OutputFile> containment) {

    /** A builder of a submission without files. */
    public static SubmissionBuilder builder() {
        return new SubmissionBuilder();
    }

    /** A builder that starts from this submission. */
    public SubmissionBuilder toBuilder() {
        return new SubmissionBuilder(this);
    }

    /**
     * What is declared about a part of a file: the defaults, overlaid with the entry of the file, then of the sheet, then
     * of the range that shares most cells with the given one.
     *
     * @param file the file's path inside the submission
     * @param sheet the sheet, or null where the file has none
     * @param range the cells, such as {@code A3:F20}, or null for the whole sheet
     */
    public Declaration declarationFor(String file, @Nullable String sheet, @Nullable String range) {
        return DeclarationLookup.find(this, file, sheet, range);
    }

    /** The same submission with its files in a folder of this name, so that they can stand beside those of another. */
    public Submission under(String folder) {
        return new Submission(
                id,
                title,
                purpose,
                requester,
                dataset,
                moved(files, folder),
                moved(undeclared, folder),
                defaults,
                outputs.stream()
                        .map(output -> output.toBuilder()
                                .file(output.file() == null ? null : folder + "/" + output.file())
                                .build())
                        .toList(),
                listsOutputs,
                profile,
                declarationBytes,
                containment);
    }

    private static List<OutputFile> moved(List<OutputFile> files, String folder) {
        return files.stream()
                .map(file -> new OutputFile(folder + "/" + file.path(), file.content()))
                .toList();
    }

    /** The files declared to hold the data behind a figure, in the order of their entries. */
    public List<String> dataBehind(String figure) {
        return outputs.stream()
                .filter(output -> figure.equals(output.figureDataFor()))
                .map(Declaration::file)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}

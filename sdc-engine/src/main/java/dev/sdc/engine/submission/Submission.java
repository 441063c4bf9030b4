package dev.sdc.engine.submission;

import java.util.List;
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
        byte @Nullable [] declarationBytes) {}

package dev.sdc.engine.table;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;
import java.util.Optional;

/** One thing that would leave: a table, the print of a model, a text, a figure, or a part of a file that was not understood. */
public sealed interface Output permits Table, ModelSummary, Prose, Figure, Opaque {
    /** The output's name in the report: the file and a number, {@code t1.csv#1}. */
    String id();

    /** The file's path inside the submission. */
    String file();

    /** The file's name, without the folders that it lies in. */
    default String fileName() {
        return file().substring(file().lastIndexOf('/') + 1);
    }

    /** Where in the file it stands: a range such as {@code A1:E4}, or empty for the whole file. */
    String range();

    /** The kind of output: as declared, else as understood. */
    OutputType type();

    /** Whether {@link #type} was declared rather than understood. */
    boolean typeDeclared();

    /** What the analyst declares about it; {@link Declaration#NONE} when nothing. */
    Declaration declaration();

    /** Its numbers as a table, for the rules on tables; empty where it holds none in rows and columns. */
    default Optional<Table> numbers() {
        return Optional.empty();
    }

    /** What was not understood, a sentence each with its place; empty when all was. */
    List<Remark> remarks();

    /**
     * A remark on something that was not understood, or that the declaration and the content disagree on.
     *
     * @param where the address it speaks of
     * @param text a sentence for people
     */
    record Remark(String where, String text) {}
}

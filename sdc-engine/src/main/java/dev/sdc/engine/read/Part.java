package dev.sdc.engine.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text. */
public sealed interface Part {
    /** A table that stands in the text. */
    record TableIn(Grid grid) implements Part {}

    /**
     * Lines of running text. A line keeps its number, so that addresses are right.
     *
     * @param place where the lines stand in a file that is no text itself, such as {@code /cells/3/outputs/0/text}; null
     *     where they are the lines of the file
     * @param lines all lines, with those of the tables
     * @param rest the same lines, blank where another part was read from them
     */
    record Words(@Nullable String place, List<String> lines, List<String> rest) implements Part {}

    /**
     * Something that could not be read.
     *
     * @param where its address
     * @param why a sentence for people
     */
    record NotRead(String where, String why) implements Part {}
}

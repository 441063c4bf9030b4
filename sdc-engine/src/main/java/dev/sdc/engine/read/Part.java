package dev.sdc.engine.read;

import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.Whereabouts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text. */
public sealed interface Part {
    /**
     * A table that stands in the text.
     *
     * @param captions the lines around it
     */
    record TableIn(Grid grid, Captions captions) implements Part {
        /** A table by itself. */
        public TableIn(Grid grid) {
            this(grid, Captions.NONE);
        }

        /** The same table with the lines around it. */
        public TableIn with(Captions around) {
            return new TableIn(grid, around);
        }
    }

    /**
     * What a program printed of a model or a test.
     *
     * @param place where the text stands in a file that is no text itself; null where it is the file
     * @param lines all lines of the text
     * @param where the addresses of its figures
     */
    record ModelPrint(@Nullable String place, Model model, List<String> lines, Whereabouts where) implements Part {}

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
     * Code that stands in a file beside what it printed.
     *
     * @param place where it stands in its file
     */
    record Code(String place, List<String> lines) implements Part {}

    /**
     * A picture inside a file.
     *
     * @param place where it stands in its file
     */
    record Picture(String place) implements Part {}

    /**
     * The marks of a drawing that are alike and strewn over both axes; those of one look are a series.
     *
     * @param largest how many marks the largest series has; 0 when the drawing has none
     * @param all how many marks all series have together
     * @param series how many series there are
     */
    record Marks(int largest, int all, int series) implements Part {}

    /**
     * Something that could not be read.
     *
     * @param where its address
     * @param why a sentence for people
     */
    record NotRead(String where, String why) implements Part {}
}

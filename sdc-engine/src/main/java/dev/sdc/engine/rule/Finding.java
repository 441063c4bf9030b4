package dev.sdc.engine.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a rule found, with its place.
 *
 * <p>{@code message} and {@code remedy} never repeat values of the file, so that they may go back to the analyst as they
 * are; {@code value}, {@code because} and {@code evidenceNeeded} may, and are left out of a redacted report where they do.
 *
 * @param rule the rule's id
 * @param disposition what can be done about it; gives the level
 * @param file the file's path inside the submission
 * @param output the output's id, or null for a finding about a file
 * @param cell the address in the file, or empty for the whole file
 * @param row the cell's row labels in one line, or null
 * @param column the cell's column header in one line, or null
 * @param value the cell's text, or null
 * @param message what is wrong, in a sentence without values
 * @param because how it follows, with the numbers
 * @param remedy how to mend it
 * @param evidenceNeeded what would settle it, or null
 * @param related addresses of other cells that the conclusion rests on, each {@code file!cell}
 * @param proof the same as sums of cells that can be drawn; it is in no form for programs, and in no redacted report
 */
public record Finding(
        String rule,
        Disposition disposition,
        String file,
        @Nullable String output,
        String cell,
        @Nullable String row,
        @Nullable String column,
        @Nullable String value,
        String message,
        String because,
        String remedy,
        @Nullable String evidenceNeeded,
        List<String> related,
        Proof proof) {

    /** A finding whose reason is words alone. */
    public Finding(
            String rule,
            Disposition disposition,
            String file,
            @Nullable String output,
            String cell,
            @Nullable String row,
            @Nullable String column,
            @Nullable String value,
            String message,
            String because,
            String remedy,
            @Nullable String evidenceNeeded,
            List<String> related) {
        this(
                rule,
                disposition,
                file,
                output,
                cell,
                row,
                column,
                value,
                message,
                because,
                remedy,
                evidenceNeeded,
                related,
                Proof.NONE);
    }

    /** The finding's level. */
    public Level level() {
        return disposition.level();
    }

    /** A name for what the finding is of: an output, or a file as a whole. */
    public String subject() {
        return subject(file, output);
    }

    /** A name for an output of a file, or for the file as a whole. */
    public static String subject(String file, @Nullable String output) {
        return output == null ? file : file + '\0' + output;
    }
}

package dev.sdc.rules.file;

import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.read.Reading;
import java.util.List;

/** The remarks of a reading. */
final class Notes {
    private Notes() {}

    static List<Reading.Note> of(Reading reading) {
        if (reading instanceof Reading.Grids grids) {
            return grids.notes();
        }
        return reading instanceof Reading.Text text ? text.notes() : List.of();
    }

    /** Whether files of this type can hold what their reader does not see. */
    static boolean canHide(MediaType type) {
        return switch (type) {
            case XLSX, HTML, NOTEBOOK, PNG, JPEG, SVG, JSON -> true;
            case CSV, TSV, TEXT, MARKDOWN, LATEX, LOG, CODE, UNKNOWN -> false;
        };
    }
}

package dev.sdc.rules.file;

import dev.sdc.engine.intake.MediaType;

/** What files may hold beside what their readers see. */
final class Notes {
    private Notes() {}

    /** Whether files of this type can hold what their reader does not see. */
    static boolean canHide(MediaType type) {
        return switch (type) {
            case XLSX, HTML, NOTEBOOK, PNG, JPEG, SVG, JSON -> true;
            case CSV, TSV, TEXT, MARKDOWN, LATEX, LOG, CODE, UNKNOWN -> false;
        };
    }
}

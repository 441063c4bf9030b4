package dev.sdc.engine.read.xlsx;

import java.io.IOException;

/** Carries the sentence that says why a workbook cannot be read and what to do. */
final class UnreadableWorkbook extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableWorkbook(String sentence) {
        super(sentence);
    }

    UnreadableWorkbook(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

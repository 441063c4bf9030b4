package dev.sdc.engine.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what is declared about one output: the general statements first, the more particular laid over them. */
final class DeclarationLookup {
    private DeclarationLookup() {}

    static Declaration find(Submission submission, String file, @Nullable String sheet, @Nullable String range) {
        Declaration ofFile = Declaration.NONE;
        Declaration ofSheet = Declaration.NONE;
        Declaration ofRange = Declaration.NONE;
        Optional<DeclaredRange> wanted = range == null ? Optional.empty() : DeclaredRange.parse(range);
        long mostShared = 0;
        for (Declaration entry : submission.outputs()) {
            if (!file.equals(entry.file()) || !speaksOf(entry.sheet(), sheet)) {
                continue;
            }
            if (entry.range() != null) {
                long shared = wanted.isEmpty() ? 0 : shared(entry.range(), wanted.get());
                if (shared > mostShared) {
                    mostShared = shared;
                    ofRange = entry;
                }
            } else if (entry.sheet() != null) {
                ofSheet = ofSheet.overlaidWith(entry);
            } else {
                ofFile = ofFile.overlaidWith(entry);
            }
        }
        return submission.defaults().overlaidWith(ofFile).overlaidWith(ofSheet).overlaidWith(ofRange);
    }

    /** Sheets are told apart without regard to case, as in a workbook. */
    private static boolean speaksOf(@Nullable String declared, @Nullable String sheet) {
        return declared == null || (sheet != null && declared.equalsIgnoreCase(sheet));
    }

    private static long shared(String declared, DeclaredRange wanted) {
        return DeclaredRange.parse(declared).map(range -> range.shared(wanted)).orElse(0L);
    }
}

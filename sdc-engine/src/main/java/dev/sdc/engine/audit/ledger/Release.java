package dev.sdc.engine.audit.ledger;

import dev.sdc.engine.submission.Declaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What left in one release, as it was printed.
 *
 * @param id the release's id
 * @param dataset the data set that it comes from, or null where that is not known
 * @param at when it left, in the words of the caller, or null
 * @param sheets the tables, sheet by sheet
 */
public record Release(
        String id, @Nullable String dataset, @Nullable String at, List<Sheet> sheets) {
    /** Copies the sheets. */
    public Release {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sheet of a released file.
     *
     * @param file the file it left in
     * @param sheet the sheet's name, or null where the file has none
     * @param dimensions what its tables are broken down by
     * @param variables what its tables count
     * @param rows every cell as it was printed
     * @param declared what was declared of it, as far as it says how to read a count
     * @param counts how many counts it prints
     * @param keys what it is found by, in ascending order and each once
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    public record Sheet(
            String file,
            @Nullable String sheet,
            List<String> dimensions,
            List<String> variables,
            List<List<String>> rows,
            Declaration declared,
            int counts,
            long[] keys) {
        /** Copies the lists. */
        public Sheet {
            dimensions = List.copyOf(dimensions);
            variables = List.copyOf(variables);
            rows = List.copyOf(rows);
        }
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table: which grid rows are data, which are totals, which columns name them.
 *
 * @param notes the titles and footnotes as a running text; null where there are none
 * @param rows the grid row of every data row
 * @param lastHeaderRow the grid row of the innermost header; -1 when there is none
 * @param rowRoles what a row's label says its numbers are, by data row; only rows that say it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TableShape(
        String id,
        String file,
        Grid grid,
        String range,
        OutputType type,
        boolean typeDeclared,
        Declaration declaration,
        List<Output.Remark> remarks,
        List<String> titles,
        List<String> footnotes,
        @Nullable Prose notes,
        List<Mention> mentions,
        List<Mention> captions,
        List<Column> columns,
        int[] rows,
        int lastHeaderRow,
        BitSet totalRows,
        Map<Integer, RowRole> rowRoles,
        RowLabels labels) {

    /** The same lines under other roles of the columns. */
    TableShape under(List<Column> others) {
        return new TableShape(
                id,
                file,
                grid,
                range,
                type,
                typeDeclared,
                declaration,
                remarks,
                titles,
                footnotes,
                notes,
                mentions,
                captions,
                others,
                rows,
                lastHeaderRow,
                totalRows,
                rowRoles,
                labels);
    }

    List<String> rowLabels(int row) {
        return labels.of(row);
    }
}

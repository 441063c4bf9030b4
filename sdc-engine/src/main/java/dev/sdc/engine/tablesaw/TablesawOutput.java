package dev.sdc.engine.tablesaw;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.sdc.engine.submission.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Turns a tablesaw table into the file that would leave.
 *
 * <p>What is checked is what would be released: the table as CSV, its column names in the first row. A finding at {@code
 * B4} is therefore about the table's second column and its third row. Stateless and thread-safe.
 */
public final class TablesawOutput {
    private TablesawOutput() {}

    /**
     * The table as a CSV file in memory, in UTF-8; missing values are empty cells.
     *
     * @param path the file's name inside the submission, such as {@code stage.csv}
     * @param table the table; it is only read
     */
    @SuppressWarnings("exports") // who has a tablesaw table has tablesaw; nobody else needs it
    public static OutputFile csv(String path, Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            csv.writeRecord(table.columnNames());
            for (Row row : table) {
                csv.writeRecord(texts(table, row.getRowNumber()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes are in memory
        }
        return OutputFile.inMemory(path, bytes.toByteArray());
    }

    private static List<String> texts(Table table, int row) {
        List<String> texts = new ArrayList<>(table.columnCount());
        for (Column<?> column : table.columns()) {
            texts.add(column.isMissing(row) ? "" : column.getUnformattedString(row));
        }
        return texts;
    }
}

package dev.sdc.engine.submission;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table that says which area, code or band holds which: a CSV file with the columns {@code whole} and {@code part}, a row
 * each part.
 */
final class ContainmentTable {
    /** More bytes, of all tables of a submission together, are not read. */
    static final int MOST_BYTES = 16 << 20;

    private static final List<String> HEADER = List.of("whole", "part");

    private ContainmentTable() {}

    /** Every whole with its parts, in the order of the file; {@code file} names it in messages. */
    static List<Declaration.Hierarchy> read(String file, byte[] bytes) throws DeclarationException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        boolean first = true;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .ofCsvRecord(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            for (CsvRecord row : rows) {
                List<String> fields =
                        row.getFields().stream().map(String::strip).toList();
                if (first && !fields.equals(HEADER)) {
                    throw new DeclarationException(file + ":1: a containment table begins with the line: whole,part");
                }
                if (!first
                        && (fields.size() != 2
                                || fields.get(0).isEmpty()
                                || fields.get(1).isEmpty())) {
                    throw new DeclarationException(file + ":" + row.getStartingLineNumber()
                            + ": each row names one whole and one of its parts.");
                }
                if (!first) {
                    parts.computeIfAbsent(fields.get(0), whole -> new LinkedHashSet<>())
                            .add(fields.get(1));
                }
                first = false;
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new DeclarationException(file + ": this containment table is no CSV file.");
        }
        List<Declaration.Hierarchy> all = new ArrayList<>();
        parts.forEach((whole, of) -> all.add(new Declaration.Hierarchy(whole, List.copyOf(of))));
        return all;
    }
}

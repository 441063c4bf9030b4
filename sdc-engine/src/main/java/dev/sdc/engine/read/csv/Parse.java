package dev.sdc.engine.read.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;

/** One pass over a file in one dialect, and what came of it. */
sealed interface Parse {
    /** The whole file as a grid. */
    record Done(Grid grid) implements Parse {}

    /** A limit was reached; in words that follow "the file has". */
    record TooLarge(String limit) implements Parse {}

    /** The quotation marks do not fit: the one that opens this cell stays open, or text follows the closing one. */
    record BadQuotes(int row, int column) implements Parse {}

    /** Reads everything that a reader gives into a grid, and closes the reader. */
    static Parse of(Reader characters, Dialect dialect, GridBuilder grid, Limits limits) {
        GridHandler handler = new GridHandler(grid, dialect.separatorLine());
        Reader source = dialect.backslash() ? new BackslashQuotes(characters, dialect.quote()) : characters;
        try (CsvReader<Boolean> records = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(bufferFor(limits))
                .build(handler, source)) {
            Iterator<Boolean> each = records.iterator();
            while (!handler.isFull() && each.hasNext()) {
                each.next();
            }
        } catch (CsvParseException e) {
            return dialect.quote() == Dialect.NO_QUOTE
                    ? new TooLarge("a cell of more than " + limits.fieldCharacters() + " characters")
                    : new BadQuotes(Math.max(handler.row(), 0), handler.getFieldCount());
        } catch (IOException e) {
            throw new IllegalStateException(e); // the bytes are in memory
        }
        String limit = grid.limitReached();
        return limit == null ? new Done(grid.build(Grid.Layout.PLAIN)) : new TooLarge(limit);
    }

    /** The parser gives up on a cell that does not fit into its buffer; the grid refuses shorter ones that are too long. */
    private static int bufferFor(Limits limits) {
        return (int) Math.min(Math.max(2L * limits.fieldCharacters(), 1 << 15), 1 << 30);
    }
}

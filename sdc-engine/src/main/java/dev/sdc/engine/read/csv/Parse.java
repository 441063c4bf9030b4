package dev.sdc.engine.read.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.NumberStyle;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;

/** One pass over a file in one dialect, and what came of it. */
sealed interface Parse {
    /** The whole file as a grid. */
    record Done(Grid grid) implements Parse {}

    /** A limit was reached; in words that follow "the file has". */
    record TooLarge(String limit) implements Parse {}

    /** The quotation marks do not fit: one stays open, or text follows a closing one, in the record of this row. */
    record BadQuotes(int row) implements Parse {}

    /** Reads everything that a reader gives, and closes it. */
    static Parse of(Reader characters, Dialect dialect, NumberStyle style, Limits limits) {
        GridBuilder grid = new GridBuilder(null, style, limits.cells(), limits);
        GridHandler handler = new GridHandler(grid, dialect.separatorLine());
        Reader source = dialect.backslash() ? new BackslashQuotes(characters, dialect.quote()) : characters;
        try (CsvReader<Boolean> records = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(2 * limits.fieldCharacters(), 1 << 15))
                .build(handler, source)) {
            Iterator<Boolean> each = records.iterator();
            while (!handler.isFull() && each.hasNext()) {
                each.next();
            }
        } catch (CsvParseException e) {
            return dialect.quote() == Dialect.NO_QUOTE
                    ? new TooLarge("a cell of more than " + limits.fieldCharacters() + " characters")
                    : new BadQuotes(Math.max(handler.row(), 0));
        } catch (IOException e) {
            throw new IllegalStateException(e); // the bytes are in memory
        }
        String limit = grid.limitReached();
        return limit == null ? new Done(grid.build(Grid.Layout.PLAIN)) : new TooLarge(limit);
    }
}

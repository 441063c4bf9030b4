package dev.sdc.engine.table;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Running text, code or a log.
 *
 * @param place where its lines stand in a file that is no text itself; null where they are the lines of the file
 * @param lines all lines, with those that tables were read from
 * @param running the same lines, blank where a table was read from them
 * @param cells for each line the cells that it is made of; none where the lines are those of a text
 */
public record Prose(
        String id,
        String file,
        OutputType type,
        boolean typeDeclared,
        Declaration declaration,
        @Nullable String place,
        List<String> lines,
        List<String> running,
        List<Remark> remarks,
        List<List<Cell>> cells)
        implements Output {
    /**
     * A cell whose text stands in a line.
     *
     * @param from where its text begins in the line
     */
    public record Cell(int from, String address) {}

    /** Lines of a text. */
    public Prose(
            String id,
            String file,
            OutputType type,
            boolean typeDeclared,
            Declaration declaration,
            @Nullable String place,
            List<String> lines,
            List<String> running,
            List<Remark> remarks) {
        this(id, file, type, typeDeclared, declaration, place, lines, running, remarks, List.of());
    }

    @Override
    public String range() {
        return place == null ? "" : place;
    }

    /**
     * The running text in passages: lines that were broken to fit a page put together again, and each line by itself. A
     * place may be found in two of them.
     */
    public List<Passage> passages() {
        return Passage.of(this);
    }

    /** Its sentences, in the order of its passages. */
    public List<Sentence> sentences() {
        return Sentence.of(this);
    }

    /** The address of a character; line and column count from 0. */
    public String address(int line, int column) {
        if (!cells.isEmpty()) {
            return cells.get(line).stream()
                    .filter(cell -> cell.from() <= column)
                    .reduce((left, right) -> right)
                    .map(Cell::address)
                    .orElseGet(this::range);
        }
        String at = "@" + (line + 1) + ":" + (column + 1);
        return place == null ? at : place + "!" + at;
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;
import java.util.Optional;

/**
 * What a program printed of a model or a test. To the rules it is a table: its parts stand below one another, each with
 * columns of its own, the terms of a model first and its size and fit in a last row.
 *
 * @param lines all lines of the text that it stands in
 * @param table its numbers
 */
public record ModelSummary(Model model, List<String> lines, Table table) implements Output {
    /** The first line of the print, which names a test. */
    public String title() {
        int first = model.firstLine() - 1;
        return first >= 0 && first < lines.size() ? lines.get(first).strip() : "";
    }

    @Override
    public String id() {
        return table.id();
    }

    @Override
    public String file() {
        return table.file();
    }

    @Override
    public String range() {
        return table.range();
    }

    @Override
    public OutputType type() {
        return table.type();
    }

    @Override
    public boolean typeDeclared() {
        return table.typeDeclared();
    }

    @Override
    public Declaration declaration() {
        return table.declaration();
    }

    @Override
    public List<Remark> remarks() {
        return table.remarks();
    }

    @Override
    public Optional<Table> numbers() {
        return Optional.of(table);
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;

/** A picture, whose numbers only the data behind it can show. */
public record Figure(
        String id, String file, OutputType type, boolean typeDeclared, Declaration declaration, List<Remark> remarks)
        implements Output {
    @Override
    public String range() {
        return "";
    }
}

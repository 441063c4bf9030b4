package dev.sdc.engine.table;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;

/** Running text, code or a log. */
public record Prose(
        String id,
        String file,
        OutputType type,
        boolean typeDeclared,
        Declaration declaration,
        List<String> lines,
        List<Remark> remarks)
        implements Output {
    @Override
    public String range() {
        return "";
    }
}

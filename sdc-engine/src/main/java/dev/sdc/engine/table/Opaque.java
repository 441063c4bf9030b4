package dev.sdc.engine.table;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;

/** Something that was not understood; it never passes. */
public record Opaque(
        String id,
        String file,
        String range,
        OutputType type,
        boolean typeDeclared,
        Declaration declaration,
        List<Remark> remarks)
        implements Output {}

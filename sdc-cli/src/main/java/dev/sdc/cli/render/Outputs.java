package dev.sdc.cli.render;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.table.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outputs of a check by their ids, for showing what a finding speaks of. */
final class Outputs {
    private final Map<String, Output> byId = new HashMap<>();

    Outputs(List<ExaminedFile> files) {
        for (ExaminedFile file : files) {
            for (Output output : file.outputs()) {
                byId.put(output.id(), output);
            }
        }
    }

    @Nullable
    Output of(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }
}

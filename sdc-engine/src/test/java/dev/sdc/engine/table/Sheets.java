package dev.sdc.engine.table;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.ReceivedFileReader;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads tables that stand in tests as text. */
final class Sheets {
    private Sheets() {}

    static List<Output> outputs(String csv, Declaration declaration) {
        ReceivedFile file =
                new Intake(Limits.DEFAULT).receive(OutputFile.inMemory("t.csv", csv.getBytes(StandardCharsets.UTF_8)));
        return Understanding.of(file, ReceivedFileReader.read(file, Limits.DEFAULT), (sheet, range) -> declaration);
    }

    static Table table(String csv) {
        return table(csv, Declaration.NONE);
    }

    static Table table(String csv, Declaration declaration) {
        List<Output> outputs = outputs(csv, declaration);
        if (outputs.size() != 1 || !(outputs.get(0) instanceof Table table)) {
            throw new AssertionError("expected one table, got "
                    + outputs.stream().map(Output::id).toList());
        }
        return table;
    }
}

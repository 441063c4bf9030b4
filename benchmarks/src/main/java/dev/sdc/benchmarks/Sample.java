package dev.sdc.benchmarks;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.ReceivedFileReader;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.Understanding;
import java.util.List;

/** A submission of one file, and the steps that a check takes it through. */
record Sample(Submission submission) {

    static Sample of(OutputFile file) {
        return new Sample(Submission.builder()
                .file(file)
                .defaults(Declaration.NONE.toBuilder().unit("patient").build())
                .build());
    }

    /** The file, its digest taken and its kind recognised. */
    ReceivedFile receive() {
        return new Intake(Limits.DEFAULT).receive(submission.files().get(0));
    }

    /** The raw grids of the file. */
    Reading read() {
        return ReceivedFileReader.read(receive(), Limits.DEFAULT);
    }

    /** The table that the file holds, understood. */
    Table table() {
        ReceivedFile file = receive();
        List<Output> outputs = Understanding.of(
                file,
                ReceivedFileReader.read(file, Limits.DEFAULT),
                (sheet, range) -> submission.declarationFor(file.path(), sheet, range));
        return (Table) outputs.get(0);
    }
}

package dev.sdc.engine.read.contained;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;

/** What the child is asked. */
sealed interface Request {
    /** The record that answers it. */
    Record answer(FileReader reader);

    /** To read a file. */
    record Read(ReceivedFile file, Limits limits) implements Request {
        @Override
        public Record answer(FileReader reader) {
            return (Record) reader.read(file, limits);
        }
    }

    /** What a file is to a session. */
    record Belongs(ReceivedFile file) implements Request {
        @Override
        public Record answer(FileReader reader) {
            return (Record) reader.session(file);
        }
    }
}

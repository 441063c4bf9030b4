package dev.sdc.engine.read;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.acro.SessionFile;
import dev.sdc.engine.read.acro.SessionReader;

/** Reads a received file: in the process of the checker, or away from it. Whatever the file holds, a reading comes back. */
@FunctionalInterface
public interface FileReader {
    /** Reads in the process of the checker. */
    FileReader IN_PROCESS = ReceivedFileReader::read;

    /** Reads a file within limits. */
    Reading read(ReceivedFile file, Limits limits);

    /** What a file is to the ACRO session that it may belong to. */
    default SessionFile session(ReceivedFile file) {
        return SessionReader.read(file.bytes());
    }
}

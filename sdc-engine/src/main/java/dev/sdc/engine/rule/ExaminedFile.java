package dev.sdc.engine.rule;

import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.table.Output;
import java.util.List;

/**
 * A file with what was read from it.
 *
 * @param file the file as received
 * @param reading what the reader made of it
 * @param outputs what was understood, in the order of the file; empty when nothing was
 * @param listing how it stands to the lists that came with it
 */
public record ExaminedFile(ReceivedFile file, Reading reading, List<Output> outputs, Listing listing) {

    /** Whether the submission offers the file for release; false for a file that lies beside the listed ones. */
    public boolean declared() {
        return listing != Listing.NOT_LISTED;
    }
}

package dev.sdc.engine.release;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.ReleasedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes down the files of a release as they arrive. Each has a receipt of its own, unless there are so many that signing
 * them all would take as long as sending: then some share one.
 *
 * <p>What could not be noted down when a release broke off is found under its name by the next run, which looks at its bytes.
 */
final class Arrivals implements AutoCloseable {
    private static final int MOST_RECEIPTS = 200;

    private final Receipts receipts;
    private final int share;
    private final List<ReleasedFile> arrived = new ArrayList<>();

    /**
     * Of a release.
     *
     * @param files how many it has
     */
    Arrivals(Receipts receipts, int files) {
        this.receipts = receipts;
        this.share = 1 + (files - 1) / MOST_RECEIPTS;
    }

    /** A file has arrived. */
    synchronized void add(ReleasedFile file) throws IOException, GateException {
        arrived.add(file);
        if (arrived.size() == share) {
            note();
        }
    }

    /** No more files come, be it that the release broke off. */
    @Override
    public synchronized void close() throws IOException, GateException {
        if (!arrived.isEmpty()) {
            note();
        }
    }

    private void note() throws IOException, GateException {
        List<ReleasedFile> noted = List.copyOf(arrived);
        arrived.clear(); // tried once, so that nothing is noted down twice
        receipts.delivered(noted);
    }
}

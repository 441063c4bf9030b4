package dev.sdc.engine.audit.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Earlier releases. Entries are only ever added; each names the digest of the one before it, so that none can be changed or
 * taken out without being seen. Several processes may add at once.
 */
public interface Ledger extends Closeable {
    /**
     * How far a ledger goes. Whoever keeps this sees later whether the end was cut off.
     *
     * @param releases the number of entries
     * @param digest the digest of the last one
     */
    record Head(long releases, String digest) {}

    /** Takes releases one after the other. */
    interface Visitor {
        /** Takes one. */
        void take(Release release) throws IOException;
    }

    /** Adds a release; it is kept for good when this returns. */
    Head add(Release release) throws IOException;

    /** All releases in order. */
    void forEach(Visitor visitor) throws IOException;

    /**
     * The releases that are found by any of some keys, without their other sheets.
     *
     * @param dataset only releases of this data set, and those that name none; null for all
     * @param keys what is asked for, in ascending order
     */
    List<Release> sharing(@Nullable String dataset, long[] keys) throws IOException;

    /**
     * Follows the chain from the first entry to the last.
     *
     * @throws LedgerException if an entry was changed, taken out or put elsewhere
     */
    Head verify() throws IOException;

    /**
     * Opens the ledger with this address: a file, made when it is first added to, or {@code jdbc:} for a database whose
     * driver is at hand.
     */
    static Ledger open(String address) throws IOException {
        return address.startsWith("jdbc:") ? JdbcLedger.open(address) : new FileLedger(java.nio.file.Path.of(address));
    }
}

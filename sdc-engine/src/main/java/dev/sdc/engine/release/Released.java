package dev.sdc.engine.release;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.ReleasedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was released: the facts that later requests are compared with.
 *
 * @param request the request
 * @param project the data set
 * @param files what left
 * @param declaration the digest of the request's submission.yaml, or null where it had none
 * @param containment the digests of the tables of containment, in the order in which submission.yaml names them
 * @param report the digest of the report on them
 * @param receipt the digest of the receipt
 * @param content where the bytes of each digest are read from
 */
public record Released(
        String request,
        String project,
        String requester,
        Destination destination,
        Instant at,
        List<ReleasedFile> files,
        @Nullable Digest declaration,
        List<Digest> containment,
        Digest report,
        Digest receipt,
        Content content) {

    /** Opens what a digest names. */
    @FunctionalInterface
    public interface Content {
        /** The bytes, to be verified by whoever reads them. */
        InputStream open(Digest digest) throws IOException;
    }

    /** Takes note of releases: a ledger that later requests are compared with. */
    @FunctionalInterface
    public interface Ledger {
        /**
         * Takes note of a release. It is called again for the same release after a break, and must not count it twice.
         *
         * @throws IOException if it cannot be noted down; the release is then not finished and will be tried again
         */
        void append(Released release) throws IOException;
    }
}

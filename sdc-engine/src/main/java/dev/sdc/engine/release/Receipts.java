package dev.sdc.engine.release;

import dev.sdc.engine.gate.Answer;
import dev.sdc.engine.gate.ContentStore;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Ordered;
import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.gate.Statement.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;

/** The receipts of one release: signed by the gate, kept in its store, named in its log. */
final class Receipts {
    private final GateFolder gate;
    private final Ordered ordered;
    private final String hostKey;
    private final String session;
    private final String proof;

    Receipts(GateFolder gate, Ordered ordered, String hostKey, String session, String proof) {
        this.gate = gate;
        this.ordered = ordered;
        this.hostKey = hostKey;
        this.session = session;
        this.proof = proof;
    }

    /** The far side holds a file. */
    Event delivered(ReleasedFile file) throws IOException, GateException {
        return gate.delivered(receipt(List.of(file), false), file);
    }

    /** The far side holds all files; the ledger is told before the release counts as done. */
    void released(List<Released.Ledger> ledgers) throws IOException, GateException {
        Answer.Open open = ordered.open();
        Receipt receipt = receipt(open.files(), true);
        Digest digest = gate.keep(receipt);
        for (Released.Ledger ledger : ledgers) {
            ledger.append(new Released(
                    receipt.id(),
                    open.request().project(),
                    open.request().requester(),
                    open.destination(),
                    receipt.at(),
                    open.files(),
                    open.request().declaration(),
                    open.request().containment(),
                    open.check().report(),
                    digest,
                    this::open));
        }
        gate.released(receipt.id(), digest);
        gate.checkpoint();
    }

    private InputStream open(Digest digest) throws IOException {
        ContentStore store = gate.store();
        try {
            return Channels.newInputStream(store.open(digest));
        } catch (GateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Receipt receipt(List<ReleasedFile> files, boolean whole) throws IOException, GateException {
        Answer.Open open = ordered.open();
        return new Receipt(
                ordered.digest(),
                open.checkDigest(),
                open.approvalDigests(),
                open.check().id(),
                open.check().round(),
                open.approvals().size(),
                open.needed(),
                whole,
                open.destination(),
                hostKey,
                session,
                proof,
                gate.log().head().events(),
                gate.now(),
                files);
    }
}

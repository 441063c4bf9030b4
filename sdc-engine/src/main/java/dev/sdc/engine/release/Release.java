package dev.sdc.engine.release;

import dev.sdc.engine.gate.Answer;
import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.gate.Signer;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Workflow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends an approved request.
 *
 * <p>A file goes out under a name that nobody takes for a result, is hashed while it is read from the store, verified at
 * the far side, and only then given its name. Whatever breaks off, the release can be run again: it goes on where it
 * stopped, sends nothing twice and replaces nothing.
 */
public final class Release {
    private static final int CHUNK = 1 << 18;

    private final Workflow workflow;
    private final GateFolder gate;
    private final Transport transport;
    private final Watcher watcher;
    private final List<Released.Ledger> ledgers;

    /**
     * A way to release.
     *
     * @param ledgers are told what was released
     */
    public Release(Workflow workflow, Transport transport, Watcher watcher, List<Released.Ledger> ledgers) {
        this.workflow = workflow;
        this.gate = workflow.gate();
        this.transport = transport;
        this.watcher = watcher;
        this.ledgers = List.copyOf(ledgers);
    }

    /**
     * Releases a request, or finishes what was begun; what is released already stays as it is.
     *
     * @param admin signs the order as release admin
     * @throws GateException if the gate is closed, the far side is another one, or somebody else releases it now
     */
    public Standing run(String id, Destination destination, Signer admin) throws IOException, GateException {
        gate.requireWholeLog();
        try (GateFolder.Claim claim = gate.claim(id)) {
            Standing before = workflow.standing(id);
            if (before.state() == Standing.State.RELEASED) {
                return before;
            }
            Workflow.Ordered ordered = workflow.order(id, destination, admin);
            try (FarSide far = transport.connect(destination)) {
                if (!far.hostKey().equals(destination.hostKey())) {
                    throw new GateException("the server's host key is " + far.hostKey() + ", approved was "
                            + destination.hostKey() + "; nothing was sent");
                }
                Receipts receipts = new Receipts(gate, ordered, far.hostKey(), far.session(), far.proof());
                send(ordered, far, receipts);
                receipts.released(ledgers);
            } catch (GateException e) {
                interrupted(claim, e.getMessage());
                throw e;
            } catch (IOException e) {
                interrupted(claim, e.getClass().getSimpleName());
                throw e;
            }
            return workflow.standing(id);
        }
    }

    private void interrupted(GateFolder.Claim claim, @Nullable String why) throws IOException, GateException {
        gate.log()
                .append(Event.Kind.INTERRUPTED, claim.request(), "gate", Map.of("why", why == null ? "unknown" : why));
    }

    private void send(Workflow.Ordered ordered, FarSide far, Receipts receipts) throws IOException, GateException {
        Answer.Open open = ordered.open();
        int number = 0;
        for (ReleasedFile file : open.files()) {
            watcher.file(file.path(), ++number, open.files().size(), file.bytes());
            if (ordered.delivered().containsKey(file.path()) && far.size(file.path()) == file.bytes()) {
                watcher.sent(file.bytes());
                watcher.verifying(file.bytes());
            } else {
                deliver(file, open.check().id(), far);
                receipts.delivered(file);
            }
        }
    }

    private void deliver(ReleasedFile file, String id, FarSide far) throws IOException, GateException {
        int slash = file.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : file.path().substring(0, slash);
        String part = file.path().substring(0, slash + 1) + "." + file.path().substring(slash + 1) + "." + id + ".part";
        if (far.size(file.path()) >= 0) {
            // it got its name, and the process ended before it was noted down
            requireSame(file, far, file.path(), "another file of this name is there, and is not replaced");
            return;
        }
        if (!folder.isEmpty()) {
            far.folder(folder);
        }
        try {
            upload(file, part, far);
            requireSame(file, far, part, "the far side holds other bytes than were sent");
        } catch (GateException e) {
            far.remove(part);
            throw e;
        }
        far.settle(part, file.path());
        if (far.size(file.path()) != file.bytes()) {
            throw new GateException(file.path() + ": the far side shows another size under the final name");
        }
    }

    private void requireSame(ReleasedFile file, FarSide far, String path, String otherwise)
            throws IOException, GateException {
        watcher.verifying(file.bytes());
        if (far.size(path) != file.bytes() || !far.digest(path, file.bytes()).equals(file.digest())) {
            throw new GateException(file.path() + ": " + otherwise);
        }
    }

    private void upload(ReleasedFile file, String part, FarSide far) throws IOException, GateException {
        long there = far.size(part);
        byte[] chunk = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        MessageDigest hash = Digest.sha256();
        try (SeekableByteChannel in = gate.store().open(file.digest())) {
            long from = 0;
            if (there > 0 && there <= file.bytes()) {
                read(in, hash, there);
                if (far.digest(part, there).equals(Digest.ended(copy(hash)))) {
                    from = there;
                    watcher.sent(there);
                } else {
                    in.position(0);
                    hash.reset();
                }
            }
            long bytes = from;
            try (FarSide.Writing out = far.write(part, from)) {
                while (in.read(buffer.clear()) >= 0) {
                    buffer.flip();
                    bytes += buffer.remaining();
                    if (bytes > file.bytes()) {
                        throw spoilt(file);
                    }
                    hash.update(chunk, 0, buffer.remaining());
                    out.write(chunk, 0, buffer.remaining());
                    watcher.sent(buffer.remaining());
                }
                if (bytes != file.bytes() || !Digest.ended(hash).equals(file.digest())) {
                    throw spoilt(file);
                }
                out.finish();
            }
        }
    }

    private static void read(SeekableByteChannel in, MessageDigest hash, long bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        long left = bytes;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(left, buffer.capacity()));
            int read = in.read(buffer);
            if (read < 0) {
                return; // shorter than it was: the digest will tell
            }
            hash.update(buffer.flip());
            left -= read;
        }
    }

    private static MessageDigest copy(MessageDigest hash) {
        try {
            return (MessageDigest) hash.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e); // the JDK's SHA-256 can be copied
        }
    }

    private static GateException spoilt(ReleasedFile file) {
        return new GateException(file.path()
                + ": the gate's store no longer holds the bytes that were checked; nothing of it was released");
    }
}

package dev.sdc.engine.release;

import dev.sdc.engine.gate.ContentStore;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.ReleasedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.List;

/**
 * Brings one file to the far side: sent under a name that nobody takes for a result and hashed on the way, verified as the
 * far side holds it, and only then given its name, which is never taken from another file.
 */
final class Delivery {
    private static final int CHUNK = 1 << 18;

    private final ContentStore store;
    private final Watcher watcher;
    private final ReleasedFile file;
    private final FarSide far;
    private final String folder;
    private final String part;

    Delivery(ContentStore store, Watcher watcher, String request, ReleasedFile file, FarSide far) {
        this.store = store;
        this.watcher = watcher;
        this.file = file;
        this.far = far;
        int name = file.path().lastIndexOf('/') + 1;
        this.folder = file.path().substring(0, Math.max(0, name - 1));
        this.part = file.path().substring(0, name) + "." + file.path().substring(name) + "." + request + ".part";
    }

    void run() throws IOException, GateException {
        List<Long> there = far.sizes(List.of(file.path(), part));
        if (there.get(0) >= 0) {
            // it got its name, and the process ended before it was noted down
            requireSame(file.path(), there.get(0), "another file of this name is there, and is not replaced");
            return;
        }
        if (!folder.isEmpty()) {
            far.folder(folder);
        }
        try {
            requireSame(part, uploaded(there.get(1)), "the far side holds other bytes than were sent");
        } catch (GateException e) {
            far.remove(part);
            throw e;
        }
        if (far.settle(part, file.path()) != file.bytes()) {
            throw new GateException(file.path() + ": the far side shows another size under the final name");
        }
    }

    private void requireSame(String path, long there, String otherwise) throws IOException, GateException {
        watcher.verifying(file.bytes());
        if (there != file.bytes() || !far.digest(path, file.bytes()).equals(file.digest())) {
            throw new GateException(file.path() + ": " + otherwise);
        }
    }

    /** Sends the file, of which a part may be there. The result is how long the part is then. */
    private long uploaded(long there) throws IOException, GateException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, file.bytes() + 1)];
        ByteBuffer buffer = ByteBuffer.wrap(chunk);
        MessageDigest hash = Digest.sha256();
        try (SeekableByteChannel in = store.open(file.digest())) {
            long bytes = kept(there, in, hash);
            try (FarSide.Writing out = far.write(part, bytes)) {
                while (in.read(buffer.clear()) >= 0) {
                    buffer.flip();
                    bytes += buffer.remaining();
                    if (bytes > file.bytes()) {
                        throw spoilt();
                    }
                    hash.update(chunk, 0, buffer.remaining());
                    out.write(chunk, 0, buffer.remaining());
                    watcher.sent(buffer.remaining());
                }
                if (bytes != file.bytes() || !Digest.ended(hash).equals(file.digest())) {
                    throw spoilt();
                }
                return out.finish();
            }
        }
    }

    /**
     * How much of a part that was left there is what would be sent now; {@code in} and {@code hash} stand behind it. A part
     * that is anything else is made anew.
     */
    private long kept(long there, SeekableByteChannel in, MessageDigest hash) throws IOException {
        if (there <= 0 || there > file.bytes()) {
            return 0;
        }
        read(in, hash, there);
        if (far.digest(part, there).equals(Digest.ended(copy(hash)))) {
            watcher.sent(there);
            return there;
        }
        in.position(0);
        hash.reset();
        return 0;
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

    private GateException spoilt() {
        return new GateException(file.path()
                + ": the gate's store no longer holds the bytes that were checked; nothing of it was released");
    }
}

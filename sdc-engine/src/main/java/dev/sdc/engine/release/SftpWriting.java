package dev.sdc.engine.release;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.jspecify.annotations.Nullable;

/** A file of an SFTP server that is being written: block after block, without waiting for the server. */
final class SftpWriting implements FarSide.Writing {
    private final SftpRequests requests;
    private final CloseableHandle handle;
    private final byte[] id;
    private final boolean syncs;
    private final int block;
    private final Deque<Integer> unanswered = new ArrayDeque<>();
    private @Nullable Buffer request;
    private long at;
    private boolean closed;

    /**
     * Writes to an open file.
     *
     * @param at where to write on
     * @param most how long a request may be
     * @param syncs whether the server can be told to wait for its disk
     */
    SftpWriting(SftpRequests requests, CloseableHandle handle, long at, int most, boolean syncs) {
        this.requests = requests;
        this.handle = handle;
        this.id = handle.getIdentifier();
        this.at = at;
        this.block = most - SftpRequests.HEAD - room(id);
        this.syncs = syncs;
    }

    /** What stands before the bytes: the file, where they go, and how many they are. */
    private static int room(byte[] id) {
        return Integer.BYTES + id.length + Long.BYTES + Integer.BYTES;
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        int from = start;
        int left = length;
        while (left > 0) {
            Buffer open = request == null ? begun() : request;
            int fits = Math.min(left, block - filled(open));
            open.putRawBytes(bytes, from, fits);
            from += fits;
            left -= fits;
            if (filled(open) == block) {
                send(open);
            }
        }
    }

    private Buffer begun() {
        Buffer begun = SftpRequests.request(room(id) + block);
        begun.putBytes(id);
        begun.putLong(at);
        begun.putInt(0); // how many bytes: known when it is sent
        request = begun;
        return begun;
    }

    private int filled(Buffer open) {
        return open.available() - room(id);
    }

    private void send(Buffer filled) throws IOException {
        while (!unanswered.isEmpty() && requests.isDone(unanswered.getFirst())) {
            unanswered.removeFirst();
        }
        int bytes = filled(filled);
        int end = filled.wpos();
        filled.wpos(end - bytes - Integer.BYTES);
        filled.putInt(bytes);
        filled.wpos(end);
        unanswered.add(requests.write(filled));
        at += bytes;
        request = null;
    }

    @Override
    public long finish() throws IOException {
        if (request != null) {
            send(request);
        }
        int size = requests.size(id);
        if (syncs) {
            unanswered.add(requests.sync(id));
        }
        unanswered.add(requests.close(id));
        closed = true;
        long there = requests.sizeOf(size);
        while (!unanswered.isEmpty()) {
            requests.done(unanswered.removeFirst());
        }
        return there;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            handle.close();
        }
    }
}

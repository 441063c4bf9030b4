package dev.sdc.engine.release;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.CheckFileNameExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHLimitsExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHLimitsExtensionInfo;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.apache.sshd.sftp.client.impl.SftpInputStreamAsync;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** A folder of an SFTP server. */
final class SftpFarSide implements FarSide {
    /** What every server takes. */
    private static final int PACKET = 1 << 15;
    /** What is sent at once where the server takes it: whole packets, some of them. */
    private static final int BLOCK = 4 * PACKET;
    /** What stands before the bytes in an answer, and a little more. */
    private static final int HEAD = 32;

    private final ClientSession session;
    private final AbstractSftpClient sftp;
    private final Destination destination;
    private final String folder;
    private final Closeable connection;
    private final Shared shared;
    private final @Nullable CheckFileNameExtension check;
    private final SftpRequests requests;
    private final boolean syncs;
    private final int block;

    /**
     * What the lines of a connection have in common.
     *
     * @param more how many more may be opened
     * @param folders the folders that are known to be there
     */
    private record Shared(AtomicInteger more, Set<String> folders) {}

    /**
     * A line to a folder.
     *
     * @param lines how many lines the connection may have, with this one
     * @param connection is closed with this one
     */
    SftpFarSide(ClientSession session, Destination destination, int lines, Closeable connection) throws IOException {
        this(session, destination, connection, new Shared(new AtomicInteger(lines - 1), ConcurrentHashMap.newKeySet()));
    }

    private SftpFarSide(ClientSession session, Destination destination, Closeable connection, Shared shared)
            throws IOException {
        this.session = session;
        this.sftp = (AbstractSftpClient) SftpClientFactory.instance().createSftpClient(session);
        this.requests = new SftpRequests(sftp);
        this.destination = destination;
        this.connection = connection;
        this.shared = shared;
        String path = destination.path();
        this.folder = path.equals("/~") ? "." : path.startsWith("/~/") ? path.substring(3) : path;
        CheckFileNameExtension checks = sftp.getExtension(CheckFileNameExtension.class);
        this.check = checks != null && checks.isSupported() ? checks : null;
        OpenSSHFsyncExtension sync = sftp.getExtension(OpenSSHFsyncExtension.class);
        this.syncs = sync != null && sync.isSupported();
        this.block = block(sftp);
    }

    /** How long a message may be: one packet, or as many as the server says, but not more than is of use. */
    private static int block(AbstractSftpClient sftp) throws IOException {
        OpenSSHLimitsExtension limits = sftp.getExtension(OpenSSHLimitsExtension.class);
        if (limits == null || !limits.isSupported()) {
            return PACKET;
        }
        OpenSSHLimitsExtensionInfo most = limits.limits();
        long said = Math.min(most.maxWriteLength, most.maxReadLength);
        return said < BLOCK ? PACKET : BLOCK;
    }

    @Override
    public Optional<FarSide> beside() throws IOException {
        if (shared.more.getAndDecrement() <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SftpFarSide(session, destination, () -> {}, shared));
        } catch (IOException e) {
            if (!session.isOpen()) {
                throw e;
            }
            return Optional.empty(); // the server opens no more
        }
    }

    @Override
    public long size(String path) throws IOException {
        return requests.sizeOf(requests.size(at(path)));
    }

    @Override
    public List<Long> sizes(List<String> paths) throws IOException {
        List<Integer> asked = new ArrayList<>();
        for (String path : paths) {
            asked.add(requests.size(at(path)));
        }
        List<Long> sizes = new ArrayList<>();
        for (int number : asked) {
            sizes.add(requests.sizeOf(number));
        }
        return sizes;
    }

    @Override
    public Writing write(String path, long from) throws IOException {
        Collection<OpenMode> modes = EnumSet.of(OpenMode.Write, OpenMode.Create);
        if (from == 0) {
            modes.add(OpenMode.Truncate);
        }
        return new SftpWriting(requests, sftp.open(at(path), modes), from, block, syncs);
    }

    @Override
    public Digest digest(String path, long bytes) throws IOException {
        if (check != null && bytes > 0) {
            Map.Entry<String, Collection<byte[]>> answer =
                    check.checkFileName(at(path), List.of("sha256"), 0, bytes, 0);
            if (answer.getKey().equals("sha256") && answer.getValue().size() == 1) {
                return new Digest(
                        HexFormat.of().formatHex(answer.getValue().iterator().next()));
            }
        }
        return readBack(path, bytes);
    }

    private Digest readBack(String path, long bytes) throws IOException {
        MessageDigest hash = Digest.sha256();
        long left = bytes;
        // opened here, for the library would ask for the size first, which is known
        try (InputStream in = new SftpInputStreamAsync(
                sftp, block - HEAD, 0, bytes, at(path), sftp.open(at(path), EnumSet.of(OpenMode.Read)))) {
            byte[] buffer = new byte[PACKET];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break; // shorter than it should be: the digest will tell
                }
                hash.update(buffer, 0, read);
                left -= read;
            }
        }
        return Digest.ended(hash);
    }

    @Override
    public long settle(String from, String to) throws IOException {
        int renamed = requests.rename(at(from), at(to));
        int size = requests.size(at(to));
        requests.done(renamed);
        return requests.sizeOf(size);
    }

    @Override
    public void remove(String path) throws IOException {
        sftp.remove(at(path));
    }

    @Override
    public void folder(String path) throws IOException {
        if (shared.folders.contains(path)) {
            return;
        }
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            folder(path.substring(0, slash));
        }
        if (size(path) < 0) {
            make(path);
        }
        shared.folders.add(path);
    }

    private void make(String path) throws IOException {
        try {
            sftp.mkdir(at(path));
        } catch (SftpException e) {
            if (size(path) < 0) {
                throw e;
            }
            // made meanwhile, for a file that is sent beside
        }
    }

    @Override
    public String hostKey() {
        return destination.hostKey(); // no other was accepted
    }

    @Override
    public String session() {
        byte[] id = session.getSessionId();
        return id == null ? "" : HexFormat.of().formatHex(id);
    }

    @Override
    public String proof() {
        return (check != null ? "check-file sha256" : "read back, sha256") + (syncs ? ", fsync" : "");
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            sftp.close();
        }
    }

    private String at(String path) {
        return folder.endsWith("/") ? folder + path : folder + "/" + path;
    }
}

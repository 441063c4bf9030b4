package dev.sdc.engine.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Requests that do not wait for the answers to those before them, where the library waits for each. A server takes requests
 * about one file in the order in which they come, so that the answers are those that waiting would have brought.
 */
final class SftpRequests {
    /** What stands before a request: its length, kind and number. */
    static final int HEAD = Integer.BYTES + 1 + Integer.BYTES;

    /** The size of what has none, such as a folder: that of no file that was sent. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final int ROOM = 512;
    private static final String SYNC = "fsync@openssh.com";

    private final SftpClient sftp;
    private final RawSftpClient raw;

    /** Requests on a line. */
    <T extends SftpClient & RawSftpClient> SftpRequests(T sftp) {
        this.sftp = sftp;
        this.raw = sftp;
    }

    /** An empty request with so much room, in which the library will not have to move anything. */
    static Buffer request(int room) {
        Buffer buffer = new ByteArrayBuffer(HEAD + room, false);
        buffer.rpos(HEAD);
        buffer.wpos(HEAD);
        return buffer;
    }

    /** Sends the request of a write, which the caller has filled. */
    int write(Buffer request) throws IOException {
        return raw.send(SftpConstants.SSH_FXP_WRITE, request);
    }

    int sync(byte[] handle) throws IOException {
        Buffer request = request(ROOM);
        request.putString(SYNC, StandardCharsets.UTF_8);
        request.putBytes(handle);
        return raw.send(SftpConstants.SSH_FXP_EXTENDED, request);
    }

    int close(byte[] handle) throws IOException {
        Buffer request = request(ROOM);
        request.putBytes(handle);
        return raw.send(SftpConstants.SSH_FXP_CLOSE, request);
    }

    /** The plain rename, which refuses where the name is taken; the one of OpenSSH's own would replace. */
    int rename(String from, String to) throws IOException {
        Buffer request = request(ROOM + 4 * (from.length() + to.length()));
        request.putString(from, sftp.getNameDecodingCharset());
        request.putString(to, sftp.getNameDecodingCharset());
        if (sftp.getVersion() >= SftpConstants.SFTP_V5) {
            request.putInt(0); // replaces nothing
        }
        return raw.send(SftpConstants.SSH_FXP_RENAME, request);
    }

    /** Asks for the size of what a path names, be it a link. */
    int size(String path) throws IOException {
        Buffer request = request(ROOM + 4 * path.length());
        request.putString(path, sftp.getNameDecodingCharset());
        return size(SftpConstants.SSH_FXP_LSTAT, request);
    }

    /** Asks for the size of an open file. */
    int size(byte[] handle) throws IOException {
        Buffer request = request(ROOM);
        request.putBytes(handle);
        return size(SftpConstants.SSH_FXP_FSTAT, request);
    }

    private int size(int kind, Buffer request) throws IOException {
        if (sftp.getVersion() >= SftpConstants.SFTP_V4) {
            request.putInt(SftpConstants.SSH_FILEXFER_ATTR_SIZE);
        }
        return raw.send(kind, request);
    }

    /** Whether a request is answered by now; the answer is looked at, and is gone then. */
    boolean isDone(int number) throws IOException {
        Buffer answer = raw.receive(number, 0L);
        if (answer == null) {
            return false;
        }
        requireOk(answer);
        return true;
    }

    /**
     * Waits until a request is done.
     *
     * @throws SftpException if it was not
     */
    void done(int number) throws IOException {
        requireOk(raw.receive(number));
    }

    /** Waits for a size; -1 where there is no such file, {@link #UNKNOWN} where the server tells none. */
    long sizeOf(int number) throws IOException {
        Buffer answer = raw.receive(number);
        int kind = kind(answer);
        if (kind == SftpConstants.SSH_FXP_STATUS) {
            SftpException no = status(answer);
            if (no.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                    || no.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH) {
                return -1;
            }
            throw no;
        }
        if (kind != SftpConstants.SSH_FXP_ATTRS) {
            throw unexpected(kind);
        }
        int given = answer.getInt();
        if (sftp.getVersion() >= SftpConstants.SFTP_V4) {
            answer.getUByte(); // what sort of file it is
        }
        return (given & SftpConstants.SSH_FILEXFER_ATTR_SIZE) == 0 ? UNKNOWN : answer.getLong();
    }

    private static void requireOk(Buffer answer) throws IOException {
        int kind = kind(answer);
        if (kind != SftpConstants.SSH_FXP_STATUS) {
            throw unexpected(kind);
        }
        SftpException status = status(answer);
        if (status.getStatus() != SftpConstants.SSH_FX_OK) {
            throw status;
        }
    }

    private static int kind(Buffer answer) {
        answer.getInt(); // its length
        int kind = answer.getUByte();
        answer.getInt(); // its number
        return kind;
    }

    private static SftpException status(Buffer answer) {
        int status = answer.getInt();
        return new SftpException(status, SftpConstants.getStatusName(status));
    }

    private static IOException unexpected(int kind) {
        return new IOException("the server answers with " + SftpConstants.getCommandMessageName(kind));
    }
}

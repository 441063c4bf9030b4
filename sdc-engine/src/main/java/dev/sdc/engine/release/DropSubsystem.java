package dev.sdc.engine.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;

/** SFTP with the few operations that sending a file takes. Every other one is refused, and noted down. */
final class DropSubsystem extends SftpSubsystem {
    private static final Set<Integer> ALLOWED = Set.of(
            SftpConstants.SSH_FXP_INIT,
            SftpConstants.SSH_FXP_OPEN,
            SftpConstants.SSH_FXP_CLOSE,
            SftpConstants.SSH_FXP_READ,
            SftpConstants.SSH_FXP_WRITE,
            SftpConstants.SSH_FXP_LSTAT,
            SftpConstants.SSH_FXP_FSTAT,
            SftpConstants.SSH_FXP_SETSTAT,
            SftpConstants.SSH_FXP_FSETSTAT,
            SftpConstants.SSH_FXP_OPENDIR,
            SftpConstants.SSH_FXP_READDIR,
            SftpConstants.SSH_FXP_REMOVE,
            SftpConstants.SSH_FXP_MKDIR,
            SftpConstants.SSH_FXP_REALPATH,
            SftpConstants.SSH_FXP_STAT,
            SftpConstants.SSH_FXP_RENAME,
            SftpConstants.SSH_FXP_EXTENDED);

    private static final Set<String> EXTENSIONS =
            Set.of("fsync@openssh.com", "check-file-handle", "check-file-name", "limits@openssh.com");

    DropSubsystem(ChannelSession channel, SftpSubsystemConfigurator configurator) {
        super(channel, configurator);
    }

    @Override
    protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
        if (ALLOWED.contains(type)) {
            super.doProcess(buffer, length, type, id);
        } else {
            refuse(buffer, id, SftpConstants.getCommandMessageName(type));
        }
    }

    @Override
    protected void executeExtendedCommand(Buffer buffer, int id, String extension) throws IOException {
        if (EXTENSIONS.contains(extension)) {
            super.executeExtendedCommand(buffer, id, extension);
        } else {
            refuse(buffer, id, extension);
        }
    }

    private void refuse(Buffer buffer, int id, String what) throws IOException {
        IOException told = DropAccessor.session(this).refused(what, "", "this is not done here");
        sendStatus(prepareReply(buffer), id, SftpConstants.SSH_FX_PERMISSION_DENIED, String.valueOf(told.getMessage()));
    }

    /** Times and permissions of what a person sent matter to nobody. */
    @Override
    protected void doSetAttributes(
            int id, String extension, Path file, Map<String, ?> attributes, boolean followLinks) {}
}

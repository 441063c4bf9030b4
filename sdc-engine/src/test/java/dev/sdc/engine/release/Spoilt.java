package dev.sdc.engine.release;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A server whose disk has so many bytes left, or that changes what it stores. */
record Spoilt(AtomicLong room, boolean spoils) implements SftpFileSystemAccessor {
    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        SeekableByteChannel channel =
                SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        return new SpoilingChannel(channel, room, spoils);
    }

    @Override
    public void syncFileData(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name, Channel channel) {
        // says yes
    }
}

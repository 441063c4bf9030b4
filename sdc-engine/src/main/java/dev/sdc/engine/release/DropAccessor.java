package dev.sdc.engine.release;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.apache.sshd.common.file.root.RootedPath;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Lets a client write approved names alone, and has what it wrote taken in when it is done. */
final class DropAccessor implements SftpFileSystemAccessor {
    private static final Set<OpenOption> WRITING = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW);

    static DropSession session(SftpSubsystemProxy subsystem) {
        return Objects.requireNonNull(subsystem.getServerSession().getAttribute(DropSession.KEY));
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        if (options.stream().anyMatch(WRITING::contains)) {
            session(subsystem).requireWritable(file.toString());
        }
        return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options);
    }

    @Override
    public void closeFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        SftpFileSystemAccessor.super.closeFile(subsystem, handle, file, name, channel, options);
        if (options.stream().anyMatch(WRITING::contains)
                && session(subsystem).isFinal(file.toString())
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            accept(subsystem, file.toString(), file);
        }
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        DropSession session = session(subsystem);
        if (!session.isFinal(to.toString())) {
            throw session.refused("rename", to.toString(), "the name is not approved");
        }
        accept(subsystem, to.toString(), from);
        // the person goes on seeing what they sent; what is released is another file
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void accept(SftpSubsystemProxy subsystem, String name, Path uploaded) throws IOException {
        boolean accepted = false;
        try {
            session(subsystem).accept(name, real(uploaded), subsystem.getServerSession());
            accepted = true;
        } finally {
            if (!accepted) {
                Files.deleteIfExists(uploaded);
            }
        }
    }

    /** The file behind what the client sees. */
    private static Path real(Path file) {
        RootedPath rooted = (RootedPath) file;
        Path root = rooted.getFileSystem().getRoot();
        Path real = root.resolve(rooted.toString().substring(1)).normalize();
        if (!real.startsWith(root)) {
            throw new IllegalStateException("a path left its root");
        }
        return real;
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path folder) throws IOException {
        session(subsystem).requireFolder(folder.toString());
        SftpFileSystemAccessor.super.createDirectory(subsystem, folder);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean isFolder) throws IOException {
        // of what the person sent; what is released lies elsewhere
        SftpFileSystemAccessor.super.removeFile(subsystem, file, isFolder);
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
            throws IOException {
        throw session(subsystem).refused("link", link.toString(), "links are not made here");
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        throw session(subsystem).refused("copy", to.toString(), "files are not copied here");
    }
}

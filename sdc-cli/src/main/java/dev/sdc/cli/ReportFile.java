package dev.sdc.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;

/** A file that a report goes to: for its owner's eyes only, and never among what is checked. */
final class ReportFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private ReportFile() {}

    /**
     * Makes sure that a report may be written to a place.
     *
     * @param checked the files and folders that are checked
     * @param read other files that the check reads
     * @throws UsageException if the place lies in a folder that is checked, is a file that is read, or has no folder
     */
    static void requireApart(Path target, Collection<Path> checked, Collection<Path> read) throws UsageException {
        Path folder = target.toAbsolutePath().normalize().getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new UsageException(target + ": this is a folder; name a file for the report");
        }
        Path real = real(folder, target);
        for (Path path : checked) {
            if (Files.isDirectory(path) && real.startsWith(real(path, path))) {
                throw new UsageException(target + ": a report must not lie in the folder that is checked (" + path
                        + "); it would become part of the submission. Write it elsewhere");
            }
            requireOther(target, path);
        }
        for (Path path : read) {
            requireOther(target, path);
        }
    }

    /** Opens the file, made anew, readable by its owner alone. */
    static OutputStream open(Path target) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return Files.newOutputStream(target, StandardOpenOption.WRITE); // a device or pipe
        }
        // never through a link, and never into a file that others have open
        Files.deleteIfExists(target);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes =
                target.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        return java.nio.channels.Channels.newOutputStream(Files.newByteChannel(target, options, attributes));
    }

    private static void requireOther(Path target, Path input) throws UsageException {
        try {
            if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
                throw new UsageException(
                        target + ": the report would overwrite a file that is read. Write it elsewhere");
            }
        } catch (IOException e) {
            throw new UsageException(target + ": cannot be compared with " + input + "; write the report elsewhere");
        }
    }

    private static Path real(Path folder, Path target) throws UsageException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UsageException(target + ": the folder " + folder + " does not exist or cannot be entered");
        }
    }
}

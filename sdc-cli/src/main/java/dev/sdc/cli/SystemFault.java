package dev.sdc.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the system refused to read or write: a full disk and the like, which is no fault of the program. */
final class SystemFault {
    /** What systems say. Other messages are never shown, since they may hold what was read. */
    private static final List<String> KNOWN = List.of(
            "No space left on device",
            "There is not enough space on the disk",
            "Disk quota exceeded",
            "File too large",
            "Read-only file system",
            "Permission denied",
            "Too many open files",
            "Input/output error");

    private SystemFault() {}

    /** What the system said, where it is known. */
    static Optional<String> of(IOException failure) {
        return known(failure instanceof FileSystemException file ? file.getReason() : failure.getMessage());
    }

    private static Optional<String> known(@Nullable String said) {
        return said == null
                ? Optional.empty()
                : KNOWN.stream().filter(said::equals).findFirst();
    }
}

package dev.sdc.cli;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the ledger that a user names. */
final class LedgerAddress {
    private static final String FIRST_WORDS = "{\"entry\":";

    private LedgerAddress() {}

    /** A ledger that has to be there; null where none is named. */
    static @Nullable Ledger existing(@Nullable String address) throws IOException, UsageException {
        return address == null ? null : required(address);
    }

    /** A ledger that has to be there. */
    static Ledger required(String address) throws IOException, UsageException {
        if (!address.startsWith("jdbc:") && !Files.isRegularFile(path(address))) {
            throw new UsageException(address + ": there is no such ledger; sdc ledger add makes one");
        }
        return open(address);
    }

    /** Whether a file begins as a ledger does. */
    static boolean isLedger(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FIRST_WORDS.length()), StandardCharsets.UTF_8).equals(FIRST_WORDS);
        }
    }

    static Ledger open(String address) throws IOException, UsageException {
        if (!address.startsWith("jdbc:")) {
            path(address);
        }
        try {
            return Ledger.open(address);
        } catch (LedgerException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Path path(String address) throws UsageException {
        try {
            return Path.of(address);
        } catch (InvalidPathException e) {
            throw new UsageException("not a file name: " + address);
        }
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Signer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that a command signs with. */
final class SigningKey {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Your private key: one of sdc keys make, or of OpenSSH (its .pub where an agent holds it).")
    private @Nullable Path key;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Where the key's passphrase stands (default: asked for).")
    private @Nullable Path passphrase;

    boolean isGiven() {
        return key != null;
    }

    Path file() throws UsageException {
        if (key == null) {
            throw new UsageException("sign with your key: --key FILE");
        }
        return key;
    }

    @Nullable
    Path passphraseFile() {
        return passphrase;
    }

    Signer signer() throws IOException, UsageException, GateException {
        return KeyFile.signer(file(), passphrase);
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The keyring's own key. */
final class RootKey {
    @Option(
            names = "--root-key",
            required = true,
            paramLabel = "FILE",
            description = "The key that signs the keyring; keep it apart from everything else.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Where the key's passphrase stands (default: asked for).")
    private @Nullable Path passphrase;

    Ed25519Key key() throws IOException, UsageException, GateException {
        return KeyFile.own(file, passphrase);
    }
}

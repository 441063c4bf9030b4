package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Keyring;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** The keyring that a command changes: which gate's, and the key that signs it anew. */
final class KeyringChange {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private RootKey root;

    Keyring current() throws IOException, GateException {
        return gate.open().keyring();
    }

    void replace(Keyring next) throws IOException, UsageException, GateException {
        gate.open().replaceKeyring(next.signedBy(root.key()));
    }
}

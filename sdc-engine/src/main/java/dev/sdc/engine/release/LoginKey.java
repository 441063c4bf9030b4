package dev.sdc.engine.release;

import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A private key to log in with, or to be known as a server by: one of the gate's making, or of OpenSSH's. */
public final class LoginKey {
    private final KeyPair pair;

    private LoginKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Reads a key.
     *
     * @param passphrase the passphrase; empty where there is none
     */
    public static LoginKey read(Path file, char[] passphrase) throws IOException, GateException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (Ed25519Key.kindOf(text) == Ed25519Key.Kind.ENCRYPTED) {
            return of(Ed25519Key.read(text, passphrase));
        }
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName(String.valueOf(file.getFileName())),
                    new ByteArrayInputStream(bytes),
                    passphrase.length == 0
                            ? FilePasswordProvider.EMPTY
                            : FilePasswordProvider.of(new String(passphrase)));
            if (pairs != null) {
                for (KeyPair pair : pairs) {
                    return new LoginKey(pair);
                }
            }
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // told below: the library's words may hold the key's
        }
        throw new GateException(file + ": this is no private key that can be read; is the passphrase right?");
    }

    /** A key of the gate's making. */
    public static LoginKey of(Ed25519Key key) throws GateException {
        KeyPair pair = key.pair();
        try {
            // the SSH library takes its own kind of key, not the JDK's
            KeyFactory factory = SecurityUtils.getKeyFactory("Ed25519");
            return new LoginKey(new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(pair.getPublic().getEncoded())),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // it came out of the same encoding
        }
    }

    KeyPair pair() {
        return pair;
    }
}

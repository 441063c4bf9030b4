package dev.sdc.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and signatures of OpenSSH and OpenSSL, where they are installed. */
class SignaturesTest {
    private static final byte[] MESSAGE = "what is approved".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({"ed25519,256", "ecdsa,256", "ecdsa,384", "ecdsa,521", "rsa,3072"})
    void signaturesOfSshKeygenCountForTheirMessageAndNamespace(String type, String bits) throws Exception {
        SshPublicKey key = sshKey(type, bits);
        byte[] signature = sshSign(Signatures.NAMESPACE);

        assertThat(Signatures.verifies(key, MESSAGE, signature)).isTrue();
        assertThat(Signatures.keyOf(signature)).isEqualTo(key);
        byte[] other = MESSAGE.clone();
        other[3] ^= 1;
        assertThat(Signatures.verifies(key, other, signature)).isFalse();
        assertThat(Signatures.verifies(Ed25519Key.generate().publicKey(), MESSAGE, signature))
                .isFalse();
        assertThat(Signatures.verifies(key, MESSAGE, sshSign("file"))).isFalse();
        for (int at = 0; at < signature.length; at += 7) {
            byte[] spoilt = signature.clone();
            spoilt[at] ^= 0x10;
            assertThat(Signatures.verifies(key, MESSAGE, spoilt))
                    .as("byte " + at)
                    .isFalse();
            assertThat(Signatures.verifies(key, MESSAGE, java.util.Arrays.copyOf(signature, at)))
                    .isFalse();
        }
    }

    /** No token is at hand: the signature is put together as PROTOCOL.u2f of OpenSSH describes it. */
    @Test
    void aTokenSignsIfItIsTouched() throws Exception {
        Ed25519Key inside = Ed25519Key.generate();
        byte[] point = java.util.Arrays.copyOfRange(inside.publicKey().blob(), 19, 51);
        SshPublicKey token =
                SshPublicKey.ofBlob(SshBytes.strings(ascii("sk-ssh-ed25519@openssh.com"), point, ascii("ssh:")));

        assertThat(Signatures.verifies(token, MESSAGE, tokenSignature(inside, token, "sdc-gate", 1)))
                .isTrue();
        assertThat(Signatures.verifies(token, MESSAGE, tokenSignature(inside, token, "sdc-gate", 4)))
                .as("not touched")
                .isFalse();
        assertThat(Signatures.verifies(token, MESSAGE, tokenSignature(inside, token, "git", 1)))
                .isFalse();
        assertThat(Signatures.verifies(inside.publicKey(), MESSAGE, tokenSignature(inside, token, "sdc-gate", 1)))
                .isFalse();
        byte[] other = MESSAGE.clone();
        other[0] ^= 1;
        assertThat(Signatures.verifies(token, other, tokenSignature(inside, token, "sdc-gate", 1)))
                .isFalse();
        assertThatThrownBy(() -> SshPublicKey.ofBlob(
                        SshBytes.strings(ascii("sk-ssh-ed25519@openssh.com"), point, ascii("https://example.org"))))
                .isInstanceOf(GateException.class);
    }

    private static byte[] tokenSignature(Ed25519Key inside, SshPublicKey token, String namespace, int flags)
            throws Exception {
        byte[] hash = java.security.MessageDigest.getInstance("SHA-512").digest(MESSAGE);
        byte[] toSign = joined(ascii("SSHSIG"), SshBytes.strings(ascii(namespace), new byte[0], ascii("sha512"), hash));
        byte[] flagsAndCounter = {(byte) flags, 0, 0, 0, 9};
        byte[] made = inside.sign(joined(sha256(ascii("ssh:")), flagsAndCounter, sha256(toSign)));
        byte[] inner = joined(SshBytes.strings(ascii(token.type()), made), flagsAndCounter);
        return joined(
                ascii("SSHSIG"),
                new byte[] {0, 0, 0, 1},
                SshBytes.strings(token.blob(), ascii(namespace), new byte[0], ascii("sha512"), inner));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(byte[] bytes) {
        return Digest.sha256().digest(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void theFingerprintIsThatOfSshKeygen() throws Exception {
        SshPublicKey key = sshKey("ed25519", "256");

        assertThat(run("ssh-keygen", "-l", "-f", folder.resolve("k.pub").toString()))
                .contains(key.fingerprint());
    }

    @Test
    void weakAndForeignKeysAreRefused() throws Exception {
        assumeTrue(has("ssh-keygen"));
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "rsa",
                "-b",
                "1024",
                "-N",
                "",
                "-f",
                folder.resolve("w").toString());
        assertThatThrownBy(() -> SshPublicKey.parse(Files.readString(folder.resolve("w.pub"))))
                .hasMessageContaining("2048");
        assertThatThrownBy(() -> SshPublicKey.parse("ssh-dss AAAAB3NzaC1kc3M=")).isInstanceOf(GateException.class);
        assertThatThrownBy(() -> SshPublicKey.parse("ssh-ed25519 AAAA")).isInstanceOf(GateException.class);
        assertThatThrownBy(() -> SshPublicKey.parse("")).isInstanceOf(GateException.class);
        assertThatThrownBy(() ->
                        SshPublicKey.parse(Ed25519Key.generate().publicKey().line() + "AAAA"))
                .isInstanceOf(GateException.class);
    }

    @Test
    void ownKeysComeBackFromTheirFile() throws Exception {
        Ed25519Key key = Ed25519Key.generate();
        String open = key.pem(new char[0]);
        String closed = key.pem("correct horse".toCharArray());

        assertThat(Ed25519Key.read(open, new char[0]).publicKey()).isEqualTo(key.publicKey());
        assertThat(Ed25519Key.read(closed, "correct horse".toCharArray()).publicKey())
                .isEqualTo(key.publicKey());
        assertThat(closed).doesNotContain(open.substring(40, 60));
        assertThatThrownBy(() -> Ed25519Key.read(closed, "wrong".toCharArray())).isInstanceOf(GateException.class);
        assertThatThrownBy(() -> Ed25519Key.read(closed, new char[0])).isInstanceOf(GateException.class);
        assertThatThrownBy(() -> Ed25519Key.read("", new char[0])).isInstanceOf(GateException.class);
    }

    @Test
    void signaturesAreTheBytesThatTheJdkMakes() throws Exception {
        Ed25519Key key = Ed25519Key.generate();
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initSign(key.pair().getPrivate());
        jdk.update(MESSAGE);

        assertThat(key.sign(MESSAGE)).isEqualTo(jdk.sign());
    }

    @Test
    void opensslReadsOwnKeysAndVerifiesTheirSignatures() throws Exception {
        assumeTrue(has("openssl"));
        Ed25519Key key = Ed25519Key.generate();
        Path pem = folder.resolve("k.pem");
        Files.writeString(pem, key.pem("correct horse".toCharArray()));
        Path publicPem = folder.resolve("k.pub.pem");
        run(
                "openssl",
                "pkey",
                "-in",
                pem.toString(),
                "-passin",
                "pass:correct horse",
                "-pubout",
                "-out",
                publicPem.toString());
        Path message = Files.write(folder.resolve("m"), MESSAGE);
        Path signature = Files.write(folder.resolve("s"), key.sign(MESSAGE));

        assertThat(run(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        publicPem.toString(),
                        "-rawin",
                        "-in",
                        message.toString(),
                        "-sigfile",
                        signature.toString()))
                .contains("Successfully");
    }

    @Test
    void envelopesReadBackAndSignTypeAndBytes() throws Exception {
        Ed25519Key key = Ed25519Key.generate();
        Envelope envelope = Envelope.sign("text/x", MESSAGE, key);
        Envelope read = Envelope.read(envelope.json());

        assertThat(read.isSignedWith(key.publicKey())).isTrue();
        assertThat(new Envelope("text/y", read.payload(), read.signatures()).isSignedWith(key.publicKey()))
                .isFalse();
        // the example of the DSSE specification
        assertThat(new String(
                        Envelope.preAuthentication(
                                "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    private SshPublicKey sshKey(String type, String bits) throws Exception {
        assumeTrue(has("ssh-keygen"), "ssh-keygen is not installed");
        run(
                "ssh-keygen",
                "-q",
                "-t",
                type,
                "-b",
                bits,
                "-N",
                "",
                "-f",
                folder.resolve("k").toString());
        return SshPublicKey.parse(Files.readString(folder.resolve("k.pub")));
    }

    private byte[] sshSign(String namespace) throws Exception {
        Path file = Files.write(folder.resolve("message"), MESSAGE);
        Files.deleteIfExists(folder.resolve("message.sig"));
        run(
                "ssh-keygen",
                "-q",
                "-Y",
                "sign",
                "-n",
                namespace,
                "-f",
                folder.resolve("k").toString(),
                file.toString());
        return Signatures.unarmoured(Files.readString(folder.resolve("message.sig")));
    }

    private static boolean has(String program) {
        try {
            new ProcessBuilder(List.of(program, "-?"))
                    .redirectErrorStream(true)
                    .start()
                    .destroy();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}

package dev.sdc.engine.gate;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/**
 * Verifies the two kinds of signature that the gate accepts: plain Ed25519 over the message, and SSHSIG, as
 * {@code ssh-keygen -Y sign} makes them, bound to {@link #NAMESPACE}.
 */
public final class Signatures {
    /** The namespace of SSH signatures: one made for a mail or a commit is none for the gate. */
    public static final String NAMESPACE = "sdc-gate";

    private static final byte[] MAGIC = SshBytes.ascii("SSHSIG");
    private static final int ED25519_BYTES = 64;
    private static final int TOUCHED = 1;
    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";

    private Signatures() {}

    /** Whether a signature over a message was made with a key. Nothing is thrown. */
    static boolean verifies(SshPublicKey key, byte[] message, byte[] signature) {
        try {
            return isSsh(signature) ? verifiesSsh(key, message, signature) : verifiesPlain(key, message, signature);
        } catch (GateException | GeneralSecurityException e) {
            return false;
        }
    }

    /** The signature in the armour that {@code ssh-keygen} writes. */
    public static byte[] unarmoured(String text) throws GateException {
        String stripped = text.strip();
        if (!stripped.startsWith(BEGIN) || !stripped.endsWith(END)) {
            throw new GateException("this is no signature of ssh-keygen -Y sign");
        }
        String base64 = stripped.substring(BEGIN.length(), stripped.length() - END.length());
        try {
            byte[] signature = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            keyOf(signature);
            return signature;
        } catch (IllegalArgumentException e) {
            throw new GateException("this is no signature of ssh-keygen -Y sign");
        }
    }

    /** The key that an SSH signature says it was made with. */
    public static SshPublicKey keyOf(byte[] sshSignature) throws GateException {
        return SshPublicKey.ofBlob(opened(sshSignature).string());
    }

    private static boolean isSsh(byte[] signature) {
        return signature.length > ED25519_BYTES && Arrays.equals(MAGIC, Arrays.copyOf(signature, MAGIC.length));
    }

    private static boolean verifiesPlain(SshPublicKey key, byte[] message, byte[] signature)
            throws GateException, GeneralSecurityException {
        return key.type().equals(SshPublicKey.ED25519)
                && signature.length == ED25519_BYTES
                && verifies("Ed25519", key.decoded(), message, signature);
    }

    private static SshBytes opened(byte[] signature) throws GateException {
        SshBytes bytes = new SshBytes(signature);
        if (!Arrays.equals(bytes.raw(MAGIC.length), MAGIC) || bytes.number() != 1) {
            throw new GateException("this is no SSH signature of version 1");
        }
        return bytes;
    }

    /** As PROTOCOL.sshsig of OpenSSH has it. */
    private static boolean verifiesSsh(SshPublicKey key, byte[] message, byte[] signature)
            throws GateException, GeneralSecurityException {
        SshBytes bytes = opened(signature);
        byte[] blob = bytes.string();
        String namespace = bytes.text();
        byte[] reserved = bytes.string();
        String hash = bytes.text();
        SshBytes inner = new SshBytes(bytes.string());
        bytes.end();
        if (!Arrays.equals(blob, key.blob()) || !namespace.equals(NAMESPACE)) {
            return false;
        }
        byte[] signed =
                SshBytes.strings(SshBytes.ascii(namespace), reserved, SshBytes.ascii(hash), hash(hash, message));
        byte[] withMagic = Arrays.copyOf(MAGIC, MAGIC.length + signed.length);
        System.arraycopy(signed, 0, withMagic, MAGIC.length, signed.length);
        String format = inner.text();
        byte[] made = inner.string();
        if (format.equals(SshPublicKey.SK_ED25519) || format.equals(SshPublicKey.SK_ECDSA)) {
            return key.type().equals(format) && verifiesToken(key, withMagic, made, inner);
        }
        inner.end();
        PublicKey decoded = key.decoded();
        return switch (format) {
            case SshPublicKey.ED25519 -> key.type().equals(format) && verifies("Ed25519", decoded, withMagic, made);
            case "rsa-sha2-256" -> isRsa(key) && verifies("SHA256withRSA", decoded, withMagic, made);
            case "rsa-sha2-512" -> isRsa(key) && verifies("SHA512withRSA", decoded, withMagic, made);
            case "ecdsa-sha2-nistp256" -> key.type().equals(format) && ecdsa("SHA256", 32, decoded, withMagic, made);
            case "ecdsa-sha2-nistp384" -> key.type().equals(format) && ecdsa("SHA384", 48, decoded, withMagic, made);
            case "ecdsa-sha2-nistp521" -> key.type().equals(format) && ecdsa("SHA512", 66, decoded, withMagic, made);
            default -> false; // ssh-rsa among them: SHA-1
        };
    }

    /** As PROTOCOL.u2f of OpenSSH has it: the token signs what it was made for, whether it was touched, and a hash. */
    private static boolean verifiesToken(SshPublicKey key, byte[] message, byte[] made, SshBytes rest)
            throws GateException, GeneralSecurityException {
        byte[] flagsAndCounter = rest.raw(5);
        rest.end();
        if ((flagsAndCounter[0] & TOUCHED) == 0) {
            return false;
        }
        byte[] application = hash("sha256", SshBytes.ascii(SshPublicKey.APPLICATION));
        byte[] hashed = hash("sha256", message);
        byte[] signed = ByteBuffer.allocate(application.length + flagsAndCounter.length + hashed.length)
                .put(application)
                .put(flagsAndCounter)
                .put(hashed)
                .array();
        return key.type().equals(SshPublicKey.SK_ED25519)
                ? verifies("Ed25519", key.decoded(), signed, made)
                : ecdsa("SHA256", 32, key.decoded(), signed, made);
    }

    private static boolean isRsa(SshPublicKey key) {
        return key.type().equals("ssh-rsa");
    }

    private static byte[] hash(String name, byte[] message) throws GateException, NoSuchAlgorithmException {
        return switch (name) {
            case "sha256" -> MessageDigest.getInstance("SHA-256").digest(message);
            case "sha512" -> MessageDigest.getInstance("SHA-512").digest(message);
            default -> throw new GateException("the signature's hash is not accepted");
        };
    }

    private static boolean ecdsa(String hash, int size, PublicKey key, byte[] message, byte[] made)
            throws GateException, GeneralSecurityException {
        SshBytes numbers = new SshBytes(made);
        byte[] plain = new byte[2 * size];
        for (int i = 1; i <= 2; i++) {
            byte[] number = numbers.mpint().toByteArray();
            int from = number.length > size && number[0] == 0 ? 1 : 0;
            int length = number.length - from;
            if (length > size) {
                return false;
            }
            System.arraycopy(number, from, plain, i * size - length, length);
        }
        numbers.end();
        return verifies(hash + "withECDSAinP1363Format", key, message, plain);
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] message, byte[] made)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(made);
    }
}

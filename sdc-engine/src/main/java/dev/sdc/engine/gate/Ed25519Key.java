package dev.sdc.engine.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key of the gate's own making, kept as PKCS#8 in PEM, in the clear or under a passphrase (PBES2 with AES-256);
 * {@code openssl} reads both.
 *
 * <p>Signatures are made by Bouncy Castle, whose tables of multiples make them an order of magnitude faster than the JDK's; they
 * are the same bytes (RFC 8032), and the JDK verifies them.
 */
public final class Ed25519Key implements Signer {
    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";
    private static final int ROUNDS = 600_000;

    private final PrivateKey secret;
    private final byte[] seed;
    private final byte[] point;
    private final SshPublicKey publicKey;

    private Ed25519Key(PrivateKey secret, byte[] seed) {
        this.secret = secret;
        this.seed = seed;
        this.point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        this.publicKey = SshPublicKey.ofEd25519(point);
    }

    /** Makes a key. */
    public static Ed25519Key generate() {
        try {
            return of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException | GateException e) {
            throw new IllegalStateException(e); // every Java platform from 15 on has it
        }
    }

    /** Whether a file holds such a key, and whether it needs a passphrase. */
    public static Kind kindOf(String pem) {
        if (pem.contains("-----BEGIN " + ENCRYPTED + "-----")) {
            return Kind.ENCRYPTED;
        }
        return pem.contains("-----BEGIN " + PLAIN + "-----") ? Kind.PLAIN : Kind.OTHER;
    }

    /** What a file of a private key is. */
    public enum Kind {
        PLAIN,
        ENCRYPTED,
        OTHER
    }

    /**
     * Reads a key.
     *
     * @param passphrase the passphrase; empty where the key has none
     * @throws GateException if it is no such key, or the passphrase is wrong
     */
    public static Ed25519Key read(String pem, char[] passphrase) throws GateException {
        try {
            byte[] pkcs8 = switch (kindOf(pem)) {
                case PLAIN -> body(pem, PLAIN);
                case ENCRYPTED -> decrypted(body(pem, ENCRYPTED), passphrase);
                case OTHER -> throw new GateException("this is no private key in PEM; make one with: sdc keys make");
            };
            PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return of(secret);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new GateException("the private key cannot be read: the passphrase is wrong, or it is no Ed25519 key");
        }
    }

    /**
     * The key as a file.
     *
     * @param passphrase protects it; empty for none
     */
    public String pem(char[] passphrase) {
        try {
            return passphrase.length == 0
                    ? armoured(PLAIN, secret.getEncoded())
                    : armoured(ENCRYPTED, encrypted(secret.getEncoded(), passphrase));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e); // every Java platform has the algorithms
        }
    }

    @Override
    public SshPublicKey publicKey() {
        return publicKey;
    }

    /** The key as the JDK has it. */
    public KeyPair pair() throws GateException {
        return new KeyPair(publicKey.decoded(), secret);
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, point, 0, null, message, 0, message.length, signature, 0);
        return signature;
    }

    /** The secret half; that it makes signatures which the JDK verifies is tried before it is used. */
    private static Ed25519Key of(PrivateKey secret) throws GateException {
        byte[] encoded = secret.getEncoded();
        byte[] seed = Arrays.copyOfRange(encoded, encoded.length - Ed25519.SECRET_KEY_SIZE, encoded.length);
        Ed25519Key key = new Ed25519Key(secret, seed);
        byte[] probe = SshBytes.ascii("the two halves of a key");
        if (!Signatures.verifies(key.publicKey, probe, key.sign(probe))) {
            throw new GateException("the private key makes no signatures that can be verified");
        }
        return key;
    }

    private static byte[] encrypted(byte[] pkcs8, char[] passphrase) throws GeneralSecurityException, IOException {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        Cipher cipher = Cipher.getInstance(PBES2);
        cipher.init(Cipher.ENCRYPT_MODE, passphraseKey(passphrase), new PBEParameterSpec(salt, ROUNDS));
        byte[] text = cipher.doFinal(pkcs8);
        // under the name of the standard: the cipher's own name is not one that the file may hold
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, text).getEncoded();
    }

    private static byte[] decrypted(byte[] encoded, char[] passphrase) throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encoded);
        AlgorithmParameters parameters = info.getAlgParameters();
        Cipher cipher = Cipher.getInstance(parameters.toString());
        cipher.init(Cipher.DECRYPT_MODE, passphraseKey(passphrase), parameters);
        return cipher.doFinal(info.getEncryptedData());
    }

    private static SecretKey passphraseKey(char[] passphrase) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance(PBES2).generateSecret(new PBEKeySpec(passphrase));
    }

    private static String armoured(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }

    private static byte[] body(String pem, String label) throws GateException {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new GateException("the private key's file is cut short");
        }
        return Base64.getMimeDecoder()
                .decode(pem.substring(from + begin.length(), to).getBytes(StandardCharsets.US_ASCII));
    }
}

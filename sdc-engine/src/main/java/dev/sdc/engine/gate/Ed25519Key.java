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
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * An Ed25519 key of the gate's own making, kept as PKCS#8 in PEM, in the clear or under a passphrase (PBES2 with AES-256);
 * {@code openssl} reads both. PKCS#8 does not hold the public half, so it stands in the file as a line of its own.
 */
public final class Ed25519Key implements Signer {
    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";
    private static final int ROUNDS = 600_000;
    private static final int POINT_BYTES = 32;

    private final PrivateKey secret;
    private final SshPublicKey publicKey;

    private Ed25519Key(PrivateKey secret, SshPublicKey publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** Makes a key. */
    public static Ed25519Key generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            return new Ed25519Key(
                    pair.getPrivate(),
                    SshPublicKey.ofEd25519(Arrays.copyOfRange(encoded, encoded.length - POINT_BYTES, encoded.length)));
        } catch (GeneralSecurityException e) {
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
            return new Ed25519Key(secret, publicOf(secret));
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
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // the key was made for it
        }
    }

    /**
     * The public half, from the secret one. The JDK has no call for it; a generator that is fed the secret as its
     * randomness gives the pair of that secret (RFC 8032, 5.1.5), and the signature made with it is verified.
     */
    private static SshPublicKey publicOf(PrivateKey secret) throws GeneralSecurityException, GateException {
        byte[] encoded = secret.getEncoded();
        byte[] seed = Arrays.copyOfRange(encoded, encoded.length - POINT_BYTES, encoded.length);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        byte[] point = generator.generateKeyPair().getPublic().getEncoded();
        SshPublicKey key = SshPublicKey.ofEd25519(Arrays.copyOfRange(point, point.length - POINT_BYTES, point.length));
        byte[] probe = SshBytes.ascii("the two halves of a key");
        if (!Signatures.verifies(key, probe, new Ed25519Key(secret, key).sign(probe))) {
            throw new GateException("the public half of the private key cannot be found");
        }
        return key;
    }

    /** Gives out what it was given. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
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

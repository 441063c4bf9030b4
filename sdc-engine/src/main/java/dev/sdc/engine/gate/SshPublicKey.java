package dev.sdc.engine.gate;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key in the form of OpenSSH ({@code ssh-ed25519 AAAA…}): Ed25519, ECDSA on a NIST curve, RSA, or that of a
 * security token (FIDO).
 *
 * @param type the key's type, such as {@code ssh-ed25519}
 * @param base64 the key itself in the wire form, in base 64
 */
public record SshPublicKey(String type, String base64) {
    static final String ED25519 = "ssh-ed25519";
    static final String SK_ED25519 = "sk-ssh-ed25519@openssh.com";
    static final String SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com";
    static final String APPLICATION = "ssh:";

    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 16384;

    /**
     * Reads a line of a {@code .pub} file; a comment after the key is left out.
     *
     * @throws GateException if it is no such key, or one too weak to trust
     */
    public static SshPublicKey parse(String line) throws GateException {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 2) {
            throw notAKey();
        }
        SshPublicKey key = new SshPublicKey(words[0], words[1]);
        key.decoded();
        return key;
    }

    /** The key of 32 bytes of Ed25519. */
    static SshPublicKey ofEd25519(byte[] point) {
        return new SshPublicKey(
                ED25519, Base64.getEncoder().encodeToString(SshBytes.strings(SshBytes.ascii(ED25519), point)));
    }

    /** The key in the wire form of SSH. */
    public static SshPublicKey ofBlob(byte[] blob) throws GateException {
        SshPublicKey key =
                new SshPublicKey(new SshBytes(blob).text(), Base64.getEncoder().encodeToString(blob));
        key.decoded();
        return key;
    }

    byte[] blob() throws GateException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
    }

    /** The fingerprint as OpenSSH shows it: {@code SHA256:…}. */
    public String fingerprint() {
        try {
            byte[] hash = Digest.sha256().digest(blob());
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (GateException e) {
            throw new IllegalStateException("a key is only made from what was decoded", e);
        }
    }

    /** The line of a {@code .pub} file, without a comment. */
    public String line() {
        return type + " " + base64;
    }

    /**
     * The key for the JDK.
     *
     * @throws GateException if it is of another kind, too weak or malformed
     */
    PublicKey decoded() throws GateException {
        SshBytes bytes = new SshBytes(blob());
        String named = bytes.text();
        if (!named.equals(type)) {
            throw notAKey();
        }
        try {
            PublicKey key = switch (type) {
                case ED25519 -> ed25519(bytes.string());
                case "ecdsa-sha2-nistp256" -> ecdsa(bytes, "nistp256", "secp256r1");
                case "ecdsa-sha2-nistp384" -> ecdsa(bytes, "nistp384", "secp384r1");
                case "ecdsa-sha2-nistp521" -> ecdsa(bytes, "nistp521", "secp521r1");
                case "ssh-rsa" -> rsa(bytes.mpint(), bytes.mpint());
                case SK_ED25519 -> ofApplication(ed25519(bytes.string()), bytes);
                case SK_ECDSA -> ofApplication(ecdsa(bytes, "nistp256", "secp256r1"), bytes);
                default ->
                    throw new GateException("keys of this type are not accepted; use Ed25519, ECDSA on a NIST curve,"
                            + " or RSA of 2048 bits or more");
            };
            bytes.end();
            return key;
        } catch (GeneralSecurityException e) {
            throw notAKey();
        }
    }

    /** The key of a security token, which was made for an application: for SSH, not for a web site. */
    private static PublicKey ofApplication(PublicKey key, SshBytes rest) throws GateException {
        if (!rest.text().equals(APPLICATION)) {
            throw new GateException("the token's key was not made for SSH");
        }
        return key;
    }

    private static PublicKey ed25519(byte[] point) throws GeneralSecurityException, GateException {
        if (point.length != 32) {
            throw notAKey();
        }
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + point.length);
        System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(BigInteger exponent, BigInteger modulus)
            throws GeneralSecurityException, GateException {
        if (modulus.signum() <= 0
                || modulus.bitLength() < FEWEST_RSA_BITS
                || modulus.bitLength() > MOST_RSA_BITS
                || exponent.compareTo(BigInteger.valueOf(3)) < 0
                || exponent.bitLength() > 64) {
            throw new GateException("an RSA key of 2048 to 16384 bits is needed");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static PublicKey ecdsa(SshBytes bytes, String curve, String name)
            throws GeneralSecurityException, GateException {
        if (!bytes.text().equals(curve)) {
            throw notAKey();
        }
        byte[] point = bytes.string();
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(name));
        ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
        int size = (spec.getCurve().getField().getFieldSize() + 7) / 8;
        if (point.length != 1 + 2 * size || point[0] != 4) {
            throw notAKey();
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + size));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + size, point.length));
        requireOnCurve(spec, x, y);
        ECPublicKey key =
                (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), spec));
        return key;
    }

    private static void requireOnCurve(ECParameterSpec spec, BigInteger x, BigInteger y) throws GateException {
        BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
            throw notAKey();
        }
    }

    private static GateException notAKey() {
        return new GateException("this is no public key in the form of OpenSSH (ssh-ed25519 AAAA…)");
    }
}

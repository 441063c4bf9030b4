package dev.sdc.engine.gate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some bytes, as which they are known to the gate.
 *
 * @param hex 64 lower-case hex digits
 */
public record Digest(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is no digest. */
    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
        }
    }

    /** The digest of bytes. */
    public static Digest of(byte[] bytes) {
        return of(sha256(), bytes);
    }

    /** What a hash of {@link #sha256} has come to; the hash starts anew. */
    public static Digest ended(MessageDigest hash) {
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    /** A hash to feed. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static Digest of(MessageDigest hash, byte[] bytes) {
        hash.update(bytes);
        return ended(hash);
    }

    @Override
    public String toString() {
        return hex;
    }
}

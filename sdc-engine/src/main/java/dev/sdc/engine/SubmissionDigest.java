package dev.sdc.engine;

import dev.sdc.engine.intake.ReceivedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a submission: over a line for the declaration, if there is one, and a line for each file in path order.
 * Each line is the SHA-256 of the content in hex, a blank, and the length of the path and the path itself, so that no
 * two submissions share the lines.
 */
final class SubmissionDigest {
    private SubmissionDigest() {}

    static String of(byte @Nullable [] declaration, List<ReceivedFile> filesInPathOrder) {
        MessageDigest digest = sha256();
        if (declaration != null) {
            digest.update(line(HexFormat.of().formatHex(sha256().digest(declaration)), ""));
        }
        for (ReceivedFile file : filesInPathOrder) {
            digest.update(line(file.sha256(), file.path()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] line(String sha256, String path) {
        return (sha256 + " " + path.length() + " " + path + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.sdc.engine.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One entry as it is kept: a line of JSON that names its number and the digest of the line before.
 *
 * @param number counting from 1
 * @param line the line, without its end
 */
record Entry(long number, String line) {
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    static Entry after(Ledger.Head head, Release release) {
        long number = head.releases() + 1;
        return new Entry(number, ReleaseJson.line(number, head.digest(), release));
    }

    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Ledger.Head head() {
        return new Ledger.Head(number, digest());
    }

    /** Takes the link to the entry before. */
    void follow(Ledger.Head before) throws LedgerException {
        ReleaseJson.Link link = ReleaseJson.link(line, number);
        if (link.number() != before.releases() + 1) {
            throw new LedgerException("after entry " + before.releases() + " comes one with the number " + link.number()
                    + ": entries were taken out or put elsewhere");
        }
        if (!link.before().equals(before.digest())) {
            throw new LedgerException(
                    "entry " + link.number() + " does not follow the one before it: one of the two was" + " changed");
        }
    }
}

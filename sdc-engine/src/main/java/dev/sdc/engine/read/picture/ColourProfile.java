package dev.sdc.engine.read.picture;

import java.nio.ByteBuffer;

/** Tells colour profiles from other bytes in their place. */
final class ColourProfile {
    private static final int HEADER = 128;
    private static final int SIGNATURE = 0x61637370; // acsp
    /** Profiles of screens have a few kilobytes; those of printers, which no output needs, have more. */
    private static final int MOST = 64 << 10;

    private ColourProfile() {}

    static boolean is(byte[] profile) {
        ByteBuffer bytes = ByteBuffer.wrap(profile);
        return profile.length >= HEADER
                && profile.length <= MOST
                && bytes.getInt(0) == profile.length
                && bytes.getInt(36) == SIGNATURE;
    }
}

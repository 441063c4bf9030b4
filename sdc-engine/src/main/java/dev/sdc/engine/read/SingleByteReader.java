package dev.sdc.engine.read;

import java.io.Reader;

/** Reads ASCII or ISO 8859-1: a byte is a character, so nothing needs to be decoded. */
final class SingleByteReader extends Reader {
    private final byte[] bytes;
    private int at;

    SingleByteReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int count = Math.min(length, bytes.length - at);
        if (count == 0 && length > 0) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            target[offset + i] = (char) (bytes[at + i] & 0xFF);
        }
        at += count;
        return count;
    }

    @Override
    public void close() {}
}

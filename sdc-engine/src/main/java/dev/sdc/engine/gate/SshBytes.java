package dev.sdc.engine.gate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The binary form of the SSH protocol (RFC 4251, section 5), read strictly. */
final class SshBytes {
    private final byte[] bytes;
    private int at;

    SshBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] raw(int length) throws GateException {
        if (length < 0 || length > bytes.length - at) {
            throw new GateException("the key or signature is cut short");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    int number() throws GateException {
        return new BigInteger(raw(4)).intValue();
    }

    byte[] string() throws GateException {
        return raw(number());
    }

    String text() throws GateException {
        return new String(string(), StandardCharsets.ISO_8859_1);
    }

    BigInteger mpint() throws GateException {
        byte[] magnitude = string();
        return magnitude.length == 0 ? BigInteger.ZERO : new BigInteger(magnitude);
    }

    void end() throws GateException {
        if (at != bytes.length) {
            throw new GateException("something follows the end of the key or signature");
        }
    }

    /** Strings one after another, as the protocol writes them. */
    static byte[] strings(byte[]... strings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] string : strings) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(string.length >>> shift);
            }
            out.writeBytes(string);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

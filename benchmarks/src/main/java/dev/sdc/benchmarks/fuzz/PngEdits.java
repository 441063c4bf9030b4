package dev.sdc.benchmarks.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Changes pictures chunk by chunk, with checksums that are right or wrong. */
final class PngEdits implements Edits {
    private static final int SIGNATURE = 8;
    private static final List<String> TYPES = List.of(
            "tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "pHYs", "tIME", "IDAT", "IEND", "IHDR", "PLTE", "paTs", "\0\0\0\0");

    @Override
    public byte[] edited(byte[] bytes, Random random) {
        List<byte[]> chunks = chunks(bytes);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(chunks.size() + 1);
            int other = random.nextInt(chunks.size());
            switch (random.nextInt(6)) {
                case 0 -> chunks.add(at, chunks.get(other));
                case 1 -> {
                    if (chunks.size() > 1) {
                        chunks.remove(other);
                    }
                }
                case 2 -> chunks.add(at, chunk(TYPES.get(random.nextInt(TYPES.size())), noise(random), true));
                case 3 -> chunks.add(at, chunk(TYPES.get(random.nextInt(TYPES.size())), noise(random), false));
                case 4 -> chunks.set(other, damaged(chunks.get(other), random));
                default -> chunks.add(at, noise(random));
            }
        }
        byte[] edited = bytes.length < SIGNATURE ? bytes : Arrays.copyOf(bytes, SIGNATURE);
        for (byte[] chunk : chunks) {
            edited = joined(edited, chunk);
        }
        return edited;
    }

    /** The chunks with their lengths and checksums; what is none is one too. */
    private static List<byte[]> chunks(byte[] bytes) {
        List<byte[]> chunks = new ArrayList<>();
        int at = Math.min(SIGNATURE, bytes.length);
        while (at + 12 <= bytes.length) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                break;
            }
            chunks.add(Arrays.copyOfRange(bytes, at, at + 12 + length));
            at += 12 + length;
        }
        chunks.add(Arrays.copyOfRange(bytes, at, bytes.length));
        return chunks;
    }

    private static byte[] chunk(String type, byte[] data, boolean right) {
        byte[] named = joined(type.getBytes(StandardCharsets.ISO_8859_1), data);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue() ^ (right ? 0 : 1))
                .array();
    }

    private static byte[] damaged(byte[] chunk, Random random) {
        byte[] damaged = chunk.clone();
        if (damaged.length > 0) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return noise;
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

package dev.sdc.benchmarks.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Changes pictures at their marks: segments put in, cut out, doubled or cut short, and bytes changed. */
final class JpegEdits implements Edits {
    @Override
    public byte[] edited(byte[] bytes, Random random) {
        byte[] edited = bytes;
        for (int i = 0; i <= random.nextInt(4) && edited.length > 4; i++) {
            int at = mark(edited, random.nextInt(edited.length));
            int to = mark(edited, Math.min(edited.length - 1, at + 2));
            edited = switch (random.nextInt(5)) {
                case 0 -> spliced(edited, at, at, segment(random));
                case 1 -> spliced(edited, at, to, new byte[0]);
                case 2 -> spliced(edited, at, at, Arrays.copyOfRange(edited, at, to));
                case 3 -> Arrays.copyOf(edited, at);
                default -> changed(edited, Math.min(edited.length - 1, at + random.nextInt(6)), random);
            };
        }
        return edited;
    }

    /** The next mark from a place on, or the end. */
    private static int mark(byte[] bytes, int from) {
        int at = from;
        while (at + 1 < bytes.length && !(bytes[at] == (byte) 0xFF && bytes[at + 1] != 0)) {
            at++;
        }
        return at + 1 < bytes.length ? at : bytes.length;
    }

    private static byte[] segment(Random random) {
        byte[] segment = new byte[4 + random.nextInt(40)];
        random.nextBytes(segment);
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) (0xC0 + random.nextInt(64));
        segment[2] = 0;
        segment[3] = (byte) (segment.length - 2 + (random.nextInt(4) == 0 ? 1 : 0));
        return segment;
    }

    private static byte[] changed(byte[] bytes, int at, Random random) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) random.nextInt(256);
        return changed;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] head = PngEdits.joined(Arrays.copyOf(bytes, from), between);
        return PngEdits.joined(head, Arrays.copyOfRange(bytes, Math.max(from, to), bytes.length));
    }
}

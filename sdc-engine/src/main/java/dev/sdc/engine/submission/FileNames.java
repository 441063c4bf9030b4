package dev.sdc.engine.submission;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The name of a file inside a submission, the same in every locale. */
final class FileNames {
    private FileNames() {}

    /**
     * The path from a folder to a file in it, with {@code /} between folders.
     *
     * <p>A {@link Path} turns the bytes of a name into text by the locale of the machine, and in the C locale loses
     * letters. Its URI keeps the bytes; they are UTF-8 on every system in use. A byte that is not stays as {@code %XX}.
     */
    static String within(Path base, Path file) {
        String full = file.toUri().getRawPath();
        String from = base.toUri().getRawPath();
        String relative = full.substring(from.endsWith("/") ? from.length() : from.length() + 1);
        String name = relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
        return decode(name);
    }

    private static String decode(String escaped) {
        ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return escaped;
        }
    }
}

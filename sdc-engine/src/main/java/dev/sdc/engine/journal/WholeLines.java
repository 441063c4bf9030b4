package dev.sdc.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that is written on, each ended by a line feed; what a killed process left at the end is none.
 *
 * @param <X> is thrown where a line is too long to have been written here
 */
public final class WholeLines<X extends Exception> {
    private final InputStream in;
    private final int longest;
    private final Supplier<X> tooLong;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int at;
    private int end;

    /** The lines of a stream, none of them longer than so many bytes. */
    public WholeLines(InputStream in, int longest, Supplier<X> tooLong) {
        this.in = in;
        this.longest = longest;
        this.tooLong = tooLong;
    }

    /** The next line without its line feed; null where no whole line is left. */
    public byte @Nullable [] next() throws IOException, X {
        line.reset();
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line.size() > longest - (at - from)) {
                throw tooLong.get();
            }
            line.write(buffer, from, at - from);
            if (at < end) {
                at++;
                return line.toByteArray();
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** How many bytes follow the last line, once there is no more. */
    public long left() {
        return line.size();
    }
}

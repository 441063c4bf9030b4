package dev.sdc.engine.read.csv;

import java.io.IOException;
import java.io.Reader;

/** Turns quotation marks that are escaped by a backslash into doubled ones, which the parser knows. */
final class BackslashQuotes extends Reader {
    private final Reader source;
    private final char quote;
    private final char[] read = new char[4096];
    private boolean escaped;

    BackslashQuotes(Reader source, char quote) {
        this.source = source;
        this.quote = quote;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        // a backslash at the end of one piece may add a character to the next
        int count = source.read(read, 0, Math.min(read.length, length - 1));
        if (count <= 0) {
            if (escaped && count < 0) {
                escaped = false;
                target[offset] = '\\';
                return 1;
            }
            return count;
        }
        int at = offset;
        for (int i = 0; i < count; i++) {
            char c = read[i];
            if (escaped) {
                target[at++] = c == quote ? quote : '\\';
                escaped = false;
                target[at++] = c;
            } else if (c == '\\') {
                escaped = true;
            } else {
                target[at++] = c;
            }
        }
        return at == offset ? read(target, offset, length) : at - offset;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

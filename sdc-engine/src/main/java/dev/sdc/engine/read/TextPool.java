package dev.sdc.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The different texts of a grid, each held once and known by a code from 0.
 *
 * <p>Compact, because a hostile file may hold millions of different texts: characters lie in pages of bytes (one byte a
 * character where that suffices), and an open-addressed table of codes finds them again.
 */
final class TextPool {
    private static final int PAGE_BITS = 18;
    private static final int PAGE = 1 << PAGE_BITS;
    /** The first page begins small and grows, because a file may hold thousands of small tables. */
    private static final int FIRST_PAGE = 1 << 8;

    private static final long MOST_COLLISIONS = 32;

    private final int maxTexts;
    private final long maxCharacters;
    private byte[][] pages = new byte[4][];
    private int pageCount;
    private int used = PAGE;
    /** Where each text starts: page and offset. */
    private int[] starts = new int[16];

    private int[] lengths = new int[16];
    /** Code + 1 by hash, 0 for free. */
    private int[] table = new int[64];

    private int size;
    private long characters;
    private long lookups;
    private long collisions;

    /** A pool that holds at most so many texts and characters. */
    TextPool(int maxTexts, long maxCharacters) {
        this.maxTexts = maxTexts;
        this.maxCharacters = maxCharacters;
    }

    /** The code of a text, new or known; -1 when the pool is full, or when texts were made to slow it down. */
    int code(char[] text, int offset, int length) {
        int mask = table.length - 1;
        int slot = hash(text, offset, length) & mask;
        lookups++;
        for (; table[slot] != 0; slot = (slot + 1) & mask) {
            if (equal(table[slot] - 1, text, offset, length)) {
                return table[slot] - 1;
            }
            collisions++;
        }
        if (collisions > MOST_COLLISIONS * lookups + (1 << 16)) {
            return -1; // honest texts collide about once each
        }
        if (size >= maxTexts || characters + length > maxCharacters) {
            return -1;
        }
        table[slot] = size + 1;
        append(text, offset, length);
        if (size * 2L > table.length) {
            grow();
        }
        return size - 1;
    }

    String get(int code) {
        int start = starts[code];
        byte[] page = pages[start >>> PAGE_BITS];
        int at = start & (PAGE - 1);
        int length = lengths[code];
        if (length >= 0) {
            return new String(page, at, length, StandardCharsets.ISO_8859_1);
        }
        char[] text = new char[-length];
        for (int i = 0; i < text.length; i++) {
            text[i] = wide(page, at, i);
        }
        return new String(text);
    }

    int size() {
        return size;
    }

    /** How many texts were compared in vain so far: what look-ups cost. */
    long collisions() {
        return collisions;
    }

    private static char wide(byte[] page, int at, int i) {
        return (char) ((page[at + 2 * i] & 0xFF) << 8 | (page[at + 2 * i + 1] & 0xFF));
    }

    private boolean equal(int code, char[] text, int offset, int length) {
        int stored = lengths[code];
        if (stored != length && stored != -length) {
            return false;
        }
        int start = starts[code];
        byte[] page = pages[start >>> PAGE_BITS];
        int at = start & (PAGE - 1);
        for (int i = 0; i < length; i++) {
            char c = stored >= 0 ? (char) (page[at + i] & 0xFF) : wide(page, at, i);
            if (c != text[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void append(char[] text, int offset, int length) {
        boolean narrow = true;
        for (int i = 0; i < length; i++) {
            narrow &= text[offset + i] <= 0xFF;
        }
        int bytes = narrow ? length : 2 * length;
        if (used + bytes > PAGE || used == PAGE) {
            if (pageCount == pages.length) {
                pages = Arrays.copyOf(pages, pages.length * 2);
            }
            pages[pageCount] = new byte[Math.max(pageCount == 0 ? FIRST_PAGE : PAGE, bytes)];
            pageCount++;
            used = 0;
        }
        byte[] page = roomFor(bytes);
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            if (narrow) {
                page[used + i] = (byte) c;
            } else {
                page[used + 2 * i] = (byte) (c >> 8);
                page[used + 2 * i + 1] = (byte) c;
            }
        }
        if (size == starts.length) {
            int wanted = size + (size >> 1);
            starts = Arrays.copyOf(starts, wanted);
            lengths = Arrays.copyOf(lengths, wanted);
        }
        starts[size] = (pageCount - 1) << PAGE_BITS | used;
        lengths[size] = narrow ? length : -length;
        size++;
        characters += length;
        used = Math.min(PAGE, used + bytes);
    }

    /** The page in use, with room for so many more bytes. */
    private byte[] roomFor(int bytes) {
        byte[] page = pages[pageCount - 1];
        if (used + bytes > page.length) {
            page = Arrays.copyOf(page, Math.min(PAGE, Math.max(2 * page.length, used + bytes)));
            pages[pageCount - 1] = page;
        }
        return page;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        char[] buffer = new char[64];
        for (int code = 0; code < size; code++) {
            int length = Math.abs(lengths[code]);
            if (length > buffer.length) {
                buffer = new char[length];
            }
            copy(code, buffer);
            int slot = hash(buffer, 0, length) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = code + 1;
        }
        table = larger;
    }

    private void copy(int code, char[] buffer) {
        int stored = lengths[code];
        int start = starts[code];
        byte[] page = pages[start >>> PAGE_BITS];
        int at = start & (PAGE - 1);
        for (int i = 0; i < Math.abs(stored); i++) {
            buffer[i] = stored >= 0 ? (char) (page[at + i] & 0xFF) : wide(page, at, i);
        }
    }

    /** Mixed well, because codes that are alike must not crowd one stretch of the table. */
    static int hash(char[] text, int offset, int length) {
        int h = length;
        for (int i = 0; i < length; i++) {
            h = step(h, text[offset + i]);
        }
        h *= 0x85EBCA6B;
        return h ^ (h >>> 13);
    }

    static int step(int hash, char next) {
        int h = (hash ^ next) * 0x01000193;
        return h ^ (h >>> 15);
    }
}

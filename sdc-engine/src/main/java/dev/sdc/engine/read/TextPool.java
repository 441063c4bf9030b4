package dev.sdc.engine.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different texts of a grid, each held once and known by a code from 0. */
final class TextPool {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final long limit;
    private long characters;

    /** A pool that holds at most {@code limit} characters. */
    TextPool(long limit) {
        this.limit = limit;
    }

    /** The code of a text, new or known; -1 when the pool is full. */
    int code(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        if (characters + text.length() > limit) {
            return -1;
        }
        characters += text.length();
        codes.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    String get(int code) {
        return texts.get(code);
    }

    int size() {
        return texts.size();
    }
}

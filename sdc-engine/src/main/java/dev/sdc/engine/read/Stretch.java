package dev.sdc.engine.read;

import java.util.Collections;
import java.util.List;

/**
 * Lines of a text that were read as one part of it.
 *
 * @param from the first line, from 0
 * @param to the line after the last
 * @param part what they hold
 * @param left what stands in each of them and was not read
 */
public record Stretch(int from, int to, Part part, List<String> left) {
    /** Lines that were read as a whole. */
    public Stretch(int from, int to, Part part) {
        this(from, to, part, Collections.nCopies(to - from, ""));
    }

    /** The same lines of a text from which all was taken that was read. */
    public Stretch leaving(List<String> text) {
        return new Stretch(from, to, part, List.copyOf(text.subList(from, to)));
    }

    /** Finds stretches in a text, from top to bottom; they do not overlap. */
    @FunctionalInterface
    public interface Finder {
        /**
         * The stretches in some lines.
         *
         * @param lines the text; lines that are taken already are blank
         */
        List<Stretch> in(List<String> lines);
    }
}

package dev.sdc.engine.read;

import java.util.List;

/**
 * Lines of a text that were read as one part of it.
 *
 * @param from the first line, from 0
 * @param to the line after the last
 * @param part what they hold
 */
public record Stretch(int from, int to, Part part) {
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

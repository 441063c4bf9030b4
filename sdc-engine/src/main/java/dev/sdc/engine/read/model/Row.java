package dev.sdc.engine.read.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of figures.
 *
 * @param label what the line is about, outer names first, joined by {@code " / "}
 * @param state whether the line was estimated
 * @param figures one for each heading of its panel; null where nothing is printed
 */
public record Row(String label, Place place, State state, List<@Nullable Figure> figures) {
    /** Whether the figures of a row were estimated. */
    public enum State {
        ESTIMATED,
        /** The level that others are compared with. */
        REFERENCE,
        /** Left out, since other terms give it. */
        OMITTED
    }
}

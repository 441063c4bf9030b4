package dev.sdc.engine.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a more particular statement is laid over a general one. */
final class Merged {
    private Merged() {}

    /** The particular value, or the general one where there is none. */
    static <T> @Nullable T either(@Nullable T general, @Nullable T particular) {
        return particular == null ? general : particular;
    }

    /** The particular list or set, or the general one where it is empty. */
    static <C extends Collection<?>> C whole(C general, C particular) {
        return particular.isEmpty() ? general : particular;
    }

    /** Both maps, the particular value winning for a key of both. */
    static <V> Map<String, V> maps(Map<String, V> general, Map<String, V> particular) {
        if (general.isEmpty() || particular.isEmpty()) {
            return general.isEmpty() ? particular : general;
        }
        Map<String, V> both = new LinkedHashMap<>(general);
        both.putAll(particular);
        return Collections.unmodifiableMap(both);
    }

    /** Both lists; of two items with one key the particular one stays, in the place of the general one. */
    static <T> List<T> keyed(List<T> general, List<T> particular, Function<T, String> key) {
        Map<String, T> both = new LinkedHashMap<>();
        general.forEach(item -> both.put(key.apply(item), item));
        particular.forEach(item -> both.put(key.apply(item), item));
        return List.copyOf(new ArrayList<>(both.values()));
    }
}

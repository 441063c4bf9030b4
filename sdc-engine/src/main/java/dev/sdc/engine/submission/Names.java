package dev.sdc.engine.submission;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The words of a declaration, in the order in which messages list them. */
final class Names {
    private Names() {}

    static Set<String> ordered(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }

    /** The constants of an enum by the names that files use. */
    static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        return of(type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** The constants of an enum by the names that a function gives them. */
    static <E extends Enum<E>> Map<String, E> of(Class<E> type, Function<E, String> name) {
        Map<String, E> names = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> names.put(name.apply(constant), constant));
        return Collections.unmodifiableMap(names);
    }
}

package dev.sdc.engine.submission.yaml;

import dev.sdc.engine.submission.DeclarationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys with values, in the order of the file.
 *
 * @param entries values by key
 * @param keys the place of each key
 */
public record YamlMap(Place place, Map<String, YamlValue> entries, Map<String, Place> keys) implements YamlValue {
    private static final int MOST_LABEL_CHARACTERS = 4 * YamlReader.MOST_BYTES;

    /** Copies the maps and keeps their order. */
    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        keys = Map.copyOf(keys);
    }

    @Override
    public String kind() {
        return "keys with values";
    }

    @Override
    public String prose() {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().prose())
                .collect(Collectors.joining("; "));
    }

    /** The value of a key, or null where the key is missing or left empty. */
    public @Nullable YamlValue get(String key) {
        YamlValue value = entries.get(key);
        return value instanceof YamlScalar scalar && scalar.isNull() ? null : value;
    }

    /** The place of a key that is present, or of the map. */
    public Place placeOf(String key) {
        return keys.getOrDefault(key, place);
    }

    /** Refuses a key that is not known, with the nearest known one. */
    public YamlMap only(Set<String> known) throws DeclarationException {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                throw placeOf(key).error("unknown key %s. %s".formatted(Quoted.of(key), Nearest.advice(key, known)));
            }
        }
        return this;
    }

    /** The text of a key, or null. */
    public @Nullable String text(String key) throws DeclarationException {
        YamlValue value = get(key);
        return value == null ? null : value.scalar().text();
    }

    /** Whatever stands under a key that is prose, as text, or null. */
    public @Nullable String prose(String key) {
        YamlValue value = get(key);
        return value == null ? null : value.prose();
    }

    /** The count of a key, or null. */
    public @Nullable Long count(String key) throws DeclarationException {
        YamlValue value = get(key);
        return value == null ? null : (Long) value.scalar().count();
    }

    /** The truth value of a key, or null. */
    public @Nullable Boolean truth(String key) throws DeclarationException {
        YamlValue value = get(key);
        return value == null ? null : (Boolean) value.scalar().truth();
    }

    /** The meaning of a key's value among those allowed, or null. */
    public <T> @Nullable T choice(String key, Map<String, T> allowed) throws DeclarationException {
        YamlValue value = get(key);
        return value == null ? null : value.scalar().oneOf(allowed);
    }

    /** The map under a key, or an empty one. */
    public YamlMap map(String key) throws DeclarationException {
        YamlValue value = get(key);
        return value == null ? new YamlMap(place, Map.of(), Map.of()) : value.map();
    }

    /** The items of the list under a key, or none. */
    public List<YamlValue> items(String key) throws DeclarationException {
        YamlValue value = get(key);
        return value == null ? List.of() : value.list().items();
    }

    /** Reads every value of the map, keeping the order; one left empty counts as not there. */
    public <T> Map<String, T> each(ValueReader<T> reader) throws DeclarationException {
        Map<String, T> read = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
            if (get(entry.getKey()) != null) {
                read.put(entry.getKey(), reader.read(entry.getValue()));
            }
        }
        return Collections.unmodifiableMap(read);
    }

    /**
     * Reads every single value of nested maps; the keys that lead to it are joined by {@code " / "}.
     *
     * @param leaf whether a map is one value rather than a further level of labels
     */
    public <T> Map<String, T> flat(Predicate<YamlMap> leaf, ValueReader<T> reader) throws DeclarationException {
        Map<String, T> read = new LinkedHashMap<>();
        flatten("", leaf, reader, read, MOST_LABEL_CHARACTERS);
        return Collections.unmodifiableMap(read);
    }

    /** Returns how many characters of labels may still be made: nesting must not multiply a file's size. */
    private <T> int flatten(
            String before, Predicate<YamlMap> leaf, ValueReader<T> reader, Map<String, T> read, int room)
            throws DeclarationException {
        int left = room;
        for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
            String label = before + entry.getKey();
            left -= label.length();
            if (left < 0) {
                throw placeOf(entry.getKey())
                        .error("the labels above this value are too long to be joined; shorten them.");
            }
            if (get(entry.getKey()) == null) {
                continue; // left empty
            }
            if (entry.getValue() instanceof YamlMap nested && !leaf.test(nested)) {
                left = nested.flatten(label + " / ", leaf, reader, read, left);
            } else if (read.put(label, reader.read(entry.getValue())) != null) {
                throw placeOf(entry.getKey()).error(Quoted.of(label) + " is given twice; keep one of the two.");
            }
        }
        return left;
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface ValueReader<T> {
        /** What the value means. */
        T read(YamlValue value) throws DeclarationException;
    }
}

package dev.sdc.engine.rule;

import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.Nearest;
import dev.sdc.engine.submission.yaml.Place;
import dev.sdc.engine.submission.yaml.Quoted;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlReader;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One profile as its file has it, without what it extends.
 *
 * @param place the top of the file
 * @param extendsPlace where {@code extends} stands, or the top of the file
 * @param values what each parameter is set to
 * @param bytes the file
 */
@SuppressWarnings("ArrayRecordComponent") // identity only; hashed
record ProfileFile(
        Place place,
        String name,
        String version,
        String title,
        @Nullable String extendsName,
        Place extendsPlace,
        Map<String, Stated> values,
        List<String> notes,
        byte[] bytes) {

    /** How far a value is verified. */
    enum Status {
        READ("read"),
        SECOND_HAND("second hand"),
        UNVERIFIED("not verified"),
        PROPOSAL("a proposal"),
        UNSTATED("");

        private final String words;

        Status(String words) {
            this.words = words;
        }
    }

    /**
     * A value with its origin.
     *
     * @param value what the parameter reads it as; null means off
     * @param source the publication it is taken from, or null
     * @param note a remark for people, or null
     * @param confidential whether analysts may not learn it
     */
    record Stated(
            @Nullable Object value,
            Status status,
            @Nullable String source,
            @Nullable String note,
            boolean confidential) {

        /** Where the value comes from, in words; empty where the profile does not say. */
        String origin() {
            String first =
                    source == null ? status.words : status.words.isEmpty() ? source : source + ", " + status.words;
            return note == null ? first : first.isEmpty() ? note : first + ": " + note;
        }
    }

    private static final String SCHEMA = "sdc-profile/1";

    private static final Set<String> KEYS =
            ordered("schema", "name", "version", "title", "extends", "parameters", "notes");

    private static final Set<String> STATED = ordered("value", "status", "source", "note", "confidential");

    private static final Map<String, Status> STATUSES = statuses();

    /** Reads a profile; {@code file} names it in messages. */
    static ProfileFile read(String file, byte[] bytes) throws DeclarationException {
        YamlMap top = YamlReader.read(file, bytes).map();
        String schema = top.text("schema");
        if (schema == null || !schema.equals(SCHEMA)) {
            throw top.placeOf("schema").error("a profile begins with the line: schema: " + SCHEMA);
        }
        top.only(KEYS);
        List<String> notes = new ArrayList<>();
        for (YamlValue note : top.items("notes")) {
            notes.add(note.prose());
        }
        return new ProfileFile(
                top.place(),
                name(top),
                required(top, "version"),
                required(top, "title"),
                top.text("extends"),
                top.placeOf("extends"),
                values(top.map("parameters")),
                List.copyOf(notes),
                bytes);
    }

    private static String name(YamlMap top) throws DeclarationException {
        String name = required(top, "name");
        if (!Profiles.isName(name)) {
            throw top.placeOf("name").error("`name` may hold letters, digits, dots, hyphens and underscores.");
        }
        return name;
    }

    private static String required(YamlMap top, String key) throws DeclarationException {
        String text = top.text(key);
        if (text == null || text.isBlank()) {
            throw top.place().error("the profile lacks `" + key + "`; add it.");
        }
        return text;
    }

    private static Map<String, Stated> values(YamlMap parameters) throws DeclarationException {
        Map<String, Stated> values = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> entry : parameters.entries().entrySet()) {
            Parameter<?> parameter = Parameters.all().get(entry.getKey());
            if (parameter == null) {
                throw parameters
                        .placeOf(entry.getKey())
                        .error("unknown parameter %s. %s"
                                .formatted(
                                        Quoted.of(entry.getKey()),
                                        Nearest.advice(
                                                entry.getKey(), Parameters.all().keySet())));
            }
            values.put(parameter.name(), stated(parameter, entry.getValue()));
        }
        return Collections.unmodifiableMap(values);
    }

    /** Either the plain value, or {@code {value: 8, status: read, source: OS}}. */
    private static Stated stated(Parameter<?> parameter, YamlValue value) throws DeclarationException {
        if (!(value instanceof YamlMap map) || !map.entries().containsKey("value")) {
            return new Stated(parameter.reader().read(value), Status.UNSTATED, null, null, false);
        }
        map.only(STATED);
        YamlValue stated = map.get("value");
        if (stated == null) {
            throw map.placeOf("value").error("`value` is empty; give the value, or off.");
        }
        Status status = map.choice("status", STATUSES);
        String source = map.text("source");
        if ((status == Status.READ || status == Status.SECOND_HAND) && source == null) {
            throw map.placeOf("status").error("a value that was read needs its `source`; add it.");
        }
        return new Stated(
                parameter.reader().read(stated),
                status == null ? Status.UNSTATED : status,
                source,
                map.prose("note"),
                Boolean.TRUE.equals(map.truth("confidential")));
    }

    private static Map<String, Status> statuses() {
        Map<String, Status> statuses = new LinkedHashMap<>();
        statuses.put("read", Status.READ);
        statuses.put("second_hand", Status.SECOND_HAND);
        statuses.put("unverified", Status.UNVERIFIED);
        statuses.put("proposal", Status.PROPOSAL);
        return Collections.unmodifiableMap(statuses);
    }

    private static Set<String> ordered(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}

package dev.sdc.engine.submission;

import dev.sdc.engine.submission.yaml.Place;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlReader;
import dev.sdc.engine.submission.yaml.YamlScalar;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A declaration file as read, before it is held against the files that were handed in.
 *
 * @param containment the files that say which area, code or band holds which
 * @param entries what {@code outputs} lists, or null where there is no such list
 * @param bytes the file
 */
@SuppressWarnings("ArrayRecordComponent") // identity only
record SubmissionDocument(
        @Nullable String id,
        @Nullable String title,
        @Nullable String purpose,
        @Nullable String requester,
        @Nullable String dataset,
        List<String> profile,
        List<String> containment,
        Declaration defaults,
        @Nullable List<Entry> entries,
        byte[] bytes) {

    /** One entry of {@code outputs} and where it stands. */
    record Entry(Declaration declaration, Place place) {}

    private static final String SCHEMA = "sdc-submission/1";

    private static final int MOST_ENTRIES = 10_000;

    static final Set<String> KEYS = Names.ordered(
            "schema",
            "id",
            "title",
            "purpose",
            "requester",
            "dataset",
            "profile",
            "containment",
            "defaults",
            "outputs");

    private static final Pattern PROFILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Reads a declaration; {@code file} names it in messages. */
    static SubmissionDocument read(String file, byte[] bytes) throws DeclarationException {
        YamlMap top = top(YamlReader.read(file, bytes));
        return new SubmissionDocument(
                top.text("id"),
                top.prose("title"),
                top.prose("purpose"),
                top.prose("requester"),
                top.text("dataset"),
                profile(top.get("profile")),
                containment(top.get("containment")),
                DeclarationParser.defaults(top.map("defaults")),
                entries(top),
                bytes);
    }

    private static YamlMap top(YamlValue value) throws DeclarationException {
        String first = "begin with the line: schema: " + SCHEMA;
        if (value instanceof YamlScalar scalar && scalar.isNull()) {
            throw value.place().error("the declaration is empty; " + first);
        }
        YamlMap top = value.map();
        String schema = top.text("schema");
        if (schema == null) {
            throw top.place().error("the key `schema` is missing; " + first);
        }
        if (!schema.equals(SCHEMA)) {
            throw top.placeOf("schema").error("this schema is not known here; the one that is read is " + SCHEMA + ".");
        }
        for (String key : top.entries().keySet()) {
            if (DeclarationParser.DESCRIPTION.contains(key)) {
                throw top.placeOf(key)
                        .error("`" + key + "` describes outputs; put it under `defaults` (for all) or under an entry of"
                                + " `outputs` (for one file).");
            }
        }
        return top.only(KEYS);
    }

    private static @Nullable List<Entry> entries(YamlMap top) throws DeclarationException {
        YamlValue value = top.get("outputs");
        if (value == null) {
            return null;
        }
        List<YamlValue> items = value.list().items();
        if (items.size() > MOST_ENTRIES) {
            throw value.place()
                    .error("`outputs` has " + items.size() + " entries; at most " + MOST_ENTRIES
                            + " are read. Hand the outputs in as several submissions.");
        }
        List<Entry> entries = new ArrayList<>(items.size());
        for (YamlValue item : items) {
            entries.add(new Entry(DeclarationParser.entry(item), item.place()));
        }
        return entries;
    }

    private static List<String> containment(@Nullable YamlValue value) throws DeclarationException {
        if (value == null) {
            return List.of();
        }
        List<String> files = value instanceof YamlScalar one
                ? List.of(one.text())
                : value.list().texts();
        for (String file : files) {
            if (!HandedIn.isEvidence(file) || file.contains("..") || file.contains("\\")) {
                throw value.place()
                        .error("`containment` names CSV files in the folder `evidence`, such as evidence/areas.csv.");
            }
        }
        return files.stream().distinct().toList();
    }

    private static List<String> profile(@Nullable YamlValue value) throws DeclarationException {
        if (value == null) {
            return List.of();
        }
        List<YamlValue> named = named(value);
        if (named.isEmpty()) {
            throw value.unexpected("the name of a profile, or {strictest_of: [name, name]}");
        }
        List<String> names = new ArrayList<>(named.size());
        for (YamlValue item : named) {
            String name = item.scalar().text();
            if (!PROFILE_NAME.matcher(name).matches() || name.endsWith(".yaml") || name.endsWith(".yml")) {
                throw item.place()
                        .error("`profile` takes the name of an installed profile (sdc profiles lists them);"
                                + " a profile file is the operator's to name, with --profile.");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static List<YamlValue> named(YamlValue profile) throws DeclarationException {
        if (profile instanceof YamlMap map) {
            return map.only(Set.of("strictest_of")).items("strictest_of");
        }
        return profile instanceof YamlScalar one ? List.of(one) : profile.list().items();
    }
}

package dev.sdc.engine.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people whose signatures count, and what each may do. Immutable; signed by the keyring's own key.
 *
 * @param serial grows with every change, so that an older keyring is known as such
 * @param people everybody, by name
 * @param floors the profile that decides at least, by project
 */
public record Keyring(long serial, Instant at, Map<String, Person> people, Map<String, String> floors) {
    /** The type of the payload of an envelope that holds a keyring. */
    public static final String PAYLOAD_TYPE = "application/vnd.sdc.keyring+json";

    private static final String SCHEMA = "sdc-keyring/1";

    /** A keyring without anybody. */
    public static Keyring empty(Instant at) {
        return new Keyring(0, at, Map.of(), Map.of());
    }

    /** Copies; one key belongs to one person, so that one person never counts as two. */
    public Keyring {
        people = java.util.Collections.unmodifiableMap(new TreeMap<>(people));
        floors = java.util.Collections.unmodifiableMap(new TreeMap<>(floors));
        Set<String> seen = new HashSet<>();
        for (Person person : people.values()) {
            for (Person.Held held : person.keys()) {
                if (!seen.add(held.key().fingerprint())) {
                    throw new IllegalArgumentException("one key stands twice in the keyring");
                }
            }
        }
    }

    /** The next keyring, in which a person is as given. */
    public Keyring with(Person person, Instant now) {
        Map<String, Person> next = new LinkedHashMap<>(people);
        next.put(person.name(), person);
        return new Keyring(serial + 1, now, next, floors);
    }

    /** The next keyring, in which a project has a floor. */
    public Keyring withFloor(String project, String profile, Instant now) {
        Map<String, String> next = new LinkedHashMap<>(floors);
        next.put(project, profile);
        return new Keyring(serial + 1, now, people, next);
    }

    /** The profile that decides at least on a project's requests, or null. */
    public @Nullable String floor(String project) {
        String own = floors.get(project);
        return own == null ? floors.get(Person.EVERY_PROJECT) : own;
    }

    /** The person of this name whose key, valid at both times, signed an envelope. */
    Optional<Person> signer(Envelope envelope, String name, Instant then, Instant now) {
        Person person = people.get(name);
        if (person == null) {
            return Optional.empty();
        }
        for (Person.Held held : person.keys()) {
            if (held.holdsAt(then) && held.holdsAt(now) && envelope.isSignedWith(held.key())) {
                return Optional.of(person);
            }
        }
        return Optional.empty();
    }

    /** The person whose key this is at a time. */
    public Optional<Person> holder(SshPublicKey key, Instant now) {
        for (Person person : people.values()) {
            for (Person.Held held : person.keys()) {
                if (held.key().equals(key) && held.holdsAt(now)) {
                    return Optional.of(person);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The person whose key this is at a time.
     *
     * @throws GateException if it is nobody's
     */
    public Person requireHolder(SshPublicKey key, Instant now) throws GateException {
        return holder(key, now)
                .orElseThrow(() -> new GateException("the key " + key.fingerprint()
                        + " belongs to nobody in the keyring, or does not count at this time"));
    }

    /** Whether the gate signed an envelope: any key, even a former one, that was the gate's at that time. */
    boolean isOfTheGate(Envelope envelope, Instant then) {
        for (Person person : people.values()) {
            if (person.is(Role.GATE, Person.EVERY_PROJECT)) {
                for (Person.Held held : person.keys()) {
                    if (held.holdsAt(then) && envelope.isSignedWith(held.key())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Signs the keyring. */
    public Envelope signedBy(Signer root) throws GateException {
        return Envelope.sign(PAYLOAD_TYPE, Json.bytes(json()), root);
    }

    /**
     * Reads a keyring.
     *
     * @param root the key that must have signed it
     */
    public static Keyring read(Envelope envelope, SshPublicKey root) throws GateException {
        if (!envelope.payloadType().equals(PAYLOAD_TYPE) || !envelope.isSignedWith(root)) {
            throw new GateException("the keyring is not signed by the key that the gate trusts");
        }
        JsonNode node = Json.read(envelope.payload());
        if (!Json.text(node, "schema").equals(SCHEMA)) {
            throw new GateException("this is no keyring of schema " + SCHEMA);
        }
        Map<String, Person> people = new LinkedHashMap<>();
        for (Person person : Json.each(node, "people", Keyring::person)) {
            if (people.put(person.name(), person) != null) {
                throw new GateException("a person stands twice in the keyring");
            }
        }
        Map<String, String> floors = new LinkedHashMap<>();
        JsonNode given = Json.object(node, "floors");
        for (String project : given.propertyNames()) {
            floors.put(project, Json.text(given, project));
        }
        try {
            return new Keyring(Json.whole(node, "serial"), Json.time(node, "at"), people, floors);
        } catch (IllegalArgumentException e) {
            throw new GateException("one key stands twice in the keyring");
        }
    }

    private ObjectNode json() {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        root.put("serial", serial);
        root.put("at", at.toString());
        ArrayNode list = root.putArray("people");
        for (Person person : people.values()) {
            ObjectNode node = list.addObject();
            node.put("name", person.name());
            ObjectNode roles = node.putObject("roles");
            new TreeMap<>(person.roles()).forEach((project, held) -> {
                ArrayNode names = roles.putArray(project);
                new TreeSet<>(held).forEach(role -> names.add(role.name()));
            });
            ArrayNode keys = node.putArray("keys");
            for (Person.Held held : person.keys()) {
                ObjectNode key = keys.addObject();
                key.put("key", held.key().line());
                key.put("from", held.from().toString());
                if (held.until() != null) {
                    key.put("until", held.until().toString());
                }
            }
        }
        ObjectNode profiles = root.putObject("floors");
        floors.forEach(profiles::put);
        return root;
    }

    private static Person person(JsonNode node) throws GateException {
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        JsonNode given = Json.object(node, "roles");
        for (String project : given.propertyNames()) {
            Set<Role> held = new HashSet<>();
            for (String name : Json.texts(given, project)) {
                held.add(role(name));
            }
            roles.put(project, Set.copyOf(held));
        }
        List<Person.Held> keys = new ArrayList<>(Json.each(
                node,
                "keys",
                key -> new Person.Held(
                        SshPublicKey.parse(Json.text(key, "key")),
                        Json.time(key, "from"),
                        key.has("until") ? Json.time(key, "until") : null)));
        return new Person(Json.text(node, "name"), roles, keys);
    }

    private static Role role(String name) throws GateException {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw new GateException("the keyring names a role that is not known");
    }
}

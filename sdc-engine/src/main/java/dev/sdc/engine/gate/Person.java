package dev.sdc.engine.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the keyring, or the gate.
 *
 * @param roles what they may do, by project; {@code *} stands for all projects
 * @param keys the keys that they sign with
 */
public record Person(String name, Map<String, Set<Role>> roles, List<Held> keys) {
    /** The name that stands for every project. */
    public static final String EVERY_PROJECT = "*";

    /**
     * A key with its time.
     *
     * @param until the first moment at which it counts no longer, or null
     */
    public record Held(
            SshPublicKey key, Instant from, @Nullable Instant until) {
        /** Whether what is signed with it counts at a time. */
        public boolean holdsAt(Instant time) {
            return !time.isBefore(from) && (until == null || time.isBefore(until));
        }
    }

    /** Copies. */
    public Person {
        roles = Map.copyOf(roles);
        keys = List.copyOf(keys);
    }

    /** Whether the person has a role in a project. */
    public boolean is(Role role, String project) {
        return roles.getOrDefault(project, Set.of()).contains(role)
                || roles.getOrDefault(EVERY_PROJECT, Set.of()).contains(role);
    }

    /** Whether the person decides on requests of a project. */
    public boolean checks(String project) {
        return is(Role.CHECKER, project) || is(Role.SENIOR, project);
    }
}

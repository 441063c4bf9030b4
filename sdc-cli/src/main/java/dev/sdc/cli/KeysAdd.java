package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Keyring;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Role;
import dev.sdc.engine.gate.SshPublicKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc keys add}. */
@Command(name = "add", description = "Adds a person, a key of theirs, or what they may do in a project.")
final class KeysAdd implements Subcommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The person.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(names = "--pub", paramLabel = "FILE", description = "A public key in the form of OpenSSH.")
    private @Nullable Path pub;

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = "requester, checker, senior or release-admin (repeatable). Replaces those in the project.")
    private List<String> roles = List.of();

    @Option(names = "--project", paramLabel = "P", description = "The data set (default: all).")
    private String project = Person.EVERY_PROJECT;

    @Option(names = "--until", paramLabel = "DATE", description = "The first day on which the key no longer counts.")
    private @Nullable String until;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private KeyringChange keyring;

    KeysAdd(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException {
        if (!name.matches("[\\p{L}\\p{N}._-]{1,64}")) {
            throw new UsageException("a name has letters, digits, dots, hyphens and underscores");
        }
        Keyring current = keyring.current();
        Person before = current.people().getOrDefault(name, new Person(name, Map.of(), List.of()));
        Map<String, Set<Role>> may = new HashMap<>(before.roles());
        if (!roles.isEmpty()) {
            may.put(project, roles());
        }
        Instant now = Instant.now();
        List<Person.Held> keys = new ArrayList<>(before.keys());
        if (pub != null) {
            keys.add(new Person.Held(SshPublicKey.parse(KeyFile.read(pub)), now, end()));
        }
        try {
            keyring.replace(current.with(new Person(name, may, keys), now));
        } catch (IllegalArgumentException e) {
            throw new UsageException("the key is in the keyring already");
        }
        terminal.say("the keyring is now of serial " + (current.serial() + 1));
        return ExitCode.PASS;
    }

    private Set<Role> roles() throws UsageException {
        Set<Role> held = new HashSet<>();
        for (String role : roles) {
            held.add(
                    switch (role) {
                        case "requester" -> Role.REQUESTER;
                        case "checker" -> Role.CHECKER;
                        case "senior" -> Role.SENIOR;
                        case "release-admin" -> Role.RELEASE_ADMIN;
                        default ->
                            throw new UsageException(
                                    "there is no role " + role + "; requester, checker, senior or release-admin");
                    });
        }
        return held;
    }

    private @Nullable Instant end() throws UsageException {
        try {
            return until == null
                    ? null
                    : LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException("--until takes a date: 2027-03-31");
        }
    }
}

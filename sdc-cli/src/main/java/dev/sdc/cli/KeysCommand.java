package dev.sdc.cli;

import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Keyring;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Role;
import dev.sdc.engine.gate.SshPublicKey;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sdc keys}: makes keys, makes a gate, and keeps its keyring. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes keys and a gate, and keeps the keyring.")
final class KeysCommand implements Subcommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** The command with those under it. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new KeysCommand())
                .addSubcommand("make", new Make(terminal))
                .addSubcommand("init", new Init(terminal))
                .addSubcommand("list", new ListAll(terminal))
                .addSubcommand("add", new Add(terminal))
                .addSubcommand("remove", new Remove(terminal))
                .addSubcommand("floor", new Floor(terminal));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "make, init, list, add, remove or floor?");
    }

    /** The keyring's own key. */
    static final class RootKey {
        @Option(
                names = "--root-key",
                required = true,
                paramLabel = "FILE",
                description = "The key that signs the keyring; keep it apart from everything else.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "Where the key's passphrase stands (default: asked for).")
        private @Nullable Path passphrase;

        Ed25519Key key() throws IOException, UsageException, GateException {
            return KeyFile.own(file, passphrase);
        }
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Makes an Ed25519 key: FILE for its owner alone, FILE.pub for the keyring.")
    static final class Make implements Subcommand {
        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", description = "Where the private key goes; FILE.pub is its public half.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path file;

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "Where the passphrase stands (default: asked for; an empty one protects nothing).")
        private @Nullable Path passphrase;

        @Option(names = "--no-passphrase", description = "For a key that a machine uses unattended.")
        private boolean without;

        Make(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, UsageException {
            Path half = file.resolveSibling(file.getFileName() + ".pub");
            if (Files.exists(file) || Files.exists(half)) {
                throw new UsageException(file + ": there is a key already, and it is not overwritten");
            }
            Ed25519Key key = Ed25519Key.generate();
            GateFolder.writeNew(file, key.pem(passphrase()));
            Files.writeString(half, key.publicKey().line() + " " + file.getFileName() + "\n");
            terminal.out().write((key.publicKey().fingerprint() + "\n").getBytes(StandardCharsets.UTF_8));
            return ExitCode.PASS;
        }

        private char[] passphrase() throws IOException, UsageException {
            if (without) {
                return new char[0];
            }
            if (passphrase != null) {
                return KeyFile.given(passphrase);
            }
            char[] typed = KeyFile.ask("Passphrase: ");
            if (typed == null || typed.length == 0) {
                throw new UsageException("give a passphrase with --passphrase-file FILE, or say --no-passphrase");
            }
            if (!Arrays.equals(typed, KeyFile.ask("Once more: "))) {
                throw new UsageException("the two passphrases differ");
            }
            return typed;
        }
    }

    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Makes a gate in an empty folder.")
    static final class Init implements Subcommand {
        private final Terminal terminal;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private GateAccess gate;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private RootKey root;

        Init(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, UsageException, GateException {
            GateFolder made = GateFolder.create(gate.path(), root.key(), Clock.systemUTC());
            terminal.say("made a gate in " + made.path() + "; its keyring is signed by "
                    + made.root().fingerprint() + ": write this down elsewhere, and give it with --trust");
            return ExitCode.PASS;
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Lists people, what they may do, and their keys.")
    static final class ListAll implements Subcommand {
        private final Terminal terminal;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private GateAccess gate;

        @Option(names = "--public", description = "Lists the public keys alone, each with whose it is.")
        private boolean publicKeys;

        ListAll(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, GateException {
            GateFolder folder = gate.open();
            Keyring keyring = folder.keyring();
            if (publicKeys) {
                StringBuilder lines = new StringBuilder();
                keyring.people()
                        .values()
                        .forEach(person -> person.keys()
                                .forEach(held -> lines.append(held.key().line())
                                        .append(' ')
                                        .append(person.name())
                                        .append('\n')));
                terminal.out().write(lines.toString().getBytes(StandardCharsets.UTF_8));
                return ExitCode.PASS;
            }
            StringBuilder text = new StringBuilder("keyring " + keyring.serial() + " of " + keyring.at()
                    + ", signed by " + folder.root().fingerprint() + "\n");
            keyring.floors()
                    .forEach((project, profile) -> text.append("  floor of ")
                            .append(project)
                            .append(": ")
                            .append(profile)
                            .append('\n'));
            for (Person person : keyring.people().values()) {
                text.append(person.name()).append('\n');
                new TreeMap<>(person.roles())
                        .forEach((project, roles) -> text.append("  ")
                                .append(String.join(
                                        ", ",
                                        new TreeSet<>(roles)
                                                .stream().map(ListAll::word).toList()))
                                .append(project.equals(Person.EVERY_PROJECT) ? "" : " of " + project)
                                .append('\n'));
                for (Person.Held held : person.keys()) {
                    text.append("  ")
                            .append(held.key().fingerprint())
                            .append(' ')
                            .append(held.key().type())
                            .append(" from ")
                            .append(held.from())
                            .append(held.until() == null ? "" : " until " + held.until())
                            .append('\n');
                }
            }
            terminal.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
            return ExitCode.PASS;
        }

        private static String word(Role role) {
            return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Adds a person, a key of theirs, or what they may do in a project.")
    static final class Add implements Subcommand {
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
                description =
                        "requester, checker, senior or release-admin (repeatable). Replaces those in the project.")
        private List<String> roles = List.of();

        @Option(names = "--project", paramLabel = "P", description = "The data set (default: all).")
        private String project = Person.EVERY_PROJECT;

        @Option(
                names = "--until",
                paramLabel = "DATE",
                description = "The first day on which the key no longer counts.")
        private @Nullable String until;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private GateAccess gate;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private RootKey root;

        Add(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, UsageException, GateException {
            if (!name.matches("[\\p{L}\\p{N}._-]{1,64}")) {
                throw new UsageException("a name has letters, digits, dots, hyphens and underscores");
            }
            GateFolder folder = gate.open();
            Keyring keyring = folder.keyring();
            Person before = keyring.people().getOrDefault(name, new Person(name, Map.of(), List.of()));
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
                folder.replaceKeyring(
                        keyring.with(new Person(name, may, keys), now).signedBy(root.key()));
            } catch (IllegalArgumentException e) {
                throw new UsageException("the key is in the keyring already");
            }
            terminal.say("the keyring is now of serial " + (keyring.serial() + 1));
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

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Ends a person's keys, or one of them; what they signed and is not yet released counts no more.")
    static final class Remove implements Subcommand {
        private final Terminal terminal;

        @Parameters(paramLabel = "NAME", description = "The person.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Option(names = "--fingerprint", paramLabel = "SHA256:...", description = "One key (default: all).")
        private @Nullable String fingerprint;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private GateAccess gate;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private RootKey root;

        Remove(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, UsageException, GateException {
            GateFolder folder = gate.open();
            Keyring keyring = folder.keyring();
            Person before = keyring.people().get(name);
            if (before == null) {
                throw new UsageException("there is no " + name + " in the keyring; look with: sdc keys list");
            }
            Instant now = Instant.now();
            List<Person.Held> keys = before.keys().stream()
                    .map(held ->
                            fingerprint == null || fingerprint.equals(held.key().fingerprint())
                                    ? new Person.Held(held.key(), held.from(), now)
                                    : held)
                    .toList();
            if (keys.equals(before.keys())) {
                throw new UsageException(name + " has no such key");
            }
            // the key stays, so that what it signed can still be read; it ends now
            folder.replaceKeyring(
                    keyring.with(new Person(name, before.roles(), keys), now).signedBy(root.key()));
            terminal.say("the keys count no longer");
            return ExitCode.PASS;
        }
    }

    @Command(
            name = "floor",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Sets the profile that decides at least.")
    static final class Floor implements Subcommand {
        private final Terminal terminal;

        @Parameters(paramLabel = "NAME|FILE", description = "A profile.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String profile;

        @Option(names = "--project", paramLabel = "P", description = "The data set (default: all).")
        private String project = Person.EVERY_PROJECT;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private GateAccess gate;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private RootKey root;

        Floor(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, UsageException, GateException, DeclarationException {
            Profiles.choose(profile, List.of()); // it must be one
            boolean file = profile.endsWith(".yaml") || profile.endsWith(".yml");
            String named = file ? Path.of(profile).toAbsolutePath().normalize().toString() : profile;
            GateFolder folder = gate.open();
            Keyring keyring = folder.keyring();
            folder.replaceKeyring(
                    keyring.withFloor(project, named, Instant.now()).signedBy(root.key()));
            terminal.say("requests of " + project + " are decided by " + named + " or stricter");
            return ExitCode.PASS;
        }
    }
}

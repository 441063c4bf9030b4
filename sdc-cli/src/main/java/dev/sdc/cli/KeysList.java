package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Keyring;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sdc keys list}. */
@Command(name = "list", description = "Lists people, what they may do, and their keys.")
final class KeysList implements Subcommand {
    private final Terminal terminal;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    @Option(names = "--public", description = "Lists the public keys alone, each with whose it is.")
    private boolean publicKeys;

    KeysList(Terminal terminal) {
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
        StringBuilder text = new StringBuilder("keyring " + keyring.serial() + " of " + keyring.at() + ", signed by "
                + folder.root().fingerprint() + "\n");
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
                                            .stream().map(KeysList::word).toList()))
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

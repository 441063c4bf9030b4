package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Keyring;
import dev.sdc.engine.gate.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc keys remove}. */
@Command(
        name = "remove",
        description = "Ends a person's keys, or one of them; what they signed and is not yet released counts no more.")
final class KeysRemove implements Subcommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The person.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(names = "--fingerprint", paramLabel = "SHA256:...", description = "One key (default: all).")
    private @Nullable String fingerprint;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private KeyringChange keyring;

    KeysRemove(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException {
        Keyring current = keyring.current();
        Person before = current.people().get(name);
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
        keyring.replace(current.with(new Person(name, before.roles(), keys), now));
        terminal.say("the keys count no longer");
        return ExitCode.PASS;
    }
}

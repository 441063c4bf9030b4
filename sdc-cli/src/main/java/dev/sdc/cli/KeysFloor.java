package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc keys floor}. */
@Command(name = "floor", description = "Sets the profile that decides at least.")
final class KeysFloor implements Subcommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME|FILE", description = "A profile.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String profile;

    @Option(names = "--project", paramLabel = "P", description = "The data set (default: all).")
    private String project = Person.EVERY_PROJECT;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private KeyringChange keyring;

    KeysFloor(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException, GateException, DeclarationException {
        Profiles.choose(profile, List.of()); // it must be one
        boolean file = profile.endsWith(".yaml") || profile.endsWith(".yml");
        String named = file ? Path.of(profile).toAbsolutePath().normalize().toString() : profile;
        keyring.replace(keyring.current().withFloor(project, named, Instant.now()));
        terminal.say("requests of " + project + " are decided by " + named + " or stricter");
        return ExitCode.PASS;
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sdc keys init}. */
@Command(name = "init", description = "Makes a gate in an empty folder.")
final class KeysInit implements Subcommand {
    private final Terminal terminal;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private GateAccess gate;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private RootKey root;

    KeysInit(Terminal terminal) {
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

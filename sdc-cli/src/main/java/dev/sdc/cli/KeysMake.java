package dev.sdc.cli;

import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sdc keys make}. */
@Command(name = "make", description = "Makes an Ed25519 key: FILE for its owner alone, FILE.pub for the keyring.")
final class KeysMake implements Subcommand {
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

    KeysMake(Terminal terminal) {
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

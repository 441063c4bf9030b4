package dev.sdc.cli;

import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Signer;
import dev.sdc.engine.gate.SshPublicKey;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A private key in a file: one that sdc made, or one of OpenSSH, with which ssh-keygen signs. */
final class KeyFile {
    private KeyFile() {}

    /** The power to sign with a key. */
    static Signer signer(Path file, @Nullable Path passphraseFile) throws IOException, UsageException, GateException {
        String text = read(file);
        if (text.startsWith("ssh-") || text.startsWith("ecdsa-") || text.startsWith("sk-")) {
            return new SshKeygen(file, SshPublicKey.parse(text)); // the secret half is an agent's
        }
        if (Ed25519Key.kindOf(text) == Ed25519Key.Kind.OTHER) {
            Path half = file.resolveSibling(file.getFileName() + ".pub");
            return new SshKeygen(file, SshPublicKey.parse(read(half)));
        }
        return own(file, text, passphraseFile);
    }

    /** A key that sdc made. */
    static Ed25519Key own(Path file, @Nullable Path passphraseFile) throws IOException, UsageException, GateException {
        return own(file, read(file), passphraseFile);
    }

    private static Ed25519Key own(Path file, String text, @Nullable Path passphraseFile)
            throws IOException, UsageException, GateException {
        requirePrivate(file);
        return Ed25519Key.read(text, passphrase(file, text, passphraseFile));
    }

    /** The passphrase of a key; empty where it has none. */
    static char[] passphrase(Path file, @Nullable Path passphraseFile) throws IOException, UsageException {
        return passphrase(file, read(file), passphraseFile);
    }

    private static char[] passphrase(Path file, String text, @Nullable Path passphraseFile)
            throws IOException, UsageException {
        if (passphraseFile != null) {
            return given(passphraseFile);
        }
        if (Ed25519Key.kindOf(text) != Ed25519Key.Kind.ENCRYPTED) {
            return new char[0];
        }
        char[] typed = ask("Passphrase of " + file + ": ");
        if (typed == null) {
            throw new UsageException(file + ": the key has a passphrase; give it with --passphrase-file FILE");
        }
        return typed;
    }

    /** What a person types, unseen; null where nobody is there. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on there always is one, which then reads null where nobody is
    static char @Nullable [] ask(String prompt) {
        Console console = System.console();
        return console == null ? null : console.readPassword("%s", prompt);
    }

    /** The first line of a file. */
    static char[] given(Path passphraseFile) throws IOException, UsageException {
        String first = read(passphraseFile).lines().findFirst().orElse("");
        if (first.isEmpty()) {
            throw new UsageException(passphraseFile + ": the first line must hold the passphrase");
        }
        return first.toCharArray();
    }

    static String read(Path file) throws IOException, UsageException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(file + ": there is no such file, or it cannot be read");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static void requirePrivate(Path file) throws IOException, UsageException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                throw new UsageException(
                        file + ": others can read this private key; chmod 600 it, and think about a new" + " one");
            }
        }
    }
}

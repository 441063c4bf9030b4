package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.SshPublicKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH's own server on the loopback interface, where it is installed. */
final class OpenSshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Process process;
    private final int port;
    private final Path drop;
    private final String fingerprint;

    OpenSshServer(Path folder, Ed25519Key login) throws Exception {
        this(Files.createDirectories(folder.resolve("drop")), folder, login);
    }

    /**
     * A server.
     *
     * @param options further lines of its configuration
     */
    OpenSshServer(Path drop, Path folder, Ed25519Key login, String... options) throws Exception {
        this.drop = drop;
        Path keys = Files.createDirectories(folder.resolve("keys"));
        for (String type : List.of("ed25519", "ecdsa")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    type,
                    "-N",
                    "",
                    "-f",
                    keys.resolve(type).toString());
        }
        fingerprint =
                SshPublicKey.parse(Files.readString(keys.resolve("ecdsa.pub"))).fingerprint();
        Path authorised =
                Files.writeString(keys.resolve("authorised"), login.publicKey().line() + "\n");
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        port = freePort();
        Path config = Files.writeString(
                keys.resolve("config"),
                String.join(
                        "\n",
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + keys.resolve("ed25519"),
                        "HostKey " + keys.resolve("ecdsa"),
                        "AuthorizedKeysFile " + authorised,
                        "PidFile none",
                        "StrictModes no",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "Subsystem sftp internal-sftp",
                        String.join("\n", options),
                        ""));
        process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        for (int i = 0; i < 100 && !listens(); i++) {
            Thread.sleep(50);
        }
        assertThat(listens()).as(Files.readString(folder.resolve("sshd.log"))).isTrue();
    }

    static boolean isInstalled() {
        return Files.isExecutable(SSHD);
    }

    /** With its ECDSA host key, which is not the one that a client would ask for first. */
    Destination destination() {
        return new Destination(System.getProperty("user.name"), "127.0.0.1", port, drop.toString(), fingerprint);
    }

    Path drop() {
        return drop;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

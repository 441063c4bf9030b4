package dev.sdc.benchmarks;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.SshPublicKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSH's server and client, with the cipher that the gate speaks. */
final class OpenSsh implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;
    private final String fingerprint;

    OpenSsh(Path folder, Ed25519Key admin) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        for (String name : List.of("host", "id")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(name).toString());
        }
        String host = Files.readString(folder.resolve("host.pub"));
        fingerprint = SshPublicKey.parse(host).fingerprint();
        Files.writeString(
                folder.resolve("authorised"),
                admin.publicKey().line() + "\n" + Files.readString(folder.resolve("id.pub")));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("known"), "[127.0.0.1]:" + port + " " + host);
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("authorised"),
                        "PidFile none",
                        "StrictModes no",
                        "PasswordAuthentication no",
                        "MaxStartups 100",
                        "Subsystem sftp internal-sftp",
                        ""));
        process = new ProcessBuilder(
                        "/usr/sbin/sshd",
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    break;
                }
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    Destination destination(Path drop) throws GateException {
        return Destination.parse(
                "sftp://" + System.getProperty("user.name") + "@127.0.0.1:" + port + drop, fingerprint);
    }

    Processor processor() {
        return Processor.of(process);
    }

    void sftp(Path batch) throws Exception {
        run(
                "sftp",
                "-q",
                "-b",
                batch.toString(),
                "-c",
                "aes256-gcm@openssh.com",
                "-P",
                String.valueOf(port),
                "-i",
                folder.resolve("id").toString(),
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "UserKnownHostsFile=" + folder.resolve("known"),
                System.getProperty("user.name") + "@127.0.0.1");
    }

    static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

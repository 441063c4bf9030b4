package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.SmallGate;
import dev.sdc.engine.gate.Standing.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.RawSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the gate: what it lets in, and each way around it. */
class GateServerTest {
    private static final byte[] T1 = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] T2 = "row,n\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallGate small;

    @SuppressWarnings("NullAway.Init")
    private GateServer server;

    @SuppressWarnings("NullAway.Init")
    private Path drop;

    private final List<SshClient> clients = new ArrayList<>();
    private final List<Released> noted = new ArrayList<>();
    private final Ed25519Key hostKey = Ed25519Key.generate();

    @BeforeEach
    void approveTwoFiles() throws Exception {
        drop = Files.createDirectories(folder.resolve("drop"));
        small = new SmallGate(folder);
        small.file("t1.csv", new String(T1, StandardCharsets.UTF_8));
        small.file("sub/t2.csv", new String(T2, StandardCharsets.UTF_8));
        server = new GateServer(small.workflow, drop, LoginKey.of(hostKey), List.of(noted::add));
        server.start("127.0.0.1", 0);
        small.destination = new Destination("sdc", "127.0.0.1", server.port(), "/in", server.hostKey());
        small.approved();
    }

    @AfterEach
    void stop() throws Exception {
        clients.forEach(SshClient::stop);
        server.close();
    }

    @Test
    void approvedNamesWithApprovedBytesComeIn() throws Exception {
        SftpClient adam = login("adam");
        put(adam, "/in/t1.csv", T1);
        assertThat(drop.resolve("in/t1.csv")).hasBinaryContent(T1);
        assertThat(small.standing().state()).isEqualTo(State.APPROVED);
        put(adam, "/in/sub/.t2.csv.r1.part", T2);
        adam.rename("/in/sub/.t2.csv.r1.part", "/in/sub/t2.csv");

        assertThat(drop.resolve("in/sub/t2.csv")).hasBinaryContent(T2);
        assertThat(small.standing().state()).isEqualTo(State.RELEASED);
        assertThat(noted).hasSize(1);
        assertThat(kinds()).contains(Event.Kind.LOGIN, Event.Kind.ORDERED, Event.Kind.RELEASED);
        assertThat(kinds()).filteredOn(Event.Kind.DELIVERED::equals).hasSize(2);
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
        assertThat(released()).containsExactlyInAnyOrder("in/t1.csv", "in/sub/t2.csv");
    }

    @Test
    void theSftpOfOpenSshWorks() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "OpenSSH's client is not installed");
        OpenSshServer.run(
                "ssh-keygen",
                "-q",
                "-t",
                "ecdsa",
                "-N",
                "",
                "-f",
                folder.resolve("id").toString());
        small.holds("adam", Files.readString(folder.resolve("id.pub")));
        Path known = Files.writeString(
                folder.resolve("known"),
                "[127.0.0.1]:" + server.port() + " " + hostKey.publicKey().line() + "\n");
        Path batch = Files.writeString(
                folder.resolve("batch"),
                "ls\ncd /in\nput " + small.files.resolve("t1.csv") + "\nput " + small.files.resolve("sub/t2.csv")
                        + " sub/t2.csv\nls -l\n");
        String out = OpenSshServer.run(
                "sftp",
                "-b",
                batch.toString(),
                "-P",
                String.valueOf(server.port()),
                "-i",
                folder.resolve("id").toString(),
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "UserKnownHostsFile=" + known,
                "-o",
                "StrictHostKeyChecking=yes",
                "sdc@127.0.0.1");

        assertThat(out).contains("t1.csv");
        assertThat(drop.resolve("in/sub/t2.csv")).hasBinaryContent(T2);
        assertThat(small.standing().state()).isEqualTo(State.RELEASED);
    }

    @Test
    void whatIsNotApprovedStaysOut() throws Exception {
        SftpClient adam = login("adam");
        assertThatThrownBy(() -> put(adam, "/in/other.csv", T1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(adam, "/t1.csv", T1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(adam, "/in/t1.csv", "a,b\n1,3\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(adam, "/in/t1.csv", new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(adam, "/in/../../../escaped", T1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> adam.mkdir("/elsewhere")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> adam.symLink("/in/link", "/etc/passwd")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> adam.rmdir("/in")).isInstanceOf(IOException.class);
        put(adam, "/in/.t1.csv.r1.part", T2);
        assertThatThrownBy(() -> adam.rename("/in/.t1.csv.r1.part", "/in/t1.csv"))
                .isInstanceOf(IOException.class);

        assertThat(released()).isEmpty();
        assertThat(kinds()).filteredOn(Event.Kind.REFUSED::equals).hasSizeGreaterThanOrEqualTo(7);
        assertThat(kinds()).doesNotContain(Event.Kind.DELIVERED);
        assertThat(Files.exists(folder.resolve("escaped"))).isFalse();
    }

    @Test
    void aLateWriteOnAnOpenHandleChangesNothing() throws Exception {
        SftpClient adam = login("adam");
        try (CloseableHandle handle =
                adam.open("/in/.t1.csv.r1.part", EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Read))) {
            adam.write(handle, 0, T1);
            adam.rename("/in/.t1.csv.r1.part", "/in/t1.csv");
            adam.write(handle, 0, "x,y\n9,9\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(drop.resolve("in/t1.csv")).hasBinaryContent(T1);
    }

    @Test
    void aReleasedFileIsNeitherReplacedNorRemoved() throws Exception {
        SftpClient adam = login("adam");
        put(adam, "/in/t1.csv", T1);
        adam.remove("/in/t1.csv");
        assertThat(drop.resolve("in/t1.csv")).hasBinaryContent(T1);

        put(adam, "/in/.t1.csv.r1.part", T2);
        RawSftpClient raw = (RawSftpClient) adam;
        ByteArrayBuffer rename = new ByteArrayBuffer();
        rename.putString("posix-rename@openssh.com");
        rename.putString("/in/.t1.csv.r1.part");
        rename.putString("/in/t1.csv");
        int id = raw.send(200, rename);
        org.apache.sshd.common.util.buffer.Buffer answer = raw.receive(id);
        answer.getInt(); // length
        assertThat(answer.getUByte()).as("a status").isEqualTo((short) 101);
        answer.getInt(); // id
        assertThat(answer.getInt()).as("permission denied").isEqualTo(3);
        assertThat(drop.resolve("in/t1.csv")).hasBinaryContent(T1);
        assertThat(kinds()).contains(Event.Kind.REFUSED);
    }

    @Test
    void aReleaseIsNotSentASecondTime() throws Exception {
        SftpClient adam = login("adam");
        put(adam, "/in/t1.csv", T1);
        put(adam, "/in/sub/t2.csv", T2);
        Files.delete(drop.resolve("in/t1.csv"));

        assertThatThrownBy(() -> put(adam, "/in/t1.csv", T1)).isInstanceOf(IOException.class);
        assertThat(Files.exists(drop.resolve("in/t1.csv"))).isFalse();
    }

    @Test
    void onlyReleaseAdminsComeInAndSeeTheirOwnAlone() throws Exception {
        small.person("adele", dev.sdc.engine.gate.Role.RELEASE_ADMIN);
        put(login("adam"), "/in/t1.csv", T1);

        assertThatThrownBy(() -> login("ben")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> login(Ed25519Key.generate())).isInstanceOf(IOException.class);
        assertThat(names(login("adele"), "/in")).containsExactly("sub");
        assertThat(names(login("adam"), "/in")).containsExactly("sub", "t1.csv");
        List<String> refused = new ArrayList<>();
        small.gate.log().read((event, digest) -> {
            if (event.kind() == Event.Kind.LOGIN_REFUSED) {
                refused.add(event.by());
            }
        });
        assertThat(refused).contains("ben", "unknown");
    }

    @Test
    void aRemovedApproverClosesTheDoorAtOnce() throws Exception {
        SftpClient adam = login("adam");
        small.person("ben");
        assertThatThrownBy(() -> put(adam, "/in/t1.csv", T1)).isInstanceOf(IOException.class);
        assertThat(released()).isEmpty();
    }

    @Test
    void anAdminWhoIsRemovedSendsNoMoreThoughTheirSessionIsOpen() throws Exception {
        SftpClient adam = login("adam");
        put(adam, "/in/t1.csv", T1);
        small.person("adam");
        assertThatThrownBy(() -> put(adam, "/in/sub/t2.csv", T2)).isInstanceOf(IOException.class);
        assertThat(released()).containsExactly("in/t1.csv");
    }

    @Test
    void ourOwnReleaseWorksAgainstIt() throws Exception {
        // from another gate folder this would be another site; here both note down in one log
        new Release(small.workflow, new SftpTransport(LoginKey.of(small.key("adam"))), Watcher.NONE, List.of())
                .run("r1", small.destination, small.key("adam"));

        assertThat(released()).containsExactlyInAnyOrder("in/t1.csv", "in/sub/t2.csv");
        assertThat(kinds()).filteredOn(Event.Kind.RELEASED::equals).hasSize(1);
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    private SftpClient login(String name) throws Exception {
        return login(small.key(name));
    }

    private SftpClient login(Ed25519Key key) throws Exception {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, offered) -> true);
        client.start();
        clients.add(client);
        ClientSession session =
                client.connect("sdc", "127.0.0.1", server.port()).verify(10_000).getSession();
        session.addPublicKeyIdentity(LoginKey.of(key).pair());
        session.auth().verify(10_000);
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void put(SftpClient client, String path, byte[] bytes) throws IOException {
        try (CloseableHandle handle =
                client.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            for (int at = 0; at < bytes.length; at += 30_000) {
                client.write(handle, at, bytes, at, Math.min(30_000, bytes.length - at));
            }
        }
    }

    private static List<String> names(SftpClient client, String path) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : client.readEntries(path)) {
            if (!entry.getFilename().startsWith(".")) {
                names.add(entry.getFilename());
            }
        }
        names.sort(null);
        return names;
    }

    private List<Event.Kind> kinds() throws Exception {
        List<Event.Kind> kinds = new ArrayList<>();
        small.gate.log().read((event, digest) -> kinds.add(event.kind()));
        return kinds;
    }

    private List<String> released() throws IOException {
        try (Stream<Path> files = Files.walk(drop)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> drop.relativize(file).toString())
                    .filter(name -> !name.startsWith(".gate"))
                    .toList();
        }
    }
}

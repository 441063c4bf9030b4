package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Release;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request's way through the commands, from its author to the far side. */
class GateCommandsTest {
    private static final String NOWHERE = "sftp://sdc@drop.example.org:22/in";
    private static final String SOME_HOST_KEY = "SHA256:" + "A".repeat(43);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path in;

    @BeforeEach
    void aGateAndItsPeople() throws Exception {
        in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("t1.csv"), "Age,Patients\n60-69,30\n70-79,4711\n80+,12\n");
        Files.writeString(
                in.resolve("submission.yaml"),
                "schema: sdc-submission/1\nid: r-1\nrequester: ana\ndefaults: {unit: patient}\n");
        for (String name : List.of("root", "ana", "ben", "adam")) {
            ok("keys", "make", key(name), "--no-passphrase");
        }
        ok("keys", "init", "--root-key", key("root"), "--gate", gate());
        person("ana", "requester");
        person("ben", "checker");
        person("adam", "release-admin");
    }

    @Test
    void keysAreForTheirOwnerAloneAndNeverOverwritten() throws Exception {
        Path key = folder.resolve("ben");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Run.of("keys", "make", key.toString(), "--no-passphrase").exit())
                .isEqualTo(2);
        assertThat(ok("keys", "list", "--gate", gate()).out()).contains("ben\n  checker\n  SHA256:");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        Run run = approve("ben", NOWHERE, SOME_HOST_KEY);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("others can read this private key");
    }

    @Test
    void aKeyUnderAPassphraseAsksForIt() throws Exception {
        Path pass = Files.writeString(folder.resolve("pass"), "correct horse\n");
        ok("keys", "make", key("cora"), "--passphrase-file", pass.toString());
        person("cora", "checker");
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());

        assertThat(approve("cora", NOWHERE, SOME_HOST_KEY).err()).contains("--passphrase-file");
        ok(
                "approve",
                in.toString(),
                "--key",
                key("cora"),
                "--passphrase-file",
                pass.toString(),
                "--to",
                NOWHERE,
                "--host-key",
                SOME_HOST_KEY,
                "--gate",
                gate());
    }

    @Test
    void theGateSaysWhyItIsClosed() {
        Run submitted = ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        assertThat(submitted.out()).contains("checked", "PASS by handbook-10", "0 of 2");
        assertThat(Run.of("approve", in.toString(), "--key", key("ben"), "--gate", gate())
                        .err())
                .contains("say where to");
        assertThat(approve("ana", NOWHERE, SOME_HOST_KEY).err()).contains("may not decide");
        Run one = approve("ben", NOWHERE, SOME_HOST_KEY);
        assertThat(one.out()).contains("1 of 2").doesNotContain("approve to");
        Run release = Run.of("release", "r-1", "--to", NOWHERE, "--key", key("adam"), "--gate", gate());
        assertThat(release.exit()).isEqualTo(1);
        assertThat(release.err()).contains("the gate is closed", "1 of 2 different people have decided");
    }

    @Test
    void aChangedFolderIsNotWhatWasApproved() throws Exception {
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        Files.writeString(in.resolve("t1.csv"), "Age,Patients\n60-69,31\n");

        Run run = approve("ben", NOWHERE, SOME_HOST_KEY);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("have changed since they were handed in");
        assertThat(ok("status", in.toString(), "--gate", gate()).err()).contains("have changed");
    }

    @Test
    void decisionsOtherThanApproval() {
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        assertThat(Run.of("return", "r-1", "--key", key("ben"), "--gate", gate())
                        .err())
                .contains("--reason");
        ok("return", "r-1", "--key", key("ben"), "--reason", "round to 5", "--gate", gate());
        ok("comment", "r-1", "will do", "--key", key("ana"), "--gate", gate());
        assertThat(ok("status", "r-1", "--gate", gate()).out())
                .contains("ana in round 1: will do")
                .doesNotContain("round to 5");
        assertThat(ok("withdraw", "r-1", "--key", key("ana"), "--gate", gate()).out())
                .contains("withdrawn");
        assertThat(ok("status", "--gate", gate()).out()).isEqualTo("withdrawn  r-1\n");
        assertThat(Run.of("reject", "r-1", "--key", key("ben"), "--reason", "no", "--gate", gate())
                        .exit())
                .isEqualTo(1);
        assertThat(Run.of("status", "nope", "--gate", gate()).exit()).isEqualTo(1);
        assertThat(Run.of("status", "r-1", "--gate", folder.resolve("none").toString())
                        .err())
                .contains("sdc keys init");
    }

    @Test
    void noCommandTellsWhatTheFirstCheckerDecided() throws Exception {
        ok("keys", "make", key("cora"), "--no-passphrase");
        person("cora", "checker");
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        ok("reject", "r-1", "--key", key("ben"), "--reason", "too small", "--gate", gate());
        ok("comment", "r-1", "far too small", "--key", key("ben"), "--gate", gate());
        Path statements = folder.resolve("statements");
        Path report = folder.resolve("report.json");
        Path draft = folder.resolve("draft");
        List<Run> runs = List.of(
                ok("status", "--gate", gate()),
                ok("status", in.toString(), "--gate", gate()),
                ok(
                        "status",
                        "r-1",
                        "--report",
                        report.toString(),
                        "--statements",
                        statements.toString(),
                        "--gate",
                        gate()),
                ok("comment", "r-1", "is it urgent?", "--key", key("ana"), "--gate", gate()),
                ok("verify", "--gate", gate()),
                ok("keys", "list", "--gate", gate()),
                Run.of("release", "r-1", "--to", NOWHERE, "--key", key("adam"), "--gate", gate()),
                ok(
                        "approve",
                        "r-1",
                        "--as",
                        "cora",
                        "--draft",
                        draft.toString(),
                        "--to",
                        NOWHERE,
                        "--host-key",
                        SOME_HOST_KEY,
                        "--gate",
                        gate()));

        for (Run run : runs) {
            assertThat(run.out() + run.err()).doesNotContain("reject", "too small");
        }
        try (Stream<Path> written = Files.list(statements)) {
            assertThat(written)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("request.json", "check.json");
        }
        assertThat(report).content().doesNotContain("too small");
        assertThat(draft).content().doesNotContain("too small");

        Run second = approve("cora", NOWHERE, SOME_HOST_KEY);
        assertThat(second.out()).contains("reject: too small", "far too small", "reviewed");
    }

    @Test
    void aRemovedKeyAndAFloorCount() throws Exception {
        ok("keys", "floor", "opensafely", "--root-key", key("root"), "--gate", gate());
        assertThat(Run.of("submit", in.toString(), "--key", key("ana"), "--gate", gate())
                        .out())
                .contains("by opensafely");
        ok("keys", "remove", "ben", "--root-key", key("root"), "--gate", gate());
        assertThat(approve("ben", NOWHERE, SOME_HOST_KEY).err()).contains("belongs to nobody");
        assertThat(Run.of("keys", "floor", "nope", "--root-key", key("root"), "--gate", gate())
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("keys", "list", "--gate", gate(), "--trust", SOME_HOST_KEY)
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void throughOpenSshAndVerifiedWithoutSdc() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/sshd")), "OpenSSH's server is not installed");
        process("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", key("cora"));
        person("cora", "checker,senior");
        Path drop = Files.createDirectory(folder.resolve("drop"));
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        int port = freePort();
        Process sshd = sshd(port);
        try {
            String to = "sftp://" + System.getProperty("user.name") + "@127.0.0.1:" + port + drop;
            String hostKey =
                    process("ssh-keygen", "-l", "-f", key("host") + ".pub").split(" ", 3)[1];
            approve("ben", to, hostKey);
            // the second signs elsewhere
            String draft = folder.resolve("draft").toString();
            ok(
                    "approve",
                    in.toString(),
                    "--as",
                    "cora",
                    "--draft",
                    draft,
                    "--to",
                    to,
                    "--host-key",
                    hostKey,
                    "--gate",
                    gate());
            process("ssh-keygen", "-q", "-Y", "sign", "-n", "sdc-gate", "-f", key("cora"), draft);
            assertThat(ok("approve", in.toString(), "--signed", draft, "--gate", gate())
                            .out())
                    .contains("gate             open");
            String receipt = folder.resolve("receipt.json").toString();
            String ledger = folder.resolve("ledger").toString();
            String[] release = {
                "release",
                in.toString(),
                "--to",
                to,
                "--key",
                key("adam"),
                "--receipt",
                receipt,
                "--ledger",
                ledger,
                "--gate",
                gate()
            };
            Run released = ok(release);
            ok(release);
            assertThat(ok("ledger", "list", ledger).out().lines())
                    .filteredOn(line -> line.contains("t1.csv"))
                    .singleElement()
                    .asString()
                    .startsWith("r-1");

            assertThat(released.out()).contains("released", "1 of 1 files");
            try (Stream<Path> there = Files.list(drop)) {
                assertThat(there).containsExactly(drop.resolve("t1.csv"));
            }
            assertThat(drop.resolve("t1.csv")).hasSameBinaryContentAs(in.resolve("t1.csv"));
            assertThat(ok("verify", receipt, "--files", drop.toString(), "--gate", gate())
                            .out())
                    .contains("OK", "receipt of 1 files, signed by the gate");
            assertThat(ok("verify", "--gate", gate()).out()).startsWith("OK");
            Path all = folder.resolve("statements");
            ok("status", "r-1", "--statements", all.toString(), "--gate", gate());
            for (String name : List.of("request", "check", "decision-1", "decision-2", "order", "receipt")) {
                assertThat(ok("verify", all.resolve(name + ".json").toString(), "--gate", gate())
                                .out())
                        .startsWith("OK");
            }
            withoutSdc(receipt, drop);
            Files.writeString(drop.resolve("t1.csv"), "other");
            assertThat(Run.of("verify", receipt, "--files", drop.toString(), "--gate", gate())
                            .exit())
                    .isEqualTo(1);
        } finally {
            sshd.destroy();
        }
    }

    @Test
    void theServerListensUntilItIsStopped() throws Exception {
        Path drop = Files.createDirectory(folder.resolve("drop"));
        int port = freePort();
        List<Run> runs = new ArrayList<>();
        Thread server = server(drop, port, runs);
        String banner = banner(port);
        server.interrupt();
        server.join();

        assertThat(banner).isEqualTo("SSH-2.0-");
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.err()).contains("listening on 127.0.0.1:" + port + " with host key SHA256:");
        });
        assertThat(Run.of(
                                "gate-server",
                                "--drop",
                                drop.toString(),
                                "--host-key",
                                key("adam"),
                                "--listen",
                                "here",
                                "--gate",
                                gate())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theServerAddsWhatItTookInToALedger() throws Exception {
        String ledger = folder.resolve("ledger").toString();
        // of another gate that gave the same id
        Ledger.open(ledger).add(new Release("r-1", null, null, List.of()));
        Path drop = releasedThroughTheServer(ledger);

        assertThat(drop.resolve("in/t1.csv")).hasSameBinaryContentAs(in.resolve("t1.csv"));
        assertThat(ok("ledger", "list", ledger).out().lines())
                .filteredOn(line -> line.contains("t1.csv"))
                .singleElement()
                .asString()
                .startsWith("r-1");
    }

    @Test
    void whatARequestSaysOfItsZonesHoldsForLaterOnes() throws Exception {
        Path areas = Files.createDirectory(in.resolve("evidence")).resolve("areas.csv");
        Files.writeString(areas, "whole,part\nNorth (2021),E1\nNorth (2021),E2\nNorth (2023),E1\n");
        Files.writeString(in.resolve("t1.csv"), "Area,Patients\nNorth (2021),143\nSouth,250\nWest,310\n");
        Files.writeString(in.resolve("submission.yaml"), """
                schema: sdc-submission/1
                id: r-1
                requester: ana
                containment: evidence/areas.csv
                defaults: {unit: patient}
                """);
        String ledger = folder.resolve("ledger").toString();
        releasedThroughTheServer(ledger);
        assertThat(ok("verify", "--gate", gate()).out()).startsWith("OK");

        Path later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(later.resolve("t2.csv"), "Area,Patients\nNorth (2023),140\nSouth,250\nWest,310\n");
        Run check = Run.of("check", later.toString(), "--unit", "patient", "--ledger", ledger);
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("DIF-003", "143 - 140 = 3");
        Files.writeString(
                later.resolve("submission.yaml"),
                "schema: sdc-submission/1\nid: r-2\nrequester: ana\ndefaults: {unit: patient}\n");
        Run submitted = Run.of("submit", later.toString(), "--key", key("ana"), "--ledger", ledger, "--gate", gate());
        assertThat(submitted.exit()).isEqualTo(1);
        assertThat(submitted.out()).contains("FAIL");

        Files.writeString(areas, "whole,part\nNorth (2021),E1\n");
        assertThat(ok("status", in.toString(), "--gate", gate()).err()).contains("have changed");
    }

    /** Hands the request in, and has it approved by two and sent to the gate's own server. */
    private Path releasedThroughTheServer(String ledger) throws Exception {
        ok("keys", "make", key("cora"), "--no-passphrase");
        person("cora", "checker");
        Path drop = Files.createDirectory(folder.resolve("drop"));
        int port = freePort();
        List<Run> runs = new ArrayList<>();
        Thread server = server(drop, port, runs, "--ledger", ledger);
        assertThat(banner(port)).isEqualTo("SSH-2.0-");
        ok("submit", in.toString(), "--key", key("ana"), "--gate", gate());
        String to = "sftp://sdc@127.0.0.1:" + port + "/in";
        String hostKey = ok("keys", "list", "--gate", gate())
                .out()
                .split("adam\n  release-admin\n  ", 2)[1]
                .split(" ", 2)[0];
        approve("ben", to, hostKey);
        approve("cora", to, hostKey);
        ok("release", "r-1", "--to", to, "--key", key("adam"), "--gate", gate());
        server.interrupt();
        server.join();
        return drop;
    }

    private Thread server(Path drop, int port, List<Run> runs, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "gate-server",
                "--drop",
                drop.toString(),
                "--host-key",
                key("adam"),
                "--listen",
                "127.0.0.1:" + port,
                "--gate",
                gate()));
        command.addAll(List.of(more));
        Thread server = new Thread(() -> runs.add(Run.of(command.toArray(String[]::new))));
        server.start();
        return server;
    }

    /** The first words of a server, once it listens. */
    private static String banner(int port) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new String(socket.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        return "";
    }

    /** With the script of the documentation. */
    private void withoutSdc(String receipt, Path drop) throws Exception {
        if (!isThere("python3") || !isThere("openssl")) {
            return;
        }
        String listed = ok("keys", "list", "--gate", gate()).out();
        assertThat(listed).contains("gate\n  gate\n");
        Path pub = Files.writeString(folder.resolve("gate.pub"), gateKey());
        String script = Path.of("..", "docs", "verify_statement.py").toString();
        assertThat(process("python3", script, receipt, pub.toString(), drop.toString()))
                .contains("OK urn:sdc:gate:receipt:v1");
        Process other = new ProcessBuilder("python3", script, receipt, key("ben") + ".pub").start();
        assertThat(other.waitFor()).isNotZero();
    }

    private String gateKey() {
        Run run = ok("keys", "list", "--public", "--gate", gate());
        return run.out()
                        .lines()
                        .filter(line -> line.endsWith(" gate"))
                        .findFirst()
                        .orElseThrow() + "\n";
    }

    private Process sshd(int port) throws Exception {
        process("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key("host"));
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Path config = Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + key("host"),
                        "AuthorizedKeysFile " + key("adam") + ".pub",
                        "PidFile none",
                        "StrictModes no",
                        "PasswordAuthentication no",
                        "Subsystem sftp internal-sftp",
                        ""));
        Process process = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
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
        return process;
    }

    private void person(String name, String roles) {
        ok(
                "keys",
                "add",
                name,
                "--pub",
                key(name) + ".pub",
                "--role",
                roles,
                "--root-key",
                key("root"),
                "--gate",
                gate());
    }

    private Run approve(String name, String to, String hostKey) {
        return Run.of(
                "approve", in.toString(), "--key", key(name), "--to", to, "--host-key", hostKey, "--gate", gate());
    }

    private static Run ok(String... args) {
        Run run = Run.of(args);
        List<String> all = new ArrayList<>(List.of(args));
        all.add(run.err());
        assertThat(run.exit()).as(String.join(" ", all)).isZero();
        return run;
    }

    private String key(String name) {
        return folder.resolve(name).toString();
    }

    private String gate() {
        return folder.resolve("gate").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isThere(String program) {
        try {
            new ProcessBuilder(program, "--version").start().destroy();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String process(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}

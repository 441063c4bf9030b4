package dev.sdc.benchmarks;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Person;
import dev.sdc.engine.gate.Role;
import dev.sdc.engine.gate.SshPublicKey;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.release.FarSide;
import dev.sdc.engine.release.LoginKey;
import dev.sdc.engine.release.Release;
import dev.sdc.engine.release.SftpTransport;
import dev.sdc.engine.release.Transport;
import dev.sdc.engine.release.Watcher;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gate at size: a release beside OpenSSH's {@code sftp}, a long log, releases that are killed. */
public final class GateRuns {
    private static final String ID = "r1";
    private static final long MEGABYTE = 1 << 20;

    private final Path folder;

    private GateRuns(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]).toAbsolutePath();
        switch (args[0]) {
            case "release" ->
                new GateRuns(folder)
                        .release(Integer.parseInt(args[2]), Long.parseLong(args[3]), Integer.parseInt(args[4]));
            case "log" -> new GateRuns(folder).log(Long.parseLong(args[2]));
            case "kill" -> new GateRuns(folder).kill(Integer.parseInt(args[2]));
            case "once" -> once(folder, Integer.parseInt(args[2]), args[3], args[4]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Sends files with {@code sftp} and with the gate in turn; both as they come from the disk's cache. */
    private void release(int files, long megabytes, int rounds) throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Random random = new Random(7);
        byte[] bytes = new byte[Math.toIntExact(megabytes * MEGABYTE / files)];
        for (int i = 0; i < files; i++) {
            random.nextBytes(bytes);
            Files.write(in.resolve("f" + i + ".csv"), bytes);
        }
        double total = (double) bytes.length * files / MEGABYTE;
        Ed25519Key admin = Ed25519Key.generate();
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> wholes = new ArrayList<>();
        try (OpenSsh server = new OpenSsh(folder, admin)) {
            Path batch = folder.resolve("batch");
            for (int round = 0; round < rounds; round++) {
                Path drop = Files.createDirectories(folder.resolve("drop"));
                Files.writeString(batch, "cd " + drop + "\nlcd " + in + "\nmput *.csv\n");
                long start = System.nanoTime();
                server.sftp(batch);
                theirs.add(total / seconds(start));
                delete(drop);

                Files.createDirectories(drop);
                try (Gate gate = new Gate(folder.resolve("gate" + round), admin)) {
                    Destination place = server.destination(drop);
                    gate.approve(in, place);
                    Timed timed = new Timed(new SftpTransport(LoginKey.of(admin)));
                    start = System.nanoTime();
                    new Release(gate.workflow, timed, Watcher.NONE, List.of()).run(ID, place, admin);
                    double whole = seconds(start);
                    ours.add(total / (whole - timed.verifying / 1e9));
                    wholes.add(total / whole);
                    System.out.printf(
                            Locale.ROOT,
                            "round %d: sftp %.1f MiB/s, release without reading back %.1f MiB/s, reading back %.1f MiB/s, in all"
                                    + " %.1f MiB/s, heap in use %d MB%n",
                            round + 1,
                            theirs.get(round),
                            ours.get(round),
                            total / (timed.verifying / 1e9),
                            wholes.get(round),
                            (Runtime.getRuntime().totalMemory()
                                            - Runtime.getRuntime().freeMemory())
                                    / MEGABYTE);
                }
                delete(drop);
                delete(folder.resolve("gate" + round));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d files, %.0f MiB, %d rounds: sftp %.1f MiB/s, release %.1f MiB/s (%.2f), with reading back %.1f MiB/s"
                        + " (medians)%n",
                files,
                total,
                rounds,
                median(theirs),
                median(ours),
                median(ours) / median(theirs),
                median(wholes));
    }

    private void log(long events) throws Exception {
        Ed25519Key admin = Ed25519Key.generate();
        try (Gate gate = new Gate(folder.resolve("gate"), admin)) {
            long had = gate.folder.log().head().events();
            String head = gate.folder.log().head().digest().hex();
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(folder.resolve("gate/log.jsonl"), java.nio.file.StandardOpenOption.APPEND))) {
                for (long n = had + 1; n <= events; n++) {
                    byte[] line = ("{\"n\":" + n + ",\"prev\":\"" + head + "\",\"at\":\"" + Instant.now()
                                    + "\",\"event\":\"LOGIN\",\"by\":\"adam\",\"details\":{\"from\":\"/10.0.0.7:51234\","
                                    + "\"user\":\"drop\",\"with\":\"a key of the keyring\"}}")
                            .getBytes(StandardCharsets.UTF_8);
                    out.write(line);
                    out.write('\n');
                    head = Digest.of(line).hex();
                }
            }
            gate.folder.checkpoint();
            long start = System.nanoTime();
            GateAudit.Outcome outcome = GateAudit.of(gate.folder, List.of());
            System.out.printf(
                    Locale.ROOT,
                    "log of %d events, %d MB: verified in %.1f s, %d problems%n",
                    outcome.events(),
                    Files.size(folder.resolve("gate/log.jsonl")) / MEGABYTE,
                    seconds(start),
                    outcome.problems().size());
        }
    }

    /** Releases in processes of their own, which are killed at a random time until one comes through. */
    private void kill(int releases) throws Exception {
        Ed25519Key admin = Ed25519Key.generate();
        Path key = folder.resolve("admin.key");
        Files.createDirectories(folder);
        GateFolder.writeNew(key, admin.pem(new char[0]));
        Random random = new Random(11);
        int kills = 0;
        try (OpenSsh server = new OpenSsh(folder, admin)) {
            for (int i = 0; i < releases; i++) {
                Path in = Files.createDirectories(folder.resolve("in" + i));
                for (int f = 0; f < 6; f++) {
                    byte[] bytes = new byte[random.nextInt(400_000)];
                    random.nextBytes(bytes);
                    Files.write(in.resolve("f" + f + ".csv"), bytes);
                }
                Path drop = Files.createDirectories(folder.resolve("drop" + i));
                Path at = folder.resolve("gate" + i);
                Destination place = server.destination(drop);
                try (Gate gate = new Gate(at, admin)) {
                    gate.approve(in, place);
                    int exit = -1;
                    for (int attempt = 0; exit != 0; attempt++) {
                        Process process = new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        GateRuns.class.getName(),
                                        "once",
                                        at.toString(),
                                        "0",
                                        place.url() + " " + place.hostKey(),
                                        key.toString())
                                .inheritIO()
                                .start();
                        long patience = 400 + random.nextInt(1_600) + 200L * attempt;
                        if (process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                            exit = process.exitValue();
                        } else {
                            process.destroyForcibly().waitFor();
                            kills++;
                        }
                    }
                    gate.requireOnce(in, drop);
                }
                delete(at);
                delete(drop);
                delete(in);
            }
        }
        System.out.printf(
                Locale.ROOT, "%d releases, killed %d times: nothing lost, nothing doubled%n", releases, kills);
    }

    private static void once(Path gate, int ignored, String place, String key) throws Exception {
        Ed25519Key admin = Ed25519Key.read(Files.readString(Path.of(key)), new char[0]);
        Workflow workflow = new Workflow(GateFolder.open(gate, null, Clock.systemUTC()), Profiles::choose);
        new Release(workflow, new SftpTransport(LoginKey.of(admin)), Watcher.NONE, List.of())
                .run(ID, Destination.pinned(place), admin);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Times how long the far side's bytes are read back. */
    private static final class Timed implements Transport {
        private final Transport transport;
        private long verifying;

        Timed(Transport transport) {
            this.transport = transport;
        }

        @Override
        public FarSide connect(Destination destination) throws IOException, GateException {
            FarSide far = transport.connect(destination);
            return (FarSide) java.lang.reflect.Proxy.newProxyInstance(
                    FarSide.class.getClassLoader(), new Class<?>[] {FarSide.class}, (proxy, method, args) -> {
                        long start = System.nanoTime();
                        try {
                            return method.invoke(far, args);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        } finally {
                            if (method.getName().equals("digest")) {
                                verifying += System.nanoTime() - start;
                            }
                        }
                    });
        }
    }

    /** A gate with its people, whose checks pass unseen: the checker is measured elsewhere. */
    private static final class Gate implements AutoCloseable {
        private final GateFolder folder;
        private final Workflow workflow;
        private final Ed25519Key root = Ed25519Key.generate();
        private final Map<String, Ed25519Key> keys = new HashMap<>();

        Gate(Path at, Ed25519Key admin) throws Exception {
            folder = GateFolder.create(at, root, Clock.systemUTC());
            workflow = new Workflow(folder, Profiles::choose);
            person("ana", Ed25519Key.generate(), Role.REQUESTER);
            person("ben", Ed25519Key.generate(), Role.CHECKER);
            person("cora", Ed25519Key.generate(), Role.CHECKER);
            person("adam", admin, Role.RELEASE_ADMIN);
        }

        private void person(String name, Ed25519Key key, Role role) throws Exception {
            keys.put(name, key);
            Person person = new Person(
                    name,
                    Map.of("*", Set.of(role)),
                    List.of(new Person.Held(key.publicKey(), Instant.now().minusSeconds(60), null)));
            folder.replaceKeyring(folder.keyring().with(person, Instant.now()).signedBy(root));
        }

        private Ed25519Key key(String name) {
            return Objects.requireNonNull(keys.get(name));
        }

        void approve(Path in, Destination place) throws Exception {
            List<OutputFile> files = new ArrayList<>();
            try (Stream<Path> all = Files.list(in)) {
                all.sorted().forEach(file -> files.add(OutputFile.onDisk(String.valueOf(file.getFileName()), file)));
            }
            var submission = Submission.builder();
            files.forEach(submission::file);
            workflow.submit(submission.build(), ID, null, key("ana"), Gate::passed);
            for (String name : List.of("ben", "cora")) {
                workflow.decide(workflow.draft(ID, name, Choice.APPROVE, place, null, "")
                        .signedBy(key(name)));
            }
        }

        void requireOnce(Path in, Path drop) throws Exception {
            Map<String, Integer> delivered = new HashMap<>();
            List<Event.Kind> kinds = new ArrayList<>();
            folder.log().read((event, digest) -> {
                kinds.add(event.kind());
                if (event.kind() == Event.Kind.DELIVERED) {
                    delivered.merge(String.valueOf(event.details().get("file")), 1, Integer::sum);
                }
            });
            try (Stream<Path> all = Files.list(in)) {
                for (Path file : all.toList()) {
                    String name = String.valueOf(file.getFileName());
                    require(Files.mismatch(file, drop.resolve(name)) == -1, name + " arrived otherwise");
                    require(delivered.getOrDefault(name, 0) == 1, name + " was noted down " + delivered.get(name));
                }
            }
            try (Stream<Path> all = Files.list(drop)) {
                require(all.count() == 6, "something else is there");
            }
            require(kinds.stream().filter(Event.Kind.RELEASED::equals).count() == 1, "released not once");
            require(kinds.stream().filter(Event.Kind.ORDERED::equals).count() == 1, "ordered not once");
            require(workflow.standing(ID).state() == Standing.State.RELEASED, "not released");
            require(GateAudit.of(folder, List.of()).problems().isEmpty(), "the gate is damaged");
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalStateException(otherwise);
            }
        }

        private static Report passed(Submission submission, Profile profile) {
            List<Report.FileReport> files = new ArrayList<>();
            for (OutputFile file : submission.files()) {
                Path at = ((OutputFile.Content.OnDisk) file.content()).location();
                try {
                    String digest = Objects.requireNonNull(at.getParent()).getFileName() + "" + at.getFileName();
                    files.add(new Report.FileReport(
                            file.path(),
                            digest,
                            Files.size(at),
                            "text/csv",
                            Verdict.PASS,
                            List.of(),
                            List.of(),
                            List.of()));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return new Report(
                    Verdict.PASS,
                    new Report.ProfileUsed(profile.name(), profile.version(), profile.sha256(), "", List.of()),
                    new Report.Engine("none", "0"),
                    new Report.Checked(ID, profile.sha256()),
                    files,
                    List.of(),
                    0,
                    false,
                    List.of(),
                    null);
        }

        @Override
        public void close() {}
    }

    /** OpenSSH's server and client, with the cipher that the gate speaks. */
    private static final class OpenSsh implements AutoCloseable {
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

        private static void run(String... command) throws Exception {
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
}

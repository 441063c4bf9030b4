package dev.sdc.benchmarks;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Workflow;
import dev.sdc.engine.release.LoginKey;
import dev.sdc.engine.release.Release;
import dev.sdc.engine.release.SftpTransport;
import dev.sdc.engine.release.Watcher;
import dev.sdc.engine.rule.Profiles;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Releases to OpenSSH's server in processes of their own, each of which is killed at a random moment some times before it
 * may come through. What the far side and the gate hold then must be whole, and nothing of it twice.
 */
record GateKills(Path folder, int releases) {
    private static final String ID = "r1";
    private static final int FILES = 20;
    private static final int MOST_BYTES = 200_000;
    private static final int MOST_KILLS = 2;
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_MILLIS = 1_500;
    private static final String BEGUN = "begun";

    void run() throws Exception {
        Ed25519Key admin = Ed25519Key.generate();
        Path key = Files.createDirectories(folder).resolve("admin.key");
        GateFolder.writeNew(key, admin.pem(new char[0]));
        Random random = new Random(11);
        int kills = 0;
        try (OpenSsh server = new OpenSsh(folder, admin)) {
            for (int i = 0; i < releases; i++) {
                Path in = Folders.filled(folder.resolve("in"), FILES, () -> random.nextInt(MOST_BYTES), random);
                Path drop = Files.createDirectories(folder.resolve("drop"));
                Path at = folder.resolve("gate");
                Destination place = server.destination(drop);
                SampleGate gate = new SampleGate(at, admin);
                gate.approve(ID, in, place);
                kills += kills(at, place, key, random);
                gate.requireOnce(ID, in, drop);
                for (Path made : List.of(at, drop, in)) {
                    Folders.delete(made);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d releases of %d files, killed %d times: nothing lost, nothing doubled%n",
                releases,
                FILES,
                kills);
    }

    /** Releases until it comes through; the result is how often it was killed. */
    private static int kills(Path gate, Destination place, Path key, Random random) throws Exception {
        int kills = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GateRuns.class.getName(),
                            "once",
                            gate.toString(),
                            place.url() + " " + place.hostKey(),
                            key.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out = process.inputReader()) {
                if (BEGUN.equals(out.readLine())
                        && kills < MOST_KILLS
                        && !process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    kills++;
                }
            }
            if (process.waitFor() == 0) {
                return kills;
            }
        }
        throw new IllegalStateException("the release did not come through in " + MOST_ATTEMPTS + " attempts");
    }

    /** One attempt, in a process that will be killed. */
    static void once(Path gate, String place, String key) throws Exception {
        Ed25519Key admin = Ed25519Key.read(Files.readString(Path.of(key)), new char[0]);
        Workflow workflow = new Workflow(GateFolder.open(gate, null, Clock.systemUTC()), Profiles::choose);
        System.out.println(BEGUN);
        new Release(workflow, new SftpTransport(LoginKey.of(admin)), Watcher.NONE, List.of())
                .run(ID, Destination.pinned(place), admin);
    }
}

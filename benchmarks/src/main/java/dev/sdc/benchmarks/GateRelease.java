package dev.sdc.benchmarks;

import dev.sdc.engine.gate.Ed25519Key;
import dev.sdc.engine.release.LoginKey;
import dev.sdc.engine.release.Release;
import dev.sdc.engine.release.SftpTransport;
import dev.sdc.engine.release.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Sends the same files with {@code sftp} and with the gate in turn, all as they come from the disk's cache, to OpenSSH's
 * server.
 *
 * <p>The gate sends twice: as it does, and without looking at what the far side holds, which {@code sftp} does not either.
 * The difference is what reading back costs.
 */
record GateRelease(Path folder, int files, long megabytes, int rounds) {
    private static final long MEGABYTE = 1 << 20;
    private static final int ENDING = 300;

    /** What is measured, in the order of the first round; each round begins with the next of them. */
    private enum Way {
        SFTP("sftp"),
        SFTP_FSYNC("sftp -f (fsync)"),
        SENDING("release, not read back"),
        RELEASE("release");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    void run() throws Exception {
        int size = Math.toIntExact(megabytes * MEGABYTE / files);
        Path in = Folders.filled(folder.resolve("in"), files, () -> size, new Random(7));
        double total = (double) size * files / MEGABYTE;
        Ed25519Key admin = Ed25519Key.generate();
        Map<Way, List<Double>> rates = new EnumMap<>(Way.class);
        try (OpenSsh server = new OpenSsh(folder, admin)) {
            SampleGate gate = new SampleGate(folder.resolve("gate"), admin);
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < Way.values().length; i++) {
                    Way way = Way.values()[(round + i) % Way.values().length];
                    Path drop = Files.createDirectories(folder.resolve("drop"));
                    String id = "r" + round + "-" + way;
                    Took took = switch (way) {
                        case SFTP -> sftp(server, in, drop, "");
                        case SFTP_FSYNC -> sftp(server, in, drop, "-f ");
                        case SENDING, RELEASE -> {
                            gate.approve(id, in, server.destination(drop));
                            yield release(gate, id, server, drop, admin, way);
                        }
                    };
                    rates.computeIfAbsent(way, any -> new ArrayList<>()).add(total / took.seconds);
                    System.out.printf(
                            Locale.ROOT,
                            "round %d: %s %.1f MiB/s, %.1f s; processor time here %.1f s, of the server %.1f s%n",
                            round + 1,
                            way.words,
                            total / took.seconds,
                            took.seconds,
                            took.here,
                            took.server);
                    Folders.delete(drop);
                }
            }
        }
        tell(total, rates);
    }

    private void tell(double total, Map<Way, List<Double>> rates) {
        double sending = median(rates, Way.SENDING);
        double release = median(rates, Way.RELEASE);
        System.out.printf(
                Locale.ROOT,
                "%d files, %.0f MiB, medians of %d rounds: sftp %.1f MiB/s, with fsync %.1f MiB/s; release without reading"
                        + " back %.1f MiB/s, which is %.2f of sftp and %.2f of sftp with fsync; reading back %.1f MiB/s;"
                        + " release in all %.1f MiB/s%n",
                files,
                total,
                rounds,
                median(rates, Way.SFTP),
                median(rates, Way.SFTP_FSYNC),
                sending,
                sending / median(rates, Way.SFTP),
                sending / median(rates, Way.SFTP_FSYNC),
                1 / Math.max(1e-9, 1 / release - 1 / sending),
                release);
    }

    /**
     * How long something took.
     *
     * @param seconds on the clock
     * @param here processor time of this process and its children
     * @param server processor time of the server
     */
    private record Took(double seconds, double here, double server) {}

    /** What is measured. */
    private interface Sending {
        void run() throws Exception;
    }

    private static Took took(OpenSsh server, Sending sending) throws Exception {
        OpenSsh.run("sync");
        double here = Processor.own().seconds();
        double there = server.processor().seconds();
        long start = System.nanoTime();
        sending.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        here = Processor.own().seconds() - here;
        Thread.sleep(ENDING); // until the server's child has ended: its time counts then
        return new Took(seconds, here, server.processor().seconds() - there);
    }

    private Took sftp(OpenSsh server, Path in, Path drop, String options) throws Exception {
        Path batch = folder.resolve("batch");
        Files.writeString(batch, "cd " + drop + "\nlcd " + in + "\nmput " + options + "*.csv\n");
        return took(server, () -> server.sftp(batch));
    }

    private Took release(SampleGate gate, String id, OpenSsh server, Path drop, Ed25519Key admin, Way way)
            throws Exception {
        Transport plain = new SftpTransport(LoginKey.of(admin));
        Transport transport =
                way == Way.SENDING ? Believed.by(plain, gate.workflow().standing(id)) : plain;
        Memory memory = new Memory(files);
        Release release = new Release(gate.workflow(), transport, memory, List.of());
        Took took = took(server, () -> release.run(id, server.destination(drop), admin));
        System.out.println(memory);
        return took;
    }

    private static double median(Map<Way, List<Double>> rates, Way way) {
        List<Double> sorted =
                Objects.requireNonNull(rates.get(way)).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

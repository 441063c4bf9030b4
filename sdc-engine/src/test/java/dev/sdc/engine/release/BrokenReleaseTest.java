package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.release.Interrupting.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever breaks a release, nothing half-sent has its name, and the next run goes on and doubles nothing. */
class BrokenReleaseTest {
    private static final Destination DROP = new Destination("sdc", "127.0.0.1", 22, "/", "SHA256:" + "A".repeat(43));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void killedAtAnyActAtTheFarSide() throws Exception {
        int kills = 0;
        for (boolean killed = true; killed; ) {
            Shipment shipment = Shipment.ofTwo(folder.resolve("act" + kills));
            try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam"))) {
                shipment.approve(server.destination());
                killed = isKilled(shipment, new Interrupting.Life(kills + 1));
                kills += killed ? 1 : 0;
            }
        }
        assertThat(kills).isGreaterThan(15);
    }

    @Test
    void killedWhileFilesGoSideBySide() throws Exception {
        for (int acts : new int[] {1, 40, 110, 230}) {
            Shipment shipment = Shipment.ofMany(folder.resolve("act" + acts));
            try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam"))) {
                shipment.approve(server.destination());
                assertThat(isKilled(shipment, new Interrupting.Life(acts))).isTrue();
            }
        }
    }

    private static boolean isKilled(Shipment shipment, Interrupting.Life life) throws Exception {
        boolean killed = false;
        try {
            shipment.release(
                    shipment.small.workflow,
                    destination -> new Interrupting(shipment.sftp().connect(destination), life));
        } catch (Killed e) {
            killed = true;
            shipment.wholeOrAbsent();
            shipment.release();
        }
        shipment.done();
        return killed;
    }

    @Test
    void killedAtAnyEventOfTheGate() throws Exception {
        int kills = 0;
        for (boolean killed = true; killed; ) {
            Shipment shipment = Shipment.ofTwo(folder.resolve("event" + kills));
            try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam"))) {
                shipment.approve(server.destination());
                killed = false;
                try {
                    shipment.release(shipment.small.reopened(dyingAfter(kills, shipment)), shipment.sftp());
                } catch (Killed e) {
                    killed = true;
                    kills++;
                    shipment.wholeOrAbsent();
                    shipment.release();
                }
                shipment.done();
            }
        }
        assertThat(kills).isGreaterThan(8);
    }

    @Test
    void theServerIsKilledAtAnyEvent() throws Exception {
        int kills = 0;
        for (boolean killed = true; killed; ) {
            Shipment shipment = Shipment.ofTwo(folder.resolve("event" + kills));
            shipment.approve(DROP);
            killed = false;
            try {
                takeIn(shipment, dyingAfter(kills, shipment));
            } catch (Killed e) {
                killed = true;
                kills++;
                shipment.wholeOrAbsent();
                takeIn(shipment, () -> shipment.small.now);
            }
            shipment.done();
        }
        assertThat(kills).isGreaterThan(8);
    }

    /** What the server does when a client has sent both files; the second is let be where the first finished the release. */
    private static void takeIn(Shipment shipment, InstantSource clock) throws Exception {
        Drop server = new Drop(shipment.small.reopened(clock), shipment.drop, DROP.hostKey(), List.of());
        for (String name : List.of("t1.csv", "sub/t2.csv")) {
            if (shipment.small.standing().state() != State.RELEASED) {
                server.accept(DROP.user(), "adam", "/" + name, shipment.small.files.resolve(name), "");
            }
        }
    }

    /** Time is told so many times. Every event takes its time before it is written, so that none of them is left out. */
    private static InstantSource dyingAfter(int readings, Shipment shipment) {
        AtomicInteger left = new AtomicInteger(readings);
        return () -> {
            if (left.getAndDecrement() <= 0) {
                throw new Killed();
            }
            return shipment.small.now;
        };
    }

    @Test
    void theLineBreaksAnywhere() throws Exception {
        int breaks = 0;
        long[] inTheHandshakeAndAtTheEnd = LongStream.concat(
                        LongStream.iterate(0, bytes -> bytes < 10_000, bytes -> bytes + 900),
                        LongStream.of(20_000, 100_000, 250_000, 365_000, 369_000, 371_000))
                .toArray();
        for (long after : inTheHandshakeAndAtTheEnd) {
            Shipment shipment = Shipment.ofTwo(folder.resolve("cut" + after));
            breaks += isBroken(shipment, after) ? 1 : 0;
        }
        assertThat(breaks).isGreaterThan(10);
    }

    @Test
    void theLineBreaksWhileFilesGoSideBySide() throws Exception {
        for (long after : new long[] {9_000, 40_000, 200_000, 400_000}) {
            assertThat(isBroken(Shipment.ofMany(folder.resolve("cut" + after)), after))
                    .isTrue();
        }
    }

    private static boolean isBroken(Shipment shipment, long after) throws Exception {
        boolean broken = false;
        try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam"));
                CuttingProxy line = new CuttingProxy(server.port(), after)) {
            shipment.approve(server.destination(line.port()));
            try {
                shipment.release();
            } catch (IOException | GateException e) {
                broken = true;
                shipment.wholeOrAbsent();
                line.mend();
                shipment.release();
            }
            shipment.done();
        }
        return broken;
    }

    @Test
    void theDiskOfTheFarSideIsFullAnywhere() throws Exception {
        for (long bytes : new long[] {0, 7, 8, 1_000, 200_000, 359_999}) {
            Shipment shipment = Shipment.ofTwo(folder.resolve("full" + bytes));
            AtomicLong room = new AtomicLong(bytes);
            try (MinaServer server =
                    new MinaServer(shipment.drop, shipment.small.key("adam"), new Spoilt(room, false))) {
                shipment.approve(server.destination());
                assertThatThrownBy(shipment::release).isInstanceOf(IOException.class);
                shipment.wholeOrAbsent();
                assertThat(shipment.small.standing().state()).isEqualTo(State.APPROVED);
                room.set(Long.MAX_VALUE);
                shipment.release();
                shipment.done();
            }
        }
    }

    @Test
    void manyFilesGoOnSeveralLines() throws Exception {
        Shipment shipment = Shipment.ofMany(folder);
        AtomicInteger lines = new AtomicInteger();
        try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam"))) {
            shipment.approve(server.destination());
            shipment.release(
                    shipment.small.workflow,
                    place ->
                            new Interrupting(shipment.sftp().connect(place), new Interrupting.Life(Integer.MAX_VALUE)) {
                                @Override
                                public Optional<FarSide> beside() throws IOException {
                                    lines.incrementAndGet();
                                    return super.beside();
                                }
                            });
        }
        shipment.done();
        assertThat(lines).hasValue(3);
    }

    @Test
    void aServerThatRefusesASecondLineGetsThemAllOnTheFirst() throws Exception {
        assumeTrue(OpenSshServer.isInstalled(), "OpenSSH's server is not installed");
        Shipment shipment = Shipment.ofMany(folder);
        try (OpenSshServer server =
                new OpenSshServer(shipment.drop, folder.resolve("ssh"), shipment.small.key("adam"), "MaxSessions 1")) {
            shipment.approve(server.destination());
            shipment.release();
        }
        shipment.done();
    }

    @Test
    void aServerThatHangsUpAtASecondLineIsAskedForNone() throws Exception {
        Shipment shipment = Shipment.ofMany(folder);
        try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam")).withLines(1)) {
            shipment.approve(server.destination());
            assertThatThrownBy(shipment::release).isInstanceOf(IOException.class);
            shipment.release(shipment.small.workflow, new SftpTransport(LoginKey.of(shipment.small.key("adam")), 1));
        }
        shipment.done();
    }

    @Test
    void oneSpoiltFileAmongManyStopsTheRelease() throws Exception {
        Shipment shipment = Shipment.ofMany(folder);
        try (MinaServer server = new MinaServer(shipment.drop, shipment.small.key("adam"))) {
            shipment.approve(server.destination());
            Path stored = shipment.small
                    .gate
                    .store()
                    .path(Digest.of(Files.readAllBytes(shipment.small.files.resolve("t9.csv"))));
            byte[] bytes = Files.readAllBytes(stored);
            Files.delete(stored);
            Files.writeString(stored, "x");
            assertThatThrownBy(shipment::release)
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("t9.csv: the gate's store no longer holds");
            shipment.wholeOrAbsent();
            assertThat(shipment.names()).doesNotContain("t9.csv");
            assertThat(shipment.small.standing().state()).isEqualTo(State.APPROVED);

            Files.write(stored, bytes);
            shipment.release();
        }
        shipment.done();
    }
}

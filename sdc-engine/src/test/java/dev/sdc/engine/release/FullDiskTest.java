package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.FullDisk;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.SmallGate;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement.Choice;
import dev.sdc.engine.gate.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gate's own disk is full, from any moment on, and writes fail at once or half-way. With room again the same step is
 * done anew, and nothing is lost, doubled or half-sent.
 */
class FullDiskTest {
    private static final Destination DROP = new Destination("sdc", "127.0.0.1", 22, "/", "SHA256:" + "A".repeat(43));
    private static final List<String> NAMES = List.of("t1.csv", "t2.csv", "t3.csv");

    /** How long a file may grow, so that one of those that are written on breaks off within a line. */
    private enum Room {
        NONE,
        FIRST_LINES,
        CHECKPOINTS,
        LOG;

        long of(Copy copy) throws IOException {
            return switch (this) {
                case NONE -> 0;
                case FIRST_LINES -> PIECE;
                case CHECKPOINTS -> bytes(copy.gate.resolve("checkpoints.jsonl")) + PIECE;
                case LOG -> bytes(copy.gate.resolve("log.jsonl")) + PIECE;
            };
        }

        private static long bytes(Path file) throws IOException {
            return Files.exists(file) ? Files.size(file) : 0;
        }
    }

    /** Of a line. */
    private static final int PIECE = 90;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallGate small;

    private int attempts;

    @BeforeEach
    void aGate() throws Exception {
        assumeTrue(FullDisk.isPossible(), "prlimit (util-linux) is not there, which sets a limit to the size of files");
        small = new SmallGate(Files.createDirectory(folder.resolve("first")));
        small.destination = DROP;
        for (String name : NAMES) {
            small.file(name, "a,b\n1," + name + "\n");
        }
    }

    /** A step of a workflow. */
    private interface Step {
        void run(Workflow workflow, Copy copy) throws Exception;
    }

    /** A gate as it stood before the step, a folder to release to, and a ledger. */
    private record Copy(Path gate, Path drop, Path ledger) {}

    /** What must hold once there is room again and the step was done. */
    private interface Check {
        void of(Workflow workflow, Copy copy) throws Exception;
    }

    @Test
    void aReleaseGoesOn() throws Exception {
        small.approved();
        small.gate.checkpoint();
        int failures = atEveryMoment(this::release, (workflow, copy) -> {
            assertThat(workflow.standing("r1").state()).isEqualTo(State.RELEASED);
            GateAudit.Outcome audit = GateAudit.of(workflow.gate(), List.of());
            assertThat(audit.covered()).isEqualTo(audit.events());
            try (Stream<Path> there = Files.list(copy.drop)) {
                assertThat(there.map(file -> String.valueOf(file.getFileName())))
                        .containsExactlyInAnyOrderElementsOf(NAMES);
            }
            assertThat(files(workflow, Event.Kind.DELIVERED)).containsExactlyInAnyOrderElementsOf(NAMES);
            assertThat(files(workflow, Event.Kind.RELEASED)).hasSize(1);
            assertThat(files(workflow, Event.Kind.ORDERED)).hasSize(1);
            List<String> noted = new ArrayList<>();
            Ledger ledger = Ledger.open(copy.ledger.toString());
            ledger.forEach(release -> noted.add(release.id()));
            assertThat(noted).containsExactly("r1");
            assertThat(ledger.verify().releases()).isEqualTo(1);
        });
        assertThat(failures).isGreaterThan(20);
    }

    @Test
    void aRequestIsHandedInAgain() throws Exception {
        int failures = atEveryMoment((workflow, copy) -> small.submitTo(workflow, "r1"), (workflow, copy) -> {
            assertThat(workflow.standing("r1").state()).isEqualTo(State.CHECKED);
            assertThat(workflow.standing("r1").record().decisions()).isEmpty();
        });
        assertThat(failures).isGreaterThan(5);
    }

    @Test
    void aDecisionIsMadeAgainAndCountsOnce() throws Exception {
        small.submit();
        int failures = atEveryMoment(
                (workflow, copy) -> workflow.decide(workflow.draft("r1", "ben", Choice.APPROVE, DROP, null, "")
                        .signedBy(small.key("ben"))),
                (workflow, copy) -> {
                    Standing standing = workflow.standing("r1");
                    assertThat(standing.decided()).isEqualTo(1);
                    assertThat(standing.state()).isEqualTo(State.CHECKED);
                });
        assertThat(failures).isGreaterThan(3);
    }

    /** The result is how often the step failed. */
    private int atEveryMoment(Step step, Check check) throws Exception {
        int failures = 0;
        for (Room room : Room.values()) {
            boolean failed = true;
            for (int moment = 0; failed; moment++) {
                Copy copy = copy();
                failed = isBroken(step, copy, moment, room);
                failures += failed ? 1 : 0;
                Workflow workflow = small.reopened(copy.gate, () -> small.now);
                nothingHalfSent(copy);
                if (failed) {
                    step.run(workflow, copy);
                }
                check.of(workflow, copy);
                workflow.gate().requireWholeLog();
                workflow.gate().checkpoint();
                assertThat(GateAudit.of(workflow.gate(), List.of()).problems())
                        .as("moment %d, room %s", moment, room)
                        .isEmpty();
                nothingIsLeftOver(copy);
            }
        }
        return failures;
    }

    private boolean isBroken(Step step, Copy copy, int moment, Room room) throws Exception {
        try (FillsUp clock = new FillsUp(copy, moment, room)) {
            step.run(small.reopened(copy.gate, clock), copy);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** A clock on whose n-th reading the disk is full: whatever is written is given its time before. */
    private final class FillsUp implements InstantSource, AutoCloseable {
        private final Copy copy;
        private final Room room;
        private int left;
        private @Nullable FullDisk full;

        FillsUp(Copy copy, int readings, Room room) {
            this.copy = copy;
            this.left = readings;
            this.room = room;
        }

        @Override
        public java.time.Instant instant() {
            if (left-- == 0) {
                try {
                    full = FullDisk.after(room.of(copy));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return small.now;
        }

        @Override
        public void close() throws IOException {
            if (full != null) {
                full.close();
            }
        }
    }

    private void release(Workflow workflow, Copy copy) throws Exception {
        Ledger ledger = Ledger.open(copy.ledger.toString());
        Released.Ledger noting = released -> {
            boolean[] known = new boolean[1];
            ledger.forEach(earlier -> known[0] |= earlier.id().equals(released.request()));
            if (!known[0]) {
                ledger.add(new dev.sdc.engine.audit.ledger.Release(released.request(), null, null, List.of()));
            }
        };
        new Release(workflow, place -> new LocalFolder(copy.drop, place), Watcher.NONE, List.of(noting))
                .run("r1", DROP, small.key("adam"));
    }

    private void nothingHalfSent(Copy copy) throws IOException {
        try (Stream<Path> there = Files.list(copy.drop)) {
            for (Path file : there.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.endsWith(".part")) {
                    assertThat(file).hasSameBinaryContentAs(small.files.resolve(name));
                }
            }
        }
    }

    private static void nothingIsLeftOver(Copy copy) throws IOException {
        try (Stream<Path> there = Files.list(copy.gate.resolve("store"))) {
            assertThat(there).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    private Copy copy() throws IOException {
        Path to = folder.resolve("copy" + attempts++);
        Path gate = to.resolve("gate");
        try (Stream<Path> all = Files.walk(small.gate.path())) {
            for (Path file : all.toList()) {
                Path copied = gate.resolve(small.gate.path().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
        return new Copy(gate, Files.createDirectory(to.resolve("drop")), to.resolve("ledger"));
    }

    private static List<String> files(Workflow workflow, Event.Kind kind) throws IOException, GateException {
        List<String> files = new ArrayList<>();
        workflow.gate().log().read((event, digest) -> {
            if (event.kind() == kind) {
                files.add(event.details().getOrDefault("file", ""));
            }
        });
        return files;
    }
}

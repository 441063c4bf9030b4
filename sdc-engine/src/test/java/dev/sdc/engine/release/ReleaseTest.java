package dev.sdc.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateAudit;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.gate.SmallGate;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Standing.State;
import dev.sdc.engine.gate.Statement;
import dev.sdc.engine.gate.Statement.Receipt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release sends, what it leaves behind when it breaks, and what it refuses. */
class ReleaseTest {
    private static final String BIG = "row,n\n".repeat(60_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallGate small;

    @SuppressWarnings("NullAway.Init")
    private Path drop;

    @BeforeEach
    void handIn() throws Exception {
        drop = Files.createDirectories(folder.resolve("drop"));
        small = new SmallGate(folder);
        small.file("submission.yaml", "schema: sdc-submission/1\nid: r1\n");
        small.file("evidence/people.csv", "never\n");
        small.file("t1.csv", "a,b\n1,2\n");
        small.file("sub/t2.csv", BIG);
        small.file("empty.csv", "");
    }

    @Test
    void sendsTheFilesOfTheRequestAndNoOther() throws Exception {
        List<Released> noted = new ArrayList<>();
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            assertThat(release(server.destination(), noted::add).state()).isEqualTo(State.RELEASED);

            assertThat(names()).containsExactly("empty.csv", "sub/t2.csv", "t1.csv");
            assertThat(drop.resolve("sub/t2.csv")).hasContent(BIG);
            assertThat(noted).singleElement().satisfies(released -> {
                assertThat(released.files())
                        .extracting(ReleasedFile::path)
                        .containsExactly("empty.csv", "sub/t2.csv", "t1.csv");
                assertThat(released.content().open(Digest.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                        .hasContent("a,b\n1,2\n");
            });
            long events = small.gate.log().head().events();
            assertThat(release(server.destination(), noted::add).state()).isEqualTo(State.RELEASED);
            assertThat(small.gate.log().head().events()).as("idempotent").isEqualTo(events);
            assertThat(noted).hasSize(1);
        }
        GateAudit.Outcome audit = GateAudit.of(small.gate, List.of());
        assertThat(audit.problems()).isEmpty();
        assertThat(audit.covered()).isEqualTo(audit.events());
        Receipt receipt = receipt();
        assertThat(receipt.whole()).isTrue();
        assertThat(receipt.approvals()).isEqualTo(2);
        assertThat(receipt.needed()).isEqualTo(2);
        assertThat(receipt.proof()).contains("check-file");
        assertThat(receipt.session()).isNotEmpty();
    }

    @Test
    void openSshTakesItToo() throws Exception {
        assumeTrue(OpenSshServer.isInstalled(), "OpenSSH's server is not installed");
        try (OpenSshServer server = new OpenSshServer(folder.resolve("ssh"), small.key("adam"))) {
            drop = server.drop();
            approve(server.destination());
            assertThat(release(server.destination()).state()).isEqualTo(State.RELEASED);

            assertThat(names()).containsExactly("empty.csv", "sub/t2.csv", "t1.csv");
            assertThat(drop.resolve("sub/t2.csv")).hasContent(BIG);
            assertThat(receipt().proof()).isEqualTo("read back, sha256, fsync");
        }
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    @Test
    void aByteChangedInTheStoreIsNotReleased() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            Path stored = small.gate.store().path(Digest.of(BIG.getBytes(StandardCharsets.UTF_8)));
            Files.delete(stored);
            Files.writeString(stored, BIG.substring(0, BIG.length() - 1) + "x");

            refuses(server.destination(), "no longer holds the bytes");
            assertThat(names()).containsExactly("empty.csv");
        }
    }

    @Test
    void aFileSwappedWhileItIsSentIsNotReleased() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            Path stored = small.gate.store().path(Digest.of(BIG.getBytes(StandardCharsets.UTF_8)));
            Watcher swap = new Watcher() {
                private boolean done;

                @Override
                public void sent(long bytes) {
                    if (!done && bytes > 100) {
                        done = true;
                        try (SeekableByteChannel channel =
                                Files.newByteChannel(stored, java.nio.file.StandardOpenOption.WRITE)) {
                            channel.position(BIG.length() - 10).write(ByteBuffer.wrap(new byte[] {'9'}));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                }
            };
            assertThatThrownBy(() -> new Release(small.workflow, sftp(), swap, List.of())
                            .run("r1", server.destination(), small.key("adam")))
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("no longer holds the bytes");
            assertThat(names()).containsExactly("empty.csv");
        }
    }

    @Test
    void aServerThatStoresOtherBytesIsFound() throws Exception {
        try (MinaServer server =
                new MinaServer(drop, small.key("adam"), new Spoilt(new AtomicLong(Long.MAX_VALUE), true))) {
            approve(server.destination());
            refuses(server.destination(), "other bytes than were sent");
            assertThat(names()).containsExactly("empty.csv");
        }
    }

    @Test
    void anotherFileOfTheNameIsNotReplaced() throws Exception {
        Files.writeString(drop.resolve("t1.csv"), "old,er\n");
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            refuses(server.destination(), "not replaced");
            assertThat(drop.resolve("t1.csv")).hasContent("old,er\n");
        }
    }

    @Test
    void aNameThatIsTakenAfterTheCheckIsNotReplaced() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            takenMeanwhile(server.destination());
        }
    }

    @Test
    void aNameThatIsTakenAfterTheCheckIsNotReplacedByOpenSshEither() throws Exception {
        assumeTrue(OpenSshServer.isInstalled(), "OpenSSH's server is not installed");
        try (OpenSshServer server = new OpenSshServer(folder.resolve("ssh"), small.key("adam"))) {
            drop = server.drop();
            approve(server.destination());
            takenMeanwhile(server.destination());
        }
    }

    private void takenMeanwhile(Destination destination) throws Exception {
        Transport racing = place -> new Interrupting(sftp().connect(place), new Interrupting.Life(Integer.MAX_VALUE)) {
            @Override
            public long settle(String from, String to) throws IOException {
                Files.writeString(drop.resolve(to), "first come\n");
                return super.settle(from, to);
            }
        };
        assertThatThrownBy(() -> new Release(small.workflow, racing, Watcher.NONE, List.of())
                        .run("r1", destination, small.key("adam")))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("empty.csv");
        assertThat(drop.resolve("empty.csv")).hasContent("first come\n");
        refuses(destination, "not replaced");
    }

    @Test
    void anEditedReportReleasesNothing() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            Path report = small.gate
                    .store()
                    .path(java.util.Objects.requireNonNull(small.standing().check())
                            .report());
            String text = Files.readString(report);
            Files.delete(report);
            Files.writeString(report, text.replace("PASS", "FAIL"));

            refuses(server.destination(), "holds other bytes");
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aServerWithAnotherHostKeyGetsNothing() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"));
                MinaServer other = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination(other.port()));
            refuses(server.destination(other.port()), "not the one that was approved");
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void anotherDestinationThanTheApprovedGetsNothing() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            Destination place = server.destination();
            refuses(
                    new Destination(place.user(), place.host(), place.port(), "/other", place.hostKey()),
                    "the approvals are for");
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aKeyThatMayNotLogInSendsNothing() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("ben"))) {
            approve(server.destination());
            assertThatThrownBy(() -> release(server.destination())).isInstanceOf(IOException.class);
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void twoReleasesAtOnceAreOne() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            try (GateFolder.Claim claim = small.gate.claim("r1")) {
                assertThat(claim.request()).isEqualTo("r1");
                refuses(server.destination(), "already being released");
            }
            assertThat(release(server.destination()).state()).isEqualTo(State.RELEASED);
        }
    }

    @Test
    void twoProcessesAtOnceReleaseOnce() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                List<Future<Standing>> both = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    Release release = new Release(small.reopened(), sftp(), Watcher.NONE, List.of());
                    both.add(two.submit(() -> release.run("r1", server.destination(), small.key("adam"))));
                }
                int released = 0;
                for (Future<Standing> one : both) {
                    try {
                        assertThat(one.get().state()).isEqualTo(State.RELEASED);
                        released++;
                    } catch (ExecutionException e) {
                        assertThat(e.getCause())
                                .isInstanceOf(GateException.class)
                                .hasMessageContaining("already being released");
                    }
                }
                assertThat(released).isPositive();
            } finally {
                two.shutdown();
            }
        }
        List<Event.Kind> kinds = new ArrayList<>();
        small.gate.log().read((event, digest) -> kinds.add(event.kind()));
        assertThat(kinds).filteredOn(Event.Kind.RELEASED::equals).hasSize(1);
        assertThat(kinds).filteredOn(Event.Kind.DELIVERED::equals).hasSize(3);
        assertThat(names()).containsExactly("empty.csv", "sub/t2.csv", "t1.csv");
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    @Test
    void aTransportThatReachedAnotherServerSendsNothing() throws Exception {
        approve(small.destination);
        Destination place = small.destination;
        Destination other =
                new Destination(place.user(), place.host(), place.port(), place.path(), "SHA256:" + "B".repeat(43));
        refusesFrom(new LocalFolder(drop, other), "nothing was sent");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFarSideThatHoldsMoreThanWasSentIsFound() throws Exception {
        approve(small.destination);
        refusesFrom(
                new Interrupting(new LocalFolder(drop, small.destination), new Interrupting.Life(Integer.MAX_VALUE)) {
                    @Override
                    public Writing write(String path, long from) throws IOException {
                        Writing writing = super.write(path, from);
                        return new Writing() {
                            @Override
                            public void write(byte[] bytes, int start, int length) throws IOException {
                                writing.write(bytes, start, length);
                            }

                            @Override
                            public long finish() throws IOException {
                                writing.write(new byte[] {'9'}, 0, 1);
                                return writing.finish();
                            }

                            @Override
                            public void close() throws IOException {
                                writing.close();
                            }
                        };
                    }
                },
                "other bytes than were sent");
        assertThat(names()).isEmpty();
        try (Stream<Path> there = Files.walk(drop)) {
            assertThat(there.filter(Files::isRegularFile)).as("nor a part").isEmpty();
        }
    }

    @Test
    void aFarSideThatShowsSomethingElseUnderTheNameIsFound() throws Exception {
        approve(small.destination);
        refusesFrom(
                new Interrupting(new LocalFolder(drop, small.destination), new Interrupting.Life(Integer.MAX_VALUE)) {
                    @Override
                    public long settle(String from, String to) throws IOException {
                        return super.settle(from, to) + 1;
                    }
                },
                "another size");
        assertThat(small.standing().record().delivered()).isEmpty();
    }

    @Test
    void aLogThatWasCutOffReleasesNothing() throws Exception {
        approve(small.destination);
        small.gate.checkpoint();
        Path log = small.gate.path().resolve("log.jsonl");
        List<String> lines = Files.readAllLines(log);
        Files.write(log, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> new Release(
                                small.reopened(), place -> new LocalFolder(drop, place), Watcher.NONE, List.of())
                        .run("r1", small.destination, small.key("adam")))
                .isInstanceOf(GateException.class)
                .hasMessageContaining("the log was cut off");
        assertThat(names()).isEmpty();
    }

    private void refusesFrom(FarSide far, String why) {
        assertThatThrownBy(() -> new Release(small.workflow, place -> far, Watcher.NONE, List.of())
                        .run("r1", small.destination, small.key("adam")))
                .isInstanceOf(GateException.class)
                .hasMessageContaining(why);
    }

    @Test
    void everyFileOfVeryManyHasAReceiptOfItsOwn() throws Exception {
        for (int i = 0; i < 210; i++) {
            small.file("many/f" + i + ".csv", "n\n" + i + "\n");
        }
        approve(small.destination);
        Standing after = new Release(small.workflow, place -> new LocalFolder(drop, place), Watcher.NONE, List.of())
                .run("r1", small.destination, small.key("adam"));

        assertThat(names()).hasSize(213);
        assertThat(after.record().delivered()).hasSize(213);
        assertThat(new TreeSet<>(after.record().delivered().values().stream()
                        .map(Digest::hex)
                        .toList()))
                .hasSize(213);
        for (var delivered : after.record().delivered().entrySet()) {
            Receipt receipt = Statement.read(small.gate.envelope(delivered.getValue()), Receipt.class);
            assertThat(receipt.whole()).isFalse();
            assertThat(receipt.files()).extracting(ReleasedFile::path).containsExactly(delivered.getKey());
        }
        assertThat(GateAudit.of(small.gate, List.of()).problems()).isEmpty();
    }

    @Test
    void aPartIsGoneOnFromIfItIsWhatWasSentElseMadeAnew() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            Files.createDirectories(drop.resolve("sub"));
            Path part = drop.resolve("sub/.t2.csv.r1.part");
            Files.writeString(part, BIG.substring(0, 100_000));
            Files.writeString(drop.resolve(".t1.csv.r1.part"), "xxx");
            long[] sent = new long[1];
            new Release(
                            small.workflow,
                            destination -> counting(sftp().connect(destination), sent),
                            Watcher.NONE,
                            List.of())
                    .run("r1", server.destination(), small.key("adam"));

            assertThat(sent[0]).isEqualTo(BIG.length() - 100_000 + 8);
            assertThat(drop.resolve("sub/t2.csv")).hasContent(BIG);
            assertThat(drop.resolve("t1.csv")).hasContent("a,b\n1,2\n");
        }
    }

    @Test
    void aReleaseThatTheLedgerDidNotTakeIsNotDone() throws Exception {
        try (MinaServer server = new MinaServer(drop, small.key("adam"))) {
            approve(server.destination());
            assertThatThrownBy(() -> release(server.destination(), released -> {
                        throw new IOException("full");
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(small.standing().state()).isEqualTo(State.APPROVED);
            List<Released> noted = new ArrayList<>();
            assertThat(release(server.destination(), noted::add).state()).isEqualTo(State.RELEASED);
            assertThat(noted).hasSize(1);
        }
    }

    private void approve(Destination destination) throws Exception {
        small.destination = destination;
        assertThat(small.approved().state()).isEqualTo(State.APPROVED);
    }

    private SftpTransport sftp() throws GateException {
        return new SftpTransport(LoginKey.of(small.key("adam")));
    }

    private Standing release(Destination destination, Released.Ledger... ledgers) throws IOException, GateException {
        return new Release(small.workflow, sftp(), Watcher.NONE, List.of(ledgers))
                .run("r1", destination, small.key("adam"));
    }

    private void refuses(Destination destination, String why) {
        assertThatThrownBy(() -> release(destination))
                .isInstanceOf(GateException.class)
                .hasMessageContaining(why);
    }

    private Receipt receipt() throws Exception {
        return Statement.read(
                small.gate.envelope(java.util.Objects.requireNonNull(
                        small.standing().record().receipt())),
                Receipt.class);
    }

    /** Every file at the far side but parts, by name. */
    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(drop)) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> drop.relativize(file).toString())
                    .filter(name -> !name.endsWith(".part"))
                    .forEach(names::add);
            return names;
        }
    }

    private static FarSide counting(FarSide far, long[] sent) {
        return new Interrupting(far, new Interrupting.Life(Integer.MAX_VALUE)) {
            @Override
            public Writing write(String path, long from) throws IOException {
                Writing writing = super.write(path, from);
                return new Writing() {
                    @Override
                    public void write(byte[] bytes, int start, int length) throws IOException {
                        sent[0] += length;
                        writing.write(bytes, start, length);
                    }

                    @Override
                    public long finish() throws IOException {
                        return writing.finish();
                    }

                    @Override
                    public void close() throws IOException {
                        writing.close();
                    }
                };
            }
        };
    }
}

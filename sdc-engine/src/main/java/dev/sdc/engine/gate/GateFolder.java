package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Receipt;
import dev.sdc.engine.journal.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gate keeps, in one folder: the bytes and statements in a {@link ContentStore}, what happened in an
 * {@link EventLog} with its checkpoints, the key that it signs with, and the key that signs its keyring. Whatever else it
 * knows, the state of a request among it, it reads from these.
 */
public final class GateFolder {
    private static final String ROOT = "keyring.pub";
    private static final String GATE_KEY = "gate.key";
    private static final String CHECKPOINTS = "checkpoints.jsonl";

    private final Path folder;
    private final InstantSource clock;
    private final SshPublicKey root;
    private final ContentStore store;
    private final EventLog log;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private @Nullable Signer key;

    private GateFolder(Path folder, InstantSource clock, SshPublicKey root) {
        this.folder = folder;
        this.clock = clock;
        this.root = root;
        this.store = new ContentStore(folder.resolve("store"));
        this.log = new EventLog(folder, clock);
    }

    /**
     * Makes a gate.
     *
     * @param folder where; must not exist or be empty
     * @param rootKey signs the keyring, now and whenever it changes; it is not kept here
     */
    public static GateFolder create(Path folder, Signer rootKey, InstantSource clock)
            throws IOException, GateException {
        OwnerOnly.folder(folder);
        try (java.util.stream.Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new GateException(folder + ": the folder of a new gate must be empty");
            }
        }
        GateFolder gate = new GateFolder(folder, clock, rootKey.publicKey());
        Ed25519Key own = Ed25519Key.generate();
        writeNew(folder.resolve(GATE_KEY), own.pem(new char[0]));
        writeNew(folder.resolve(ROOT), rootKey.publicKey().line() + " keyring\n");
        Person itself = new Person(
                "gate",
                Map.of(Person.EVERY_PROJECT, Set.of(Role.GATE)),
                List.of(new Person.Held(own.publicKey(), clock.instant(), null)));
        gate.replaceKeyring(
                Keyring.empty(clock.instant()).with(itself, clock.instant()).signedBy(rootKey));
        return gate;
    }

    /**
     * Opens a gate.
     *
     * @param trusted the fingerprint of the key that must sign the keyring, from a place that is not the folder; null to
     *     trust the folder
     */
    public static GateFolder open(Path folder, @Nullable String trusted, InstantSource clock)
            throws IOException, GateException {
        Path file = folder.resolve(ROOT);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new GateException(folder + ": there is no gate here; make one with: sdc keys init");
        }
        SshPublicKey root = SshPublicKey.parse(Files.readString(file));
        if (trusted != null && !trusted.equals(root.fingerprint())) {
            throw new GateException(
                    folder + ": the gate's keyring is signed by " + root.fingerprint() + ", not by " + trusted);
        }
        return new GateFolder(folder, clock, root);
    }

    /** The bytes and statements. */
    public ContentStore store() {
        return store;
    }

    /** What happened. */
    public EventLog log() {
        return log;
    }

    /** Tells the time. */
    public InstantSource clock() {
        return clock;
    }

    /** The key that signs the keyring. */
    public SshPublicKey root() {
        return root;
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /** The key that the gate signs with. */
    synchronized Signer key() throws IOException, GateException {
        Signer known = key;
        if (known == null) {
            known = Ed25519Key.read(Files.readString(folder.resolve(GATE_KEY)), new char[0]);
            key = known;
        }
        return known;
    }

    /** The keyring that counts: the last one that the log names. */
    public Keyring keyring() throws IOException, GateException {
        List<Event> events = new ArrayList<>();
        log.read((event, line) -> {
            if (event.kind() == Event.Kind.KEYRING) {
                events.clear();
                events.add(event);
            }
        });
        if (events.isEmpty()) {
            throw new GateException(folder + ": the log names no keyring");
        }
        return Keyring.read(envelope(events.get(0).digest("keyring")), root);
    }

    /** Puts a newer keyring in the place of the one before. */
    public void replaceKeyring(Envelope signed) throws IOException, GateException {
        Keyring next = Keyring.read(signed, root);
        log.locked(() -> {
            if (log.head().events() > 0 && next.serial() <= keyring().serial()) {
                throw new GateException("the keyring is older than the one in use, or of the same time");
            }
            Digest digest = store.add(signed.json());
            return log.append(
                    Event.Kind.KEYRING,
                    null,
                    "keyring",
                    Map.of("keyring", digest.hex(), "serial", Long.toString(next.serial())));
        });
    }

    /** The envelope of a digest. */
    public Envelope envelope(Digest digest) throws IOException, GateException {
        return Envelope.read(store.bytes(digest));
    }

    /** What the log says of a request, undecided or not; null where nobody has made it. */
    @Nullable
    RequestRecord request(String id) throws IOException, GateException {
        return requests(id).get(id);
    }

    /** What the log says of every request. */
    Map<String, RequestRecord> requests() throws IOException, GateException {
        return requests(null);
    }

    private Map<String, RequestRecord> requests(@Nullable String only) throws IOException, GateException {
        Map<String, RequestHistory> histories = new TreeMap<>();
        log.read((event, line) -> {
            String id = event.request();
            if (id != null && (only == null || only.equals(id))) {
                histories.computeIfAbsent(id, RequestHistory::new).take(event);
            }
        });
        Map<String, RequestRecord> records = new TreeMap<>();
        histories.forEach((id, history) -> records.put(id, history.record()));
        return records;
    }

    /** The time, in milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reads the whole log, and makes sure that it still holds what the last checkpoint saw.
     *
     * @throws GateException if it was changed or cut off
     */
    public void requireWholeLog() throws IOException, GateException {
        log.head(); // mends what a write that broke off has left
        List<Envelope> signed = checkpoints();
        Checkpoint last = signed.isEmpty() ? null : Checkpoint.read(signed.get(signed.size() - 1), keyring());
        EventLog.Head head = log.readWhole((event, line) -> {
            if (last != null && event.number() == last.events() && !line.equals(last.head())) {
                throw new GateException("the log was written anew before event " + event.number());
            }
        });
        if (last != null && head.events() < last.events()) {
            throw new GateException(
                    "the log was cut off: it holds " + head.events() + " events, a checkpoint saw " + last.events());
        }
    }

    /** That nobody else releases a request, while this is open. */
    public static final class Claim implements AutoCloseable {
        private final String request;
        private final FileChannel channel;
        private final FileLock lock;
        private final Runnable end;

        private Claim(String request, FileChannel channel, FileLock lock, Runnable end) {
            this.request = request;
            this.channel = channel;
            this.lock = lock;
            this.end = end;
        }

        /** The request. */
        public String request() {
            return request;
        }

        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
            end.run();
        }
    }

    /**
     * Claims the release of a request.
     *
     * @throws GateException if somebody has it
     */
    public Claim claim(String id) throws IOException, GateException {
        if (request(id) == null) {
            throw new GateException("there is no request of this id");
        }
        if (!claimed.add(id)) {
            throw new GateException("the request " + id + " is already being released");
        }
        boolean have = false;
        try {
            Claim claim = claimed(id);
            have = true;
            return claim;
        } finally {
            if (!have) {
                claimed.remove(id);
            }
        }
    }

    private Claim claimed(String id) throws IOException, GateException {
        Path locks = folder.resolve("claims");
        OwnerOnly.folder(locks);
        Path file = locks.resolve(id);
        FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
        } catch (OverlappingFileLockException e) {
            // another gate of this process has it; the channel stays open, for closing it would end that lock
        }
        if (lock == null) {
            throw new GateException("the request " + id + " is already being released");
        }
        return new Claim(id, channel, lock, () -> claimed.remove(id));
    }

    /** Signs a receipt and keeps it. */
    public Digest keep(Receipt receipt) throws IOException, GateException {
        return store.add(receipt.signedBy(key()).json());
    }

    /** The far side holds a file: signs its receipt, and notes it down. */
    public Event delivered(Receipt receipt, ReleasedFile file) throws IOException, GateException {
        // the disk is waited for at the end of the release; until then the far side can be asked again
        Digest digest = store.add(receipt.signedBy(key()).json(), false);
        Map<String, String> details =
                Map.of("file", file.path(), "sha256", file.digest().hex(), "receipt", digest.hex());
        return log.append(Event.Kind.DELIVERED, receipt.id(), "gate", details, false);
    }

    /** The far side holds the whole request. */
    public void released(String id, Digest receipt) throws IOException, GateException {
        log.locked(() -> {
            RequestRecord record = request(id);
            if (record != null && record.receipt() == null) {
                log.append(Event.Kind.RELEASED, id, "gate", Map.of("receipt", receipt.hex()));
            }
            return true;
        });
    }

    /** Signs how far the log goes. The result is the envelope, to be kept on another machine. */
    public Envelope checkpoint() throws IOException, GateException {
        return log.locked(() -> {
            EventLog.Head head = log.head();
            Envelope signed = new Checkpoint(head.events(), head.digest(), clock.instant()).signedBy(key());
            byte[] json = signed.json();
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            Path file = folder.resolve(CHECKPOINTS);
            long whole = wholeCheckpoints().length();
            try (FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(whole).position(whole); // what a write that broke off has left goes
                ByteBuffer buffer = ByteBuffer.wrap(line);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            return signed;
        });
    }

    /** Signs how far the log goes, unless a checkpoint has seen all of it. */
    public void checkpointIfBehind() throws IOException, GateException {
        List<Envelope> signed = checkpoints();
        if (signed.isEmpty()
                || Checkpoint.read(signed.get(signed.size() - 1), keyring()).events()
                        < log.head().events()) {
            checkpoint();
        }
    }

    /** The checkpoints that were signed, oldest first; a last one that was not written whole is left out. */
    public List<Envelope> checkpoints() throws IOException, GateException {
        List<Envelope> checkpoints = new ArrayList<>();
        for (String line : wholeCheckpoints().lines().toList()) {
            checkpoints.add(Envelope.read(line.getBytes(StandardCharsets.US_ASCII)));
        }
        return checkpoints;
    }

    private String wholeCheckpoints() throws IOException {
        Path file = folder.resolve(CHECKPOINTS);
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** Writes a file that only its owner reads. */
    public static void writeNew(Path file, String text) throws IOException {
        try (FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}

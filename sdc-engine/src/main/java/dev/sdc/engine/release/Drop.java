package dev.sdc.engine.release;

import dev.sdc.engine.gate.Answer;
import dev.sdc.engine.gate.Destination;
import dev.sdc.engine.gate.Digest;
import dev.sdc.engine.gate.Event;
import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.GateFolder;
import dev.sdc.engine.gate.Ordered;
import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.gate.Statement.Decision;
import dev.sdc.engine.gate.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The folder that a gate's server fills. What a client sends lies apart, in a folder of the person who sends it; what is
 * released is a copy that no client ever had open.
 *
 * <p>A file is copied while it is hashed, and linked to its name only if the gate has approved that name with those bytes.
 * A link never replaces, so that a released file is neither changed by a late write nor replaced by a later upload.
 */
final class Drop {
    private static final int CHUNK = 1 << 18;

    private final Workflow workflow;
    private final GateFolder gate;
    private final Path folder;
    private final Path own;
    private final String hostKey;
    private final List<Released.Ledger> ledgers;
    private Snapshot snapshot = Snapshot.NONE;

    Drop(Workflow workflow, Path folder, String hostKey, List<Released.Ledger> ledgers) throws IOException {
        this.workflow = workflow;
        this.gate = workflow.gate();
        this.folder = folder;
        this.own = folder.resolve(".gate");
        this.hostKey = hostKey;
        this.ledgers = List.copyOf(ledgers);
        makeFolder(own.resolve("incoming"));
        try (java.util.stream.Stream<Path> left = Files.list(own.resolve("incoming"))) {
            for (Path copy : left.toList()) {
                Files.delete(copy); // of a server that was killed; what it linked has its name already
            }
        }
    }

    /** A file that may come in. */
    private record Approved(Answer.Open open, ReleasedFile file) {}

    /** A release that a person has under way, and the files that are in. */
    private record Filling(String person, Ordered ordered, Set<String> filled) {}

    /**
     * What may come in, by user and path, and what is coming in, by request; as long as nothing else happens at the gate and
     * no approval ends.
     */
    private record Snapshot(
            long events, Instant until, Map<String, Map<String, List<Approved>>> names, Map<String, Filling> fillings) {
        static final Snapshot NONE = new Snapshot(-1, Instant.MIN, Map.of(), Map.of());

        /** Whether it holds nothing, and everything is read anew. */
        boolean isStale() {
            return events < 0;
        }

        /** The same after another file came in, if that was what happened next. */
        Snapshot after(Event delivery) {
            return delivery.number() == events + 1 ? new Snapshot(events + 1, until, names, fillings) : NONE;
        }
    }

    /** Where a person's uploads lie until they are looked at. */
    Path staging(String person) throws IOException {
        Path staging = own.resolve("staging").resolve(person);
        makeFolder(staging);
        return staging;
    }

    /** The names that a user may fill, as absolute paths. */
    Set<String> names(String user) throws IOException, GateException {
        return approved(user).keySet();
    }

    /**
     * Takes a file in under its name.
     *
     * @param session the id of the session, for the receipt
     * @throws GateException if the name is not approved, or not with these bytes
     */
    synchronized void accept(String user, String person, String path, Path uploaded, String session)
            throws IOException, GateException {
        List<Approved> candidates = approved(user).getOrDefault(path, List.of());
        if (candidates.isEmpty()) {
            throw new GateException("the name is not approved");
        }
        Path copy = own.resolve("incoming").resolve(UUID.randomUUID().toString());
        try {
            Digest digest = copy(uploaded, copy);
            Approved approved = candidates.stream()
                    .filter(candidate -> candidate.file.digest().equals(digest))
                    .findFirst()
                    .orElseThrow(() -> new GateException("the bytes are not those that were approved"));
            Filling filling = filling(approved, person);
            Path name = folder.resolve(path.substring(1));
            makeFolder(Objects.requireNonNull(name.getParent()));
            try {
                Files.createLink(name, copy);
            } catch (FileAlreadyExistsException e) {
                // linked before, by a server that was killed before it could note it down; or sent again
                if (!hash(name).equals(digest)) {
                    throw new GateException("another file of this name is released, and is not replaced");
                }
            }
            note(filling, approved, session);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The order of a release is asked for once, and again when anything else has happened at the gate. */
    private Filling filling(Approved approved, String person) throws IOException, GateException {
        String id = approved.open.check().id();
        Filling known = snapshot.fillings.get(id);
        if (known != null && known.person.equals(person)) {
            return known;
        }
        Ordered ordered = workflow.orderOf(id, approved.open.destination(), person);
        Filling filling =
                new Filling(person, ordered, new HashSet<>(ordered.delivered().keySet()));
        snapshot.fillings.put(id, filling);
        return filling;
    }

    private void note(Filling filling, Approved approved, String session) throws IOException, GateException {
        Receipts receipts =
                new Receipts(gate, filling.ordered, hostKey, session, "copied, hashed and linked by the server, fsync");
        if (!filling.filled.contains(approved.file.path())) {
            snapshot = snapshot.after(receipts.delivered(approved.file));
            filling.filled.add(approved.file.path());
        }
        if (snapshot.isStale()) {
            // another server may have taken files in as well
            filling.filled.addAll(workflow.standing(approved.open.check().id())
                    .record()
                    .delivered()
                    .keySet());
        }
        // also where the last file is sent again: a server that was killed had noted it down, but not the whole
        if (filling.filled.size() == approved.open.files().size()) {
            receipts.released(ledgers);
        }
    }

    private synchronized Map<String, List<Approved>> approved(String user) throws IOException, GateException {
        long events = gate.log().head().events();
        Instant now = gate.now();
        if (snapshot.events != events || !now.isBefore(snapshot.until)) {
            snapshot = read(events, now);
        }
        return snapshot.names.getOrDefault(user, Map.of());
    }

    private Snapshot read(long events, Instant now) throws IOException, GateException {
        Map<String, Map<String, List<Approved>>> names = new HashMap<>();
        // a check grows too old and a key ends without an event
        Instant until = now.plusSeconds(1);
        for (Standing standing : workflow.pending()) {
            if (standing.answer() instanceof Answer.Open open
                    && open.destination().hostKey().equals(hostKey)) {
                for (Decision approval : open.approvals()) {
                    until = approval.until().isBefore(until) ? approval.until() : until;
                }
                Destination place = open.destination();
                String under = place.path().equals("/") ? "" : place.path();
                for (ReleasedFile file : open.files()) {
                    names.computeIfAbsent(place.user(), any -> new HashMap<>())
                            .computeIfAbsent(under + "/" + file.path(), any -> new ArrayList<>())
                            .add(new Approved(open, file));
                }
            }
        }
        return new Snapshot(events, until, names, new HashMap<>());
    }

    private static Digest copy(Path from, Path to) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (FileChannel in = FileChannel.open(from, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                FileChannel out = FileChannel.open(
                        to,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--r-----")))) {
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (in.read(buffer) >= 0) {
                buffer.flip();
                hash.update(buffer.duplicate());
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
            }
            out.force(true);
        }
        return Digest.ended(hash);
    }

    private static Digest hash(Path file) throws IOException {
        MessageDigest hash = Digest.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                hash.update(chunk, 0, read);
            }
        }
        return Digest.ended(hash);
    }

    private static void makeFolder(Path path) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}

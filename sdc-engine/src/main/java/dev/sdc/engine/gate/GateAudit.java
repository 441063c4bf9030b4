package dev.sdc.engine.gate;

import dev.sdc.engine.gate.Statement.Receipt;
import dev.sdc.engine.gate.Statement.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through all that a gate keeps: every link of the log, every checkpoint, every statement that the log names, and
 * that each was signed by whom it says.
 */
public final class GateAudit {
    private final GateFolder gate;
    private final Keyring keyring;
    private final List<String> problems = new ArrayList<>();
    private final Set<Digest> seen = new HashSet<>();
    private long keyringSerial;

    private GateAudit(GateFolder gate, Keyring keyring) {
        this.gate = gate;
        this.keyring = keyring;
    }

    /**
     * What was found.
     *
     * @param events how many events the log holds, as far as it could be read
     * @param covered the last event that a checkpoint covers
     * @param statements how many statements were verified
     * @param problems what is wrong; empty when nothing is
     */
    public record Outcome(long events, long covered, long statements, List<String> problems) {}

    /**
     * Looks through a gate.
     *
     * @param kept checkpoints that were kept elsewhere
     */
    public static Outcome of(GateFolder gate, List<Envelope> kept) throws IOException {
        Keyring keyring;
        try {
            keyring = gate.keyring();
        } catch (GateException e) {
            return new Outcome(0, 0, 0, List.of(e.getMessage()));
        }
        return new GateAudit(gate, keyring).outcome(kept);
    }

    private Outcome outcome(List<Envelope> kept) throws IOException {
        Map<Long, List<Checkpoint>> expected = new HashMap<>();
        long covered = 0;
        for (Checkpoint checkpoint : checkpoints(kept)) {
            expected.computeIfAbsent(checkpoint.events(), number -> new ArrayList<>())
                    .add(checkpoint);
            covered = Math.max(covered, checkpoint.events());
        }
        long events = 0;
        try {
            EventLog.Head head = gate.log().readWhole((event, line) -> {
                for (Checkpoint checkpoint : expected.getOrDefault(event.number(), List.of())) {
                    if (!checkpoint.head().equals(line)) {
                        problems.add("the log was written anew: event " + event.number()
                                + " is not the one that the checkpoint of " + checkpoint.at() + " saw");
                    }
                }
                statements(event);
            });
            events = head.events();
            if (covered > events) {
                problems.add("the log was cut off: it holds " + events + " events, a checkpoint saw " + covered);
            }
        } catch (GateException e) {
            problems.add(e.getMessage());
        }
        return new Outcome(events, Math.min(covered, events), seen.size(), List.copyOf(problems));
    }

    private List<Checkpoint> checkpoints(List<Envelope> kept) throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        try {
            List<Envelope> all = new ArrayList<>(gate.checkpoints());
            all.addAll(kept);
            for (Envelope envelope : all) {
                checkpoints.add(Checkpoint.read(envelope, keyring));
            }
        } catch (GateException e) {
            problems.add("a checkpoint is damaged: " + e.getMessage());
        }
        return checkpoints;
    }

    private void statements(Event event) {
        try {
            switch (event.kind()) {
                case KEYRING -> {
                    Keyring one = Keyring.read(envelope(event.digest("keyring")), gate.root());
                    if (one.serial() <= keyringSerial) {
                        throw new GateException("the keyring went back");
                    }
                    keyringSerial = one.serial();
                }
                case SUBMITTED -> {
                    verified(event, "request", event.by());
                    Request request = Statement.read(gate.envelope(event.digest("request")), Request.class);
                    for (ReleasedFile file : request.files()) {
                        requireStored(file.digest());
                    }
                    for (Digest table : request.containment()) {
                        requireStored(table);
                    }
                    if (request.declaration() != null) {
                        requireStored(request.declaration());
                    }
                }
                case CHECKED -> {
                    verified(event, "check", "the gate");
                    seen.add(event.digest("report"));
                    gate.store().bytes(event.digest("report"));
                }
                case DECIDED, WITHDRAWN -> verified(event, "decision", event.by());
                case ORDERED -> verified(event, "order", event.by(), "the gate");
                case DELIVERED, RELEASED -> {
                    if (!(verified(event, "receipt", "the gate") instanceof Receipt receipt)
                            || receipt.index() >= event.number()) {
                        throw new GateException("the receipt is none, or of a later event");
                    }
                    if (event.kind() == Event.Kind.DELIVERED
                            && receipt.files().stream().noneMatch(file -> names(event, file))) {
                        throw new GateException("the receipt is of other files");
                    }
                }
                case COMMENTED, INTERRUPTED, LOGIN, LOGIN_REFUSED, REFUSED, RECOVERED -> {
                    // nothing is signed
                }
            }
        } catch (GateException | IOException e) {
            problems.add("event " + event.number() + " (" + event.kind() + "): "
                    + (e instanceof GateException ? e.getMessage() : "the store cannot be read"));
        }
    }

    private static boolean names(Event event, ReleasedFile file) {
        return file.path().equals(event.details().get("file"))
                && file.digest().hex().equals(event.details().get("sha256"));
    }

    private Envelope envelope(Digest digest) throws IOException, GateException {
        seen.add(digest);
        return gate.envelope(digest);
    }

    private void requireStored(Digest digest) throws IOException, GateException {
        if (seen.add(digest)
                && !ContentStore.look(gate.store().path(digest)).digest().equals(digest)) {
            throw new GateException("the gate's store is damaged: " + digest + " holds other bytes");
        }
    }

    private Statement verified(Event event, String detail, String... signers) throws IOException, GateException {
        EnvelopeCheck.Verified verified = EnvelopeCheck.of(envelope(event.digest(detail)), keyring);
        if (!List.of(signers).contains(verified.by())) {
            throw new GateException("it is signed by " + verified.by() + ", not by " + String.join(" or ", signers));
        }
        return verified.statement();
    }
}

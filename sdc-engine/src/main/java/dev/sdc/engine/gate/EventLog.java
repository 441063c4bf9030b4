package dev.sdc.engine.gate;

import dev.sdc.engine.journal.OwnerOnly;
import dev.sdc.engine.journal.WholeLines;
import dev.sdc.engine.journal.WriterLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that happened at the gate, a line of JSON each. A line names the digest of the one before, so that none can be
 * changed, taken out or put elsewhere; that none was cut off at the end is seen by a {@link Checkpoint}.
 *
 * <p>Several processes may write: each holds the log's lock while it does.
 */
public final class EventLog {
    private static final Digest BEFORE_THE_FIRST = new Digest("0".repeat(64));
    private static final Head START = new Head(0, BEFORE_THE_FIRST, 0, Instant.MIN);
    private static final int LONGEST_LINE = 1 << 20;
    /** How far clocks may be apart before the time of an event is doubted. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Path file;
    private final Path lockFile;
    private final InstantSource clock;
    private boolean holding;
    private Head head = START;

    EventLog(Path folder, InstantSource clock) {
        this.file = folder.resolve("log.jsonl");
        this.lockFile = folder.resolve("log.lock");
        this.clock = clock;
    }

    /**
     * How far a log goes.
     *
     * @param events how many events
     * @param digest of the last line
     * @param bytes where the next line begins
     * @param at the time of the last event
     */
    public record Head(long events, Digest digest, long bytes, Instant at) {}

    /** Does something while no other process writes. */
    public interface Action<T> {
        /** What is done. */
        T run() throws IOException, GateException;
    }

    /** Sees events as they are read. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes an event; {@code digest} is that of its line. */
        void take(Event event, Digest digest) throws GateException;
    }

    /** Writes an event; it is on the disk when this returns. */
    public Event append(Event.Kind kind, @Nullable String request, String by, Map<String, String> details)
            throws IOException, GateException {
        return append(kind, request, by, details, true);
    }

    /**
     * Writes an event.
     *
     * @param durably whether to wait for the disk; what is not waited for survives the process, not the machine
     */
    synchronized Event append(
            Event.Kind kind, @Nullable String request, String by, Map<String, String> details, boolean durably)
            throws IOException, GateException {
        return locked(() -> {
            catchUp();
            Instant now = clock.instant();
            if (now.plus(TOLERANCE).isBefore(head.at)) {
                throw new GateException("the clock shows " + now + ", but the last event was at " + head.at
                        + "; set the clock before anything else");
            }
            return write(
                    new Event(head.events + 1, now.isBefore(head.at) ? head.at : now, kind, request, by, details),
                    durably);
        });
    }

    /**
     * Reads the log from its start, verifying every link; the result is how far it goes. What a write that broke off has
     * left at the end was never told to anybody, and is no event.
     */
    public Head read(Visitor visitor) throws IOException, GateException {
        return locked(() -> readFrom(START, visitor).head);
    }

    /** Reads the log as {@link #read} does, and refuses what a write that broke off has left at the end. */
    public Head readWhole(Visitor visitor) throws IOException, GateException {
        return locked(() -> {
            Read read = readFrom(START, visitor);
            if (read.unfinished > 0) {
                throw new GateException("the log ends in an unfinished line after event " + read.head.events
                        + ": a write broke off; the next event mends it");
            }
            return read.head;
        });
    }

    /** How far the log goes, as last seen by this process. */
    public synchronized Head head() throws IOException, GateException {
        return locked(() -> {
            catchUp();
            return head;
        });
    }

    /** Runs something while this process alone holds the log. Calls within calls are held by the outermost. */
    synchronized <T> T locked(Action<T> action) throws IOException, GateException {
        if (holding) {
            return action.run();
        }
        return WriterLock.alone(lockFile, () -> {
            holding = true;
            try {
                return action.run();
            } finally {
                holding = false;
            }
        });
    }

    private void catchUp() throws IOException, GateException {
        Read since = readFrom(head, (event, digest) -> {});
        head = since.head;
        if (since.unfinished > 0) {
            mend(since.unfinished);
        }
    }

    /**
     * What was read.
     *
     * @param unfinished how many bytes follow the last line
     */
    private record Read(Head head, long unfinished) {}

    private Read readFrom(Head from, Visitor visitor) throws IOException, GateException {
        Head at = from;
        long unfinished = 0;
        if (Files.exists(file)) {
            if (Files.size(file) < from.bytes) {
                throw new GateException("the log was cut off after event " + from.events + " or before");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    InputStream in = Channels.newInputStream(channel.position(from.bytes))) {
                WholeLines<GateException> lines = new WholeLines<>(
                        in, LONGEST_LINE, () -> new GateException("the log holds a line that the gate did not write"));
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    Event event = parse(line, at);
                    Digest digest = Digest.of(line);
                    visitor.take(event, digest);
                    at = new Head(event.number(), digest, at.bytes + line.length + 1, event.at());
                }
                unfinished = lines.left();
            }
        }
        return new Read(at, unfinished);
    }

    /** What a write that broke off has left was never told to anybody: it goes, and that it went is told. */
    private void mend(long unfinished) throws IOException, GateException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(head.bytes);
            channel.force(true);
        }
        Instant now = clock.instant();
        write(
                new Event(
                        head.events + 1,
                        now.isBefore(head.at) ? head.at : now,
                        Event.Kind.RECOVERED,
                        null,
                        "gate",
                        Map.of("bytes", Long.toString(unfinished))),
                true);
    }

    private Event write(Event event, boolean durably) throws IOException {
        byte[] line = line(event, head.digest);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        try (FileChannel channel =
                OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            try {
                ByteBuffer buffer = ByteBuffer.wrap(ended);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (durably) {
                    channel.force(true);
                }
            } catch (IOException e) {
                takeBack(channel, e);
                throw e;
            }
        }
        head = new Head(event.number(), Digest.of(line), head.bytes + ended.length, event.at());
        return event;
    }

    /** Whoever asked for the event is told that it failed, so that nothing of it may stay. */
    private void takeBack(FileChannel channel, IOException why) {
        try {
            channel.truncate(head.bytes);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    static byte[] line(Event event, Digest previous) {
        ObjectNode node = Json.object();
        node.put("n", event.number());
        node.put("prev", previous.hex());
        node.put("at", event.at().toString());
        node.put("event", event.kind().name());
        if (event.request() != null) {
            node.put("request", event.request());
        }
        node.put("by", event.by());
        ObjectNode details = node.putObject("details");
        new TreeMap<>(event.details()).forEach(details::put);
        return Json.bytes(node);
    }

    private static Event parse(byte[] line, Head before) throws GateException {
        long number = before.events + 1;
        Event event;
        Digest previous;
        try {
            JsonNode node = Json.read(line);
            previous = Json.digest(node, "prev");
            Map<String, String> details = new LinkedHashMap<>();
            JsonNode given = Json.object(node, "details");
            for (String name : given.propertyNames()) {
                details.put(name, Json.text(given, name));
            }
            event = new Event(
                    Json.whole(node, "n"),
                    Json.time(node, "at"),
                    Json.word(node, "event", Event.Kind.class),
                    Json.optional(node, "request"),
                    Json.text(node, "by"),
                    details);
        } catch (GateException e) {
            throw new GateException("line " + number + " of the log was changed: " + e.getMessage());
        }
        if (event.number() != number || !previous.equals(before.digest)) {
            throw new GateException("the log was changed before or at line " + number
                    + ": a line was edited, taken out, put in or moved");
        }
        if (event.at().isBefore(before.at)) {
            throw new GateException("line " + number + " of the log is of an earlier time than the one before");
        }
        return event;
    }
}

package dev.sdc.engine.read.contained;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Packing;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Unpacking;
import dev.sdc.engine.read.acro.SessionFile;
import dev.sdc.engine.read.html.TagTables;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads files in a child process: one child for all files, a new one after each that brought it down. Delimited and plain
 * texts are read in the process itself, by readers whose time and memory are bounded. Thread-safe; close it after use.
 *
 * <p>The child is given the bytes of the file and no path, an empty environment, a heap of its own, and a time for each
 * file. A file that crashes it, or takes too long or too much, is unreadable, which fails. It is started where it can
 * change no disk and sees no other process ({@link Enclosure}), and before it gets its first file it loses the right to
 * open anything ({@link Confinement}), as far as the system has the means.
 */
public final class ContainedReader implements FileReader, AutoCloseable {
    /** How a Java ends that has no memory left, under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final List<String> command;
    private final Duration deadline;
    private final ExecutorService exchange = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "contained-reader");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Child child;
    private boolean encloses = true;
    private volatile Set<Freedom> freedoms = Set.of();

    /**
     * A reader that has started nothing yet.
     *
     * @param command what starts a child: Java, its options and class path, and the name of {@link ReadingChild}
     * @param deadline how long one file may take
     */
    public ContainedReader(List<String> command, Duration deadline) {
        this.command = List.copyOf(command);
        this.deadline = deadline;
    }

    /** What a child could have done that no reader needs, had a hostile file taken it over. */
    public enum Freedom {
        /** To open other files and connections, and to start programs. */
        OPEN,
        /** To delete, rename and cut short files of its user, and to end processes of that user. */
        HARM
    }

    private record Child(Process process, DataInputStream in, DataOutputStream out) {
        static Child start(List<String> command) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            Process process = builder.start();
            return new Child(
                    process,
                    new DataInputStream(new BufferedInputStream(process.getInputStream())),
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
        }

        /** Waits until the child is ready; says whether it holds open all that it will ever need. */
        boolean holdsAll() throws IOException {
            return in.readByte() == ReadingChild.READY;
        }

        <T> T ask(Request request, Class<T> answer) throws IOException {
            Packing.send((Record) request, out);
            return Unpacking.of(in.readNBytes(in.readInt()), answer);
        }
    }

    @Override
    public Reading read(ReceivedFile file, Limits limits) {
        return isRead(file)
                ? FileReader.IN_PROCESS.read(file, limits)
                : ask(new Request.Read(file, limits), Reading.class, Reading.Unreadable::new);
    }

    /** What a file is to a session; one that brings its reader down is read as an output, and fails as one. */
    @Override
    public SessionFile session(ReceivedFile file) {
        return file.bytes().length == 0
                ? new SessionFile.None()
                : ask(new Request.Belongs(file), SessionFile.class, why -> new SessionFile.None());
    }

    /**
     * What some child that read files was free to do: to open, since the system has no {@code prlimit} or since its classes
     * lie in a folder and not in a jar; to do harm, since the system gives no namespaces to plain users.
     */
    public Set<Freedom> freedoms() {
        return freedoms;
    }

    /** Whether a file is a plain text without tags, or nothing that anybody reads. */
    private static boolean isRead(ReceivedFile file) {
        return file.unreadable() != null
                || file.bytes().length == 0
                || switch (file.recognised()) {
                    case CSV, TSV, CODE, UNKNOWN -> true;
                    case TEXT, MARKDOWN, LOG -> !TagTables.mayBeIn(file.bytes());
                    case XLSX, HTML, LATEX, JSON, NOTEBOOK, PNG, JPEG, SVG -> false;
                };
    }

    /** The child's answer, or what comes in its place, for a reason in a sentence. */
    private synchronized <T> T ask(Request request, Class<T> type, Function<String, T> failure) {
        Future<T> answer = exchange.submit(() -> started().ask(request, type));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            end();
            return failure.apply("Reading the file took more than " + deadline.toSeconds()
                    + " seconds and was stopped. Send the summary that is needed.");
        } catch (ExecutionException e) {
            return failure.apply(
                    end() == OUT_OF_MEMORY
                            ? "The file needs more memory than its reader was given. Send the summary that is needed."
                            : "The file could not be read: its reader broke off. Save it anew, or send the table as .csv.");
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            return failure.apply("Reading the file was interrupted. Check again.");
        }
    }

    private Child started() throws IOException {
        Child running = child;
        return running == null ? start() : running;
    }

    private Child start() throws IOException {
        if (encloses) {
            try {
                return start(Enclosure.around(command), true);
            } catch (IOException e) {
                encloses = false; // the system does not let it
                end();
            }
        }
        return start(command, false);
    }

    private Child start(List<String> all, boolean enclosed) throws IOException {
        Child started = Child.start(all);
        child = started; // known before it is waited for, so that it can be ended
        boolean holdsAll = started.holdsAll();
        ProcessHandle reading = enclosed ? Enclosure.inside(started.process) : started.process.toHandle();
        Set<Freedom> free = EnumSet.noneOf(Freedom.class);
        free.addAll(freedoms);
        if (!holdsAll || !Confinement.of(reading)) {
            free.add(Freedom.OPEN);
        }
        if (!enclosed) {
            free.add(Freedom.HARM);
        }
        freedoms = Collections.unmodifiableSet(free);
        return started;
    }

    /** Ends the child, so that the next file gets a new one; the result is how it ended. */
    private int end() {
        Child ended = child;
        child = null;
        if (ended == null) {
            return -1;
        }
        try {
            if (ended.process.waitFor(1, TimeUnit.SECONDS)) {
                return ended.process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended.process.destroyForcibly();
        return -1;
    }

    @Override
    public synchronized void close() {
        exchange.shutdownNow();
        Child ended = child;
        child = null;
        if (ended != null) {
            try {
                ended.out.close(); // it ends when nothing more is asked
                ended.process.waitFor(1, TimeUnit.SECONDS);
            } catch (IOException e) {
                // it has ended already
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.process.destroyForcibly();
        }
    }
}

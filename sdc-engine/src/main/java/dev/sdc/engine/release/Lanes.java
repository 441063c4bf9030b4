package dev.sdc.engine.release;

import dev.sdc.engine.gate.GateException;
import dev.sdc.engine.gate.ReleasedFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends files side by side. A file takes a dozen questions, each of which waits for its answer; while one file waits,
 * others go on. Each file keeps its order of steps: a lane takes the next file when it is done with one.
 */
final class Lanes {
    /** So many files are worth a lane. */
    private static final int FILES = 8;

    private final Iterator<ReleasedFile> left;
    private final Work work;
    private @Nullable Throwable broken;

    private Lanes(List<ReleasedFile> files, Work work) {
        this.left = files.iterator();
        this.work = work;
    }

    /** What is done with a file. */
    @FunctionalInterface
    interface Work {
        void deliver(ReleasedFile file, FarSide far) throws IOException, GateException;
    }

    /**
     * Sends files. When this returns or throws, nothing is being sent any more; the first thing that went wrong is thrown,
     * and after it no file is begun.
     */
    static void send(List<ReleasedFile> files, FarSide far, Work work) throws IOException, GateException {
        new Lanes(files, work).run(far, files.size() / FILES);
    }

    private void run(FarSide far, int wanted) throws IOException, GateException {
        List<Thread> threads = new ArrayList<>();
        List<Closeable> lines = new ArrayList<>();
        try {
            for (int lane = 2; lane <= wanted; lane++) {
                Optional<FarSide> beside = far.beside();
                if (beside.isEmpty()) {
                    break;
                }
                lines.add(beside.get());
                threads.add(new Thread(() -> lane(beside.get()), "release-" + lane));
            }
            threads.forEach(Thread::start);
            lane(far);
        } finally {
            join(threads);
            for (Closeable line : lines) {
                line.close();
            }
        }
        rethrow();
    }

    private void lane(FarSide far) {
        try {
            for (ReleasedFile file = next(); file != null; file = next()) {
                work.deliver(file, far);
            }
        } catch (IOException | GateException | RuntimeException | Error e) {
            broke(e);
        }
    }

    private synchronized @Nullable ReleasedFile next() {
        return broken == null && left.hasNext() ? left.next() : null;
    }

    private synchronized void broke(Throwable e) {
        if (broken == null) {
            broken = e;
        }
    }

    /** Waits for all: the connection is theirs as long as they run. */
    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void rethrow() throws IOException, GateException {
        if (broken instanceof IOException e) {
            throw e;
        }
        if (broken instanceof GateException e) {
            throw e;
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        if (broken instanceof Error e) {
            throw e;
        }
    }
}

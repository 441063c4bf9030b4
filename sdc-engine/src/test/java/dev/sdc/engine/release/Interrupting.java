package dev.sdc.engine.release;

import dev.sdc.engine.gate.Digest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A far side at which the process dies before or after its n-th act, and does nothing more, on no line. */
class Interrupting implements FarSide {
    /** The process is gone: nothing catches this, nothing is written down. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** How long the process lives, on all its lines. */
    static final class Life {
        private final int acts;
        private final AtomicInteger done = new AtomicInteger();

        Life(int acts) {
            this.acts = acts;
        }

        private void act() {
            if (done.incrementAndGet() >= acts) {
                throw new Killed();
            }
        }

        void requireAlive() {
            if (done.get() >= acts) {
                throw new Killed();
            }
        }
    }

    private final FarSide far;
    private final Life life;

    Interrupting(FarSide far, Life life) {
        this.far = far;
        this.life = life;
    }

    private interface Act<T> {
        T run() throws IOException;
    }

    private <T> T act(Act<T> act) throws IOException {
        life.act();
        T result = act.run();
        life.act();
        return result;
    }

    @Override
    public Optional<FarSide> beside() throws IOException {
        return far.beside().map(line -> new Interrupting(line, life));
    }

    @Override
    public long size(String path) throws IOException {
        life.requireAlive();
        return far.size(path);
    }

    @Override
    public Writing write(String path, long from) throws IOException {
        Writing writing = act(() -> far.write(path, from));
        return new Writing() {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                act(() -> {
                    writing.write(bytes, start, length);
                    return true;
                });
            }

            @Override
            public long finish() throws IOException {
                return act(writing::finish);
            }

            @Override
            public void close() throws IOException {
                writing.close();
            }
        };
    }

    @Override
    public Digest digest(String path, long bytes) throws IOException {
        return act(() -> far.digest(path, bytes));
    }

    @Override
    public long settle(String from, String to) throws IOException {
        return act(() -> far.settle(from, to));
    }

    @Override
    public void remove(String path) throws IOException {
        far.remove(path);
    }

    @Override
    public void folder(String path) throws IOException {
        act(() -> {
            far.folder(path);
            return true;
        });
    }

    @Override
    public String hostKey() {
        return far.hostKey();
    }

    @Override
    public String session() {
        return far.session();
    }

    @Override
    public String proof() {
        return far.proof();
    }

    @Override
    public void close() throws IOException {
        far.close();
    }
}

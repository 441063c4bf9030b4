package dev.sdc.engine.release;

/** Tells a watcher one thing at a time, whoever tells it. */
record OneAtATime(Watcher watcher) implements Watcher {
    @Override
    public synchronized void file(String path, int number, int of, long bytes) {
        watcher.file(path, number, of, bytes);
    }

    @Override
    public synchronized void sent(long bytes) {
        watcher.sent(bytes);
    }

    @Override
    public synchronized void verifying(long bytes) {
        watcher.verifying(bytes);
    }
}

package dev.sdc.cli;

import dev.sdc.engine.Progress;
import dev.sdc.engine.report.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Tells on standard error how far a check has come, once it takes more than a second. Where a person watches, the line
 * is kept up to date; elsewhere it is written once.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE_MILLIS = 1000;

    private final Terminal terminal;
    private final @Nullable Thread teller;
    private volatile String state = "reading";

    ProgressLine(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        if (quiet) {
            teller = null;
        } else {
            teller = new Thread(this::tell, "progress");
            teller.setDaemon(true);
            teller.start();
        }
    }

    @Override
    public void reading(String path, int number, int of) {
        state = "reading file " + number + " of " + of + ": " + VisibleText.of(path, 60);
    }

    @Override
    public void checking() {
        state = "running the rules";
    }

    private void tell() {
        String told = "";
        try {
            Thread.sleep(PATIENCE_MILLIS);
            if (!terminal.watched()) {
                terminal.say(state + " …");
                return;
            }
            while (!Thread.currentThread().isInterrupted()) {
                if (!state.equals(told)) {
                    told = state;
                    terminal.err().print("\r\u001b[Ksdc: " + told + " …");
                    terminal.err().flush();
                }
                Thread.sleep(PATIENCE_MILLIS / 4);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!told.isEmpty()) {
                terminal.err().print("\r\u001b[K");
                terminal.err().flush();
            }
        }
    }

    @Override
    public void close() {
        if (teller == null) {
            return;
        }
        teller.interrupt();
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.sdc.cli;

import dev.sdc.engine.gate.ReleasedFile;
import dev.sdc.engine.gate.Standing;
import dev.sdc.engine.release.Watcher;
import dev.sdc.engine.report.VisibleText;
import java.util.Locale;

/** How far a release has come, with its rate, in a line of standard error where a person watches. */
final class SendingLine implements Watcher, AutoCloseable {
    private static final long BETWEEN_NANOS = 200_000_000L;
    private static final int WIDTH = 24;

    private final Terminal terminal;
    private final boolean shown;
    private final long total;
    private final long start = System.nanoTime();
    private long sent;
    private long told;
    private String file = "";
    private boolean written;

    SendingLine(Terminal terminal, boolean quiet, Standing standing) {
        this.terminal = terminal;
        this.shown = terminal.watched() && !quiet;
        this.total = standing.check() == null
                ? 0
                : standing.check().files().stream()
                        .mapToLong(ReleasedFile::bytes)
                        .sum();
    }

    @Override
    public void file(String path, int number, int of, long bytes) {
        file = number + "/" + of + " " + VisibleText.of(path, 40);
        tell("sending", false);
    }

    @Override
    public void sent(long bytes) {
        sent += bytes;
        tell("sending", false);
    }

    @Override
    public void verifying(long bytes) {
        tell("verifying", false);
    }

    private void tell(String doing, boolean last) {
        long now = System.nanoTime();
        if (!shown || (!last && now - told < BETWEEN_NANOS)) {
            return;
        }
        told = now;
        written = true;
        terminal.err().print("\r\u001b[Ksdc: " + line(doing, sent, total, now - start, file));
        terminal.err().flush();
    }

    static String line(String doing, long sent, long total, long nanos, String file) {
        int full = total == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * sent / total);
        double seconds = Math.max(nanos, 1) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %% %.1f MiB/s %s",
                doing,
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                total == 0 ? 100 : 100 * sent / total,
                sent / seconds / (1 << 20),
                file);
    }

    @Override
    public void close() {
        if (written) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}

package dev.sdc.benchmarks;

import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Release;
import dev.sdc.engine.submission.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A ledger of a thousand releases of a thousand counts each, asked about a release of a thousand counts. */
@State(Scope.Benchmark)
public class LedgerQuery {
    private static final int EACH = 1_000;
    private static final int RELEASES = 1_000;

    private Path file = Path.of("");
    private @Nullable Ledger ledger;
    private long[] asked = {};

    @Setup(Level.Trial)
    public void fill() throws IOException {
        file = Files.createTempFile("ledger", ".jsonl");
        Ledger filled = Ledger.open(file.toString());
        SplittableRandom random = new SplittableRandom(1);
        for (int release = 0; release < RELEASES; release++) {
            long[] keys = random.longs(EACH).sorted().toArray();
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                rows.add(List.of("Area " + i, Integer.toString(random.nextInt(10_000))));
            }
            filled.add(new Release(
                    "R" + release,
                    "data",
                    null,
                    List.of(new Release.Sheet(
                            "t.csv", null, List.of(), List.of(), rows, Declaration.NONE, EACH, keys))));
            asked = release % 100 == 0 ? keys : asked;
        }
        filled.sharing("data", asked);
        ledger = filled;
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        if (ledger != null) {
            ledger.close();
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".lock"));
    }

    /** Of an open ledger. */
    @Benchmark
    public List<Release> query() throws IOException {
        return ledger == null ? List.of() : ledger.sharing("data", asked);
    }

    /** With opening it, which follows the whole chain. */
    @Benchmark
    public List<Release> openAndQuery() throws IOException {
        try (Ledger opened = Ledger.open(file.toString())) {
            return opened.sharing("data", asked);
        }
    }
}

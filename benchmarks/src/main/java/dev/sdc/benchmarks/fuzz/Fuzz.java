package dev.sdc.benchmarks.fuzz;

import com.sun.management.OperatingSystemMXBean;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Checks files of a folder, edited at random, for as long as it is told to: an exception that gets out, a reader or a rule
 * that ends with an error, a file that takes too long, or a disclosive one that is let through while the evidence is still
 * in it, is written down with the seed that brings it back.
 */
public final class Fuzz {
    /** Of processor time: other programs of a busy machine do not count. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration HANGS = Duration.ofMinutes(1);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Kind kind;
    private final List<Seed> seeds;
    private final List<Seed> disclosive;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final OutputChecker checker = OutputChecker.standard();
    private Duration slowest = Duration.ZERO;
    private int checked;
    private int refused;
    private int telling;

    private Fuzz(Path folder, Kind kind) throws IOException {
        this.kind = kind;
        this.seeds = Seed.in(folder, kind);
        this.disclosive = seeds.stream().filter(Seed::isDisclosive).toList();
    }

    /**
     * Arguments: the folder of the samples, the seconds of processor time for each kind, the kind to edit ({@code xlsx}) or
     * {@code all}, and, to repeat a run, its seed.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
        List<Kind> kinds = args.length < 3 || args[2].equals("all")
                ? List.of(Kind.values())
                : List.of(Kind.valueOf(args[2].toUpperCase(Locale.ROOT)));
        long first = args.length > 3 ? Long.parseLong(args[3]) : System.nanoTime();
        boolean faultless = true;
        for (Kind kind : kinds) {
            faultless &= new Fuzz(Path.of(args[0]), kind).runs(time, first, out);
        }
        System.exit(faultless ? 0 : 1);
    }

    /** Checks edited files from a seed on for so much processor time, at least one; whether no fault was found. */
    private boolean runs(Duration time, long first, PrintStream out) throws InterruptedException {
        long end = PROCESS.getProcessCpuTime() + time.toNanos();
        int faults = 0;
        boolean ended = true;
        for (long number = first; ended && (number == first || PROCESS.getProcessCpuTime() < end); number++) {
            long seed = number;
            List<String> found = new ArrayList<>();
            Thread worker = new Thread(() -> found.addAll(faultsOf(seed)));
            worker.setDaemon(true);
            worker.start();
            ended = ends(worker);
            List<String> seen = ended ? found : List.of(told(seed, "hangs"));
            seen.forEach(out::println);
            faults += seen.size();
        }
        out.println(name() + ": " + checked + " files from seed " + first + " in " + time.toSeconds() + " s, " + telling
                + " with the evidence still in them; " + verdicts + ", " + refused + " refused" + "; the slowest took "
                + slowest.toMillis() + " ms; "
                + faults + " faults");
        return faults == 0;
    }

    private static boolean ends(Thread worker) throws InterruptedException {
        while (worker.isAlive() && CLOCK.getThreadCpuTime(worker.getId()) < HANGS.toNanos()) {
            worker.join(1000);
        }
        return !worker.isAlive();
    }

    /** The faults in so many edited files of a kind, from a seed on. */
    public static List<String> faults(Path folder, String kind, int files, long first) throws IOException {
        Fuzz fuzz = new Fuzz(folder, Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        List<String> faults = new ArrayList<>();
        for (long seed = first; seed < first + files; seed++) {
            faults.addAll(fuzz.faultsOf(seed));
        }
        return faults;
    }

    /** The kinds that there are. */
    public static List<String> kinds() {
        return Stream.of(Kind.values()).map(Fuzz::name).toList();
    }

    private String name() {
        return name(kind);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String told(long number, String what) {
        return "seed " + number + " " + name() + " " + seed(number).path() + ": " + what;
    }

    /** Every other file is a disclosive one, where there are any. */
    private Seed seed(long number) {
        List<Seed> of = disclosive.isEmpty() || number % 2 == 0 ? seeds : disclosive;
        return of.get((int) Math.floorMod(number / 2, (long) of.size()));
    }

    private List<String> faultsOf(long number) {
        Seed seed = seed(number);
        byte[] edited = kind.edits().edited(seed.bytes(), new Random(number));
        List<String> found = new ArrayList<>();
        long begin = CLOCK.getCurrentThreadCpuTime();
        try {
            Report report = checker.check(seed.with(edited));
            verdicts.merge(report.verdict(), 1, Integer::sum);
            found.addAll(errors(report));
            if (seed.evidence().isIn(edited)) {
                telling++;
                if (report.verdict().compareTo(seed.best()) < 0) {
                    found.add(report.verdict() + " with the evidence in it");
                }
            }
        } catch (DeclarationException e) {
            refused++; // the answer to a declaration that is not understood
        } catch (RuntimeException | Error e) {
            found.add(e.toString());
        }
        checked++;
        Duration took = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - begin);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        if (took.compareTo(LONGEST) > 0) {
            found.add("took " + took.toMillis() + " ms for " + edited.length + " bytes");
        }
        return found.isEmpty() ? List.of() : List.of(told(number, String.join("; ", found)));
    }

    private static List<String> errors(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.because().contains("ended with an error")
                        || finding.because().contains("its reader stopped"))
                .map(finding -> finding.message() + " " + finding.because())
                .distinct()
                .toList();
    }
}

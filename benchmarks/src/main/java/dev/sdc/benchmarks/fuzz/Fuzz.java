package dev.sdc.benchmarks.fuzz;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
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
import java.util.Map;
import java.util.Random;

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

    private final List<Seed> seeds;
    private final List<Seed> disclosive;
    private final List<String> faults = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final OutputChecker checker = OutputChecker.standard();
    private Duration slowest = Duration.ZERO;
    private int telling;

    private Fuzz(List<Seed> seeds) {
        this.seeds = seeds;
        this.disclosive = seeds.stream().filter(Seed::isDisclosive).toList();
    }

    /**
     * Arguments: the folder of the samples, the seconds to run, the ending of the files to take ({@code xlsx}) or
     * {@code all}, and, to repeat a run, its seed.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String ending = args.length < 3 || args[2].equals("all") ? "" : args[2];
        long first = args.length > 3 ? Long.parseLong(args[3]) : System.nanoTime();
        Fuzz fuzz = new Fuzz(Seed.in(Path.of(args[0]), ending));
        long end =
                System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[1])).toNanos();
        long seed = first;
        boolean ended;
        do {
            long next = seed++;
            Thread worker = new Thread(() -> fuzz.once(next));
            worker.setDaemon(true);
            worker.start();
            ended = ends(worker);
            if (!ended) {
                fuzz.faults.add("seed " + next + " " + fuzz.seed(next).path() + " hangs");
            }
        } while (ended && System.nanoTime() < end);
        fuzz.faults.forEach(out::println);
        out.println((seed - first) + " files of " + (ending.isEmpty() ? "all kinds" : ending) + " checked from seed "
                + first
                + ", " + fuzz.telling + " with the evidence still in them; " + fuzz.verdicts + "; the slowest took "
                + fuzz.slowest.toMillis() + " ms; " + fuzz.faults.size() + " faults");
        System.exit(fuzz.faults.isEmpty() ? 0 : 1);
    }

    private static boolean ends(Thread worker) throws InterruptedException {
        while (worker.isAlive() && CLOCK.getThreadCpuTime(worker.getId()) < HANGS.toNanos()) {
            worker.join(1000);
        }
        return !worker.isAlive();
    }

    /** The faults in so many edited files with an ending, from a seed on. */
    public static List<String> faults(Path folder, String ending, int files, long first) throws IOException {
        Fuzz fuzz = new Fuzz(Seed.in(folder, ending));
        for (long seed = first; seed < first + files; seed++) {
            fuzz.once(seed);
        }
        return fuzz.faults;
    }

    /** Every other file is a disclosive one, where there are any. */
    private Seed seed(long number) {
        List<Seed> of = disclosive.isEmpty() || number % 2 == 0 ? seeds : disclosive;
        return of.get((int) Math.floorMod(number / 2, (long) of.size()));
    }

    private void once(long number) {
        Seed seed = seed(number);
        String ending = Seed.ending(seed.path());
        byte[] edited = Edits.of(ending).edited(seed.bytes(), new Random(number));
        List<String> found = new ArrayList<>();
        long begin = CLOCK.getCurrentThreadCpuTime();
        try {
            Report report = checker.check(Submission.builder()
                    .defaults(Declaration.builder().unit("patient").build())
                    .file(OutputFile.inMemory("edited." + ending, edited))
                    .build());
            verdicts.merge(report.verdict(), 1, Integer::sum);
            found.addAll(errors(report));
            if (seed.evidence().isIn(edited)) {
                telling++;
                if (report.verdict().compareTo(seed.best()) < 0) {
                    found.add(report.verdict() + " with the evidence in it");
                }
            }
        } catch (RuntimeException | Error | DeclarationException e) {
            found.add(e.toString());
        }
        Duration took = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - begin);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        if (took.compareTo(LONGEST) > 0) {
            found.add("took " + took.toMillis() + " ms for " + edited.length + " bytes");
        }
        if (!found.isEmpty()) {
            faults.add("seed " + number + " " + seed.path() + ": " + String.join("; ", found));
        }
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

package dev.sdc.rules.mutation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pitest.mutationtest.engine.MutationDetails;

/**
 * Tries every mutant in one machine: puts it in the place of the class, runs what reaches its line until something
 * fails, and puts the class back. Writes a line for each mutant, so that another worker can go on after it.
 */
public final class Worker {
    static final String LINES = "lines.tsv";
    static final String RESULTS = "results.tsv";
    /** Tests with many tries are left out: they would take hours. */
    private static final long TOO_SLOW_NANOS = 3_000_000_000L;

    private static final long LONGEST_TRIAL_NANOS = 20_000_000_000L;

    private final Mutants mutants = new Mutants();
    private final Path folder;
    private final Map<String, Trial> trials = new HashMap<>();
    private final Map<String, List<String>> byLine = new HashMap<>();
    private volatile long trialStarted;

    private Worker(Path folder) throws IOException {
        this.folder = folder;
    }

    /**
     * Takes the folder for the results, the beginning of the names of the classes to mutate, and of how many mutants one is
     * tried.
     */
    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker(Path.of(arguments[0]));
        worker.prepare();
        worker.watch();
        worker.run("dev.sdc.rules." + arguments[1], Integer.parseInt(arguments[2]));
        System.exit(0); // whatever the mutants left running
    }

    private void prepare() throws IOException, ReflectiveOperationException {
        Path file = folder.resolve(LINES);
        if (Files.exists(file)) {
            add(everyTrial());
        } else {
            Lines lines = new Lines();
            List<String> told = new ArrayList<>();
            Swap.whileLoading(lines, () -> {
                List<Trial> all = everyTrial();
                add(all);
                for (int round = 0; round < 2; round++) { // what was loaded late is reached in the second
                    told.clear();
                    lines.sinceLast();
                    for (Trial trial : all) {
                        long start = System.nanoTime();
                        if (!trial.holds()) {
                            throw new IllegalStateException(trial.name() + " fails without any mutation");
                        }
                        told.add(trial.name() + "\t" + (System.nanoTime() - start) + "\t"
                                + String.join(",", lines.sinceLast()));
                    }
                }
            });
            for (Class<?> each : Swap.loaded()) {
                byte[] original = mutants.classes().get(each.getName());
                if (original != null) {
                    Swap.replace(each, original);
                }
            }
            Files.write(file, told);
        }
        for (String line : Files.readAllLines(file).stream()
                .sorted(Comparator.comparingLong(line -> Long.parseLong(line.split("\t", -1)[1])))
                .toList()) {
            String[] parts = line.split("\t", -1);
            if (Long.parseLong(parts[1]) > TOO_SLOW_NANOS) {
                continue;
            }
            for (String reached : parts[2].split(",", -1)) {
                byLine.computeIfAbsent(reached, key -> new ArrayList<>()).add(parts[0]);
            }
        }
    }

    private void add(List<Trial> all) {
        all.forEach(trial -> trials.put(trial.name(), trial));
    }

    private static List<Trial> everyTrial() {
        List<Trial> all = new ArrayList<>(Trial.cases());
        all.addAll(Trial.tests(testClasses()));
        return all;
    }

    /** Classes of tests of the rules, other than those that walk all cases, pages and profiles. */
    private static List<String> testClasses() {
        Path home;
        try {
            home = Path.of(Worker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(home.resolve("dev/sdc/rules"))) {
                return files.map(file -> home.relativize(file).toString())
                        .filter(name -> name.endsWith("Test.class") && !name.contains("hostile"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')
                                .replace('\\', '.'))
                        .filter(name -> !name.endsWith(".RuleCasesTest"))
                        .sorted()
                        .toList();
            }
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String beginning, int step) throws IOException, ReflectiveOperationException {
        Path results = folder.resolve(RESULTS);
        List<MutationDetails> every = mutants.of(beginning);
        List<MutationDetails> all = IntStream.range(0, every.size())
                .filter(i -> i % step == 0)
                .mapToObj(every::get)
                .toList();
        int done = Files.exists(results) ? Files.readAllLines(results).size() : 0;
        for (MutationDetails mutant : all.subList(done, all.size())) {
            String line = String.join(
                    "\t",
                    mutant.getClassName().asJavaName(),
                    Integer.toString(mutant.getLineNumber()),
                    mutant.getMethod(),
                    mutant.getDescription(),
                    outcome(mutant));
            Files.writeString(
                    results, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private String outcome(MutationDetails mutant) throws ReflectiveOperationException {
        String name = mutant.getClassName().asJavaName();
        List<String> reaching = byLine.getOrDefault(name + ":" + mutant.getLineNumber(), List.of());
        if (reaching.isEmpty()) {
            return "NOT_REACHED\t";
        }
        Class<?> loaded = Class.forName(name);
        byte[] original = mutants.classes().get(name);
        Swap.replace(loaded, Budget.into(mutants.bytes(mutant)));
        try {
            for (String trial : reaching) {
                Budget.renew();
                trialStarted = cpu();
                if (!trials.get(trial).holds() || Budget.isSpent()) {
                    return (Budget.isSpent() ? "ENDLESS\t" : "KILLED\t") + trial;
                }
            }
            return "SURVIVED\t" + reaching.size();
        } catch (VerifyError refused) {
            return "REFUSED\t";
        } finally {
            trialStarted = Long.MAX_VALUE;
            Swap.replace(loaded, original);
        }
    }

    private final Thread tried = Thread.currentThread();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private long cpu() {
        return threads.getThreadCpuTime(tried.getId());
    }

    /** Ends the machine when a trial goes on where the steps of the mutant do not count. */
    private void watch() {
        trialStarted = Long.MAX_VALUE;
        Thread watch = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    return;
                }
                long started = trialStarted;
                if (started != Long.MAX_VALUE && cpu() - started > LONGEST_TRIAL_NANOS) {
                    Runtime.getRuntime().halt(Mutations.STUCK);
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
    }
}

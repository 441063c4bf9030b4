package dev.sdc.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Changed workbooks neither stop the checker nor pass while what they disclose is still in them.
 *
 * <p>For longer: {@code mvn -pl sdc-rules -am test -Dtest=WorkbookFuzzTest -Dfuzz.seconds=600}, and {@code -Dfuzz.seed=N}
 * for other changes.
 */
class WorkbookFuzzTest {
    private static final Path PAIRS = Path.of("../testdata/hostile/pairs");
    private static final long SLOWEST = 5_000_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** A workbook that must not pass, and the parts that tell it from its innocent twin. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Seed(String name, byte[] bytes, Map<String, byte[]> parts, Set<String> evidence) {
        static Seed of(Path folder) throws IOException {
            byte[] hostile = Files.readAllBytes(folder.resolve("hostile.xlsx"));
            Map<String, byte[]> parts = WorkbookMutator.parts(hostile);
            Map<String, byte[]> clean = WorkbookMutator.parts(Files.readAllBytes(folder.resolve("clean.xlsx")));
            Set<String> evidence = new HashSet<>();
            parts.forEach((name, bytes) -> {
                if (!Arrays.equals(bytes, clean.get(name))) {
                    evidence.add(name);
                }
            });
            return new Seed(folder.getFileName().toString(), hostile, parts, evidence);
        }

        /** Whether all that tells it from its twin, and all that leads there, is still as it was. */
        boolean isStillIn(byte[] changed) {
            Map<String, byte[]> now = WorkbookMutator.parts(changed);
            // a bomb is one by the way it is packed, which a change may undo
            return !evidence.isEmpty()
                    && !name.startsWith("bomb-")
                    && parts.entrySet().stream()
                            .filter(part -> evidence.contains(part.getKey()) || leadsThere(part.getKey()))
                            .allMatch(part -> Arrays.equals(part.getValue(), now.get(part.getKey())));
        }

        private static boolean leadsThere(String part) {
            return part.endsWith(".rels")
                    || part.equals("[Content_Types].xml")
                    || part.equals("xl/workbook.xml")
                    || part.startsWith("xl/worksheets/")
                    || part.startsWith("xl/drawings/")
                    || part.startsWith("xl/charts/")
                    || part.startsWith("xl/theme/")
                    || part.equals("xl/styles.xml");
        }
    }

    @Test
    void changedWorkbooksDoNotPassUnseen() throws IOException {
        Run run = new Run(Long.getLong("fuzz.seed", 20260401));
        run.during(Long.getLong("fuzz.seconds", 3) * 1_000_000_000L);
        assertThat(run.faults).as("of %s executions", run.executions).isEmpty();
        assertThat(run.executions).isPositive();
    }

    /** For minutes: seconds, and a seed. */
    public static void main(String[] arguments) throws IOException {
        Run run = new Run(Long.parseLong(arguments[1]));
        run.during(Long.parseLong(arguments[0]) * 1_000_000_000L);
        System.out.println(
                run.executions + " executions, " + run.verdicts + ", slowest " + run.slowest / 1_000_000 + " ms");
        run.faults.forEach(System.out::println);
    }

    private static final class Run {
        private final List<Seed> seeds = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        private final OutputChecker checker = OutputChecker.standard();
        private final long seed;
        private long executions;
        private long slowest;

        Run(long seed) throws IOException {
            this.seed = seed;
            try (Stream<Path> folders = Files.list(PAIRS)) {
                for (Path folder : folders.sorted().toList()) {
                    if (Files.exists(folder.resolve("hostile.xlsx")) && Files.exists(folder.resolve("clean.xlsx"))) {
                        seeds.add(Seed.of(folder));
                    }
                }
            }
        }

        void during(long nanoseconds) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < nanoseconds && faults.size() < 20) {
                one(seeds.get((int) (executions % seeds.size())), seed + executions);
                executions++;
            }
        }

        private void one(Seed each, long with) {
            byte[] changed = new WorkbookMutator(with).mutate(each.bytes);
            long start = CLOCK.getCurrentThreadCpuTime(); // other programs of a busy machine do not count
            try {
                Report report = checker.check(Submission.builder()
                        .file(OutputFile.inMemory("t.xlsx", changed))
                        .defaults(Declaration.builder().unit("patient").build())
                        .build());
                verdicts.merge(report.verdict(), 1, Integer::sum);
                if (report.verdict() == Verdict.PASS && each.isStillIn(changed)) {
                    faults.add(each.name + " passes with seed " + with);
                }
                report.findings().stream()
                        .filter(finding -> finding.because().contains("its reader stopped with")
                                || finding.because().contains("ended with an error"))
                        .forEach(finding -> faults.add(each.name + ", seed " + with + ": " + finding.because()));
            } catch (Exception e) {
                faults.add(each.name + " with seed " + with + ": " + e);
            }
            long spent = CLOCK.getCurrentThreadCpuTime() - start;
            slowest = Math.max(slowest, spent);
            if (spent > SLOWEST) {
                faults.add(each.name + " takes " + spent / 1_000_000 + " ms with seed " + with);
            }
        }
    }
}

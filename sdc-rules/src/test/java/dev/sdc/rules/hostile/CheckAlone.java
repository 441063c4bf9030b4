package dev.sdc.rules.hostile;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Checks files one after the other in a Java of its own, and prints verdict and processor milliseconds of each. */
final class CheckAlone {
    private CheckAlone() {}

    public static void main(String[] arguments) throws Exception {
        OutputChecker checker = OutputChecker.standard();
        for (String argument : arguments) {
            Path file = Path.of(argument);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Report report = checker.check(Submission.builder()
                    .file(OutputFile.onDisk(file.getFileName().toString(), file))
                    .defaults(Declaration.builder().unit("patient").build())
                    .build());
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            System.out.println(report.verdict() + " " + spent / 1_000_000);
        }
    }
}

package dev.sdc.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds the smallest heap in which each job ends well, and prints it in megabytes: {@code heap.CHECK_CSV 256}. */
public final class SmallestHeap {
    private static final int[] MEGABYTES = {16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072
    };
    private static final long MINUTES = 10;

    private SmallestHeap() {}

    /** Argument: the part of its rows that each file is cut down to, such as 100 for a hundredth. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int part = Integer.parseInt(args[0]);
        for (HeapJob job : HeapJob.values()) {
            int rows = job.rowsInFile() / part;
            Path file = Files.createTempFile("sdc-benchmark", "." + job.extension());
            try {
                job.write(rows, file);
                System.out.println("heap." + job + " " + smallest(job, file, rows));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static int smallest(HeapJob job, Path file, int rows) throws IOException, InterruptedException {
        int low = 0;
        int high = MEGABYTES.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (endsWell(MEGABYTES[middle], job, file, rows)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == MEGABYTES.length) {
            throw new IllegalStateException(job + " needs more than " + MEGABYTES[low - 1] + " MB");
        }
        return MEGABYTES[low];
    }

    private static boolean endsWell(int megabytes, HeapJob job, Path file, int rows)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapJob.class.getName(),
                        job.name(),
                        file.toString(),
                        Integer.toString(rows)))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor(); // it does nothing but collect garbage
            return false;
        }
        return process.exitValue() == 0;
    }
}

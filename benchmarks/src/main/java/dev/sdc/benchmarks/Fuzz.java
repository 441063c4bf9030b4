package dev.sdc.benchmarks;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Checks files of a folder, edited at random, for as long as it is told to: an exception that gets out, a reader or a rule
 * that ends with an error, or a file that takes too long, is written down with the seed that brings it back.
 */
public final class Fuzz {
    private static final int MOST_BYTES = 400_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String[] PIECES = {
        "\n",
        " ",
        "|",
        "----",
        "12",
        "3",
        "\t",
        ",",
        ";",
        "\"",
        "<td>",
        "</table>",
        "<td colspan=9999>",
        "<!--",
        "-->",
        "&",
        "&#0;",
        "\\\\",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "\\begin{tabular}",
        "\\multicolumn{9999}{c}{",
        "=",
        "@",
        "\u0000",
        "99999999999999999999",
        "1e999999",
        "-",
        "%",
        "n = ",
        "/",
        "<svg>",
        "style='display:none'",
        "PK\u0003\u0004",
    };

    private final List<Path> samples;
    private final PrintStream out;

    private Fuzz(List<Path> samples, PrintStream out) {
        this.samples = samples;
        this.out = out;
    }

    /** Arguments: the folder of the samples, the seconds to run, and, to repeat a run, its seed. */
    public static void main(String[] args) throws IOException {
        List<Path> samples = samples(Path.of(args[0]));
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int faults = new Fuzz(samples, out).run(Duration.ofSeconds(Long.parseLong(args[1])), seed);
        out.println(faults + " faults");
        System.exit(faults == 0 ? 0 : 1);
    }

    /** The faults in so many edited files, from a seed on. */
    static List<String> faults(Path folder, int files, long first) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Fuzz fuzz = new Fuzz(samples(folder), new PrintStream(said, true, StandardCharsets.UTF_8));
        for (long seed = first; seed < first + files; seed++) {
            fuzz.once(seed);
        }
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private int run(Duration time, long first) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        int faults = 0;
        long seed = first;
        do {
            faults += once(seed) ? 0 : 1;
            seed++;
        } while (System.nanoTime() < end);
        out.println((seed - first) + " files checked from seed " + first);
        return faults;
    }

    /** Whether one edited file was checked without a fault. */
    private boolean once(long seed) throws IOException {
        Random random = new Random(seed);
        Path sample = samples.get(random.nextInt(samples.size()));
        byte[] bytes = Files.readAllBytes(sample);
        byte[] edited = edited(bytes, random);
        String name = sample.getFileName().toString();
        String fault = "";
        long begin = System.nanoTime();
        try {
            fault = faults(OutputChecker.standard()
                    .check(Submission.builder()
                            .defaults(Declaration.builder().unit("patient").build())
                            .file(OutputFile.inMemory(name, edited))
                            .build()));
        } catch (RuntimeException | Error | DeclarationException e) {
            fault = e.toString();
        }
        long took = System.nanoTime() - begin;
        if (took > LONGEST.toNanos()) {
            fault += " took " + Duration.ofNanos(took).toSeconds() + " s for " + edited.length + " bytes";
        }
        if (!fault.isEmpty()) {
            out.println("seed " + seed + " " + sample + ": " + fault.strip());
        }
        return fault.isEmpty();
    }

    private static String faults(Report report) {
        List<String> faults = new ArrayList<>();
        report.findings().stream()
                .filter(finding -> finding.because().contains("ended with an error")
                        || finding.because().contains("its reader stopped"))
                .map(finding -> finding.message() + " " + finding.because())
                .distinct()
                .forEach(faults::add);
        return String.join("; ", faults);
    }

    /** A few edits: a piece put in, a stretch cut out or doubled, a byte changed, or the whole many times over. */
    private static byte[] edited(byte[] bytes, Random random) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        int edits = 1 + random.nextInt(12);
        for (int i = 0; i < edits && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(80));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                case 3 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(50)));
            }
        }
        if (random.nextInt(10) == 0 && text.length() > 0) {
            String once = text.toString();
            int times = Math.min(40, MOST_BYTES / once.length());
            text = new StringBuilder(once.repeat(Math.max(1, times)));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

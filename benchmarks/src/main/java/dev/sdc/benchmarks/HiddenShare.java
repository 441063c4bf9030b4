package dev.sdc.benchmarks;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.contained.ContainedReader;
import dev.sdc.engine.read.contained.ReadingChild;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What looking for hidden content takes of a check of honest files, and what reading in a child costs beside reading here.
 *
 * <p>The share is that of the samples in which a method of these checks was running, so that nothing has to be switched off
 * in the program itself. It says how much faster checking would be without them.
 */
public final class HiddenShare {
    private static final double MOST = 1.15;

    /** What there is for no other reason than to find what a file hides or runs. */
    private static final Pattern LOOKS_FOR_HIDDEN = Pattern.compile(
            "dev\\.sdc\\.engine\\.(?:read\\.(?:UnseenCharacters|PlainDigits|TableInCell|csv\\.MisplacedCells|html\\.(?:Hidden|HidingStyle|StyleSheet|WrittenByStyle|NamesInMarkup"
                    + "|ActiveMarkup|NumberLists)|json\\.(?:Hidden|Unshown)InNotebook|picture\\.\\w+|xlsx\\.(?:PartNotes|SheetNotes|NameNotes|TellingNames"
                    + "|FormulaNotes|Surroundings|PrintArea|Inks|Palette|Comments|ArchiveBytes|LegacyText|Drawing|Chart|Properties"
                    + "|Extent|Xml\\$Asides))|intake\\.NameCheck)(?:[$.].*)?"
                    + "|dev\\.sdc\\.rules\\.file\\.(?:HiddenContent|ActiveContent|StoredOtherThanShown|PictureWithData"
                    + "|FormulaText)(?:[$.].*)?");

    private HiddenShare() {}

    /** Arguments: the seconds for each file, and the rows of the tables; a page has a tenth of them. */
    public static void main(String[] args) throws Exception {
        Duration time = Duration.ofSeconds(Long.parseLong(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, byte[]> files = files(Integer.parseInt(args[1]));
        out.println("| file | check with it beside without | samples | target | |\n| --- | ---: | ---: | ---: | --- |");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.println(share(file.getKey(), file.getValue(), time));
        }
        out.println("\n| file | read in a child | read here | ratio |\n| --- | ---: | ---: | ---: |");
        try (ContainedReader reader = new ContainedReader(child(), Duration.ofMinutes(2))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().endsWith(".csv")) {
                    out.println(contained(reader, file.getKey(), file.getValue(), time));
                }
            }
        }
    }

    private static Map<String, byte[]> files(int rows) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new SampleTable(rows).csv(csv);
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        new SampleTable(rows).xlsx(xlsx);
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body><table>");
        csv.toString(StandardCharsets.UTF_8)
                .lines()
                .limit(rows / 10)
                .forEach(line -> page.append("<tr><td>")
                        .append(line.replace("<", "&lt;").replace(",", "</td><td>"))
                        .append("</td></tr>\n"));
        files.put("table.csv", csv.toByteArray());
        files.put("table.xlsx", xlsx.toByteArray());
        files.put("table.html", page.append("</table></body></html>").toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String share(String name, byte[] content, Duration time) throws IOException, DeclarationException {
        OutputChecker checker = OutputChecker.standard();
        Sample sample = Sample.of(OutputFile.inMemory(name, content));
        checker.check(sample.submission()); // loads and compiles
        Path file = Files.createTempFile("samples", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            long end = System.nanoTime() + time.toNanos();
            do {
                checker.check(sample.submission());
            } while (System.nanoTime() < end);
            recording.stop();
            recording.dump(file);
            int all = 0;
            int hidden = 0;
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                if (frames.stream().anyMatch(frame -> isOf(frame, OutputChecker.class.getName()))) {
                    all++;
                    hidden += frames.stream().anyMatch(HiddenShare::looksForHidden) ? 1 : 0;
                }
            }
            double ratio = all / (double) Math.max(1, all - hidden);
            return "| " + name + " | " + Target.number(ratio) + " | " + all + " | ≤ " + MOST + " × | "
                    + (ratio <= MOST ? "met" : "missed") + " |";
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isOf(RecordedFrame frame, String type) {
        return frame.getMethod().getType().getName().equals(type);
    }

    private static boolean looksForHidden(RecordedFrame frame) {
        return LOOKS_FOR_HIDDEN.matcher(frame.getMethod().getType().getName()).matches();
    }

    /** Both in turn, so that a busy machine is busy for both; medians. */
    private static String contained(ContainedReader reader, String name, byte[] content, Duration time) {
        ReceivedFile file = new Intake(Limits.DEFAULT).receive(OutputFile.inMemory(name, content));
        List<Long> there = new ArrayList<>();
        List<Long> here = new ArrayList<>();
        long end = System.nanoTime() + 2 * time.toNanos();
        do {
            there.add(nanoseconds(reader, file));
            here.add(nanoseconds(FileReader.IN_PROCESS, file));
        } while (System.nanoTime() < end);
        double child = median(there);
        double process = median(here);
        return "| " + name + " | " + Target.number(child) + " ms | " + Target.number(process) + " ms | "
                + Target.number(child / process) + " |";
    }

    private static long nanoseconds(FileReader reader, ReceivedFile file) {
        long start = System.nanoTime();
        reader.read(file, Limits.DEFAULT);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanoseconds) {
        Collections.sort(nanoseconds);
        return nanoseconds.get(nanoseconds.size() / 2) / 1e6;
    }

    private static List<String> child() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingChild.class.getName());
    }
}

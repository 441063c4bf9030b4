package dev.sdc.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust their reader end within five seconds, and texts in linear time, each in a Java of its own with a heap of 256 MB. */
class HostileLimitsTest {
    private static final Path PAIRS = Path.of("../testdata/hostile/pairs");
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String CONTENTS = "xl/workbook.xml";
    private static final int SECONDS = 5;
    private static final int TRIES = 3;

    @TempDir
    private Path folder;

    @Test
    void aSmallBomb() throws Exception {
        Path bomb = PAIRS.resolve("bomb-by-ratio/hostile.xlsx");
        assertThat(Files.size(bomb)).isLessThan(12_000);
        fails(bomb);
    }

    @Test
    void threeGigabytesOfEntities() throws Exception {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"")
                .append("x".repeat(3000))
                .append("\">");
        for (int i = 1; i <= 6; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        Map<String, byte[]> parts = clean();
        change(parts, SHEET, "<worksheet ", entities + "]><worksheet ");
        change(parts, SHEET, "80+", "&e6;");
        fails(write("entities.xlsx", zip(parts, true)));
        fails(write(
                "entities.svg",
                (entities + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e6;</text></svg>")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFieldOfAMegabyte() throws Exception {
        String field = "x".repeat(1_000_000);
        fails(write("field.csv", ("Age band,Surgery\n" + field + ",24\n").getBytes(StandardCharsets.UTF_8)));
        Map<String, byte[]> parts = clean();
        change(parts, SHEET, "80+", field);
        fails(write("field.xlsx", zip(parts, false)));
    }

    @Test
    void aSentenceWithoutEnd() throws Exception {
        failsInLinearTime(
                "txt",
                Stream.of(
                                "3 had ",
                                "3 and ",
                                "( 3 ",
                                "all 3 women ",
                                "fewer than 3 women ",
                                "1% of the 3 women ",
                                "100% of the 30 women ",
                                "women_died = 3 ",
                                "median 3 of 9 women ",
                                "of 33 women 30 (98%) ",
                                "30 (98.4%), n = 30 and 31 samples ",
                                "rate 2.4 per 100,000 and SMR 2.07 ",
                                "some per cent of them ",
                                "of 99 30 women 31 men ",
                                "30 (31 and ",
                                "30 of the 31 and 30 completed, ")
                        .map(words ->
                                (IntFunction<String>) size -> "3 women died. " + words.repeat(size / words.length()))
                        .toList(),
                1 << 18);
    }

    @Test
    void aStyleSheetWithoutEnd() throws Exception {
        failsInLinearTime(
                "html",
                Stream.of("@property a { ", "'\"\\")
                        .map(piece -> (IntFunction<String>) size ->
                                "<p>3 women died.</p><style>" + piece.repeat(size / piece.length()) + "</style>")
                        .toList(),
                1 << 18);
    }

    @Test
    void thousandsOfLinesWithAsManyCommas() throws Exception {
        failsInLinearTime(
                "txt",
                List.of(size -> "3 women died.\n"
                        + IntStream.range(0, size)
                                .mapToObj(i -> "There were 523 patients, of whom 120 (23.0%) were treated; in " + i
                                        + ", the median age was 67.\n")
                                .collect(Collectors.joining())),
                3_000);
    }

    @Test
    void everyCombinationOfTwoNumbersAndTheirSum() throws Exception {
        StringBuilder rows = new StringBuilder("north,south,n\n");
        for (int north = 1; north <= 250; north++) {
            for (int south = 1; south <= 200; south++) {
                rows.append(north)
                        .append(',')
                        .append(south)
                        .append(',')
                        .append(north + south)
                        .append('\n');
            }
        }
        fails(write("sums.csv", rows.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void plotsInOneAnother() throws Exception {
        String plots = "\\addplot coordinates {".repeat(20_000) + "}".repeat(20_000);
        fails(write("plots.tex", ("3 women died.\n\n" + plots + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMillionSheets() throws Exception {
        Map<String, byte[]> parts = clean();
        StringBuilder sheets = new StringBuilder("<sheets>");
        for (int i = 2; i <= 1_000_000; i++) {
            sheets.append("<sheet name=\"S")
                    .append(i)
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"r1\"/>");
        }
        change(parts, CONTENTS, "<sheets>", sheets.toString());
        fails(write("sheets.xlsx", zip(parts, false)));
    }

    @Test
    void aMillionEntries() throws Exception {
        Map<String, byte[]> parts = clean();
        for (int i = 0; i < 60_000; i++) {
            parts.put("a" + i, new byte[0]);
        }
        fails(write("entries.xlsx", zip(parts, false)));
    }

    @Test
    void theLastCellOfAll() throws Exception {
        fails(PAIRS.resolve("last-cell-of-all/hostile.xlsx"));
    }

    private void fails(Path file) throws Exception {
        assertThat(millisecondsToFail(file).get(0)).isLessThan(SECONDS * 1000L);
    }

    /** Twice as much may take three times as long: a ratio, since such a text takes seconds on a slow machine. */
    private void failsInLinearTime(String ending, List<IntFunction<String>> texts, int size) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            files.add(write("half" + i + "." + ending, utf8(texts.get(i).apply(size / 2))));
            files.add(write("whole" + i + "." + ending, utf8(texts.get(i).apply(size))));
        }
        for (int i = 0; i < TRIES && !files.isEmpty(); i++) { // one slow moment says nothing
            files = slow(files);
        }
        assertThat(files).as("what takes three times as long for twice as much").isEmpty();
    }

    /** The pairs of files of which the whole takes three times as long as its half, or more. */
    private static List<Path> slow(List<Path> pairs) throws Exception {
        List<Path> files = new ArrayList<>(List.of(pairs.get(0))); // which also loads and compiles the program
        files.addAll(pairs);
        List<Long> spent = millisecondsToFail(files.toArray(Path[]::new));
        List<Path> slow = new ArrayList<>();
        for (int whole = 2; whole < files.size(); whole += 2) {
            if (spent.get(whole) >= 3 * spent.get(whole - 1)) {
                slow.addAll(files.subList(whole - 1, whole + 1));
            }
        }
        return slow;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Long> millisecondsToFail(Path... files) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Objects.requireNonNull(classPath) + File.pathSeparator + Path.of("target/test-classes"),
                CheckAlone.class.getName()));
        List.of(files).forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(said)
                .as(List.of(files).toString())
                .hasSize(files.length)
                .allSatisfy(line -> assertThat(line).startsWith("FAIL "));
        return said.stream().map(line -> Long.parseLong(line.substring(5))).toList();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Map<String, byte[]> clean() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(PAIRS.resolve("hidden-row/clean.xlsx")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static void change(Map<String, byte[]> parts, String part, String old, String with) {
        String text = new String(Objects.requireNonNull(parts.get(part)), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        parts.put(part, text.replace(old, with).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> parts, boolean packed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(packed ? 9 : 0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

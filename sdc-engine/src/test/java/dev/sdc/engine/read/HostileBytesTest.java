package dev.sdc.engine.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.submission.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, a reading comes back and the bytes stay as they are. */
final class HostileBytesTest {
    private static final Limits SMALL =
            new Limits(1 << 20, 100_000, 1000, 10_000, 10_000, 1_000_000, 100, 100, 10_000_000, 200);
    private static final byte[] WORKBOOK = workbook();

    @Property(tries = 300)
    void anyBytesUnderAnyName(@ForAll byte[] bytes, @ForAll("names") String name) {
        assertReading(bytes, name);
    }

    @Property(tries = 300)
    void anyTextUnderAnyName(@ForAll String text, @ForAll("names") String name) {
        assertReading(text.getBytes(UTF_8), name);
    }

    @Property(tries = 300)
    void aWorkbookWithChangedBytes(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1 << 20) Integer> places, @ForAll byte value) {
        byte[] bytes = WORKBOOK.clone();
        for (int place : places) {
            bytes[place % bytes.length] = value;
        }
        assertReading(bytes, "t.xlsx");
    }

    @Property(tries = 300)
    void aWorkbookCutOff(@ForAll @IntRange(max = 1 << 20) int length) {
        byte[] bytes = java.util.Arrays.copyOf(WORKBOOK, length % WORKBOOK.length);
        Reading reading = assertReading(bytes, "t.xlsx");
        assertThat(reading).isNotInstanceOf(Reading.Grids.class);
    }

    @Property(tries = 300)
    void aTableWithChangedCharacters(
            @ForAll("files") Path file,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1 << 16) Integer> places,
            @ForAll byte value) {
        byte[] bytes = read(file);
        for (int place : places) {
            bytes[place % bytes.length] = value;
        }
        assertReading(bytes, String.valueOf(file.getFileName()));
    }

    @Test
    void anEmptyFileIsNotUnderstood() {
        assertThat(assertReading(new byte[0], "t.csv")).isInstanceOf(Reading.NotUnderstood.class);
        assertThat(assertReading(new byte[0], "t.xlsx")).isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void whatCannotBeHadIsUnreadable() {
        ReceivedFile gone = new ReceivedFile(
                "t.csv", "", 0, "csv", MediaType.CSV, MediaType.UNKNOWN, new byte[0], "It is gone.", null);
        assertThat(ReceivedFileReader.read(gone, SMALL)).isEqualTo(new Reading.Unreadable("It is gone."));
    }

    @Test
    void limitsOfDelimitedTextAreSaid() {
        assertThat(assertReading("1,".repeat(1001).getBytes(UTF_8), "t.csv").toString())
                .contains("more than 1000 columns");
        assertThat(assertReading("x\n".repeat(100_001).getBytes(UTF_8), "t.csv").toString())
                .contains("more than 100000 cells");
        assertThat(assertReading("x".repeat(10_001).getBytes(UTF_8), "t.csv").toString())
                .contains("a cell of more than 10000 characters");
        assertThat(assertReading(("a,\"" + "x\n".repeat(200_000)).getBytes(UTF_8), "t.csv")
                        .toString())
                .contains("more than");
        assertThat(assertReading("x ".repeat(500_001).getBytes(UTF_8), "t.txt").toString())
                .contains("more than 1000000 characters");
    }

    private static Reading assertReading(byte[] bytes, String name) {
        byte[] before = bytes.clone();
        Reading reading = ReceivedFileReader.read(new Intake(SMALL).receive(OutputFile.inMemory(name, bytes)), SMALL);
        assertThat(reading).isNotNull();
        assertThat(bytes).isEqualTo(before);
        if (reading instanceof Reading.Unreadable unreadable) {
            assertThat(unreadable.why()).as("a crash is no reading").doesNotContain("its reader stopped");
        }
        return reading;
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "t.csv", "t.tsv", "t.txt", "t.xlsx", "t.md", "t.html", "t.tex", "t.json", "t.ipynb", "t.log", "t.R",
                "t.png", "t.jpg", "t.svg", "t.xls", "t");
    }

    @Provide
    Arbitrary<Path> files() throws IOException {
        try (var files = Files.list(Path.of("..", "testdata", "read", "csv"))) {
            return Arbitraries.of(files.sorted().toList());
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Table");
            for (int r = 0; r < 20; r++) {
                var row = sheet.createRow(r);
                row.createCell(0).setCellValue("group " + r);
                row.createCell(1).setCellValue(r * 1.5);
                row.createCell(2).setCellFormula("B" + (r + 1) + "*2");
            }
            sheet.setColumnHidden(1, true);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

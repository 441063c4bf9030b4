package dev.sdc.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A made-up table, the same for each run: four columns of labels that cross completely, then counts, a percentage, a mean
 * and a standard deviation. A few counts in a thousand are small.
 */
record SampleTable(int rows) {
    private static final List<String> HEADER = List.of(
            "area",
            "year",
            "sex",
            "age_band",
            "patients",
            "deaths",
            "admissions",
            "deaths_percent",
            "mean_cost",
            "sd_cost");
    private static final List<String> AGES = List.of("0-19", "20-39", "40-59", "60-79", "80+");
    private static final int FIRST_NUMBER = 4;
    private static final long SEED = 20260101;

    void csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(String.join(",", HEADER) + "\n");
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < rows; i++) {
            writer.write(String.join(",", row(i, random)) + "\n");
        }
        writer.flush();
    }

    void xlsx(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, true)) {
            Sheet sheet = book.createSheet("Table 1");
            Row header = sheet.createRow(0);
            for (String name : HEADER) {
                header.createCell(Math.max(header.getLastCellNum(), 0)).setCellValue(name);
            }
            SplittableRandom random = new SplittableRandom(SEED);
            for (int i = 0; i < rows; i++) {
                Row row = sheet.createRow(i + 1);
                List<String> cells = row(i, random);
                for (int c = 0; c < cells.size(); c++) {
                    if (c < FIRST_NUMBER) {
                        row.createCell(c).setCellValue(cells.get(c));
                    } else {
                        row.createCell(c).setCellValue(Double.parseDouble(cells.get(c)));
                    }
                }
            }
            book.write(out);
        }
    }

    private static List<String> row(int i, SplittableRandom random) {
        int inArea = i % 100;
        int patients = random.nextInt(500) == 0 ? random.nextInt(1, 10) : random.nextInt(40, 5_000);
        int deaths = random.nextInt(500) == 0 ? 1 : random.nextInt(patients / 4, patients - patients / 4);
        BigDecimal percent =
                BigDecimal.valueOf(100L * deaths).divide(BigDecimal.valueOf(patients), 1, RoundingMode.HALF_UP);
        return List.of(
                "E" + (1_000_000 + i / 100),
                Integer.toString(2010 + inArea / 10),
                inArea % 10 < 5 ? "female" : "male",
                AGES.get(inArea % 5),
                Integer.toString(patients),
                Integer.toString(deaths),
                Integer.toString(patients + random.nextInt(2_000)),
                percent.toString(),
                BigDecimal.valueOf(random.nextLong(100_000, 1_000_000), 2).toString(),
                BigDecimal.valueOf(random.nextLong(10_000, 300_000), 2).toString());
    }
}

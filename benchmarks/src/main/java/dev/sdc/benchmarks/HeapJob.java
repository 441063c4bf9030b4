package dev.sdc.benchmarks;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What is tried in a small heap, in a JVM of its own. It ends with an error where memory runs out. */
enum HeapJob {
    /** A whole check of a CSV file. */
    CHECK_CSV("csv", 1_000_000) {
        @Override
        int rows(Path file) throws IOException, DeclarationException {
            Report report = OutputChecker.standard()
                    .check(Sample.of(OutputFile.onDisk("table.csv", file)).submission());
            ReportJson.write(report, OutputStream.nullOutputStream());
            String range = report.files().get(0).outputs().get(0).range();
            return Integer.parseInt(range.replaceAll(".*:[A-Z]+", "")) - 1;
        }
    },
    /** The same file as typed columns. */
    TABLESAW_CSV("csv", 1_000_000) {
        @Override
        int rows(Path file) {
            return tech.tablesaw.api.Table.read().csv(file.toFile()).rowCount();
        }
    },
    /** A workbook read and understood. */
    READ_XLSX("xlsx", 200_000) {
        @Override
        int rows(Path file) {
            return Sample.of(OutputFile.onDisk("table.xlsx", file)).table().rowCount();
        }
    },
    /** The same workbook as objects. */
    XSSF_WORKBOOK("xlsx", 200_000) {
        @Override
        int rows(Path file) throws IOException, InvalidFormatException {
            try (XSSFWorkbook book = new XSSFWorkbook(OPCPackage.open(file.toFile(), PackageAccess.READ))) {
                return book.getSheetAt(0).getLastRowNum();
            }
        }
    };

    private final String extension;
    private final int rowsInFile;

    HeapJob(String extension, int rowsInFile) {
        this.extension = extension;
        this.rowsInFile = rowsInFile;
    }

    String extension() {
        return extension;
    }

    int rowsInFile() {
        return rowsInFile;
    }

    /** Writes the file that the job is done with. */
    void write(int rows, Path file) throws IOException {
        SampleTable table = new SampleTable(rows);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (extension.equals("csv")) {
                table.csv(out);
            } else {
                table.xlsx(out);
            }
        }
    }

    /** Does the job; the result is how many rows were seen. */
    abstract int rows(Path file) throws Exception;

    /** Arguments: the job, its file, and the rows that it has. */
    public static void main(String[] args) throws Exception {
        int seen = valueOf(args[0]).rows(Path.of(args[1]));
        if (seen != Integer.parseInt(args[2])) {
            throw new IllegalStateException(args[0] + " saw " + seen + " of " + args[2] + " rows");
        }
    }
}

package dev.sdc.benchmarks;

import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A workbook in memory: what a table of it costs beside a workbook of objects. */
@State(Scope.Benchmark)
public class XlsxReading {
    @Param("20000")
    int rows;

    private byte[] xlsx = {};

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SampleTable(rows).xlsx(out);
        xlsx = out.toByteArray();
    }

    /** Every cell as an object. */
    @Benchmark
    public int xssfWorkbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getSheetAt(0).getLastRowNum();
        }
    }

    /** Header, labels, roles and totals understood. */
    @Benchmark
    public Table table() {
        return Sample.of(OutputFile.inMemory("table.xlsx", xlsx)).table();
    }
}

package dev.sdc.benchmarks;

import dev.sdc.engine.read.Reading;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.table.Table;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A CSV file in memory: what a table of it costs beside its bare lines and beside other readers. */
@State(Scope.Benchmark)
public class CsvReading {
    @Param("100000")
    int rows;

    private byte[] csv = {};

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SampleTable(rows).csv(out);
        csv = out.toByteArray();
    }

    private Reader open() {
        return new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8);
    }

    /** The floor: every line once. */
    @Benchmark
    public long lines() throws IOException {
        long characters = 0;
        try (BufferedReader reader = new BufferedReader(open())) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                characters += line.length();
            }
        }
        return characters;
    }

    /** Every cell as a text, none kept. */
    @Benchmark
    public long commonsCsv() throws IOException {
        long characters = 0;
        try (CSVParser parser = CSVParser.parse(open(), CSVFormat.RFC4180)) {
            for (CSVRecord record : parser) {
                for (String cell : record) {
                    characters += cell.length();
                }
            }
        }
        return characters;
    }

    /** Typed columns. */
    @Benchmark
    public tech.tablesaw.api.Table tablesaw() {
        return tech.tablesaw.api.Table.read().csv(open());
    }

    /** Exact numbers and texts by row and column. */
    @Benchmark
    public Reading grid() {
        return sample().read();
    }

    /** Header, labels, roles and totals understood. */
    @Benchmark
    public Table table() {
        return sample().table();
    }

    private Sample sample() {
        return Sample.of(OutputFile.inMemory("table.csv", csv));
    }
}

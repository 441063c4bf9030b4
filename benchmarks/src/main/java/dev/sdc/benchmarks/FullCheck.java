package dev.sdc.benchmarks;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole check of a CSV file (reading, every rule, the report) beside reading it alone. */
@State(Scope.Benchmark)
public class FullCheck {
    @Param("100000")
    int rows;

    private byte[] csv = {};
    private OutputChecker checker = OutputChecker.standard();

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SampleTable(rows).csv(out);
        csv = out.toByteArray();
    }

    /** The table that the rules would see. */
    @Benchmark
    public Table reading() {
        return sample().table();
    }

    /** From the bytes to the report in JSON. */
    @Benchmark
    public Report check() throws DeclarationException, IOException {
        Report report = checker.check(sample().submission());
        ReportJson.write(report, OutputStream.nullOutputStream());
        return report;
    }

    private Sample sample() {
        return Sample.of(OutputFile.inMemory("table.csv", csv));
    }
}

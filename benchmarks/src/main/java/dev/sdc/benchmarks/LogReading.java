package dev.sdc.benchmarks;

import dev.sdc.engine.read.Reading;
import dev.sdc.engine.submission.OutputFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A long Stata log in memory: what reading its tables and models costs beside its bare lines. */
@State(Scope.Benchmark)
public class LogReading {
    /** Lines; 1,330,000 of them are 50 MB. */
    @Param("1330000")
    int rows;

    private byte[] log = {};

    @Setup
    public void generate() {
        log = SampleLog.of(rows).getBytes(StandardCharsets.US_ASCII);
    }

    /** The floor: every line once. */
    @Benchmark
    public long lines() throws IOException {
        long characters = 0;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                characters += line.length();
            }
        }
        return characters;
    }

    /** The least that any understanding of a log begins with: every line cut into its words, nothing known of them. */
    @Benchmark
    public List<String[]> words() throws IOException {
        List<String[]> words = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                StringTokenizer tokens = new StringTokenizer(line, " ");
                String[] ofLine = new String[tokens.countTokens()];
                for (int i = 0; i < ofLine.length; i++) {
                    ofLine[i] = tokens.nextToken();
                }
                words.add(ofLine);
            }
        }
        return words;
    }

    /** Tables, models and running text told apart. */
    @Benchmark
    public Reading document() {
        return Sample.of(OutputFile.inMemory("analysis.log", log)).read();
    }
}

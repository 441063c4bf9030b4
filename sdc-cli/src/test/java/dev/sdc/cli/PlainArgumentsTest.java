package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The quick reading of a command line takes nothing that picocli would take otherwise. */
class PlainArgumentsTest {
    @Test
    void readsEveryOption() {
        String[] args = {
            "check",
            "a.csv",
            "--profile",
            "p",
            "--submission=s.yaml",
            "--unit",
            "patient",
            "--against",
            "d1",
            "--against=d2",
            "--ledger",
            "l",
            "--microdata",
            "m",
            "--format",
            "json=r.json",
            "--format=text",
            "--output",
            "o.txt",
            "--redact",
            "--timestamp",
            "2026-03-31",
            "--previous",
            "r.json",
            "--explain-cell",
            "a.csv!B2",
            "--quiet",
            "--no-color",
            "b.csv"
        };

        assertThat(PlainArguments.read(args)).isNotNull().isEqualTo(byPicocli(args));
    }

    @Test
    void leavesWhatIsNotPlain() {
        for (String[] args : new String[][] {
            {},
            {"check"},
            {"rules", "FREQ-001"},
            {"check", "--help"},
            {"check", "a", "--nope"},
            {"check", "a", "--unit"},
            {"check", "a", "--unit", "--quiet"},
            {"check", "a", "--unit="},
            {"check", "a", "--quiet=true"},
            {"check", "a", "--quiet", "--quiet"},
            {"check", "a", "--unit", "x", "--unit", "y"},
            {"check", "@file"},
            {"check", "--", "a"},
            {"check", "a\0b"}
        }) {
            assertThat(PlainArguments.read(args)).as(String.join(" ", args)).isNull();
        }
    }

    @Property(tries = 2000)
    void agreesWithPicocli(@ForAll("arguments") List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add(0, "check");
        String[] args = all.toArray(String[]::new);

        CheckRequest quick = PlainArguments.read(args);

        Statistics.collect(quick == null ? "left to picocli" : "plain");
        if (quick != null) {
            assertThat(quick).isEqualTo(byPicocli(args));
        }
    }

    @Provide
    Arbitrary<List<String>> arguments() {
        return Arbitraries.of(
                        "a.csv",
                        "dir",
                        "x=y",
                        "--profile",
                        "p",
                        "--profile=q",
                        "--unit",
                        "patient",
                        "--format",
                        "json",
                        "--format=html=r.html",
                        "--against",
                        "--against=d",
                        "--redact",
                        "--quiet",
                        "--quiet=false",
                        "--no-color",
                        "--output",
                        "o",
                        "--help",
                        "-h",
                        "-V",
                        "--",
                        "-",
                        "",
                        "@f",
                        "--unit=",
                        "'a b'",
                        "\"q\"",
                        "--previous",
                        "--timestamp",
                        "--explain-cell",
                        "a!B2",
                        "--nope")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    private static @Nullable CheckRequest byPicocli(String[] args) {
        Terminal terminal = new Terminal(
                new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false,
                false);
        CommandLine line = Commands.forArguments(args, terminal);
        try {
            CommandLine check = line.parseArgs(args).subcommand().commandSpec().commandLine();
            return check.isUsageHelpRequested() || check.isVersionHelpRequested()
                    ? null
                    : ((CheckCommand) check.getCommand()).request();
        } catch (ParameterException e) {
            return null;
        }
    }
}

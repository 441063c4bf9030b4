package dev.sdc.benchmarks;

import dev.sdc.engine.evidence.FactBook;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The rules about tables over a large one, beside a bare pass over its cells. */
@State(Scope.Benchmark)
public class CellRules {
    @Param("1000000")
    int rows;

    /** A rule's id, to see what it costs alone. */
    @Param("all")
    String rule = "";

    private List<Rule> rules = List.of();
    private List<Table> tables = List.of();
    private List<Settings> settings = List.of();

    @Setup
    public void read() throws IOException, DeclarationException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new SampleTable(rows).csv(csv);
        tables = List.of(
                Sample.of(OutputFile.inMemory("table.csv", csv.toByteArray())).table());
        settings = List.of(Profiles.installed().byName(Profiles.DEFAULT).settings());
        rules = RuleBook.standard().rules().stream()
                .filter(each -> rule.equals("all") || each.info().id().equals(rule))
                .toList();
    }

    /** The floor: the text of no cell, the kind of each. */
    @Benchmark
    public long cells() {
        long blanks = 0;
        for (Table table : tables) {
            for (int column = 0; column < table.columns().size(); column++) {
                for (int row = 0; row < table.rowCount(); row++) {
                    blanks += table.grid().isBlank(table.gridRow(row), column) ? 1 : 0;
                }
            }
        }
        return blanks;
    }

    /** Every rule, with the facts it asks for. */
    @Benchmark
    public void rules(Blackhole outcomes) {
        for (Table table : tables) {
            Facts facts = FactBook.of(List.of(table));
            for (Rule each : rules) {
                if (each instanceof TableRule tableRule) {
                    outcomes.consume(tableRule.check(table, facts, settings.get(0)));
                } else if (each instanceof OutputRule outputRule) {
                    outcomes.consume(outputRule.check(table, facts, settings.get(0)));
                }
            }
        }
    }
}

package dev.sdc.rules.net;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.fig.MarkUnit;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.TableRange;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Networks whose nodes are persons, and thin edges and small nodes of networks of groups. */
@SdcRule(
        id = "NET-001",
        title = "Network of people or of few",
        source = "StatbarnSDC ontology 1.0 (frequencies); the treatment of networks is this project's proposal",
        parameters = "min_count")
public final class NetworkOfFew implements TableRule {
    /** {@code source_person}: an end of an edge by its name. */
    private static final Pattern PERSON_AT_END = Pattern.compile(
            "(?i)(?:source|target|from|to|node|ego|alter)[_ .-]?(?:person|patient|individual|participant|subject|case)(?:[_ .-]?(?:id|no|code))?");

    /** What a node's place in the network says goes with the node. */
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC, ColumnRole.MAGNITUDE, ColumnRole.WEIGHT);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Graph> graph = Graph.of(table);
        if (graph.isEmpty()) {
            return new Outcome.NotApplicable("no network");
        }
        Findings findings = Findings.in(this, table);
        Optional<String> persons = persons(table, graph.get(), settings);
        if (persons.isPresent()) {
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.HARD,
                    words -> words.message("The nodes of this network are persons.")
                            .because(persons.get())
                            .remedy("Merge persons into groups of enough, and give the flows between groups."));
            return findings.outcome("what nodes are");
        }
        units(table, settings, findings);
        return findings.outcome(
                "the units of " + table.rowCount() + (graph.get().ofEdges() ? " edges" : " nodes"));
    }

    /** Why nodes are persons, in a sentence. */
    private static Optional<String> persons(Table table, Graph graph, Settings settings) {
        String pointIs = table.declaration().pointIs();
        if (pointIs != null && MarkUnit.isPerson(pointIs, settings.minCount())) {
            return Optional.of("point_is says that a mark is a " + pointIs);
        }
        for (ListedColumn listed : ListedColumn.of(table)) {
            Column column = table.columns().get(listed.index());
            boolean end = graph.names(column);
            Set<String> words = Words.of(column.name());
            boolean named = column.isLabel()
                    && (PERSON_AT_END.matcher(column.name()).matches()
                            || (Words.any(words, Vocabulary.of("person")) && Words.any(words, Vocabulary.of("key"))));
            if ((end || named) && (listed.isPersonKey() || listed.isPseudonym() || listed.isIdentifier() || named)) {
                return Optional.of("column '" + column.name() + "' names persons");
            }
        }
        return Optional.empty();
    }

    private static void units(Table table, Settings settings, Findings findings) {
        Map<String, Long> evidence = table.declaration().evidence().cellCounts();
        BigDecimal minimum = BigDecimal.valueOf(settings.minCount());
        @Nullable String lacking = null;
        for (int row = 0; row < table.rowCount(); row++) {
            Quantity printed = Graph.units(table, row);
            Long supplied = evidence.get(table.rowLabel(row));
            BigDecimal n = printed != null ? printed.value() : supplied == null ? null : BigDecimal.valueOf(supplied);
            if (n == null) {
                lacking = lacking == null ? table.rowLabel(row) : lacking;
            } else if (n.signum() > 0 && n.compareTo(minimum) < 0) {
                findings.add(
                        table,
                        row,
                        printed == null ? 0 : printed.column(),
                        Disposition.BREACH,
                        words -> words.message("An edge or node stands for fewer units than may be shown.")
                                .because(n.toPlainString() + " here; the minimum is " + settings.minCount())
                                .remedy("Leave thin edges out, or merge nodes."));
            } else if (printed == null) {
                findings.restsOn("evidence.cell_counts: " + table.rowLabel(row));
            }
        }
        if (lacking != null) {
            String name = lacking;
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many units each edge or node stands for.")
                            .because("an edge may be one person's way, and a node one person")
                            .remedy("Print the number of units of every edge and node, or supply it.")
                            .evidence("evidence.cell_counts: {\"" + name + "\": n}, and point_is: what a node is"));
        }
    }
}

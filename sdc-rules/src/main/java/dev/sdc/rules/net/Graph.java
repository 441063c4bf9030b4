package dev.sdc.rules.net;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of edges or of nodes.
 *
 * @param from the column that names where edges begin; null in a table of nodes
 * @param to the column that names where edges end; null in a table of nodes
 * @param node the column that names nodes; null in a table of edges
 */
record Graph(
        @Nullable Column from,
        @Nullable Column to,
        @Nullable Column node) {
    private static final String[][] ENDS = {
        {"source", "target"},
        {"from", "to"},
        {"origin", "destination"},
        {"sender", "receiver"},
        {"referrer", "referred to"},
        {"from node", "to node"},
        {"source node", "target node"},
        {"referring provider", "receiving provider"}
    };
    private static final String[] NODES = {"node", "node id", "vertex", "name"};
    private static final String[] MEASURES = {
        "degree",
        "in degree",
        "out degree",
        "indegree",
        "outdegree",
        "betweenness",
        "closeness",
        "eigenvector",
        "centrality",
        "pagerank",
        "strength",
        "clustering coefficient",
        "hub score",
        "authority score"
    };

    /** The edges or nodes of a table; empty where it is declared to be no network and names no ends of edges. */
    static Optional<Graph> of(Table table) {
        boolean declared = table.type() == OutputType.NETWORK;
        for (String[] ends : ENDS) {
            Column from = named(table, ends[0]);
            Column to = named(table, ends[1]);
            boolean graph = declared || (ends == ENDS[0] && from != null && from.isLabel());
            if (from != null && to != null && graph) {
                return Optional.of(new Graph(from, to, null));
            }
        }
        if (!declared) {
            return Optional.empty();
        }
        Column node = null;
        for (String name : NODES) {
            node = node == null ? named(table, name) : node;
        }
        return Optional.of(new Graph(null, null, node));
    }

    /** Whether a column names nodes. */
    boolean names(Column column) {
        return column.equals(from) || column.equals(to) || column.equals(node);
    }

    /** Whether the table lists edges. */
    boolean ofEdges() {
        return from != null;
    }

    /** Whether a column measures the place of a node in the network, and counts no units. */
    static boolean isMeasure(Column column) {
        return Wording.names(column.leaf(), MEASURES);
    }

    /** The units that a row counts: of an edge, or of a node; null where it prints none. */
    static @Nullable Quantity units(Table table, int row) {
        for (Column column : table.columns()) {
            if (!column.isLabel() && !isMeasure(column)) {
                for (Quantity figure : table.quantities(row, column.index())) {
                    boolean weight = Wording.is(column.leaf(), "weight", "edge weight", "flow", "value", "n", "count");
                    if (figure.role().isCount() || weight) {
                        return figure;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Column named(Table table, String name) {
        return table.columns().stream()
                .filter(column -> Wording.is(column.leaf(), name) || Wording.is(column.leaf(), name + " id"))
                .findFirst()
                .orElse(null);
    }
}

package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence;
import dev.sdc.engine.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a submission about one table, found under any name that a cell goes by. It is for tests of the evidence
 * itself and never part of what an attacker knows.
 */
public final class SuppliedEvidence {
    private final Table table;
    private final DeclaredEvidence evidence;

    /** The evidence about a table. */
    public SuppliedEvidence(Table table) {
        this.table = table;
        this.evidence = table.declaration().evidence();
    }

    /** The count behind a cell. */
    public Optional<Long> cellCount(int row, int column) {
        return find(evidence.cellCounts(), row, column);
    }

    /** The distinct patients behind a cell. */
    public Optional<Long> distinctPatients(int row, int column) {
        return find(evidence.distinctPatients(), row, column);
    }

    /** The events behind the level that a row stands for. */
    public Optional<Long> eventsByLevel(int row, int column) {
        return find(evidence.eventsByLevel(), row, column);
    }

    /** The sizes of the groups that the test in a row compares. */
    public Optional<List<Long>> groupSizes(int row, int column) {
        return find(evidence.groupSizes(), row, column);
    }

    /** The smallest cell of the table that is tested in a row. */
    public Optional<Long> cellMinimum(int row, int column) {
        return find(evidence.cellMinimum(), row, column);
    }

    /** The smallest cell that is declared under a name; that name may be a title. */
    public Optional<Long> cellMinimum(String name) {
        return evidence.cellMinimum().entrySet().stream()
                .filter(declared -> !name.isBlank() && Keys.same(declared.getKey(), name))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }

    /** The units of the cluster that a row stands for. */
    public Optional<Long> clusterSize(int row, int column) {
        return find(evidence.clusterSizes(), row, column);
    }

    /** The units of each level of the variable that a row stands for. */
    public Optional<Map<String, Long>> indicatorCounts(int row, int column) {
        return find(evidence.indicatorCounts(), row, column);
    }

    /** What is known of the ends of the variable behind a cell. */
    public Optional<ExtremeEvidence> extremes(int row, int column) {
        Map<String, ExtremeEvidence> declared = evidence.extremes();
        ExtremeEvidence found = Keys.find(declared, table, row, column);
        return Optional.ofNullable(found != null ? found : byWords(declared, row, column));
    }

    /** Evidence on {@code age} for a column {@code Oldest age}: the key stands in one of the cell's names. */
    private <T> @Nullable T byWords(Map<String, T> declared, int row, int column) {
        for (Map.Entry<String, T> entry : declared.entrySet()) {
            String key = Wording.words(entry.getKey());
            for (String name : Keys.names(table, row, column)) {
                if (!key.isBlank() && Wording.words(name).contains(key)) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    private <T> Optional<T> find(Map<String, T> declared, int row, int column) {
        return Optional.ofNullable(Keys.find(declared, table, row, column));
    }
}

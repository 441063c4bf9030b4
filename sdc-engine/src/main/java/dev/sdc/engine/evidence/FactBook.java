package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works facts out from the outputs when they are first asked for, and keeps them. */
public final class FactBook implements Facts {
    /** What is worked out for one table. */
    private static final class TableFacts {
        private final Lines lines;
        private final Sizes sizes;
        private final Bases bases;
        private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

        private TableFacts(Table table) {
            lines = new Lines(table);
            sizes = new Sizes(table);
            bases = new Bases(table, sizes);
        }
    }

    private final List<Output> outputs;
    private final List<Output> released;
    private final Map<Object, Object> together = new ConcurrentHashMap<>();
    private final Map<Table, TableFacts> tables = new ConcurrentHashMap<>();

    private FactBook(List<Output> outputs, List<Output> released) {
        this.outputs = List.copyOf(outputs);
        this.released = List.copyOf(released);
    }

    /** The facts of these outputs. */
    public static FactBook of(List<Output> outputs) {
        return of(outputs, List.of());
    }

    /** The facts of these outputs, beside those that were released before. */
    public static FactBook of(List<Output> outputs, List<Output> released) {
        return new FactBook(outputs, released);
    }

    private TableFacts facts(Table table) {
        return tables.computeIfAbsent(table, TableFacts::new);
    }

    @Override
    public List<Output> outputs() {
        return outputs;
    }

    @Override
    public List<Output> released() {
        return released;
    }

    @Override
    public <T> T together(Object key, Class<T> kind, Supplier<T> work) {
        Object known = together.get(key);
        if (known == null) {
            known = work.get(); // outside of the map, as the work may ask for other facts
            together.put(key, known);
        }
        return kind.cast(known);
    }

    @Override
    public <T> T once(Table table, Class<T> kind, Supplier<T> work) {
        Map<Class<?>, Object> shared = facts(table).shared;
        Object known = shared.get(kind);
        if (known == null) {
            known = work.get(); // outside of the map, as the work may ask for other facts
            shared.put(kind, known);
        }
        return kind.cast(known);
    }

    @Override
    public Unit unit(Output output) {
        return Units.of(output.declaration());
    }

    @Override
    public void forEachLine(Table table, Consumer<Line> visitor) {
        facts(table).lines.forEach(visitor);
    }

    @Override
    public Optional<Size> sampleSize(Table table, Quantity figure) {
        return facts(table).sizes.of(figure);
    }

    @Override
    public Optional<Size> sizeOrMask(Table table, Quantity figure) {
        return facts(table).sizes.orMask(figure);
    }

    @Override
    public Optional<Size> base(Table table, Quantity share) {
        return facts(table).bases.of(share);
    }

    @Override
    public Optional<Contribution> contribution(Table table, int row, int column) {
        return Optional.ofNullable(Keys.find(table.declaration().evidence().contributions(), table, row, column));
    }

    @Override
    public Optional<Bounds> bounds(Table table, int row, int column) {
        Map<String, Bounds> declared = table.declaration().bounds();
        Bounds found = Keys.find(declared, table, row, column);
        if (found == null) {
            found = byWords(declared, table, row, column);
        }
        if (found == null && declared.size() == 1 && oneVariable(table) && !namesAnything(declared, table)) {
            found = declared.values().iterator().next();
        }
        return Optional.ofNullable(found);
    }

    /** Bounds of {@code age} for a column {@code mean_age}: all words of the key stand in one of the cell's names. */
    private static @Nullable Bounds byWords(Map<String, Bounds> declared, Table table, int row, int column) {
        // a header before a label: a cost by age is no age
        Bounds byHeader = byWords(declared, table.columns().get(column).header());
        return byHeader != null ? byHeader : byWords(declared, Keys.names(table, row, column));
    }

    private static @Nullable Bounds byWords(Map<String, Bounds> declared, List<String> names) {
        for (Map.Entry<String, Bounds> entry : declared.entrySet()) {
            Set<String> key = words(entry.getKey());
            for (String name : names) {
                if (!key.isEmpty() && words(name).containsAll(key)) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Whether all figures of the table are statistics of one variable: no two columns of the same statistic. */
    private static boolean oneVariable(Table table) {
        Set<ColumnRole> seen = new HashSet<>();
        for (Column column : table.columns()) {
            ColumnRole role = column.role();
            boolean figure = role == ColumnRole.MEAN || role == ColumnRole.MAGNITUDE;
            if (figure && !seen.add(role)) {
                return false;
            }
        }
        return true;
    }

    private static boolean namesAnything(Map<String, Bounds> declared, Table table) {
        Set<String> key = words(declared.keySet().iterator().next());
        for (Column column : table.columns()) {
            if (!key.isEmpty() && words(column.name()).containsAll(key)) {
                return true;
            }
        }
        for (int row = 0; row < Math.min(table.rowCount(), 1_000); row++) {
            if (!key.isEmpty() && words(table.rowLabel(row)).containsAll(key)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean structuralZero(Table table, int row, int column) {
        List<List<String>> declared = table.declaration().structuralZeros();
        if (declared.isEmpty()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        for (String label : table.rowLabels(row)) {
            names.add(label.toLowerCase(Locale.ROOT).strip());
        }
        for (String header : table.columns().get(column).header()) {
            names.add(header.toLowerCase(Locale.ROOT).strip());
        }
        for (List<String> pair : declared) {
            boolean all = !pair.isEmpty();
            for (String label : pair) {
                all &= names.contains(label.toLowerCase(Locale.ROOT).strip());
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean sensitive(Table table, int row, int column) {
        Declaration declaration = table.declaration();
        if (declaration.sensitive().isEmpty()) {
            return false;
        }
        for (String variable : declaration.sensitive()) {
            Set<String> key = words(variable);
            for (String name : Keys.names(table, row, column)) {
                if (Keys.same(variable, name) || (!key.isEmpty() && words(name).containsAll(key))) {
                    return true;
                }
            }
        }
        return false;
    }
}

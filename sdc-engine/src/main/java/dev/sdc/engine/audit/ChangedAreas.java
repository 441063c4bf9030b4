package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One place or group counted twice, by two definitions: {@code 2021 boundary} and {@code 2023 boundary}. Those who are in
 * it by one definition only are the difference.
 */
public final class ChangedAreas {
    private static final Pattern DEFINITION = Pattern.compile(
            "\\b(?:boundary|boundaries|definition|geography|code ?list|codelist)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile(
            "\\b(?:\\d+|old|new|former|current|previous|earlier|later|updated|revised|original|v)\\b|[\\d./-]+",
            Pattern.CASE_INSENSITIVE);

    private ChangedAreas() {}

    /** All differences between two definitions of one thing. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        Subtraction subtraction = new Subtraction(settings);
        Map<List<String>, List<CountedCell>> byThing = new LinkedHashMap<>();
        for (Table table : tables) {
            if (namesDefinitions(table)) {
                for (CountedCell cell : CountedCell.of(table)) {
                    thing(cell)
                            .ifPresent(thing -> byThing.computeIfAbsent(thing, t -> new ArrayList<>())
                                    .add(cell));
                }
            }
        }
        List<UnprintedPart> parts = new ArrayList<>();
        for (List<CountedCell> cells : byThing.values()) {
            for (int i = 1; i < cells.size(); i++) {
                Difference difference = subtraction.between(cells.get(i - 1), cells.get(i));
                if (difference.low() == difference.high()) {
                    parts.add(new UnprintedPart(
                            difference.larger(),
                            List.of(difference.smaller()),
                            difference.low(),
                            difference.inWords()));
                }
            }
        }
        return parts;
    }

    private static boolean namesDefinitions(Table table) {
        for (Column column : table.columns()) {
            if (DEFINITION.matcher(column.name()).find()) {
                return true;
            }
        }
        return !table.rowsLabelled(label -> DEFINITION.matcher(label).find()).isEmpty();
    }

    /** What a cell counts, whichever the definition; empty where its labels name none. */
    private static Optional<List<String>> thing(CountedCell cell) {
        List<String> thing = new ArrayList<>(cell.labels());
        boolean found = false;
        List<Column> labelColumns =
                cell.table().columns().stream().filter(Column::isLabel).toList();
        for (int i = 0; i < thing.size(); i++) {
            String label = thing.get(i);
            boolean byHeader = i < labelColumns.size()
                    && labelColumns.size() == cell.table().rowLabels(cell.row()).size()
                    && DEFINITION.matcher(labelColumns.get(i).name()).find();
            if (byHeader || DEFINITION.matcher(label).find()) {
                String rest = VERSION.matcher(label).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
                if (!rest.equals(label.strip().toLowerCase(Locale.ROOT))) {
                    thing.set(i, rest);
                    found = true;
                }
            }
        }
        return found ? Optional.of(thing) : Optional.empty();
    }
}

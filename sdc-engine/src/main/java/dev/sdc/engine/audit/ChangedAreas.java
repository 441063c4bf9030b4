package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * One place or group counted twice, by two definitions: {@code 2021 boundary} and {@code 2023 boundary}. Those who are in
 * it by one definition only are the difference.
 */
public final class ChangedAreas {
    private static final Pattern DEFINITION = Pattern.compile(
            "\\b(?:boundary|boundaries|definitions?|geography|code ?list|gebietsst[aä]nde?|gebietseinteilung|gebietsreform"
                    + "|grenzen|abgrenzung|definitionen|codeliste|kodeliste|fassung)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE);
    private static final Pattern VERSION = Pattern.compile(
            "\\b(?:\\d+|old|new|former|current|previous|earlier|later|updated|revised|original|v|alte?[nrs]?|neue?[nrs]?"
                    + "|frühere?[nrs]?|bisherige?[nrs]?|aktuelle?[nrs]?)\\b|[\\d./-]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE);
    private static final int LONGEST_TITLE = 200;

    private ChangedAreas() {}

    /** All differences between two definitions of one thing. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        Subtraction subtraction = new Subtraction(settings);
        Map<List<String>, List<CountedCell>> byThing = new LinkedHashMap<>();
        for (Table table : tables) {
            forEachThing(
                    table,
                    (thing, cell) -> byThing.computeIfAbsent(thing, t -> new ArrayList<>())
                            .add(cell));
        }
        List<UnprintedPart> parts = new ArrayList<>();
        for (List<CountedCell> cells : byThing.values()) {
            for (int i = 1; i < cells.size(); i++) {
                Difference difference = subtraction.between(cells.get(i - 1), cells.get(i));
                if (difference.low() == difference.high() && !byOneDefinition(cells.get(i - 1), cells.get(i))) {
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

    /** Whether the labels of both stand below one header that names the version: {@code ICB (2021 boundaries)}. */
    private static boolean byOneDefinition(CountedCell one, CountedCell other) {
        String mine = versionedHeader(one.table());
        return !mine.isEmpty() && mine.equals(versionedHeader(other.table()));
    }

    private static String versionedHeader(Table table) {
        for (Column column : table.columns()) {
            if (column.isLabel() && namesVersion(column)) {
                return CountedCell.inOneWriting(column.name());
            }
        }
        return "";
    }

    private static boolean namesVersion(Column column) {
        return DEFINITION.matcher(column.name()).find()
                && !unversioned(column.name()).equals(CountedCell.inOneWriting(column.name()));
    }

    /** Gives what the counts of a table count, whichever the definition, where they go by one. */
    static void forEachThing(Table table, BiConsumer<List<String>, CountedCell> taker) {
        List<String> all = all(table);
        if (!all.isEmpty() || namesDefinitions(table)) {
            for (CountedCell cell : CountedCell.of(table)) {
                thing(cell, all).ifPresent(thing -> taker.accept(thing, cell));
            }
        }
    }

    private static boolean namesDefinitions(Table table) {
        for (Column column : table.columns()) {
            if (DEFINITION.matcher(column.name()).find()) {
                return true;
            }
        }
        return !table.rowsLabelled(label -> DEFINITION.matcher(label).find()).isEmpty();
    }

    /** The definition that all of a table goes by, less its version: from its sheet, its titles, or the name of its file. */
    private static List<String> all(Table table) {
        List<String> names = new ArrayList<>(table.titles());
        String sheet = table.grid().sheet();
        if (sheet != null) {
            names.add(sheet);
        }
        names.add(table.fileName().replaceAll("[_.-]", " "));
        for (String name : names) {
            if (name.length() < LONGEST_TITLE && DEFINITION.matcher(name).find()) {
                String rest = unversioned(name);
                if (!rest.equals(CountedCell.inOneWriting(name))) {
                    return List.of(rest);
                }
            }
        }
        return List.of();
    }

    private static String unversioned(String name) {
        return CountedCell.inOneWriting(VERSION.matcher(name).replaceAll(" "));
    }

    /** What a cell counts, whichever the definition; empty where neither its labels nor its table name one. */
    private static Optional<List<String>> thing(CountedCell cell, List<String> all) {
        List<String> thing = new ArrayList<>(cell.labels());
        thing.addAll(all);
        boolean found = !all.isEmpty();
        List<Column> labelColumns =
                cell.table().columns().stream().filter(Column::isLabel).toList();
        for (int i = 0; i < cell.labels().size(); i++) {
            String label = thing.get(i);
            boolean headed = i < labelColumns.size()
                    && labelColumns.size() == cell.table().rowLabels(cell.row()).size();
            if (headed && namesVersion(labelColumns.get(i))) {
                thing.add(unversioned(labelColumns.get(i).name()));
                found = true;
                continue;
            }
            boolean byHeader =
                    headed && DEFINITION.matcher(labelColumns.get(i).name()).find();
            if (byHeader || DEFINITION.matcher(label).find()) {
                String rest = unversioned(label);
                if (!rest.equals(label)) {
                    thing.set(i, rest);
                    found = true;
                }
            }
        }
        return found ? Optional.of(thing) : Optional.empty();
    }
}

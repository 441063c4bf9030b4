package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places that are declared to lie in one another: {@code geography: "Northam district lies within North county"}. Who is
 * counted in the larger and in none of the smaller ones lives in the rest of it.
 */
public final class DeclaredPlaces {
    private static final Pattern WITHIN = Pattern.compile(
            "(?:nested:\\s*)?([^;:.]{1,120}?)\\s+(?:lies?|is|are|liegt)\\s+(?:wholly\\s+|entirely\\s+|ganz\\s+)?"
                    + "(?:within|inside|in|part of)\\s+([^;:.]{1,120})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

    /** What stands beside a year and is no part of a place's name. */
    private static final Pattern DEFINITION = Pattern.compile(
            "[()\\[\\],]|\\b(?:boundary|boundaries|definitions?|geography)\\b", Pattern.CASE_INSENSITIVE);

    private DeclaredPlaces() {}

    /** All differences of a place and those declared to lie in it. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        Map<String, Set<String>> within = new LinkedHashMap<>();
        for (Table table : tables) {
            String geography = table.declaration().geography();
            Matcher said = WITHIN.matcher(geography == null ? "" : geography);
            while (said.find()) {
                within.computeIfAbsent(place(said.group(2)), place -> new LinkedHashSet<>())
                        .add(place(said.group(1)));
            }
        }
        List<UnprintedPart> parts = new ArrayList<>();
        if (!within.isEmpty()) {
            Grids grids = new Grids(settings);
            Set<String> places = new HashSet<>(within.keySet());
            within.values().forEach(places::addAll);
            Map<List<String>, CountedCell> cells = new LinkedHashMap<>();
            for (Table table : tables) {
                String year = year(table);
                CountedCell.byLabels(table).forEach((labels, cell) -> {
                    if (!grids.of(cell).rounds()) {
                        cells.putIfAbsent(labels, cell);
                        versions(labels, year, places, named -> cells.putIfAbsent(named, cell));
                    }
                });
            }
            cells.forEach((labels, whole) -> rest(labels, whole, within, cells, parts));
        }
        return parts;
    }

    /** A place as it is declared; by one of several definitions, the year of it and the name. */
    private static String place(String name) {
        Matcher year = YEAR.matcher(name);
        String plain = CountedCell.inOneWriting(
                DEFINITION.matcher(YEAR.matcher(name).replaceAll(" ")).replaceAll(" "));
        return year.find() && !plain.isEmpty() ? year.group() + " " + plain : CountedCell.inOneWriting(name);
    }

    /** The only year that a table, its sheet, its file and the headers of its labels name; nothing where there is none. */
    private static String year(Table table) {
        List<String> names = new ArrayList<>(table.titles());
        String sheet = table.grid().sheet();
        names.add(sheet == null ? "" : sheet);
        names.add(table.fileName());
        table.columns().stream().filter(Column::isLabel).map(Column::name).forEach(names::add);
        Set<String> years = new HashSet<>();
        Matcher year = YEAR.matcher(String.join(" | ", names));
        while (year.find()) {
            years.add(year.group());
        }
        return years.size() == 1 ? years.iterator().next() : "";
    }

    /** The labels of a count with a declared place in them by its year: that of the label, or of the table. */
    private static void versions(List<String> labels, String year, Set<String> places, Consumer<List<String>> taker) {
        for (int i = 0; i < labels.size(); i++) {
            String own = place(labels.get(i));
            String name = places.contains(own) ? own : year + " " + labels.get(i);
            if (!name.equals(labels.get(i)) && places.contains(name)) {
                List<String> named = new ArrayList<>(labels);
                named.set(i, name);
                taker.accept(named);
            }
        }
    }

    private static void rest(
            List<String> labels,
            CountedCell whole,
            Map<String, Set<String>> within,
            Map<List<String>, CountedCell> cells,
            List<UnprintedPart> parts) {
        for (int i = 0; i < labels.size(); i++) {
            List<CountedCell> inner = new ArrayList<>();
            long sum = 0;
            for (String place : within.getOrDefault(labels.get(i), Set.of())) {
                List<String> same = new ArrayList<>(labels);
                same.set(i, place);
                CountedCell part = cells.get(same);
                if (part != null) {
                    inner.add(part);
                    sum += part.n();
                }
            }
            if (!inner.isEmpty() && sum <= whole.n()) {
                parts.add(new UnprintedPart(
                        whole,
                        List.copyOf(inner),
                        whole.n() - sum,
                        whole.n() + " - " + sum + " = " + (whole.n() - sum)
                                + ", as one is declared to lie in the other"));
            }
        }
    }
}

package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int MOST_PAIRS = 1_000;

    private DeclaredPlaces() {}

    /** All differences of a place and those declared to lie in it. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        Map<String, Set<String>> within = new LinkedHashMap<>();
        for (Table table : tables) {
            String geography = table.declaration().geography();
            Matcher said = WITHIN.matcher(geography == null ? "" : geography);
            for (int pairs = 0; pairs < MOST_PAIRS && said.find(); pairs++) {
                within.computeIfAbsent(CountedCell.inOneWriting(said.group(2)), place -> new LinkedHashSet<>())
                        .add(CountedCell.inOneWriting(said.group(1)));
            }
        }
        List<UnprintedPart> parts = new ArrayList<>();
        if (!within.isEmpty()) {
            Grids grids = new Grids(settings);
            Map<List<String>, CountedCell> cells = new LinkedHashMap<>();
            for (Table table : tables) {
                CountedCell.byLabels(table).forEach((labels, cell) -> {
                    if (!grids.of(cell).rounds()) {
                        cells.putIfAbsent(labels, cell);
                    }
                });
            }
            cells.forEach((labels, whole) -> rest(labels, whole, within, cells, parts));
        }
        return parts;
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

package dev.sdc.engine.audit;

import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table is called, in every place that names it: its titles, its sheet, its file, what all its counts share. */
final class TableNames {
    /** More titles than this are not compared in pairs. */
    private static final int MOST_TITLES = 5;

    /** Where the name of the file stands; {@code all.csv} says too little. */
    private static final int FILE = 3;

    private final List<List<PopulationNames.Name>> places;
    private final String about;
    private final boolean everybody;
    private final boolean mayBePart;

    private TableNames(List<List<String>> places, String about) {
        this.places = places.stream()
                .map(names -> names.stream().map(PopulationNames.Name::of).toList())
                .toList();
        this.about = about;
        this.everybody = this.places.stream().flatMap(List::stream).anyMatch(PopulationNames.Name::everybody);
        this.mayBePart = this.places.stream().flatMap(List::stream).anyMatch(PopulationNames.Name::mayBePart);
    }

    static TableNames of(Table table) {
        String sheet = table.grid().sheet();
        String file = table.fileName();
        String path = table.range().startsWith("/") ? table.range().substring(1) : "";
        Population population = table.declaration().population();
        List<String> declared = new ArrayList<>();
        if (population != null && population.description() != null) {
            declared.add(population.description());
        }
        String about = Categories.about(table);
        List<String> filter =
                population != null && population.filter() != null ? List.of(population.filter()) : List.of();
        List<String> titles = table.titles();
        return new TableNames(
                List.of(
                        titles.subList(0, Math.min(titles.size(), MOST_TITLES)),
                        sheet == null ? List.of() : List.of(sheet),
                        List.of(path),
                        List.of(file.replaceFirst("\\.\\w{1,5}$", "")),
                        declared,
                        filter,
                        Categories.shared(table)),
                about);
    }

    /** Whether both count the same, as far as their headers say. */
    boolean sameThing(TableNames other) {
        return about.equals(other.about);
    }

    /** The names that tell that another table's people are some of this one's; null where none do. */
    @Nullable
    String nested(TableNames part) {
        if (!everybody && !part.mayBePart) {
            return null; // most tables of a release
        }
        for (int place = 0; place < places.size(); place++) {
            for (PopulationNames.Name all : places.get(place)) {
                for (PopulationNames.Name some : part.places.get(place)) {
                    if (all.text().equals(some.text())) {
                        continue; // says nothing, and many tables may be called the same
                    }
                    boolean shared = place == places.size() - 1;
                    boolean everybody = !shared
                            && place != FILE
                            && all.everybody()
                            && !some.text().isBlank()
                            && !some.everybody();
                    boolean may = shared || sameThing(part);
                    if (may
                            && (everybody
                                    || PopulationNames.tellNested(all, some)
                                    || PopulationNames.tellOneSex(all, some))) {
                        return "\"" + all.text() + "\", \"" + some.text() + "\"";
                    }
                }
            }
        }
        return null;
    }
}

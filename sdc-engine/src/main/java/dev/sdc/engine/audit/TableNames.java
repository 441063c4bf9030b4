package dev.sdc.engine.audit;

import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a table is called, in every place that names it: its titles, its sheet, its file, what all its counts share. */
final class TableNames {
    /** More titles than this are not compared in pairs. */
    private static final int MOST_TITLES = 5;

    /** Where the name of the file stands; {@code all.csv} says too little. */
    private static final int FILE = 3;

    /** The letter or the number by which sites or arms are told from each other. */
    private static final int LONGEST_NUMBER = 2;

    /** Where the key of a part of a file stands. */
    private static final int PATH = 2;

    private final List<List<PopulationNames.Name>> places;
    private final List<Place> whole;
    private final Set<String> years;
    private final String about;
    private final boolean everybody;
    private final boolean mayBePart;

    /** All that is said in one place. */
    private record Place(List<PopulationNames.Token> tokens, List<PopulationNames.Token> periods, Set<String> words) {
        static Place of(List<PopulationNames.Name> names) {
            List<PopulationNames.Token> tokens = new ArrayList<>();
            List<PopulationNames.Token> periods = new ArrayList<>();
            Set<String> words = new HashSet<>();
            for (PopulationNames.Name name : names) {
                tokens.addAll(name.tokens());
                periods.addAll(name.periods());
                words.addAll(name.words());
            }
            return new Place(tokens, periods, words);
        }

        boolean tellApart(Place other) {
            boolean otherTimes = !periods.isEmpty()
                    && !other.periods.isEmpty()
                    && periods.stream().allMatch(mine -> other.periods.stream().allMatch(mine::apartFrom));
            return otherTimes || PopulationNames.tellApart(tokens, other.tokens);
        }

        boolean isOtherwise(Place other) {
            return (!words.containsAll(other.words) && !other.words.containsAll(words))
                    || (!words.isEmpty() && words.equals(other.words) && isNumberedOtherwise(other));
        }

        /** {@code Site A} and {@code Site B}. */
        private boolean isNumberedOtherwise(Place other) {
            boolean otherwise = false;
            for (int i = 0; i < tokens.size() && tokens.size() == other.tokens.size(); i++) {
                String mine = tokens.get(i).text();
                String theirs = other.tokens.get(i).text();
                if (!mine.equals(theirs)) {
                    if (mine.length() > LONGEST_NUMBER || theirs.length() > LONGEST_NUMBER) {
                        return false;
                    }
                    otherwise = true;
                }
            }
            return otherwise;
        }
    }

    private TableNames(List<List<String>> places, Set<String> years, String about) {
        this.years = years;
        this.places = places.stream()
                .map(names -> names.stream().map(PopulationNames.Name::of).toList())
                .toList();
        this.whole = this.places.stream().map(Place::of).toList();
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
                SamePeople.years(table),
                about);
    }

    /** Whether both count the same, as far as their headers say. */
    boolean sameThing(TableNames other) {
        return about.equals(other.about);
    }

    /**
     * Whether a name tells that nobody is in both tables: {@code men.csv} and {@code women.csv}, other years.
     *
     * @param released whether one is of an earlier release, whose file may be named after its date
     */
    boolean tellApart(TableNames other, boolean released) {
        boolean otherYears =
                !released && !years.isEmpty() && !other.years.isEmpty() && Collections.disjoint(years, other.years);
        return otherYears || anyPlace(released, place -> whole.get(place).tellApart(other.whole.get(place)));
    }

    /** Whether each is named after something that the other is not: {@code lung.csv} and {@code breast.csv}. */
    boolean areOtherwise(TableNames other, boolean released) {
        return anyPlace(released, place -> whole.get(place).isOtherwise(other.whole.get(place)));
    }

    /** What all counts are headed by says what is counted, and is compared by itself. */
    private boolean anyPlace(boolean released, IntPredicate test) {
        return IntStream.range(0, whole.size() - 1)
                .filter(place -> !released || (place != FILE && place != PATH))
                .anyMatch(test);
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

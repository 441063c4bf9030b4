package dev.sdc.engine.audit;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds names that a declaration gives, such as those of regions, in the labels of a table and in what it is called. */
final class PlaceNames {
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}+-]+");
    private static final Pattern ENDING = Pattern.compile("\\.\\w{1,5}$");
    /** Longer titles tell more than a name. */
    private static final int MOST_WORDS = 40;

    private final Set<String> names;
    private final int longest;

    PlaceNames(Set<String> names) {
        this.names = names;
        this.longest = names.stream().mapToInt(name -> words(name).size()).max().orElse(0);
    }

    boolean has(String label) {
        return names.contains(label);
    }

    /** Whether a row or a column of a table has such a name. */
    boolean label(Table table) {
        boolean[] found = new boolean[1];
        table.forEachLabel(label -> found[0] |= names.contains(CountedCell.inOneWriting(label)));
        for (Column column : table.columns()) {
            column.header().forEach(header -> found[0] |= names.contains(CountedCell.inOneWriting(header)));
        }
        return found[0];
    }

    /** The one name in what a table is called: in its title, else in that of its sheet, else of its file. */
    @Nullable
    String of(Table table) {
        String sheet = table.grid().sheet();
        List<List<String>> places = List.of(
                table.titles(),
                sheet == null ? List.of() : List.of(sheet),
                List.of(ENDING.matcher(table.fileName()).replaceFirst("")));
        for (List<String> place : places) {
            Set<String> found = new LinkedHashSet<>();
            place.forEach(text -> found.addAll(in(text)));
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.iterator().next() : null;
            }
        }
        return null;
    }

    /** The names in a text, the longest first where one begins with another. */
    private Set<String> in(String text) {
        List<String> all = words(text.replace('_', ' '));
        List<String> words = all.subList(0, Math.min(all.size(), MOST_WORDS));
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = Math.min(words.size(), from + longest); to > from; to--) {
                String name = String.join(" ", words.subList(from, to));
                if (names.contains(name)) {
                    found.add(name);
                    from = to - 1;
                    break;
                }
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(APART.split(CountedCell.inOneWriting(text), -1)));
        words.removeIf(String::isEmpty);
        return words;
    }
}

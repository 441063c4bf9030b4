package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tables that each divide people by one variable, another in each: by sex, by stage. Nothing says that they are the same
 * people, and nothing that they are not.
 */
public final class SamePeople {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    /** Larger tables are no division by one variable. */
    private static final int MOST_ROWS = 500;
    /** More tables that divide people otherwise are not compared with one. */
    private static final int MOST_COMPARED = 5_000;

    private SamePeople() {}

    /**
     * The number of people that a table divides.
     *
     * @param cells the cells that it is the sum of, each {@code file!cell}: the total, or the categories where none is
     */
    public record Divided(long n, List<String> cells) {
        /** Where it is printed, or the first part of it. */
        public String place() {
            return cells.get(0);
        }
    }

    /** The number of people of a table with one column of counts of all people, all of them printed. */
    public static Optional<Divided> divided(Table table, Facts facts) {
        Optional<Line> all = line(table, facts);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Line line = all.get();
        LineCounts counts = LineCounts.of(table, line);
        if (counts.hasTotal()) {
            return Optional.of(new Divided(counts.total(), List.of(place(table, line.totalRow(), line.totalColumn()))));
        }
        List<String> cells = IntStream.range(0, line.size())
                .mapToObj(i -> place(table, line.row(i), line.column(i)))
                .toList();
        return counts.complete() ? Optional.of(new Divided(counts.sum(), cells)) : Optional.empty();
    }

    private static String place(Table table, int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }

    /** The one line of categories that is all of a table. */
    static Optional<Line> line(Table table, Facts facts) {
        Column ofAll = ofAll(table).orElse(null);
        if (ofAll == null || table.labelLevels() != 1 || table.rowCount() > MOST_ROWS) {
            return Optional.empty();
        }
        Line[] found = new Line[1];
        int[] lines = new int[1];
        facts.forEachLine(table, line -> {
            if (line.acrossColumns() || line.fixed() != ofAll.index()) {
                return;
            }
            lines[0]++;
            boolean all = line.size() + (line.hasTotal() ? 1 : 0) == table.rowCount();
            found[0] = all ? line : found[0];
        });
        return lines[0] == 1 ? Optional.ofNullable(found[0]) : Optional.empty();
    }

    /** The only column of counts, or of several the one that is headed as all. */
    private static Optional<Column> ofAll(Table table) {
        List<Column> counts = table.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS))
                .toList();
        List<Column> all = counts.size() < 2
                ? counts
                : counts.stream()
                        .filter(column -> column.total()
                                || PopulationNames.Name.of(column.leaf()).everybody())
                        .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /**
     * What the other tables of the submission say of the people that a table divides.
     *
     * @param numbers the different numbers of people, each with the first table that divides so many; two, where there are
     *     more: then they are different people, it seems
     * @param all whether all tables were compared; there may be too many
     */
    public record Others(Map<Long, Divided> numbers, boolean all) {}

    /** What a table names: its variable and categories, and the years. */
    private record Names(Set<String> labels, Set<String> years, String file) {
        static Names of(Table table) {
            return new Names(SamePeople.labels(table), SamePeople.years(table), table.file());
        }

        /** Below the heading of a document not every table names its years again. */
        private boolean mayBeOnThoseOf(Names other) {
            boolean unnamed = file.equals(other.file) && (years.isEmpty() || other.years.isEmpty());
            return !labels.isEmpty()
                    && Collections.disjoint(labels, other.labels)
                    && (unnamed || years.equals(other.years));
        }
    }

    private record Counted(People people, String header) {
        static Counted of(Table table, Facts facts) {
            return new Counted(People.of(table, facts), counted(table));
        }
    }

    /** Tables that divide as many people by the same categories are one, whose place is that of the first. */
    private record Division(Names names, long n) {}

    private record Index(Map<Counted, Map<Division, Divided>> divisions) {
        static Index of(Facts facts) {
            Map<Counted, Map<Division, Divided>> divisions = new HashMap<>();
            for (Output output : facts.outputs()) {
                if (output instanceof Table table) {
                    divided(table, facts)
                            .ifPresent(divided -> divisions
                                    .computeIfAbsent(Counted.of(table, facts), c -> new LinkedHashMap<>())
                                    .putIfAbsent(new Division(Names.of(table), divided.n()), divided));
                }
            }
            return new Index(divisions);
        }
    }

    /** The numbers of people that tables divide which may be on those of a table, each by a variable of its own. */
    public static Others others(Table table, Facts facts) {
        return facts.once(table, Others.class, () -> held(table, facts));
    }

    private static Others held(Table table, Facts facts) {
        Index index = facts.together(Index.class, Index.class, () -> Index.of(facts));
        Map<Division, Divided> others = index.divisions().getOrDefault(Counted.of(table, facts), Map.of());
        Names own = Names.of(table);
        Map<Long, Divided> numbers = new LinkedHashMap<>();
        int compared = 0;
        for (Map.Entry<Division, Divided> other : others.entrySet()) {
            if (numbers.size() > 1) {
                break;
            }
            if (++compared > MOST_COMPARED) {
                return new Others(numbers, false);
            }
            if (own.mayBeOnThoseOf(other.getKey().names())) {
                numbers.putIfAbsent(other.getKey().n(), other.getValue());
            }
        }
        return new Others(numbers, true);
    }

    /** What the counts are headed by. */
    private static String counted(Table table) {
        return ofAll(table).map(column -> Categories.countedIn(column.leaf())).orElse("");
    }

    private static Set<String> labels(Table table) {
        Set<String> labels = new HashSet<>();
        table.forEachLabel(label -> {
            if (!TotalNames.isName(label)) {
                labels.add(label.strip().toLowerCase(Locale.ROOT));
            }
        });
        table.columns().stream()
                .filter(Column::isLabel)
                .map(column -> column.leaf().strip().toLowerCase(Locale.ROOT))
                .filter(header -> !header.isEmpty())
                .forEach(labels::add);
        return labels;
    }

    /** The years that a table, its sheet and its file name. */
    static Set<String> years(Table table) {
        Set<String> years = new HashSet<>();
        String sheet = table.grid().sheet();
        Matcher year = YEAR.matcher(
                String.join(" ", table.titles()) + " " + (sheet == null ? "" : sheet) + " " + table.file());
        while (year.find()) {
            years.add(year.group());
        }
        return years;
    }
}

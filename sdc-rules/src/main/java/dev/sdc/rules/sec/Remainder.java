package dev.sdc.rules.sec;

import dev.sdc.engine.audit.SumsElsewhere;
import dev.sdc.engine.audit.TotalsBesideText;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a number of people when those that are told of are taken off.
 *
 * @param where the address of the number that gives it away
 * @param row the labels of its row, or null
 * @param column its header, or null
 * @param whole the number of all
 * @param told the number of those that are told of
 * @param what who is left, for people
 * @param terms the cells that the difference is made of, with their signs; empty where words alone explain it
 */
public record Remainder(
        String where,
        @Nullable String row,
        @Nullable String column,
        long whole,
        long told,
        String what,
        List<Proof.Term> terms) {
    /** More cells of a line are not named. */
    private static final int MOST_NAMED = 24;

    /** One cell less others, each {@code file!cell}. */
    static List<Proof.Term> less(String whole, List<String> parts) {
        return Proof.difference("", whole, parts).steps().get(0).terms();
    }

    /** What another table prints for a line, less what the line comes to. */
    static Remainder of(Table table, SumsElsewhere sum) {
        Line line = sum.counts().line();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(line.size(), MOST_NAMED) && !sum.counts().hasTotal(); i++) {
            cells.add(table.file() + "!" + table.address(line.row(i), line.column(i)));
        }
        int row = sum.counts().hasTotal() ? line.totalRow() : line.row(0);
        int column = sum.counts().hasTotal() ? line.totalColumn() : line.column(0);
        if (cells.isEmpty()) {
            cells.add(table.file() + "!" + table.address(row, column));
        }
        return new Remainder(
                table.address(row, column),
                table.rowLabel(row),
                table.columns().get(column).name(),
                sum.n(),
                sum.told(),
                "whom another table counts under the same label, and none of these"
                        + (sum.sure() ? "" : ", if both are of the same people"),
                Stream.concat(
                                sum.places().stream().map(place -> new Proof.Term(Proof.Sign.PLUS, place)),
                                cells.stream().map(place -> new Proof.Term(Proof.Sign.MINUS, place)))
                        .toList());
    }

    /** What a table divides, less the number that a text tells. */
    static Remainder of(Prose prose, TotalsBesideText near) {
        return new Remainder(
                near.at(),
                null,
                null,
                near.whole(),
                near.n(),
                "whom a table counts and this number does not, if both are of the same people",
                less(near.place(), List.of(prose.file() + "!" + near.at())));
    }

    boolean isSmall(int minimum) {
        return isSmall(whole, told, minimum);
    }

    /** Whether some are left, and fewer than may be shown. */
    static boolean isSmall(long whole, long told, int minimum) {
        long left = whole - told;
        return left > 0 && left < minimum;
    }

    FindingText words(FindingText words, int minimum) {
        words.message("A small group that is not shown can be worked out.")
                .because(String.format(
                        Locale.ROOT,
                        "%,d - %,d = %,d %s, below the minimum of %d",
                        whole,
                        told,
                        whole - told,
                        what,
                        minimum))
                .remedy(
                        "Print the category merged with another, work the total out anew from what is shown, or round both"
                                + " numbers.")
                .value(String.format(Locale.ROOT, "%d", whole - told));
        String here = "!" + where;
        List<String> places = terms.stream().map(Proof.Term::place).toList();
        List<String> mine =
                places.stream().filter(place -> place.endsWith(here)).toList();
        String own = mine.isEmpty() ? "" : mine.get(mine.size() - 1); // a cell of another table comes before
        places.stream().filter(place -> !place.equals(own)).forEach(words::related);
        if (!terms.isEmpty()) {
            words.proof(new Proof(List.of(new Proof.Step(whole + " - " + told, terms))));
        }
        return words;
    }
}

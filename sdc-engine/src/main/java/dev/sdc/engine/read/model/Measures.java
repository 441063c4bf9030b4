package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a line what it says of a model as a whole, and whether every number in it is accounted for. */
final class Measures {
    /** A measure and its printed number. */
    record Found(Measure measure, Figure figure) {}

    /**
     * What was made of a line.
     *
     * @param found the measures it states
     * @param some whether anything in it was recognised
     * @param all whether every number in it was accounted for
     */
    record Reading(List<Found> found, boolean some, boolean all) {}

    /** A form that is looked for, and what its numbers are. */
    private record Wanted(Form form, List<@Nullable Measure> measures) {}

    private static final List<Wanted> WANTED = wanted();
    private static final Phrases LITERALS = Phrases.anyhowSpaced(
            WANTED.stream().map(wanted -> wanted.form().longestLiteral()).toList());

    private Measures() {}

    private static List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (Vocabulary.Entry entry : Vocabulary.entries("measures.txt")) {
            List<@Nullable Measure> measures = new ArrayList<>();
            for (String name : entry.name().split(", ", -1)) {
                measures.add(name.equals("-") ? null : Measure.valueOf(name));
            }
            wanted.add(new Wanted(new Form(entry.text()), measures));
        }
        return wanted;
    }

    /** Reads a line, given with its number from 1. */
    static Reading read(String line, int number) {
        List<Found> found = new ArrayList<>();
        BitSet claimed = new BitSet();
        BitSet wanted = LITERALS.in(line);
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            claim(line, number, WANTED.get(i), claimed, found);
        }
        boolean all = isAccountedFor(line, claimed);
        if (claimed.isEmpty() || !all) {
            Asides.claim(line, claimed);
            all = isAccountedFor(line, claimed);
        }
        found.sort((a, b) ->
                Integer.compare(a.figure().place().column(), b.figure().place().column()));
        return new Reading(List.copyOf(found), !claimed.isEmpty(), all);
    }

    /** Adds what was read and not used: it was left out, and printed or not, anybody can subtract. */
    static void subtract(List<Found> measures) {
        Figure all = first(measures, Measure.READ);
        Figure used = first(measures, Measure.OBSERVATIONS);
        if (all != null && used != null && first(measures, Measure.DROPPED) == null) {
            BigDecimal left = all.value().subtract(used.value());
            if (left.signum() > 0) {
                measures.add(new Found(Measure.DROPPED, new Figure(all.text(), left, all.place())));
            }
        }
    }

    private static @Nullable Figure first(List<Found> measures, Measure measure) {
        return measures.stream()
                .filter(found -> found.measure() == measure)
                .map(Found::figure)
                .findFirst()
                .orElse(null);
    }

    private static void claim(String line, int number, Wanted wanted, BitSet claimed, List<Found> found) {
        int[] spans = new int[2 * wanted.form().numbers()];
        int at = 0;
        while (at < line.length()) {
            int end = isWithin(line, at) ? -1 : wanted.form().end(line, at, spans);
            if (end < 0) {
                at++;
                continue;
            }
            if (!claimed.get(spans[0])) {
                claimed.set(at, end);
                add(line, number, wanted.measures(), spans, found);
            }
            at = end;
        }
    }

    private static void add(String line, int number, List<@Nullable Measure> measures, int[] spans, List<Found> found) {
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            int from = spans[2 * i];
            Figure figure =
                    measure == null ? null : Numerals.figure(line.substring(from, spans[2 * i + 1]), number, from + 1);
            if (measure != null && figure != null) {
                found.add(new Found(measure, figure));
            }
        }
    }

    /** Whether a word or a number goes on at a place. */
    private static boolean isWithin(String line, int at) {
        char before = at == 0 ? ' ' : line.charAt(at - 1);
        return before == '.' || (before < 0x80 && isWord(before));
    }

    private static boolean isAccountedFor(String line, BitSet claimed) {
        for (int i = 0; i < line.length(); i++) {
            boolean begins = Character.isDigit(line.charAt(i)) && (i == 0 || !isWord(line.charAt(i - 1)));
            if (begins && !claimed.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}

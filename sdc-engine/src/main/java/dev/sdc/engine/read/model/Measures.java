package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /**
     * A form that is looked for.
     *
     * @param begins what it begins with, or nothing where that varies
     * @param literal a word of it
     */
    private record Wanted(String begins, String literal, Pattern pattern, List<@Nullable Measure> measures) {}

    private static final List<Wanted> WANTED = wanted();
    private static final Phrases LITERALS =
            Phrases.of(WANTED.stream().map(Wanted::literal).toList());

    private Measures() {}

    private static List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (Vocabulary.Entry entry : Vocabulary.entries("measures.txt")) {
            List<@Nullable Measure> measures = new ArrayList<>();
            for (String name : entry.name().split(", ", -1)) {
                measures.add(name.equals("-") ? null : Measure.valueOf(name));
            }
            String begins = entry.text().split("[ #{]", 2)[0];
            wanted.add(new Wanted(begins, longestWord(entry.text()), pattern(entry.text()), measures));
        }
        return wanted;
    }

    private static String longestWord(String text) {
        String longest = "";
        for (String word : text.split("[ #{}]+", -1)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    private static Pattern pattern(String text) {
        StringBuilder regex = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\0';
            boolean gap = c == ' ' || c == '#' || c == '{' || c == '\0';
            if (!gap) {
                literal.append(c);
                continue;
            }
            if (!literal.isEmpty()) {
                regex.append(Pattern.quote(literal.toString()));
                literal.setLength(0);
            }
            if (c == ' ' || c == '#') {
                regex.append("\\s*");
            }
            if (c == '#') {
                regex.append('(').append(Numerals.PATTERN).append(")(?![\\d,]*\\d)\\s*");
            } else if (c == '{') {
                regex.append("[^,;]{1,80}");
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
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
        Matcher matcher = null;
        int from = 0;
        for (int at = next(line, 0, wanted.begins()); at >= 0; at = next(line, from, wanted.begins())) {
            matcher = matcher == null ? wanted.pattern().matcher(line) : matcher;
            if (!matcher.region(at, line.length()).lookingAt()) {
                from = at + 1;
                continue;
            }
            from = matcher.end();
            int first = matcher.groupCount() == 0 ? matcher.start() : matcher.start(1);
            if (claimed.get(first)) {
                continue;
            }
            claimed.set(matcher.start(), matcher.end());
            for (int group = 1; group <= matcher.groupCount(); group++) {
                Measure measure =
                        group <= wanted.measures().size() ? wanted.measures().get(group - 1) : null;
                Figure figure = Numerals.figure(matcher.group(group), number, matcher.start(group) + 1);
                if (measure != null && figure != null) {
                    found.add(new Found(measure, figure));
                }
            }
        }
    }

    /** Where a form with such a beginning may stand, from some place on; -1 where nowhere. */
    private static int next(String line, int from, String begins) {
        char first = begins.isEmpty() ? '\0' : begins.charAt(0);
        for (int at = from; at < line.length(); at++) {
            boolean may = first == '\0' || Phrases.folded(line.charAt(at)) == first;
            if (may && !isWithin(line, at) && line.regionMatches(true, at, begins, 0, begins.length())) {
                return at;
            }
        }
        return -1;
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

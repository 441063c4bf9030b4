package dev.sdc.engine.read.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** By a character the places in that list of the forms that begin with it. */
    private static final Map<Character, BitSet> BEGINNING = beginning();
    /** The places of those whose beginning varies. */
    private static final BitSet VARYING = BEGINNING.getOrDefault('\0', new BitSet());

    private Measures() {}

    private static Map<Character, BitSet> beginning() {
        Map<Character, BitSet> beginning = new HashMap<>();
        for (int i = 0; i < WANTED.size(); i++) {
            String begins = WANTED.get(i).begins();
            char first = begins.isEmpty() ? '\0' : begins.charAt(0);
            beginning.computeIfAbsent(first, any -> new BitSet()).set(i);
        }
        return Map.copyOf(beginning);
    }

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
        StringBuilder regex = new StringBuilder("(?<![\\w.])");
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
        String lower = line.toLowerCase(Locale.ROOT);
        BitSet wanted = wanted(lower);
        boolean aligned = lower.length() == line.length(); // of a few letters a small one takes more characters
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            Wanted form = WANTED.get(i);
            int from = lower.contains(form.literal()) ? lower.indexOf(form.begins()) : -1;
            if (from >= 0) {
                claim(line, number, aligned ? from : 0, form, claimed, found);
            }
        }
        if (claimed.isEmpty() || !isAccountedFor(line, claimed)) {
            Asides.claim(line, lower, claimed);
        }
        found.sort((a, b) ->
                Integer.compare(a.figure().place().column(), b.figure().place().column()));
        return new Reading(List.copyOf(found), !claimed.isEmpty(), isAccountedFor(line, claimed));
    }

    /** The places of the forms that may stand in a line, by what its words begin with. */
    private static BitSet wanted(String line) {
        BitSet wanted = new BitSet(WANTED.size());
        wanted.or(VARYING);
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean word = isWord(c);
            BitSet beginning = inWord && word ? null : BEGINNING.get(c);
            if (beginning != null) {
                wanted.or(beginning);
            }
            inWord = word;
        }
        return wanted;
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

    private static void claim(String line, int number, int from, Wanted wanted, BitSet claimed, List<Found> found) {
        Matcher matcher = wanted.pattern().matcher(line);
        for (boolean more = matcher.find(from); more; more = matcher.find()) {
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

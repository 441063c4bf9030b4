package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.util.List;

/**
 * The fewest people that one of several places had: {@code trusts treated between 3 and 212 patients each}, {@code each
 * centre recruited 4 to 61 patients}, {@code hospitals contributed a minimum of 3 patients}.
 */
final class CountsOverPlaces {
    /** How far before a number its verb and its places may stand, and behind it its places, in words and marks. */
    private static final int BEFORE = 12;

    private static final int BEHIND = 8;

    private CountsOverPlaces() {}

    /** Whether a number is the lower end of a range of numbers of people over places, or the fewest that one had. */
    static boolean isFewest(List<TextToken> tokens, int at) {
        int high = high(tokens, at);
        int last = high > 0 ? high : at;
        boolean people = isUnitBehind(tokens, last);
        boolean range = high > 0 && (people || (isAlone(tokens, high) && isAboutPeople(tokens, at)));
        boolean fewest = high < 0 && people && isFewestOf(tokens, at);
        return (range || fewest) && !isDesign(tokens, at) && isOverPlaces(tokens, at, last);
    }

    /** The place of the upper end of a range that begins at a place, or -1. */
    private static int high(List<TextToken> tokens, int at) {
        boolean range = at + 2 < tokens.size()
                && tokens.get(at).kind() != Kind.PART
                && tokens.get(at + 1).isIn("range-to")
                && tokens.get(at + 2).n() > tokens.get(at).n();
        boolean and =
                range && (tokens.get(at + 1).is("and") || tokens.get(at + 1).is("und"));
        boolean between = at > 0
                && (tokens.get(at - 1).is("between") || tokens.get(at - 1).is("zwischen"));
        return range && (!and || between) ? at + 2 : -1;
    }

    /** {@code a minimum of 3}, {@code as few as 3}. */
    private static boolean isFewestOf(List<TextToken> tokens, int at) {
        return at > 1
                && ((tokens.get(at - 1).is("of") && tokens.get(at - 2).is("minimum"))
                        || (tokens.get(at - 1).is("as") && tokens.get(at - 2).is("few")));
    }

    private static boolean isUnitBehind(List<TextToken> tokens, int at) {
        for (int i = at + 1;
                i < Math.min(at + 4, tokens.size()) && tokens.get(i).kind() == Kind.WORD;
                i++) {
            if (tokens.get(i).isIn("unit")) {
                return true;
            }
            if (tokens.get(i).isIn("break") || tokens.get(i).isIn("measure")) {
                return false;
            }
        }
        return false;
    }

    /** Whether a number stands without a measure behind it. */
    private static boolean isAlone(List<TextToken> tokens, int at) {
        return at + 1 == tokens.size()
                || ".,;)".contains(tokens.get(at + 1).text())
                || tokens.get(at + 1).isIn("among")
                || tokens.get(at + 1).is("across")
                || tokens.get(at + 1).is("per");
    }

    /** Whether the clause before a number is about how many people there were, and about no measure of them. */
    private static boolean isAboutPeople(List<TextToken> tokens, int at) {
        boolean people = false;
        for (int i = at - 1; i >= Math.max(0, at - BEFORE) && !isEnd(tokens, i); i--) {
            boolean each = tokens.get(i).isIn("each") && tokens.get(i + 1).isIn("place");
            if (tokens.get(i).isIn("no-number-of") && !each) {
                return false;
            }
            people |= tokens.get(i).isIn("unit") || tokens.get(i).isIn("taking-in");
        }
        return people;
    }

    /** What a plan asks of places says nothing of any. */
    private static boolean isDesign(List<TextToken> tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - BEFORE) && !isEnd(tokens, i); i--) {
            if (tokens.get(i).isIn("plans")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverPlaces(List<TextToken> tokens, int at, int last) {
        for (int i = at - 1; i >= Math.max(0, at - BEFORE) && !isEnd(tokens, i); i--) {
            if (tokens.get(i).isIn("place")) {
                return true;
            }
        }
        for (int i = last + 1; i < Math.min(last + BEHIND, tokens.size()) && !isEnd(tokens, i); i++) {
            boolean each = tokens.get(i - 1).isIn("each") || tokens.get(i - 1).is("across");
            if (each
                    && tokens.subList(i, Math.min(i + 3, tokens.size())).stream()
                            .anyMatch(t -> t.isIn("place"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(List<TextToken> tokens, int at) {
        return ".;!?".contains(tokens.get(at).text());
    }
}

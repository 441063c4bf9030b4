package dev.sdc.engine.read;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Tells which of many phrases stand in a text, in one pass over it however many they are (Aho and Corasick). Small and
 * capital letters of ASCII are the same to it. Immutable.
 */
public final class Phrases {
    private static final int ASCII = 0x80;
    /** White space, as patterns know it. */
    private static final String BLANKS = " \t\n\u000b\f\r";

    /** All characters of the phrases; any other one is of class 0, these are of the class behind their place. */
    private final String characters;

    private final short[] ofAscii = new short[ASCII];
    /** How many classes of characters there are. */
    private final int width;
    /**
     * Where the transitions of the state begin that follows a state on each class of character; its complement where a phrase
     * ends with that.
     */
    private final int[] next;
    /** The things of which a phrase ends where a state is reached. */
    private final int[][] ending;

    private final BitSet everywhere = new BitSet();

    /** Phrases that are told apart by their places. */
    public static Phrases of(List<String> phrases) {
        return new Phrases(phrases.stream().map(List::of).toList());
    }

    /** Phrases that are found whatever white space stands in them or in the text, or none. */
    public static Phrases anyhowSpaced(List<String> phrases) {
        return new Phrases(
                phrases.stream()
                        .map(phrase -> List.of(phrase.replaceAll("\\s", "")))
                        .toList(),
                true);
    }

    /** Things told apart by their places: one is found where any of its phrases stands; an empty phrase stands everywhere. */
    public Phrases(List<? extends Collection<String>> things) {
        this(things, false);
    }

    private Phrases(List<? extends Collection<String>> things, boolean anyhowSpaced) {
        StringBuilder all = new StringBuilder();
        int states = 1;
        for (Collection<String> phrases : things) {
            for (String phrase : phrases) {
                states += phrase.length();
                phrase.chars()
                        .map(c -> folded((char) c))
                        .filter(c -> all.indexOf(Character.toString(c)) < 0)
                        .forEach(c -> all.append((char) c));
            }
        }
        characters = all.toString();
        int blank = characters.length() + 1;
        width = blank + 1;
        for (char c = 0; c < ASCII; c++) {
            boolean passed = anyhowSpaced && BLANKS.indexOf(c) >= 0;
            ofAscii[c] = (short) (passed ? blank : characters.indexOf(folded(c)) + 1);
        }
        next = new int[states * width];
        ending = new int[states][];
        Arrays.fill(ending, new int[0]);
        int used = 1;
        for (int thing = 0; thing < things.size(); thing++) {
            for (String phrase : things.get(thing)) {
                used = add(phrase, thing, used);
            }
        }
        goOnAfterFailures();
        for (int state = 0; state < states; state++) {
            next[state * width + blank] = state; // as if nothing stood there
        }
        for (int i = 0; i < next.length; i++) {
            boolean ends = i % width != blank && ending[next[i]].length > 0;
            next[i] = ends ? ~(next[i] * width) : next[i] * width;
        }
    }

    /** Adds a phrase to the tree of all; says how many states there are. */
    private int add(String phrase, int thing, int states) {
        if (phrase.isEmpty()) {
            everywhere.set(thing);
            return states;
        }
        int used = states;
        int state = 0;
        for (int i = 0; i < phrase.length(); i++) {
            int at = state * width + ofCharacter(phrase.charAt(i));
            if (next[at] == 0) {
                next[at] = used++;
            }
            state = next[at];
        }
        ending[state] = with(ending[state], new int[] {thing});
        return used;
    }

    /** Where a phrase does not go on, the longest end of what was read that begins another one does. */
    private void goOnAfterFailures() {
        int[] failure = new int[ending.length];
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.remove();
            for (int c = 0; c < width; c++) {
                int to = next[state * width + c];
                int otherwise = state == 0 ? 0 : next[failure[state] * width + c];
                if (to == 0) {
                    next[state * width + c] = otherwise;
                } else {
                    failure[to] = otherwise;
                    ending[to] = with(ending[to], ending[otherwise]);
                    open.add(to);
                }
            }
        }
    }

    private static int[] with(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** The places of the things that stand in a text. */
    public BitSet in(String text) {
        BitSet found = (BitSet) everywhere.clone();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            int to = next[state + ofCharacter(text.charAt(i))];
            state = to;
            if (to < 0) {
                state = ~to;
                for (int thing : ending[state / width]) {
                    found.set(thing);
                }
            }
        }
        return found;
    }

    /** Whether any of them stands in a text. */
    public boolean anyIn(String text) {
        int state = everywhere.isEmpty() ? 0 : -1;
        for (int i = 0; i < text.length() && state >= 0; i++) {
            state = next[state + ofCharacter(text.charAt(i))];
        }
        return state < 0;
    }

    private int ofCharacter(char c) {
        return c < ASCII ? ofAscii[c] : characters.indexOf(c) + 1;
    }

    /** A character as its small letter, where it is one of ASCII. */
    public static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}

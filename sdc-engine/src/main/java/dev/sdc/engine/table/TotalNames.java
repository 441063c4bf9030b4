package dev.sdc.engine.table;

import java.util.HashSet;
import java.util.Set;

/** Knows the words that name a total; they are in {@code totals.txt}. */
public final class TotalNames {
    private static final Set<String> NAMES = names();

    private TotalNames() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String line : Words.list("totals.txt")) {
            names.add(Words.normal(line));
        }
        return names;
    }

    /** Whether a label is a name for a total: {@code Total}, {@code All}, {@code Total (n=120)}, {@code All ages}. */
    public static boolean isName(String label) {
        if (Words.isCode(label)) {
            return false;
        }
        String words = Words.normal(Words.outsideBrackets(label));
        return NAMES.contains(words)
                || NAMES.contains(Words.normal(label))
                || (Words.startsWith(words, "total") && (words.endsWith(" n") || words.endsWith(" number")));
    }

    /** Whether a label may name a total, if the arithmetic bears it out: {@code All stages}, {@code Total patients}. */
    public static boolean mayBeName(String label) {
        if (Words.isCode(label)) {
            return false;
        }
        String words = Words.normal(Words.outsideBrackets(label));
        return Words.startsWith(words, "total")
                || Words.startsWith(words, "all")
                || Words.startsWith(words, "any")
                || Words.startsWith(words, "both")
                || words.equals("persons")
                || words.equals("people")
                || Words.endsWith(words, "total")
                || Words.startsWith(words, "overall")
                || Words.startsWith(words, "sum of")
                || Words.startsWith(words, "gesamt")
                || Words.startsWith(words, "alle");
    }
}

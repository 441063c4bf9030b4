package dev.sdc.engine.table;

import java.util.Set;
import java.util.TreeSet;

/** The words before the number of a table or figure in its caption: {@code Table 1}, {@code Tableau 1}, {@code Abbildung 2}. */
public final class CaptionWords {
    private static final Set<String> WORDS = Set.of(
            "table",
            "figure",
            "tabelle",
            "abbildung",
            "tableau",
            "tabla",
            "cuadro",
            "tabella",
            "tabel",
            "tabell",
            "tabela",
            "figura",
            "figuur",
            "figur",
            "graphique");

    /** The words and their short forms, as alternatives of a regular expression. */
    public static final String ALTERNATIVES = String.join("|", new TreeSet<>(WORDS)) + "|tab|fig|abb";

    private CaptionWords() {}

    /** Whether a word in lower case is one of them, written out. */
    static boolean contain(String word) {
        return WORDS.contains(word);
    }
}

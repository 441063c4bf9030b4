package dev.sdc.engine.table;

import dev.sdc.engine.read.text.WordList;
import java.util.HashSet;
import java.util.Set;

/** Knows the words that name a total; they are in {@code totals.txt}. */
public final class TotalNames {
    private static final Set<String> NAMES = names("totals.txt");
    /** Countries and the like, which are the total of a table of their parts. */
    private static final Set<String> WHOLES = names("wholes.txt");
    /** What all who are counted are called beside their groups. */
    private static final Set<String> COHORTS =
            Set.of("cohort", "cohort size", "sample", "sample size", "study population", "denominator");
    /** What a person has one of, so that {@code Any stage} is the sum of the stages. */
    private static final Set<String> ONE_EACH = Set.of(
            "stage", "grade", "age", "sex", "gender", "ethnicity", "region", "area", "year", "status", "quintile");

    private TotalNames() {}

    private static Set<String> names(String list) {
        Set<String> names = new HashSet<>();
        for (String line : WordList.beside(TotalNames.class, list)) {
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
                || WHOLES.contains(words)
                || COHORTS.contains(words)
                || isAllInBrackets(label)
                || words.equals("persons")
                || words.equals("people")
                || Words.endsWith(words, "total")
                || Words.startsWith(words, "overall")
                || Words.startsWith(words, "sum of")
                || Words.startsWith(words, "gesamt")
                || Words.startsWith(words, "alle");
    }

    /** Whether a label is of all who have one kind or more: {@code Any complication}. */
    static boolean isAny(String label) {
        String words = Words.normal(Words.outsideBrackets(label));
        return Words.startsWith(words, "any")
                && !ONE_EACH.contains(words.substring(3).strip());
    }

    /** {@code Patients (all)}, {@code Lung [total]}. */
    private static boolean isAllInBrackets(String label) {
        int bracket = Math.max(label.indexOf('('), label.indexOf('['));
        return bracket > 0 && NAMES.contains(Words.normal(label.substring(bracket)));
    }
}

package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Terms;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term of a model: a row of its coefficients.
 *
 * @param estimate the coefficient
 * @param label the term as printed
 * @param parts the factors of an interaction, else the term itself
 */
record Term(Quantity estimate, String label, List<String> parts) {
    private static final Pattern TREATMENT = Pattern.compile("C?\\(?([^()\\[\\]]+)\\)?\\[(?:T\\.)?([^\\[\\]]+)\\]");
    /** {@code factor(site)Bowel}, {@code relevel(stage, ref = "I")II}. */
    private static final Pattern WRAPPED = Pattern.compile(
            "(?:[\\w.]+::)?(?:as[._])?(?:factor|ordered|relevel|cut|i|C|droplevels|interaction|fct_\\w+)\\(\\s*([^(),]+)[^()]*\\)(.+)");

    private static final Pattern NUMBERED = Pattern.compile("(\\d+)b?\\.(\\S+)");

    /** The terms of a table, constants left out. */
    static List<Term> in(Table table) {
        List<Term> terms = new ArrayList<>();
        BitSet known = new BitSet();
        table.forEachQuantity(Set.of(ColumnRole.ESTIMATE), figure -> {
            String label = table.rowLabel(figure.row());
            if (!Terms.isIntercept(label) && !known.get(figure.row())) {
                known.set(figure.row());
                terms.add(new Term(figure, label, List.of(label.split("\\s*(?:[:#]| × )\\s*", -1))));
            }
        });
        return terms;
    }

    /** The entry of a map by variable that has a term's own name. */
    static <T> Optional<Map.Entry<String, T>> entryNamed(Map<String, T> byVariable, String label) {
        return byVariable.entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(label)))
                .findFirst();
    }

    boolean isInteraction() {
        return parts.size() > 1;
    }

    /** Whether the notation says that a part is one level of a variable: {@code C(stage)[T.II]}, {@code 2.stage}. */
    static boolean isLevelByNotation(String part) {
        return TREATMENT.matcher(part).matches()
                || WRAPPED.matcher(part).matches()
                || NUMBERED.matcher(part).matches();
    }

    /** The variable that a part is a level of, by its notation; else the part itself. */
    static String variable(String part) {
        Matcher treatment = TREATMENT.matcher(part);
        if (treatment.matches()) {
            return treatment.group(1);
        }
        Matcher wrapped = WRAPPED.matcher(part);
        if (wrapped.matches()) {
            return wrapped.group(1).strip();
        }
        Matcher numbered = NUMBERED.matcher(part);
        return numbered.matches() ? numbered.group(2) : part;
    }

    /** The entry of a map by variable that a part belongs to: the variable itself, or one with a level behind its name. */
    static <T> Optional<Map.Entry<String, T>> entryOf(Map<String, T> byVariable, String part) {
        String plain = plain(part);
        String variable = plain(variable(part));
        for (Map.Entry<String, T> entry : byVariable.entrySet()) {
            String key = plain(entry.getKey());
            if (key.equals(plain) || key.equals(variable)) {
                return Optional.of(entry);
            }
        }
        for (Map.Entry<String, T> entry : byVariable.entrySet()) {
            String key = plain(entry.getKey());
            if (!key.isEmpty() && plain.startsWith(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The level that a part ends with; of several the longest, so that {@code sexfemale} is not taken for male. */
    static Optional<String> levelOf(String part, Collection<String> levels) {
        String plain = plain(part);
        return levels.stream()
                .filter(level -> !plain(level).isEmpty() && plain.endsWith(plain(level)))
                .max(Comparator.comparingInt(level -> plain(level).length()));
    }

    /** Whether every part names a level of the cell, which is written {@code level / level}. */
    boolean isOf(String cell, Collection<String> allLevels) {
        List<String> own = levels(cell);
        return parts.stream()
                .allMatch(part -> levelOf(part, allLevels).filter(own::contains).isPresent());
    }

    /** The levels of a cell. */
    static List<String> levels(String cell) {
        return List.of(cell.split(" / ", -1));
    }

    /** The levels of all cells. */
    static Set<String> allLevels(Collection<String> cells) {
        Set<String> all = new HashSet<>();
        cells.forEach(cell -> all.addAll(levels(cell)));
        return all;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\[\\]()]+", " ").strip();
    }
}

package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines that name the strata of a print by a variable and its code, {@code female=0} above one table and
 * {@code female=1} above another: the code is no count. Each stands alone right above what was read as a table or a model, no
 * two are the same, and the codes are numbered through from 0 or 1. A name in the plural, {@code women: 1}, counts all the
 * same.
 */
final class CodedStrata {
    private static final String PAIR = "[\\p{L}_.][\\p{L}\\p{N}_.$]{0,40}\\s{0,3}[=:]\\s{0,3}[^\\s,=:][^,=:]{0,30}";
    private static final Pattern LINE = Pattern.compile("\\s{0,80}(?:->\\s)?(" + PAIR + "(?:, " + PAIR + "){0,3})");
    private static final Pattern PARTS = Pattern.compile("\\s*[=:]\\s*");
    private static final Pattern CODE = Pattern.compile("\\d{1,2}");
    private static final Pattern PLURAL =
            Pattern.compile(".*(?:s|men|people|children|en|er)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OPEN = Pattern.compile("[^\\p{L}\\p{N}]*");

    private CodedStrata() {}

    /** The lines of a text that name strata, as they stand there. */
    static Set<String> in(Prose prose) {
        Map<List<String>, List<Stratum>> byNames = new LinkedHashMap<>();
        List<String> running = prose.running();
        for (int line = 0; line < running.size(); line++) {
            Matcher named = LINE.matcher(running.get(line).stripTrailing());
            if (named.matches()
                    && (line == 0 || OPEN.matcher(running.get(line - 1)).matches())
                    && isAboveATable(prose, line)) {
                Stratum stratum = Stratum.of(running.get(line), named.group(1));
                byNames.computeIfAbsent(stratum.names(), names -> new ArrayList<>())
                        .add(stratum);
            }
        }
        Set<String> found = new HashSet<>();
        byNames.values().stream()
                .filter(CodedStrata::areNumberedThrough)
                .forEach(strata -> strata.forEach(stratum -> found.add(stratum.line())));
        return found;
    }

    private static boolean isAboveATable(Prose prose, int line) {
        int below = line + 1;
        while (below < prose.lines().size() && prose.lines().get(below).isBlank() && below < line + 3) {
            below++;
        }
        return below < prose.lines().size()
                && !prose.lines().get(below).isBlank()
                && prose.running().get(below).isBlank();
    }

    private static boolean areNumberedThrough(List<Stratum> strata) {
        boolean coded = false;
        List<String> names = strata.get(0).names();
        for (int i = 0; i < names.size(); i++) {
            TreeSet<Integer> codes = new TreeSet<>();
            for (Stratum stratum : strata) {
                String value = stratum.values().get(i);
                if (CODE.matcher(value).matches()) {
                    codes.add(Integer.parseInt(value));
                }
            }
            if (!codes.isEmpty()) {
                boolean through = codes.first() <= 1 && codes.last() - codes.first() + 1 == codes.size();
                if (!through || PLURAL.matcher(names.get(i)).matches()) {
                    return false;
                }
                coded |= codes.size() > 1;
            }
        }
        return coded && strata.stream().map(Stratum::values).distinct().count() == strata.size();
    }

    private record Stratum(String line, List<String> names, List<String> values) {
        static Stratum of(String line, String pairs) {
            List<String> names = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (String pair : pairs.split(", ", -1)) {
                String[] parts = PARTS.split(pair, 2);
                names.add(parts[0].strip());
                values.add(parts[1].strip());
            }
            return new Stratum(line, names, values);
        }
    }
}

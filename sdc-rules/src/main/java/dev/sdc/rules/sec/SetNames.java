package dev.sdc.rules.sec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells by their names which of some numbers are of two sets, of both of them or of either: {@code Local recurrence}, {@code
 * Distant metastases}, {@code Both local and distant}.
 */
final class SetNames {
    private static final String IN_BOTH =
            "(?:(?:with|in|had|having|on|at|mit|in den) )?(?:the )?(?:both|beide[ns]?)(?: of (?:them|these))?";

    private static final Pattern IN_BOTH_OF = Pattern.compile(IN_BOTH + " .*");
    private static final Pattern AND = Pattern.compile("(?:" + IN_BOTH + " )?(.+?)\\s*"
            + "(?:\\band\\b|\\bund\\b|\\bwith\\b|\\bplus\\b|\\bas well as\\b|&|\\+|∩)\\s*(.+)");
    private static final Pattern OR =
            Pattern.compile("(?:either )?(.+?)\\s*(?:\\bor\\b|\\boder\\b|∪|\\band/or\\b)\\s*(.+)");
    private static final Pattern BARE_BOTH = Pattern.compile(IN_BOTH
            + "(?: (?:conditions|diseases|diagnoses|sites|events|drugs|treatments|tests|groups|sets|markers|mutations"
            + "|types|kinds|symptoms|outcomes|methods))?");
    private static final Pattern BARE_EITHER = Pattern.compile(
            "(?:with |in |had |having )?(?:either|any|at least one|one or (?:more|both)|mindestens eine[rs]?)(?: [^\\s]+){0,3}");
    /** Names of those who are in no set, or in one of them alone. */
    private static final Pattern NO_SET =
            Pattern.compile("(?:neither|none|no|not|without|keine[rs]?|weder|ohne|total|all|other|unknown|missing)\\b.*"
                    + "|.*\\b(?:only|alone|nur|allein|without|not|neither|no|ohne)\\b.*");

    /** A short name for a set before what it means: {@code A: chemotherapy}, {@code B (radiotherapy)}. */
    private static final Pattern SHORT = Pattern.compile("([^:(=–]{1,60}?)\\s*(?::|=|\\(|–| - ).*");

    /** Among more names than these no set is looked for by a part of its name. */
    private static final int MOST_SETS = 200;

    /**
     * Two sets, and those in both of them or in either.
     *
     * @param overlap whether both are meant, not either
     * @param together which of the names is that of both or either
     * @param sure whether it names the two, not only a word that their names begin with
     */
    record Pair(boolean overlap, int together, int a, int b, boolean sure) {}

    /** Where a set stands, and whether its name says that it is the one that was meant. */
    private record Place(int at, boolean sure) {}

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Pair> found = new ArrayList<>();
    private int @Nullable [] sets;

    private SetNames(List<String> names) {
        this.names = names.stream().map(SetNames::simple).toList();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(this.names.get(i), i);
        }
    }

    /** The pairs of sets among some names, of which each counts where it stands first. */
    static List<Pair> pairs(List<String> names) {
        SetNames sets = new SetNames(names);
        sets.places.keySet().stream().sorted().forEach(sets::read);
        return sets.found;
    }

    private static String simple(String label) {
        return label.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    private static String brief(String name) {
        Matcher first = SHORT.matcher(name);
        return first.matches() ? first.group(1).strip() : name;
    }

    private void read(String name) {
        String brief = brief(name);
        Matcher and = AND.matcher(AND.matcher(brief).matches() ? brief : name);
        Matcher or = OR.matcher(name);
        if (BARE_BOTH.matcher(brief).matches()) {
            ofOthers(true, name);
        } else if (or.matches()) {
            add(false, name, placeOf(simple(or.group(1)), name), placeOf(simple(or.group(2)), name));
        } else if (and.matches()) {
            add(true, name, placeOf(simple(and.group(1)), name), placeOf(simple(and.group(2)), name));
        } else if (BARE_EITHER.matcher(brief).matches()) {
            ofOthers(false, name);
        }
    }

    /** {@code Both} or {@code Either} beside two sets and no third. */
    private void ofOthers(boolean overlap, String name) {
        int[] known = sets();
        if (known.length == 2) {
            add(overlap, name, new Place(known[0], true), new Place(known[1], true));
        }
    }

    /** The places of the sets, up to the third. */
    private int[] sets() {
        int[] known = sets;
        if (known == null) {
            known = IntStream.range(0, names.size())
                    .filter(i -> isSet(names.get(i)) && places.getOrDefault(names.get(i), -1) == i)
                    .limit(3)
                    .toArray();
            sets = known;
        }
        return known;
    }

    /** Whether a name may be that of two sets together; most tables have none. */
    static boolean mayBeOfTwo(String label) {
        String name = simple(label);
        String brief = brief(name);
        return AND.matcher(name).matches()
                || OR.matcher(name).matches()
                || BARE_BOTH.matcher(brief).matches()
                || BARE_EITHER.matcher(brief).matches();
    }

    private static boolean isSet(String name) {
        return !name.isEmpty()
                && !BARE_BOTH.matcher(brief(name)).matches()
                && !BARE_EITHER.matcher(brief(name)).matches()
                && !NO_SET.matcher(name).matches();
    }

    private void add(boolean overlap, String name, @Nullable Place a, @Nullable Place b) {
        Integer together = places.get(name);
        if (together != null && a != null && b != null && a.at() != b.at()) {
            found.add(new Pair(overlap, together, a.at(), b.at(), a.sure() && b.sure()));
        }
    }

    /**
     * The place of a set by its name, or by the one longer name that begins or ends with it or gives it in short: {@code A}
     * for {@code Mutation A} and {@code A: chemotherapy}.
     */
    private @Nullable Place placeOf(String name, String together) {
        Integer exact = places.get(name);
        if (exact != null || names.size() > MOST_SETS) {
            return exact == null ? null : new Place(exact, true);
        }
        Place place = null;
        for (Map.Entry<String, Integer> other : places.entrySet()) {
            String own = brief(other.getKey());
            boolean one = !AND.matcher(own).matches() && !OR.matcher(own).matches() && isSet(other.getKey());
            boolean longer = other.getKey().endsWith(' ' + name) || own.equals(name) || own.endsWith(' ' + name);
            boolean begins = own.startsWith(name + ' ');
            if (one && (longer || begins)) {
                if (place != null) {
                    return null;
                }
                // the end of "A positive" may stand once for both: "A and B positive"
                boolean shared = begins && together.endsWith(own.substring(name.length()));
                place = new Place(
                        other.getValue(),
                        longer || shared || IN_BOTH_OF.matcher(together).matches());
            }
        }
        return place;
    }
}

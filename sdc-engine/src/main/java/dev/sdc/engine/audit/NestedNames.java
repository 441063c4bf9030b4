package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.table.SexNames;
import dev.sdc.engine.table.TotalNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names which tell that one group is part of another: {@code Patients} and {@code Consented patients}. */
public final class NestedNames {
    /** What people pass through, from the first to the last; each counts some of those of any before. */
    private static final List<Set<String>> STAGES = List.of(
            Set.of(
                    "registered",
                    "referred",
                    "identified",
                    "approached",
                    "invited",
                    "screened",
                    "assessed",
                    "contacted"),
            Set.of("eligible"),
            Set.of(
                    "consented",
                    "attended",
                    "responded",
                    "responders",
                    "participated",
                    "recruited",
                    "enrolled",
                    "randomised",
                    "randomized",
                    "included"),
            Set.of("analysed", "analyzed", "completed", "evaluable", "followed up", "complete cases"));

    private static final Set<String> UNITS = Set.of(
            "patients",
            "people",
            "persons",
            "participants",
            "individuals",
            "women",
            "men",
            "children",
            "cases",
            "tumours",
            "tumors",
            "deaths",
            "admissions",
            "episodes");

    /** Units that are one person each, so that women are some of them. */
    private static final Set<String> PERSONS =
            Set.of("patients", "people", "persons", "participants", "individuals", "children", "adults", "cases");

    /** Words before a unit that make it another group and no part of all. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:other|another|all|total|previous|prior|former|expected|predicted|projected|control|mean|median|average|weighted"
                    + "|non|not|of|per|in|cumulative|prevalent|estimated|n|no|number|\\w*\\d\\w*)\\b");

    private static final Pattern COMPLETE =
            Pattern.compile("^[a-z ]+ (?:known|recorded|available|complete|not missing|linked)$");

    private static final Pattern LEFT_OUT = Pattern.compile("\\b(?:excl|excluding|except|without|less)\\b");

    private static final Pattern EXCLUSIONS =
            Pattern.compile("\\b(?:exclu\\w*|cleaning|de ?duplication|matching|linkage|filter\\w*|restriction\\w*)\\b");

    private static final Pattern TREATED_AS = Pattern.compile(
            "^(?:intention to treat|intent to treat|itt|full analysis set|safety set|safety population)(?: population| set)?$");

    private static final Pattern AS_PLANNED = Pattern.compile("^(?:per protocol|pp)(?: population| set)?$");

    /** {@code Evaluable for response}. */
    private static final Pattern PURPOSE = Pattern.compile("(\\w+(?: up)?) for \\w+(?: \\w+)?");

    private static final Pattern ABOVE = Pattern.compile(
            "(?:^| )(?:at least|more than|longer than|over|or more|or longer|mehr als|mindestens)(?: \\w+)?$");

    private static final Pattern WITHIN =
            Pattern.compile("(?:^| )(?:within|no more than|at most|up to|innerhalb)(?: \\w+)?$");

    private NestedNames() {}

    /**
     * The header of a column taken apart once, so that it can be compared with many others.
     *
     * @param plain its words
     * @param unit its words without {@code all}
     * @param stage how far people have come whom it counts; negative where it does not say
     * @param complete whether it counts those of whom something is known
     * @param period whether it begins with a digit, as periods do
     * @param people whether it is a name of people
     * @param affected whether it tells what became of some
     * @param all whether it may be the name of all who are counted
     * @param sex whether it counts people of one sex
     * @param population what it tells of its people
     */
    record Heading(
            String plain,
            String unit,
            int stage,
            boolean complete,
            boolean period,
            boolean people,
            boolean affected,
            boolean all,
            boolean sex,
            PopulationNames.Name population) {
        static Heading of(String header) {
            String plain = Wording.plain(header);
            return new Heading(
                    plain,
                    plain.startsWith("all ") ? plain.substring(4) : plain,
                    NestedNames.stage(plain),
                    COMPLETE.matcher(plain).matches(),
                    beginsWithDigit(header),
                    AffectedNames.isOfAll(plain),
                    AffectedNames.isOfSome(plain),
                    PresumedNames.nameAll(header),
                    isOfOneSex(plain),
                    PopulationNames.Name.of(header));
        }
    }

    /** Whether the header of a column tells that it counts some of those of another. */
    public static boolean areColumns(String whole, String part) {
        return areColumns(Heading.of(whole), Heading.of(part));
    }

    /** The same for headers that were taken apart before. */
    static boolean areColumns(Heading whole, Heading part) {
        if (whole.people() && part.affected()) {
            return true;
        }
        if (UNITS.contains(whole.unit())) {
            return part.complete()
                    || part.stage() > 0
                    || isQualified(whole.unit(), part.plain())
                    || PopulationNames.tellNested(whole.population(), part.population());
        }
        return (whole.stage() >= 0 && part.stage() > whole.stage())
                || (!whole.period() && PopulationNames.tellNested(whole.population(), part.population()));
    }

    /**
     * The same for the only counts of two tables, of which none but these names tells whom they count: beside {@code
     * Patients} a table of {@code Women} is one of some of them, too.
     */
    static boolean areTables(Heading whole, Heading part) {
        return areColumns(whole, part) || (PERSONS.contains(whole.unit()) && part.sex());
    }

    /** Whether nothing in the header of the one says that it counts others than some of those whom the other counts. */
    static boolean mayBeTables(Heading whole, Heading part) {
        return whole.all()
                && !part.all()
                && !part.people()
                && !part.plain().equals(whole.plain())
                && !TotalNames.mayBeName(part.plain())
                && PresumedNames.mayNameSome(part.plain());
    }

    private static boolean isQualified(String unit, String part) {
        return part.endsWith(" " + unit)
                && !OTHERS.matcher(part.substring(0, part.length() - unit.length()))
                        .find();
    }

    /** Names that are periods and nothing else are compared as such. */
    private static boolean beginsWithDigit(String name) {
        return !name.isBlank() && Character.isDigit(name.strip().charAt(0));
    }

    /** Whether a name tells of a unit and of nothing else: {@code Patients} beside {@code Total admissions} are no part of them. */
    public static boolean isUnit(String name) {
        return UNITS.contains(Wording.plain(name));
    }

    private static boolean isOfOneSex(String plain) {
        int end = plain.indexOf(' ');
        return SexNames.isOne(end < 0 ? plain : plain.substring(0, end))
                && !OTHERS.matcher(plain).find();
    }

    private static int stage(String text) {
        String words = text.startsWith("patients ") || text.startsWith("participants ")
                ? text.substring(text.indexOf(' ') + 1)
                : text;
        Matcher purpose = PURPOSE.matcher(words);
        words = purpose.matches() ? purpose.group(1) : words;
        for (int i = 0; i < STAGES.size(); i++) {
            if (STAGES.get(i).contains(words)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the label of a row tells that it counts some of those of another. */
    public static boolean areRows(String whole, String part) {
        String all = Wording.plain(whole);
        String some = Wording.plain(part);
        if (all.isEmpty() || some.isEmpty()) {
            return false;
        }
        Matcher except = LEFT_OUT.matcher(some);
        boolean lessSome = except.find()
                && except.start() > 0
                && some.substring(0, except.start()).strip().equals(all);
        boolean after = all.startsWith("before ")
                && some.startsWith("after ")
                && all.substring(7).equals(some.substring(6))
                && EXCLUSIONS.matcher(all).find();
        boolean asPlanned =
                TREATED_AS.matcher(all).matches() && AS_PLANNED.matcher(some).matches();
        return AffectedNames.tellNested(whole, part)
                || lessSome
                || after
                || asPlanned
                || (!beginsWithDigit(whole) && PopulationNames.tellNested(whole, part));
    }

    /** Whether a header says that its labels are limits of a time or an amount: {@code Waited more than}. */
    public static boolean isLimit(String header) {
        return ABOVE.matcher(Wording.plain(header)).find() || isUpperLimit(header);
    }

    /** Whether the limits are upper ones, so that each takes in those of the one before: {@code Died within}. */
    public static boolean isUpperLimit(String header) {
        return WITHIN.matcher(Wording.plain(header)).find();
    }
}

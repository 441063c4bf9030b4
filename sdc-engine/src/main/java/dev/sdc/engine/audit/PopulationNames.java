package dev.sdc.engine.audit;

import dev.sdc.engine.table.CaptionWords;
import dev.sdc.engine.table.SexNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of tables, columns and rows tell of the people in them: {@code Excl. DCO} are some of {@code All
 * registrations}, {@code Diagnosed 2013-2017} some of {@code Diagnosed 2013-2018}, {@code C50} some of {@code C50 or D05}.
 */
public final class PopulationNames {
    private static final int LONGEST = 300;

    private static final String CODE = "[A-Z]\\d\\d(?:\\.\\d+)?";
    private static final String CODES = CODE + "(?:\\s*[-–]\\s*" + CODE + ")?";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<years>\\b((?:19|20)\\d\\d)(?:\\s*(?:-|–|—|to|until|bis)\\s*((?:19|20)\\d\\d))?\\b(?![/\\d]))"
                    + "|(?<codes>\\b" + CODES + "(?:\\s*(?:,|;|/|&|\\+|and|or|und|oder)\\s*(?:and|or)?\\s*" + CODES
                    + ")*\\b)"
                    + "|(?<word>[\\p{L}\\p{N}%]+)");
    private static final Pattern ONE_CODE = Pattern.compile("(" + CODE + ")(?:\\s*[-–]\\s*(" + CODE + "))?");

    /** What counts a table and says nothing of whom: {@code Table 2:}. */
    private static final Pattern NUMBERING = Pattern.compile(
            "^\\s*(?:" + CaptionWords.ALTERNATIVES + ")\\.?\\s*\\w{1,4}\\s*[.:–-]\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIZE =
            Pattern.compile("[(\\[]\\s*n\\s*=?\\s*[\\d,. ]+[)\\]]|\\bn\\s*=\\s*\\d[\\d,]*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> ALL = Set.of(
            "all", "full", "whole", "entire", "total", "overall", "everyone", "everybody", "any", "alle", "gesamt");

    private static final Set<String> UNITS = Set.of(
            "patients",
            "people",
            "persons",
            "participants",
            "individuals",
            "cases",
            "records",
            "registrations",
            "cohort",
            "population",
            "sample",
            "data",
            "ages",
            "adults",
            "study",
            "of",
            "the",
            "patienten",
            "fälle");

    private static final Set<String> LEFT_OUT =
            Set.of("excl", "excluding", "excludes", "except", "without", "exkl", "ohne");
    private static final Set<String> TAKEN_IN = Set.of("incl", "including", "includes", "inkl");

    /** Words without which no name tells that its people are some of others. */
    private static final Set<String> PARTS =
            Set.of("only", "alone", "excluded", "complete", "with", "known", "recorded", "missing", "linked");

    private static final Pattern COMPLETE = Pattern.compile("complete (?:cases?|case analysis|records|data)"
            + "|with (?:a )?(?:known|complete|recorded) \\S+(?: \\S+)?"
            + "|(?:with )?(?:\\S+ ){1,3}(?:known|recorded|not missing)|known \\S+(?: \\S+)?|linked(?: to \\S+)?");

    /** What stands beside a word for both sexes and adds nothing to it. */
    private static final Set<String> SEXES = Set.of("sexes", "genders", "sex", "gender", "persons", "people");

    /** Words in the names of tables that say nothing of whom they count. */
    private static final Set<String> FILLING = Set.of(
            "by", "and", "or", "in", "for", "per", "to", "from", "at", "on", "a", "an", "who", "whom", "which", "were",
            "was", "are", "number", "numbers", "count", "counts", "table", "figure", "fig", "tab", "tables", "sheet",
            "output", "outputs", "results", "final", "version", "new", "old", "nach", "und", "der", "die", "von", "im",
            "tabelle");

    private static final Set<Set<String>> OPPOSITES = Set.of(
            Set.of("with", "without"),
            Set.of("alive", "dead"),
            Set.of("left", "right"),
            Set.of("before", "after"),
            Set.of("exposed", "unexposed"),
            Set.of("treated", "untreated"),
            Set.of("cases", "controls"));

    private PopulationNames() {}

    /** A word, a period, or a list of codes. */
    record Token(String text, int from, int to, Set<String> codes) {
        boolean within(Token whole) {
            boolean years = from > 0 && whole.from > 0;
            return years
                    ? whole.from <= from && to <= whole.to && !equals(whole)
                    : !codes.isEmpty() && whole.codes.size() > codes.size() && whole.codes.containsAll(codes);
        }

        /** Whether nobody is both: periods that do not meet, two sexes, with something and without it. */
        boolean apartFrom(Token other) {
            boolean years = from > 0 && other.from > 0 && (to < other.from || other.to < from);
            boolean sexes = SexNames.isOne(text) && SexNames.isOne(other.text);
            return years || sexes || (!text.equals(other.text) && OPPOSITES.contains(Set.of(text, other.text)));
        }
    }

    /**
     * A name taken apart once, so that it can be compared with many others.
     *
     * @param everybody whether it is a name for everybody: {@code All patients}, {@code Whole cohort}
     * @param mayBePart whether anything in it may tell that it names some of other people
     */
    record Name(String text, List<Token> tokens, boolean everybody, boolean mayBePart) {
        /** The words that tell this name from others: no numbers, and none that say that people are counted. */
        Set<String> words() {
            Set<String> words = new HashSet<>();
            for (Token token : tokens) {
                if (token.from() == 0 && (!token.codes().isEmpty() || tellsSomething(token.text()))) {
                    words.add(token.text());
                }
            }
            return words;
        }

        /** The periods in it. */
        List<Token> periods() {
            return tokens.stream().filter(token -> token.from() > 0).toList();
        }

        static Name of(String text) {
            List<Token> tokens = PopulationNames.tokens(text);
            boolean everybody = !tokens.isEmpty()
                    && ALL.contains(tokens.get(0).text())
                    && tokens.stream().skip(1).allMatch(token -> UNITS.contains(token.text()));
            boolean mayBePart = tokens.stream()
                    .anyMatch(token -> token.from() > 0
                            || !token.codes().isEmpty()
                            || LEFT_OUT.contains(token.text())
                            || PARTS.contains(token.text())
                            || SexNames.isOne(token.text()));
            return new Name(text, tokens, everybody, mayBePart);
        }
    }

    /** Whether the names tell that the people of the one are some of those of the other. */
    public static boolean tellNested(String whole, String part) {
        return !whole.equals(part) && tellNested(Name.of(whole), Name.of(part));
    }

    /** The same for names that were taken apart before. */
    static boolean tellNested(Name whole, Name part) {
        List<Token> all = whole.tokens();
        List<Token> some = part.tokens();
        if (!part.mayBePart() || all.isEmpty() || some.isEmpty() || all.equals(some)) {
            return false;
        }
        boolean qualified = ALL.contains(all.get(0).text()) || all.get(0).text().equals("either");
        String last = some.get(some.size() - 1).text();
        if (last.equals("only") || last.equals("alone")) {
            List<Token> but = some.subList(0, some.size() - 1);
            if (all.get(0).text().equals("either")
                    || (all.get(0).text().equals("any")
                            && all.subList(1, all.size()).equals(but))) {
                return true;
            }
        }
        return apart(all, some) || (qualified && apart(all.subList(1, all.size()), some));
    }

    /** Whether two names differ only in that the one is of both sexes and the other of one: {@code Persons}, {@code Men}. */
    static boolean tellOneSex(Name whole, Name part) {
        List<String> all = new ArrayList<>();
        List<String> some = new ArrayList<>();
        whole.tokens().forEach(token -> all.add(token.text()));
        part.tokens().forEach(token -> some.add(token.text()));
        boolean both = all.removeIf(SexNames::isBoth);
        all.removeAll(SEXES);
        int words = some.size();
        some.removeIf(SexNames::isOne);
        return both && some.size() == words - 1 && all.equals(some);
    }

    /**
     * Whether two names differ only in a word or a period that nobody can be of twice: {@code Men} and {@code Women},
     * {@code Diagnosed in 2018} and {@code Diagnosed in 2019}, {@code with} and {@code without surgery}.
     */
    public static boolean tellApart(String one, String other) {
        return tellApart(tokens(one), tokens(other));
    }

    /** The same for names that were taken apart before. */
    static boolean tellApart(List<Token> mine, List<Token> theirs) {
        boolean apart = false;
        for (int i = 0; mine.size() == theirs.size() && i < mine.size(); i++) {
            Token a = mine.get(i);
            Token b = theirs.get(i);
            if (!a.equals(b) && !a.apartFrom(b)) {
                return false;
            }
            apart |= !a.equals(b);
        }
        return apart;
    }

    private static boolean tellsSomething(String word) {
        return word.length() > 1
                && word.chars().noneMatch(Character::isDigit)
                && !ALL.contains(word)
                && !UNITS.contains(word)
                && !LEFT_OUT.contains(word)
                && !TAKEN_IN.contains(word)
                && !PARTS.contains(word)
                && !SEXES.contains(word)
                && !FILLING.contains(word)
                && !SexNames.isOne(word)
                && !SexNames.isBoth(word)
                && !AffectedNames.nameSome(word);
    }

    /** Whether what two names do not share tells that one is part of the other. */
    private static boolean apart(List<Token> all, List<Token> some) {
        int shorter = Math.min(all.size(), some.size());
        int ahead = 0;
        while (ahead < shorter && all.get(ahead).equals(some.get(ahead))) {
            ahead++;
        }
        int behind = 0;
        while (behind < shorter - ahead
                && all.get(all.size() - 1 - behind).equals(some.get(some.size() - 1 - behind))) {
            behind++;
        }
        List<Token> of = all.subList(ahead, all.size() - behind);
        List<Token> in = some.subList(ahead, some.size() - behind);
        if (of.size() == 1 && in.size() == 1 && in.get(0).within(of.get(0))) {
            return true;
        }
        if (in.isEmpty()) {
            return false;
        }
        boolean everybody = of.isEmpty() || ALL.contains(of.get(0).text());
        boolean leavesOut = LEFT_OUT.contains(in.get(0).text());
        if (leavesOut && of.size() == 1 && in.size() == 1 && behind > 0) {
            return TAKEN_IN.contains(of.get(0).text());
        }
        if (!everybody || (leavesOut && in.size() > 1)) {
            return everybody;
        }
        String words = words(in);
        return words.endsWith(" excluded") || COMPLETE.matcher(words).matches();
    }

    private static String words(List<Token> tokens) {
        StringBuilder words = new StringBuilder();
        tokens.forEach(token -> words.append(words.isEmpty() ? "" : " ").append(token.text()));
        return words.toString();
    }

    /** A name without the number of people that stands in it. */
    static String withoutSize(String name) {
        return name.length() > LONGEST ? name : SIZE.matcher(name).replaceAll(" ");
    }

    private static List<Token> tokens(String name) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String plain = SIZE.matcher(NUMBERING.matcher(name.replace('_', ' ')).replaceFirst(""))
                .replaceAll(" ");
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            String text = matcher.group().toLowerCase(Locale.ROOT);
            if (matcher.group("years") != null) {
                int from = Integer.parseInt(matcher.group(2));
                int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
                tokens.add(new Token(from + "-" + to, from, to, Set.of()));
            } else if (matcher.group("codes") != null) {
                tokens.add(new Token(text, 0, 0, codes(matcher.group())));
            } else {
                tokens.add(new Token(text, 0, 0, Set.of()));
            }
        }
        return tokens;
    }

    /** The codes of a list, each range of them written out. */
    private static Set<String> codes(String list) {
        Set<String> codes = new HashSet<>();
        Matcher code = ONE_CODE.matcher(list);
        while (code.find()) {
            String first = code.group(1);
            String last = code.group(2);
            boolean range =
                    last != null && last.length() == 3 && first.length() == 3 && last.charAt(0) == first.charAt(0);
            if (range) {
                for (int n = Integer.parseInt(first.substring(1)); n <= Integer.parseInt(last.substring(1)); n++) {
                    codes.add(first.charAt(0) + (n < 10 ? "0" : "") + n);
                }
            } else {
                codes.add(code.group());
            }
        }
        return codes;
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads counts of people, and of events of people, in running text, most of them in English and German: {@code n = 12},
 * {@code three patients}, {@code 2 of the 14 women}, {@code of whom 3 died}, {@code stage unknown: 4}.
 *
 * <p>A number that names something ({@code stage 3}), limits something ({@code fewer than 5}), or is a part of a rate, a
 * range, a percentage or a decimal is no count.
 */
public final class CountPhrases {
    /**
     * A count in a text.
     *
     * @param n the number
     * @param from where it begins in the text
     * @param words the number and the words that make it a count
     * @param kind whether it is the size of a group or a phrase
     * @param whole the number that it is told to be a part of, as in {@code 409 of 412 patients}; 0 where none is
     */
    public record CountPhrase(long n, int from, String words, Mention.Kind kind, long whole) {}

    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,3})?");

    private static final Pattern BASE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])[nN]\\s{0,3}=\\s{0,3}(\\d{1,3}(?:(?:[,\\u00a0]|\\u202f{1,3})\\d{3})+|\\d{1,12})(?![\\d]|[.,]\\d)");

    /** Words parted by lines below that begin with a number, or three words and more parted by hyphens; no names of files. */
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}_.-])(?:"
            + "(?=[1-9\\p{L}])[\\p{L}\\p{N}]{1,30}+(?:_[\\p{L}\\p{N}]{1,30}+){1,12}+"
            + "|[\\p{L}\\p{N}]{1,30}+(?:-[\\p{L}\\p{N}]{1,30}+){2,12}+)(?![\\p{L}\\p{N}_-]|\\.\\p{L})");

    /** What parts the words of names of files. */
    private static final Pattern PARTED = Pattern.compile("(?<=\\p{L})[-_.]|[-_.](?=\\p{L})");

    /**
     * A name of several words and its value, as programs, queries and attributes write them: {@code women_died = 3}, or the
     * value at its end: {@code women-died-3}.
     */
    private static final Pattern VALUE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<name>\\p{L}{1,30}+(?:[-_.](?:\\p{L}{1,30}+|\\d{1,4}\\p{L}{1,30}+)){1,6}+)"
                    + "(?:[\"']?\\s{0,2}(?:=|:|<-)\\s{0,2}[\"']?|(?<end>-))"
                    + "(?<n>\\d{1,9}+)(?![\\p{L}\\p{N}_%]|[.,:/-]\\d|-\\p{L})");

    /** A call that R repeats in its print, up to a right side that has no variable. */
    private static final Pattern INTERCEPT =
            Pattern.compile("\\b[a-zA-Z][\\w.:]{0,30}\\(formula = [^~]{1,150}[\\w.)] ~ 1$");

    private static final int LONGEST_CALL = 200;

    /**
     * What a text tells.
     *
     * @param counts its counts, in its order
     * @param others the whole numbers above one that are no counts and that no word beside them explains: neither as names,
     *     limits or measures nor as counts of things
     */
    public record Told(List<CountPhrase> counts, List<Other> others) {
        private static final Told NOTHING = new Told(List.of(), List.of());
    }

    /**
     * A number that no word explains.
     *
     * @param n the number
     * @param from where it begins in the text
     */
    public record Other(long n, int from) {}

    private CountPhrases() {}

    /** The counts in a text, in its order; empty where there are none. */
    public static List<CountPhrase> in(String text) {
        return told(text).counts();
    }

    /**
     * The counts in the name of a file or sheet that says of whom and what befell them: {@code 3 women died}, but not {@code 3
     * patients}, which may be the third table.
     */
    public static List<CountPhrase> inName(String name) {
        String plain = PARTED.matcher(name).replaceAll(" ");
        long people = TextToken.of(plain).stream()
                .filter(word -> word.isIn("unit") || word.isIn("event") || word.isIn("state"))
                .count();
        return people < 2
                ? List.of()
                : Stream.of(plain, name)
                        .flatMap(text -> told(text).counts().stream())
                        .filter(count -> count.kind() == Mention.Kind.PHRASE)
                        .toList();
    }

    /** The counts in a text, and the numbers in it that may be counts. */
    public static Told told(String marked) {
        if (!mayHoldACount(marked)) {
            return Told.NOTHING;
        }
        String text = TextToken.withoutMarks(marked);
        List<CountPhrase> counts = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        Matcher base = BASE.matcher(text);
        while (base.find()) {
            counts.add(
                    new CountPhrase(TextToken.digits(base.group(1)), base.start(), base.group(), Mention.Kind.BASE, 0));
        }
        List<TextToken> tokens = TextToken.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            TextToken number = tokens.get(i);
            if (number.n() > 0) {
                int last = last(tokens, i);
                if (last >= 0) {
                    String words =
                            marked.substring(number.from(), tokens.get(last).to());
                    counts.add(
                            new CountPhrase(number.n(), number.from(), words, Mention.Kind.PHRASE, whole(tokens, i)));
                } else if (isBase(tokens, i)) {
                    String words = marked.substring(tokens.get(i - 2).from(), number.to());
                    counts.add(new CountPhrase(number.n(), tokens.get(i - 2).from(), words, Mention.Kind.BASE, 0));
                } else if (!number.is("one")
                        && !number.is("both")
                        && !NumberWords.isExplained(tokens, i)
                        && !isIntercept(marked, number)) {
                    others.add(new Other(number.n(), number.from()));
                }
            }
        }
        inNames(text, counts);
        inValues(text, counts);
        return new Told(List.copyOf(counts), List.copyOf(others));
    }

    /** Whether a number is the {@code 1} of a model formula that R prints: {@code survfit(formula = Surv(t, e) ~ 1, data = d)}. */
    private static boolean isIntercept(String text, TextToken number) {
        if (!number.text().equals("1")) {
            return false;
        }
        String call = text.substring(Math.max(0, number.from() - LONGEST_CALL), number.to());
        return INTERCEPT.matcher(call).find()
                && (number.to() == text.length() || ",)+| ".indexOf(text.charAt(number.to())) >= 0);
    }

    /** Adds the counts in names such as {@code three-women-died} and {@code 3_women}, which attributes and keys may have. */
    private static void inNames(String text, List<CountPhrase> counts) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            List<TextToken> tokens =
                    TextToken.of(names.group().replace('-', ' ').replace('_', ' '));
            for (int i = 0; i < tokens.size(); i++) {
                TextToken number = tokens.get(i);
                boolean mayCount = number.n() > 0 && (i == 0 || names.group().indexOf('-') > 0);
                int last = mayCount ? last(tokens, i) : -1;
                if (last > i) {
                    String words = names.group()
                            .substring(number.from(), tokens.get(last).to());
                    counts.add(
                            new CountPhrase(number.n(), names.start() + number.from(), words, Mention.Kind.PHRASE, 0));
                }
            }
        }
    }

    /** Adds the values of names that say who did what: {@code women_died = 3}, but not {@code min_patients = 5}. */
    private static void inValues(String text, List<CountPhrase> counts) {
        Matcher values = VALUE.matcher(text);
        Set<Integer> told = new HashSet<>();
        counts.forEach(count -> told.add(count.from()));
        while (values.find()) {
            List<TextToken> name = TextToken.of(values.group("name").replaceAll("[-_.]", " "));
            boolean who = name.stream().anyMatch(word -> word.isIn("unit"));
            boolean did = name.stream()
                    .anyMatch(word ->
                            !word.isIn("unit") && (word.isIn("event") || word.isIn("state") || word.isIn("does")));
            boolean limit = name.stream().anyMatch(word -> word.isIn("limit") || word.isIn("setting"));
            boolean number =
                    name.get(0).is("n") || name.get(0).is("num") || name.get(0).is("count"); // n_deaths = 6
            boolean numbered = values.group("end") != null && !name.stream().allMatch(CountPhrases::saysWhoDidWhat);
            if (who && (did || number) && !limit && !numbered && told.add(values.start("n"))) {
                counts.add(new CountPhrase(
                        TextToken.digits(values.group("n")),
                        values.start("n"),
                        values.group(),
                        Mention.Kind.PHRASE,
                        0));
            }
        }
    }

    /** A name that ends with a number may count tables or models: {@code patients-died-model-2}. */
    private static boolean saysWhoDidWhat(TextToken word) {
        return word.isIn("unit") || word.isIn("event") || word.isIn("state") || word.isIn("does");
    }

    /** {@code n = three}. */
    private static boolean isBase(List<TextToken> tokens, int at) {
        return at > 1
                && tokens.get(at).kind() == Kind.WORD
                && tokens.get(at - 1).is("=")
                && tokens.get(at - 2).is("n");
    }

    /** The place of the last word of the phrase that makes a number a count, or -1. */
    private static int last(List<TextToken> tokens, int at) {
        boolean equals = at > 0 && tokens.get(at - 1).is("=") && tokens.get(at).kind() != Kind.PART;
        if (equals && labelled(tokens, at)) {
            return at; // women = 3
        }
        if (behindTime(tokens, at) && labelled(tokens, at)) {
            return at; // deaths within 30 days: 6
        }
        if (ChangedCounts.isEnd(tokens, at)) {
            return at; // deaths fell from 14 to 9
        }
        if (CountsOverPlaces.isFewest(tokens, at)) {
            return at; // trusts treated between 3 and 212 patients
        }
        return NumberWords.namesOrLimits(tokens, at) ? -1 : counted(tokens, at);
    }

    private static boolean mayHoldACount(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** What a number is a part of: {@code 409 of the 412}, {@code 409 (99%) of 412}, {@code 409/412}. */
    private static long whole(List<TextToken> tokens, int at) {
        if (tokens.get(at).kind() == Kind.PART) {
            return tokens.get(at).whole();
        }
        int share = share(tokens, at + 1);
        int of = share > 0 ? share + 1 : at + 1;
        of = word(tokens, of, "out") ? of + 1 : of;
        if (!word(tokens, of, "of") && !word(tokens, of, "von")) {
            return 0;
        }
        int from = of + 1;
        while (from < tokens.size() && tokens.get(from).isIn("article")) {
            from++;
        }
        return isNumber(tokens, from) ? tokens.get(from).n() : 0;
    }

    /**
     * Whether words before a number make it a count of people who are left out: {@code Unknown: 4},
     * {@code patients with missing stage (4)}.
     */
    private static boolean leftOut(List<TextToken> tokens, int at) {
        TextToken before = at > 0 ? tokens.get(at - 1) : null;
        boolean bracket = before != null
                && before.is("(")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(")");
        boolean alone = at + 1 == tokens.size() || tokens.get(at + 1).kind() == Kind.MARK;
        if (before == null || !(bracket || (before.is(":") && alone))) {
            return false;
        }
        boolean unit = false;
        boolean out = false;
        for (int i = at - 2; i >= Math.max(0, at - 8) && tokens.get(i).kind() == Kind.WORD; i--) {
            unit |= tokens.get(i).isIn("unit");
            out |= tokens.get(i).isIn("left-out");
        }
        return out && (unit || !bracket);
    }

    /** Whether a number stands alone behind what it counts: {@code Deaths: 4}, {@code (women 1,200, men 4)}. */
    private static boolean labelled(List<TextToken> tokens, int at) {
        boolean end = at + 1 == tokens.size();
        boolean listed = at + 2 < tokens.size()
                && tokens.get(at + 1).is(",")
                && tokens.get(at + 2).kind() == Kind.NUMBER;
        boolean alone = (end || ".;,)(]".contains(tokens.get(at + 1).text())) && !listed;
        if (!alone || at == 0) {
            return false;
        }
        TextToken before = tokens.get(at - 1);
        boolean mark = ":=(".contains(before.text()) && before.kind() == Kind.MARK;
        if (before.is("(") && !isBracketed(tokens, at - 1)) {
            return false; // may be a footnote
        }
        int told = mark ? at - 2 : at - 1;
        int name = beforeTime(tokens, told);
        if (name >= 0 && name != told && tokens.get(name).isIn("event")) {
            return name == 0 || tokens.get(name - 1).n() <= 0; // died within 30 days: 6
        }
        return name >= 0 && (tokens.get(name).isIn("unit") || (before.is(":") && namesPeople(tokens, at - 2)));
    }

    private static boolean behindTime(List<TextToken> tokens, int at) {
        int end = at > 0 && ":=".contains(tokens.get(at - 1).text()) ? at - 2 : at - 1;
        return beforeTime(tokens, end) != end;
    }

    /** The place before a time such as {@code within 30 days}; the same place where none ends there. */
    private static int beforeTime(List<TextToken> tokens, int end) {
        boolean time = end > 2
                && tokens.get(end).isIn("time")
                && tokens.get(end - 1).n() > 0
                && tokens.get(end - 2).isIn("within");
        return time ? end - 3 : end;
    }

    /** Whether another number in brackets stands before a bracket: {@code men (88) and women (3)}. */
    private static boolean isBracketed(List<TextToken> tokens, int end) {
        for (int i = Math.max(0, end - NumberWords.NEAR); i + 1 < end; i++) {
            if (tokens.get(i).is("(") && tokens.get(i + 1).kind() == Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words that end at a place, from the beginning of a line or sentence on, name people: {@code Women with stage IV: 3}. */
    private static boolean namesPeople(List<TextToken> tokens, int end) {
        boolean people = false;
        int i = end;
        while (i >= 0
                && i > end - 8
                && tokens.get(i).kind() == Kind.WORD
                && !tokens.get(i).isIn("does")) {
            people |= tokens.get(i).isIn("unit");
            i--;
        }
        return people && i < end - 1;
    }

    /** The place of the bracket that ends a percentage in brackets, as in {@code 3 (25%)}, or -1. */
    private static int share(List<TextToken> tokens, int from) {
        if (from >= tokens.size() || !tokens.get(from).is("(")) {
            return -1;
        }
        boolean percent = false;
        for (int i = from + 1; i < Math.min(from + 10, tokens.size()); i++) {
            TextToken token = tokens.get(i);
            percent |= token.is("%") || token.is("percent");
            if (token.is(")")) {
                return percent ? i : -1;
            }
        }
        return -1;
    }

    /** The place of the unit that a number and its percentage are of: {@code patients}, {@code of the 12 patients}. */
    private static int behindShare(List<TextToken> tokens, int from) {
        int at = word(tokens, from, "out") ? from + 1 : from;
        if (word(tokens, at, "of") || word(tokens, at, "von") || word(tokens, at, "der")) {
            at++;
            while (at < tokens.size() && tokens.get(at).isIn("article")) {
                at++;
            }
            at = isNumber(tokens, at) ? at + 1 : at;
        }
        int unit = unit(tokens, at);
        if (unit >= 0 || at >= tokens.size()) {
            return unit;
        }
        if (tokens.get(at).isIn("event")) {
            return at;
        }
        boolean state = at + 1 < tokens.size()
                && tokens.get(at).isIn("be")
                && tokens.get(at + 1).isIn("state");
        return state ? at + 1 : -1;
    }

    /** The place of the last word of the phrase that makes a number a count, or -1. */
    private static int counted(List<TextToken> tokens, int at) {
        if (tokens.get(at).kind() == Kind.PART) {
            return partOf(tokens, at);
        }
        if (leftOut(tokens, at) || labelled(tokens, at)) {
            return at;
        }
        int share = share(tokens, at + 1);
        boolean in = at > 0 && tokens.get(at - 1).is("in");
        boolean ends =
                at + 1 == tokens.size() || ".;,)".contains(tokens.get(at + 1).text());
        if ((in && (share > 0 || ends) && NumberWords.amongPeople(tokens, at)) || (ends && isNumberOf(tokens, at))) {
            return share > 0 ? share : at; // relapse was seen in 3; the number of relapses was 3
        }
        if (share > 0) {
            return behindShare(tokens, share + 1);
        }
        int unit = unit(tokens, behindList(tokens, at));
        if (unit >= 0) {
            boolean limit = word(tokens, unit + 1, "or") || word(tokens, unit + 1, "oder");
            boolean ratio = word(tokens, unit + 1, "to") && word(tokens, unit + 2, "each"); // 3 controls to each case
            return ratio || (limit && !isNumber(tokens, unit + 2)) ? -1 : unit;
        }
        int of = at + 1;
        boolean both = tokens.get(at).is("both") && word(tokens, of, "of");
        if ((tokens.get(at).is("both") && !both) || tokens.get(at).is("single")) {
            return -1;
        }
        if (isInMany(tokens, at)) {
            return unit(tokens, at + 3);
        }
        if (word(tokens, of, "out")) {
            of++;
        }
        if (word(tokens, of, "of") || word(tokens, of, "von") || word(tokens, of, "der")) {
            int from = of + 1;
            while (from < tokens.size() && tokens.get(from).isIn("article")) {
                from++;
            }
            if (!isNumber(tokens, from)) {
                TextToken last = tokens.get(Math.min(from, tokens.size()) - 1);
                boolean them = word(tokens, from, "whom")
                        || word(tokens, from, "them")
                        || (last.is("these")
                                && from < tokens.size()
                                && tokens.get(from).isIn("does"));
                return them && NumberWords.amongPeople(tokens, at) ? from : unit(tokens, from);
            }
            int people = unit(tokens, from + 1);
            return people < 0 && NumberWords.amongPeople(tokens, at) && !thing(tokens, from + 1) ? from : people;
        }
        if (at + 1 >= tokens.size()) {
            return -1;
        }
        if (isTakenOut(tokens, at) || (isSecond(tokens, at) && NumberWords.amongPeople(tokens, at))) {
            return at + 1;
        }
        boolean with = tokens.get(at + 1).isIn("with")
                && !tokens.get(at + 1).is("for")
                && !tokens.get(at + 1).is("as");
        if (with && NumberWords.amongPeople(tokens, at)) {
            return at + 1; // 212 women, 3 with relapse
        }
        if (tokens.get(at + 1).isIn("event")
                || (tokens.get(at + 1).isIn("does") && NumberWords.amongPeople(tokens, at))) {
            return at + 1;
        }
        boolean alone = at + 2 == tokens.size()
                || (at + 2 < tokens.size() && tokens.get(at + 2).kind() == Kind.MARK);
        if (alone && tokens.get(at + 1).isIn("state")) {
            return at + 1; // 188 alive, 4 dead
        }
        boolean state = at + 2 < tokens.size()
                && tokens.get(at + 1).isIn("be")
                && tokens.get(at + 2).isIn("state");
        return state ? at + 2 : -1;
    }

    /** The place of the last word that makes {@code 3/220} count people, or -1. */
    private static int partOf(List<TextToken> tokens, int at) {
        int end = share(tokens, at + 1);
        boolean ofMany = tokens.get(at).whole() > 9; // 1/2 may be a grade
        if (ofMany && end > 0 && isItsShare(tokens, at, end) && !thing(tokens, end + 1)) {
            return end;
        }
        int behind = end > 0 ? end + 1 : at + 1;
        if (word(tokens, behind, ")") || word(tokens, behind, "]")) {
            behind++;
        }
        int unit = end > 0 || ofMany || word(tokens, behind, "of") ? behindShare(tokens, behind) : -1;
        boolean ofOther = word(tokens, behind, "of") || thing(tokens, behind); // half of a dose
        return unit < 0 && ofMany && NumberWords.amongPeople(tokens, at) && !ofOther ? at : unit;
    }

    /** Whether the percentage in brackets is the one of a part: {@code 27/31 (87%)}. */
    private static boolean isItsShare(List<TextToken> tokens, int at, int end) {
        StringBuilder digits = new StringBuilder();
        for (int i = at + 2; i < end && !tokens.get(i).is("%"); i++) {
            digits.append(tokens.get(i).text());
        }
        if (!SHARE.matcher(digits).matches()) {
            return false;
        }
        BigDecimal share = new BigDecimal(digits.toString().replace(',', '.'));
        BigDecimal whole = BigDecimal.valueOf(tokens.get(at).whole());
        BigDecimal off = BigDecimal.valueOf(100 * tokens.get(at).n())
                .subtract(share.multiply(whole))
                .abs();
        return off.compareTo(whole.scaleByPowerOfTen(-share.scale())) <= 0; // either way of rounding
    }

    /** Whether one of the next words is a thing and no person. */
    private static boolean thing(List<TextToken> tokens, int from) {
        for (int i = from;
                i < Math.min(from + 3, tokens.size()) && tokens.get(i).kind() == Kind.WORD;
                i++) {
            if (tokens.get(i).isIn("thing")) {
                return true;
            }
        }
        return false;
    }

    /** The place behind a number, or behind the last of the numbers that it is the first of: {@code 12, 9 and 31 patients}. */
    private static int behindList(List<TextToken> tokens, int at) {
        if (tokens.get(at).kind() != Kind.NUMBER) {
            return at + 1;
        }
        int end = at + 1;
        boolean and = false;
        while (!and && end + 1 < Math.min(tokens.size(), at + NumberWords.NEAR) && isListed(tokens, end)) {
            and = !tokens.get(end).is(",");
            end += 2;
        }
        int first = at;
        while (first > 1
                && at - first < NumberWords.NEAR
                && isListed(tokens, first - 1)
                && tokens.get(first - 2).kind() == Kind.NUMBER) {
            first -= 2;
        }
        return and && !NumberWords.namesOrLimits(tokens, first) ? end : at + 1;
    }

    /** Whether a comma or "and" stands here with a number behind it. */
    private static boolean isListed(List<TextToken> tokens, int at) {
        TextToken mark = tokens.get(at);
        return (mark.is(",") || mark.is("and") || mark.is("und"))
                && tokens.get(at + 1).kind() == Kind.NUMBER;
    }

    /** The place of a unit at or up to seven words behind a place, with nothing between that breaks the tie, or -1. */
    private static int unit(List<TextToken> tokens, int from) {
        for (int i = from; i < Math.min(from + 8, tokens.size()); i++) {
            TextToken token = tokens.get(i);
            if (token.kind() != Kind.WORD) {
                return -1;
            }
            if (token.isIn("unit")) {
                return i;
            }
            boolean apart = token.isIn("break") || token.isIn("be") || token.isIn("event");
            if (apart || token.n() > 0) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code Four in 412 patients}; one in ten, or in a thousand, is a rate. */
    private static boolean isInMany(List<TextToken> tokens, int at) {
        return word(tokens, at + 1, "in")
                && isNumber(tokens, at + 2)
                && tokens.get(at + 2).n() > tokens.get(at).n()
                && tokens.get(at + 2).n() > 20
                && tokens.get(at + 2).n() % 10 != 0
                && unit(tokens, at + 3) > 0;
    }

    /** {@code The number of relapses was 3}. */
    private static boolean isNumberOf(List<TextToken> tokens, int at) {
        if (at == 0
                || !(tokens.get(at - 1).is("was")
                        || tokens.get(at - 1).is("is")
                        || tokens.get(at - 1).is("were"))) {
            return false;
        }
        boolean people = false;
        for (int i = at - 2; i >= Math.max(1, at - 8) && tokens.get(i).kind() == Kind.WORD; i--) {
            people |= tokens.get(i).isIn("unit");
            if (tokens.get(i).is("of") && tokens.get(i - 1).is("number")) {
                return people;
            }
        }
        return false;
    }

    /** {@code We excluded 4 because of}, {@code after excluding 4 with}: who is taken out is a person. */
    private static boolean isTakenOut(List<TextToken> tokens, int at) {
        return at > 0
                && tokens.get(at - 1).isIn("takes-out")
                && tokens.get(at + 1).isIn("with");
    }

    /** {@code 44 patients in arm A and 6 in arm B}. */
    private static boolean isSecond(List<TextToken> tokens, int at) {
        return at > 0
                && (tokens.get(at - 1).is("and") || tokens.get(at - 1).is("und"))
                && tokens.get(at).kind() == Kind.NUMBER
                && (tokens.get(at + 1).is("in") || tokens.get(at + 1).is("from"))
                && tokens.subList(Math.max(0, at - NumberWords.NEAR), at).stream()
                        .anyMatch(token -> token.is("in") || token.is("from"));
    }

    private static boolean word(List<TextToken> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private static boolean isNumber(List<TextToken> tokens, int at) {
        return at < tokens.size() && tokens.get(at).n() > 0;
    }
}

package dev.sdc.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads counts of people, and of events of people, in English and German running text: {@code n = 12},
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

    /** Numbers and words; a number may hold separators of thousands. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<part>(?<![\\p{L}\\p{N}_.,/-])\\d{1,9}/\\d{1,9}(?![\\p{L}\\p{N}_/]|[.,:-]\\d))"
                    + "|(?<number>(?<![\\p{L}\\p{N}_.,/-])(?:\\d{1,3}(?:[,.\\u00a0\\u202f ]\\d{3})+|\\d{1,12})(?![\\p{L}\\p{N}_]|[.,/:-]\\d|\\s?%))"
                    + "|(?<word>[\\p{L}]+(?:[-'’][\\p{L}]+)*)|(?<mark>[.;:!?()\\[\\]=<>≤≥%,])|(?<other>\\S)");

    private static final Pattern MARKUP = Pattern.compile(
            "^\\s*[-+•>]+(?=\\s)|[*`~{}$]+|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])|\\\\[a-zA-Z]+|&(?:nbsp|#160|thinsp|#8239);");

    private static final Pattern BASE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])[nN]\\s{0,3}=\\s{0,3}(\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+|\\d{1,12})(?![\\d]|[.,]\\d)");

    private enum Kind {
        NUMBER,
        /** A part of a whole, as in {@code 3/220}. */
        PART,
        WORD,
        MARK
    }

    private record Token(Kind kind, String text, long n, int from, int to) {
        boolean is(String word) {
            return text.equals(word);
        }
    }

    private CountPhrases() {}

    /** The counts in a text, in its order; empty where there are none. */
    public static List<CountPhrase> in(String marked) {
        List<CountPhrase> found = new ArrayList<>();
        if (!mayHoldACount(marked)) {
            return found;
        }
        String text = withoutMarks(marked);
        Matcher base = BASE.matcher(text);
        while (base.find()) {
            found.add(new CountPhrase(digits(base.group(1)), base.start(), base.group(), Mention.Kind.BASE, 0));
        }
        List<Token> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).n() > 0) {
                int last = last(tokens, i);
                if (last >= 0) {
                    Token number = tokens.get(i);
                    String words =
                            marked.substring(number.from(), tokens.get(last).to());
                    found.add(new CountPhrase(number.n(), number.from(), words, Mention.Kind.PHRASE, whole(tokens, i)));
                }
            }
        }
        return found;
    }

    /**
     * Where whole numbers below a limit stand that no word beside them explains: neither as counts nor as names, limits,
     * measures or counts of things. {@code one} is no such number.
     */
    public static List<Integer> unexplained(String marked, int below) {
        List<Integer> found = new ArrayList<>();
        if (mayHoldACount(marked)) {
            List<Token> tokens = tokens(withoutMarks(marked));
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean small = token.n() > 0 && token.n() < below && !token.is("one") && !token.is("both");
                if (small && last(tokens, i) < 0 && !isExplained(tokens, i)) {
                    found.add(token.from());
                }
            }
        }
        return found;
    }

    /** Whether the words beside a number say what it is. */
    private static boolean isExplained(List<Token> tokens, int at) {
        if (namesOrLimits(tokens, at)
                || (at == 0
                        && at + 1 < tokens.size()
                        && ".)".contains(tokens.get(1).text()))) {
            return true;
        }
        if (at + 1 < tokens.size() && CountWords.is("does", tokens.get(at + 1).text()) && amongThings(tokens, at)) {
            return true; // of the 14 hospitals, 2 had no data
        }
        for (int i = at + 1; i <= Math.min(at + 5, tokens.size() - 1); i++) {
            Token token = tokens.get(i);
            boolean says = CountWords.is("thing", token.text())
                    || CountWords.is("measure", token.text())
                    || (i == at + 1 && (token.is("to") || token.is("in") || token.n() > 0));
            if (says) {
                return true;
            }
            if (token.kind() == Kind.MARK && !"-–".contains(token.text())) {
                break;
            }
        }
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            Token token = tokens.get(i);
            if (CountWords.is("named", token.text()) || CountWords.is("names-few", token.text())) {
                return true;
            }
            if (token.kind() == Kind.MARK && !token.is(",") && !token.is("-")) {
                return token.is("[");
            }
        }
        return false;
    }

    /** The place of the last word of the phrase that makes a number a count, or -1. */
    private static int last(List<Token> tokens, int at) {
        boolean equals = at > 0 && tokens.get(at - 1).is("=") && tokens.get(at).kind() != Kind.PART;
        if (equals && labelled(tokens, at)) {
            return at; // women = 3
        }
        return namesOrLimits(tokens, at) ? -1 : counted(tokens, at);
    }

    /** The text with blanks for what only gives it a look in Markdown, HTML and LaTeX; every character keeps its place. */
    private static String withoutMarks(String text) {
        if (!MARKUP.matcher(text).find()) {
            return text;
        }
        return MARKUP.matcher(text).replaceAll(mark -> " ".repeat(mark.group().length()));
    }

    private static boolean mayHoldACount(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** What a number is a part of: {@code 409 of the 412}, {@code 409 (99%) of 412}, {@code 409/412}. */
    private static long whole(List<Token> tokens, int at) {
        if (tokens.get(at).kind() == Kind.PART) {
            String text = tokens.get(at).text();
            return Long.parseLong(text.substring(text.indexOf('/') + 1));
        }
        int share = share(tokens, at + 1);
        int of = share > 0 ? share + 1 : at + 1;
        of = word(tokens, of, "out") ? of + 1 : of;
        if (!word(tokens, of, "of") && !word(tokens, of, "von")) {
            return 0;
        }
        int from = of + 1;
        while (from < tokens.size() && CountWords.is("article", tokens.get(from).text())) {
            from++;
        }
        return isNumber(tokens, from) ? tokens.get(from).n() : 0;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String piece = matcher.group();
            if (matcher.group("number") != null) {
                tokens.add(new Token(Kind.NUMBER, piece, digits(piece), matcher.start(), matcher.end()));
            } else if (matcher.group("part") != null) {
                tokens.add(new Token(Kind.PART, piece, part(piece), matcher.start(), matcher.end()));
            } else if (matcher.group("word") != null) {
                String word = piece.toLowerCase(Locale.ROOT);
                tokens.add(new Token(Kind.WORD, word, CountWords.number(word), matcher.start(), matcher.end()));
            } else {
                tokens.add(new Token(Kind.MARK, piece, 0, matcher.start(), matcher.end()));
            }
        }
        return tokens;
    }

    /** The number before the stroke; 0 where it is no part of the one behind, as in dates. */
    private static long part(String text) {
        int stroke = text.indexOf('/');
        long part = Long.parseLong(text.substring(0, stroke));
        long whole = Long.parseLong(text.substring(stroke + 1));
        boolean date = part <= 12 && whole >= 1900 && whole <= 2100;
        return part > whole || date ? 0 : part;
    }

    private static long digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                digits.append((char) ('0' + Character.digit(number.charAt(i), 10)));
            }
        }
        return digits.length() > 17 ? Long.MAX_VALUE : Long.parseLong(digits.toString());
    }

    /** Whether what stands before a number makes it a name, a limit, an end of a range, or a part of a rate. */
    private static boolean namesOrLimits(List<Token> tokens, int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        Token further = at > 1 ? tokens.get(at - 2) : before;
        if (before.kind() == Kind.MARK) {
            return "<>≤≥=".contains(before.text())
                    || before.is("-")
                    || before.is("–")
                    || before.is("/")
                    || before.is("+");
        }
        boolean and = before.is("and") || before.is("und") || before.is("or");
        Token first = at > 2 ? tokens.get(at - 3) : further;
        boolean afterNumber = further.n() > 0 || further.kind() == Kind.NUMBER;
        return inNamedList(tokens, at)
                || CountWords.is("limit", before.text())
                || CountWords.is("named", before.text())
                || (before.is("of") && CountWords.is("limit-of", further.text()))
                || (before.is("in") && afterNumber)
                || (and
                        && afterNumber
                        && (CountWords.is("named", first.text()) || first.is("between") || first.is("zwischen")));
    }

    /** Whether a number is one of several that a word before them names: {@code aged 18, 40 and 65}. */
    private static boolean inNamedList(List<Token> tokens, int at) {
        if (!tokens.get(at - 1).is("and")
                && !tokens.get(at - 1).is("or")
                && !tokens.get(at - 1).is("und")) {
            return false; // in year 2019, 5 patients
        }
        int i = at - 1;
        while (i > 0
                && (tokens.get(i).kind() == Kind.NUMBER
                        || tokens.get(i).is(",")
                        || tokens.get(i).is("and")
                        || tokens.get(i).is("or")
                        || tokens.get(i).is("und"))) {
            i--;
        }
        return i >= 0
                && i < at - 1
                && tokens.get(i + 1).kind() == Kind.NUMBER
                && CountWords.is("named", tokens.get(i).text());
    }

    /**
     * Whether words before a number make it a count of people who are left out: {@code Unknown: 4},
     * {@code patients with missing stage (4)}.
     */
    private static boolean leftOut(List<Token> tokens, int at) {
        Token before = at > 0 ? tokens.get(at - 1) : null;
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
            unit |= CountWords.is("unit", tokens.get(i).text());
            out |= CountWords.is("left-out", tokens.get(i).text());
        }
        return out && (unit || !bracket);
    }

    /** Whether a number stands alone behind what it counts: {@code Deaths: 4}, {@code (women 1,200, men 4)}. */
    private static boolean labelled(List<Token> tokens, int at) {
        boolean end = at + 1 == tokens.size();
        boolean listed = at + 2 < tokens.size()
                && tokens.get(at + 1).is(",")
                && tokens.get(at + 2).kind() == Kind.NUMBER;
        boolean alone = (end || ".;,)(]".contains(tokens.get(at + 1).text())) && !listed;
        if (!alone || at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean mark = ":=(".contains(before.text()) && before.kind() == Kind.MARK;
        if (before.is("(") && !isBracketed(tokens, at - 1)) {
            return false; // may be a footnote
        }
        int name = mark ? at - 2 : at - 1;
        return name >= 0
                && (CountWords.is("unit", tokens.get(name).text()) || (before.is(":") && namesPeople(tokens, at - 2)));
    }

    /** Whether another number in brackets stands before a bracket: {@code men (88) and women (3)}. */
    private static boolean isBracketed(List<Token> tokens, int end) {
        for (int i = 0; i + 1 < end; i++) {
            if (tokens.get(i).is("(") && tokens.get(i + 1).kind() == Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words that end at a place, from the beginning of a line or sentence on, name people: {@code Women with stage IV: 3}. */
    private static boolean namesPeople(List<Token> tokens, int end) {
        boolean people = false;
        int i = end;
        while (i >= 0
                && i > end - 8
                && tokens.get(i).kind() == Kind.WORD
                && !CountWords.is("does", tokens.get(i).text())) {
            people |= CountWords.is("unit", tokens.get(i).text());
            i--;
        }
        return people && i < end - 1;
    }

    /** The place of the bracket that ends a percentage in brackets, as in {@code 3 (25%)}, or -1. */
    private static int share(List<Token> tokens, int from) {
        if (from >= tokens.size() || !tokens.get(from).is("(")) {
            return -1;
        }
        boolean percent = false;
        for (int i = from + 1; i < Math.min(from + 10, tokens.size()); i++) {
            Token token = tokens.get(i);
            percent |= token.is("%") || token.is("percent");
            if (token.is(")")) {
                return percent ? i : -1;
            }
        }
        return -1;
    }

    /** The place of the unit that a number and its percentage are of: {@code patients}, {@code of the 12 patients}. */
    private static int behindShare(List<Token> tokens, int from) {
        int at = word(tokens, from, "out") ? from + 1 : from;
        if (word(tokens, at, "of") || word(tokens, at, "von") || word(tokens, at, "der")) {
            at++;
            while (at < tokens.size() && CountWords.is("article", tokens.get(at).text())) {
                at++;
            }
            at = isNumber(tokens, at) ? at + 1 : at;
        }
        int unit = unit(tokens, at);
        if (unit >= 0 || at >= tokens.size()) {
            return unit;
        }
        if (CountWords.is("event", tokens.get(at).text())) {
            return at;
        }
        boolean state = at + 1 < tokens.size()
                && CountWords.is("be", tokens.get(at).text())
                && CountWords.is("state", tokens.get(at + 1).text());
        return state ? at + 1 : -1;
    }

    /** The place of the last word of the phrase that makes a number a count, or -1. */
    private static int counted(List<Token> tokens, int at) {
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
        if ((in && (share > 0 || ends) && amongPeople(tokens, at)) || (ends && isNumberOf(tokens, at))) {
            return share > 0 ? share : at; // relapse was seen in 3; the number of relapses was 3
        }
        if (share > 0) {
            return behindShare(tokens, share + 1);
        }
        int unit = unit(tokens, at + 1);
        if (unit >= 0) {
            boolean limit = word(tokens, unit + 1, "or") || word(tokens, unit + 1, "oder");
            return limit && !isNumber(tokens, unit + 2) ? -1 : unit;
        }
        if (tokens.get(at).is("both") || tokens.get(at).is("single")) {
            return -1;
        }
        int of = at + 1;
        if (word(tokens, of, "out")) {
            of++;
        }
        if (word(tokens, of, "of") || word(tokens, of, "von") || word(tokens, of, "der")) {
            int from = of + 1;
            while (from < tokens.size()
                    && CountWords.is("article", tokens.get(from).text())) {
                from++;
            }
            if (!isNumber(tokens, from)) {
                Token last = tokens.get(Math.min(from, tokens.size()) - 1);
                boolean them = word(tokens, from, "whom")
                        || word(tokens, from, "them")
                        || (last.is("these")
                                && from < tokens.size()
                                && CountWords.is("does", tokens.get(from).text()));
                return them && amongPeople(tokens, at) ? from : unit(tokens, from);
            }
            int people = unit(tokens, from + 1);
            return people < 0 && amongPeople(tokens, at) && !thing(tokens, from + 1) ? from : people;
        }
        if (at + 1 >= tokens.size()) {
            return -1;
        }
        if (isTakenOut(tokens, at) || (isSecond(tokens, at) && amongPeople(tokens, at))) {
            return at + 1;
        }
        boolean with = CountWords.is("with", tokens.get(at + 1).text())
                && !tokens.get(at + 1).is("for")
                && !tokens.get(at + 1).is("as");
        if (with && amongPeople(tokens, at)) {
            return at + 1; // 212 women, 3 with relapse
        }
        if (CountWords.is("event", tokens.get(at + 1).text())
                || (CountWords.is("does", tokens.get(at + 1).text()) && amongPeople(tokens, at))) {
            return at + 1;
        }
        boolean alone = at + 2 == tokens.size()
                || (at + 2 < tokens.size() && tokens.get(at + 2).kind() == Kind.MARK);
        if (alone && CountWords.is("state", tokens.get(at + 1).text())) {
            return at + 1; // 188 alive, 4 dead
        }
        boolean state = at + 2 < tokens.size()
                && CountWords.is("be", tokens.get(at + 1).text())
                && CountWords.is("state", tokens.get(at + 2).text());
        return state ? at + 2 : -1;
    }

    /** The place of the last word that makes {@code 3/220} count people, or -1. */
    private static int partOf(List<Token> tokens, int at) {
        int end = share(tokens, at + 1);
        String text = tokens.get(at).text();
        boolean ofMany = text.length() - text.indexOf('/') > 2; // 1/2 may be a grade
        int behind = end > 0 ? end + 1 : at + 1;
        if (word(tokens, behind, ")") || word(tokens, behind, "]")) {
            behind++;
        }
        int unit = end > 0 || ofMany || word(tokens, behind, "of") ? behindShare(tokens, behind) : -1;
        boolean ofOther = word(tokens, behind, "of") || thing(tokens, behind); // half of a dose
        return unit < 0 && ofMany && amongPeople(tokens, at) && !ofOther ? at : unit;
    }

    /** Whether one of the next words is a thing and no person. */
    private static boolean thing(List<Token> tokens, int from) {
        for (int i = from;
                i < Math.min(from + 3, tokens.size()) && tokens.get(i).kind() == Kind.WORD;
                i++) {
            if (CountWords.is("thing", tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** The place of a unit at or up to three words behind a place, with nothing between that breaks the tie, or -1. */
    private static int unit(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(from + 4, tokens.size()); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Kind.WORD) {
                return -1;
            }
            if (CountWords.is("unit", token.text())) {
                return i;
            }
            boolean apart = CountWords.is("break", token.text())
                    || CountWords.is("be", token.text())
                    || CountWords.is("event", token.text());
            if (apart || token.n() > 0) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code The number of relapses was 3}. */
    private static boolean isNumberOf(List<Token> tokens, int at) {
        if (at == 0
                || !(tokens.get(at - 1).is("was")
                        || tokens.get(at - 1).is("is")
                        || tokens.get(at - 1).is("were"))) {
            return false;
        }
        boolean people = false;
        for (int i = at - 2; i >= Math.max(1, at - 8) && tokens.get(i).kind() == Kind.WORD; i--) {
            people |= CountWords.is("unit", tokens.get(i).text());
            if (tokens.get(i).is("of") && tokens.get(i - 1).is("number")) {
                return people;
            }
        }
        return false;
    }

    /** {@code We excluded 4 because of}, {@code after excluding 4 with}: who is taken out is a person. */
    private static boolean isTakenOut(List<Token> tokens, int at) {
        return at > 0
                && CountWords.is("takes-out", tokens.get(at - 1).text())
                && CountWords.is("with", tokens.get(at + 1).text());
    }

    /** {@code 44 patients in arm A and 6 in arm B}. */
    private static boolean isSecond(List<Token> tokens, int at) {
        return at > 0
                && (tokens.get(at - 1).is("and") || tokens.get(at - 1).is("und"))
                && tokens.get(at).kind() == Kind.NUMBER
                && (tokens.get(at + 1).is("in") || tokens.get(at + 1).is("from"))
                && tokens.subList(0, at).stream().anyMatch(token -> token.is("in") || token.is("from"));
    }

    /**
     * Whether people, and not things, were spoken of last before a number, in its sentence or in the one before: {@code Of
     * 412 patients, 3 had}.
     */
    private static boolean amongPeople(List<Token> tokens, int at) {
        int ends = 0;
        for (int i = at - 1; i >= 0; i--) {
            boolean mark = ".;!?".contains(tokens.get(i).text());
            ends += mark && tokens.get(i + 1).from() > tokens.get(i).to() ? 1 : 0; // no decimal point
            if (ends > 1 || CountWords.is("thing", tokens.get(i).text())) {
                return false;
            }
            if (CountWords.is("unit", tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether things, and not people, were spoken of last in the sentence before a number. */
    private static boolean amongThings(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && !".!?".contains(tokens.get(i).text()); i--) {
            if (CountWords.is("thing", tokens.get(i).text())) {
                return true;
            }
            if (CountWords.is("unit", tokens.get(i).text())) {
                return false;
            }
        }
        return false;
    }

    private static boolean word(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private static boolean isNumber(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).n() > 0;
    }
}

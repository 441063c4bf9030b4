package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Which numbers of a sentence count people or what befell them, by the words behind them and around: {@code 2 of the 14 women}. */
final class CountedPeople {
    private static final Pattern DIGIT = Pattern.compile("[\\d.,]{1,3}");
    private static final int LONGEST_SHARE = 9;

    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,3})?");

    private CountedPeople() {}

    /** The place of the last word of the phrase that makes a number a count, or -1. */
    static int last(List<TextToken> tokens, int at) {
        boolean equals = at > 0 && tokens.get(at - 1).is("=") && tokens.get(at).kind() != Kind.PART;
        if (equals && WordsBeforeACount.labelled(tokens, at)) {
            return at; // women = 3
        }
        if (WordsBeforeACount.behindTime(tokens, at) && WordsBeforeACount.labelled(tokens, at)) {
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

    /** What a number is a part of: {@code 409 of the 412}, {@code 409 (99%) of 412}, {@code 409/412}. */
    static long whole(List<TextToken> tokens, int at) {
        if (tokens.get(at).kind() == Kind.PART) {
            return tokens.get(at).whole();
        }
        int share = share(tokens, at + 1);
        int of = share > 0 ? share + 1 : at + 1;
        of = word(tokens, of, "out") ? of + 1 : of;
        if (!word(tokens, of, "of") && !word(tokens, of, "von")) {
            return 0;
        }
        int from = wholeAt(tokens, of + 1);
        return isNumber(tokens, from) ? tokens.get(from).n() : 0;
    }

    /** The place behind articles and, if a number stands behind it, a word that describes: {@code of the original 420}. */
    private static int wholeAt(List<TextToken> tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).isIn("article")) {
            at++;
        }
        boolean described = at > from
                && at < tokens.size()
                && tokens.get(at).kind() == Kind.WORD
                && !tokens.get(at).isIn("thing")
                && !isNumber(tokens, at)
                && isNumber(tokens, at + 1);
        return described ? at + 1 : at;
    }

    /** The place of the last word of the phrase that makes a number a count, or -1. */
    private static int counted(List<TextToken> tokens, int at) {
        if (tokens.get(at).kind() == Kind.PART) {
            return partOf(tokens, at);
        }
        if (WordsBeforeACount.leftOut(tokens, at) || WordsBeforeACount.labelled(tokens, at)) {
            return at;
        }
        if (ofWhom(tokens, at)) {
            return at;
        }
        int share = share(tokens, at + 1);
        boolean in = at > 0 && tokens.get(at - 1).is("in");
        boolean ends =
                at + 1 == tokens.size() || ".;,)".contains(tokens.get(at + 1).text());
        if ((in && (share > 0 || ends) && NumberWords.amongPeople(tokens, at))
                || (ends && WordsBeforeACount.isNumberOf(tokens, at))
                || (ends && at > 0 && tokens.get(at - 1).isIn("event") && NumberWords.amongPeople(tokens, at))) {
            return share > 0 ? share : at; // relapse was seen in 3; the number of relapses was 3
        }
        if (share > 0) {
            int people = behindShare(tokens, share + 1);
            return people < 0 && isTold(tokens, at, share) ? share : people;
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
            int from = wholeAt(tokens, of + 1);
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

    /** {@code of whom 4 lost to follow-up}: whatever befell them, they are people. */
    private static boolean ofWhom(List<TextToken> tokens, int at) {
        int whom = at > 0 && tokens.get(at - 1).is(",") ? at - 2 : at - 1;
        boolean measure = at + 1 < tokens.size() && tokens.get(at + 1).text().startsWith("%");
        return whom > 0
                && tokens.get(whom).is("whom")
                && tokens.get(whom - 1).is("of")
                && !measure
                && !thing(tokens, at + 1);
    }

    /** A verb beside a number with its share, among people: {@code Of 212 women, 4 (1.9%) responded}, {@code verstarben 4 (1,9 %)}. */
    private static boolean isTold(List<TextToken> tokens, int at, int share) {
        boolean behind = share + 1 < tokens.size() && tokens.get(share + 1).isIn("does");
        boolean before = at > 0
                && (tokens.get(at - 1).isIn("event") || tokens.get(at - 1).isIn("does"));
        return (behind || before) && NumberWords.amongPeople(tokens, at);
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

    /** The place of the last word that makes {@code 3/220} count people, or -1. */
    private static int partOf(List<TextToken> tokens, int at) {
        int end = share(tokens, at + 1);
        boolean ofMany = tokens.get(at).whole() > 9; // 1/2 may be a grade
        if (ofMany && end > 0 && isItsShare(tokens, at, end) && !thing(tokens, end + 1)) {
            return end;
        }
        if (ofMany && end < 0 && isBehindItsShare(tokens, at)) {
            return at;
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
        int percent = at + 2;
        while (percent < end && !tokens.get(percent).is("%")) {
            percent++;
        }
        return isShareOf(tokens.get(at), tokens.subList(at + 2, percent));
    }

    /** Whether a part in brackets stands behind its percentage: {@code 87% (27/31)}. */
    private static boolean isBehindItsShare(List<TextToken> tokens, int at) {
        if (at < 3 || !tokens.get(at - 1).is("(") || !tokens.get(at - 2).is("%")) {
            return false;
        }
        int from = at - 2; // the digits of a decimal are marks of their own
        while (from > Math.max(0, at - LONGEST_SHARE)
                && DIGIT.matcher(tokens.get(from - 1).text()).matches()) {
            from--;
        }
        return isShareOf(tokens.get(at), tokens.subList(from, at - 2)) && !thing(tokens, at + 2);
    }

    private static boolean isShareOf(TextToken part, List<TextToken> percentage) {
        StringBuilder digits = new StringBuilder();
        percentage.forEach(token -> digits.append(token.text()));
        if (!SHARE.matcher(digits).matches()) {
            return false;
        }
        BigDecimal share = new BigDecimal(digits.toString().replace(',', '.'));
        BigDecimal whole = BigDecimal.valueOf(part.whole());
        BigDecimal off = BigDecimal.valueOf(100 * part.n())
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

package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.util.List;

/**
 * Counts that are told by how they changed: {@code deaths fell from 14 in 2018 to 9 in 2019}, {@code referrals dropped to
 * 7}, {@code a rise in admissions from 6 to 22}.
 */
final class ChangedCounts {
    /** How far behind the word for the change its numbers may stand, and before it what changed, in words and marks. */
    private static final int BEHIND = 16;

    private static final int BEFORE = 14;

    private ChangedCounts() {}

    /** Whether a number is an end of a change in how many people, or events of people, there were. */
    static boolean isEnd(List<TextToken> tokens, int at) {
        if (at < 2 || tokens.get(at).kind() == Kind.PART || !isAfterWay(tokens, at)) {
            return false;
        }
        for (int i = at - 2; i >= Math.max(0, at - BEHIND) && !isSentenceEnd(tokens, i); i--) {
            if (tokens.get(i).isIn("change")) {
                return goesStraightOn(tokens, i, at) && stand(tokens, i, at) && isOfPeople(tokens, start(tokens, i), i);
            }
            if (tokens.get(i).isIn("change-in")) {
                int from = from(tokens, i + 1, at);
                boolean in = tokens.get(i + 1).is("in") || tokens.get(i + 1).is("of");
                return in && stand(tokens, from - 1, at) && isOfPeople(tokens, i + 2, from);
            }
        }
        return false;
    }

    private static boolean isAfterWay(List<TextToken> tokens, int at) {
        return isWay(tokens.get(at - 1))
                || (isWay(tokens.get(at - 2)) && tokens.get(at - 1).isIn("about"));
    }

    private static boolean isWay(TextToken token) {
        return token.is("from") || token.is("to");
    }

    private static boolean isSentenceEnd(List<TextToken> tokens, int at) {
        return ".;!?".contains(tokens.get(at).text());
    }

    /** The first {@code from} or {@code to} from a place on. */
    private static int from(List<TextToken> tokens, int from, int end) {
        int at = from;
        while (at < end && !isWay(tokens.get(at))) {
            at++;
        }
        return at;
    }

    /** Whether nothing that could be what changed stands between the verb and its first number. */
    private static boolean goesStraightOn(List<TextToken> tokens, int verb, int end) {
        for (int i = verb + 1; i < end && !isWay(tokens.get(i)); i++) {
            TextToken token = tokens.get(i);
            boolean how = token.kind() != Kind.WORD
                    || token.n() > 0
                    || token.isIn("how-changed")
                    || token.text().endsWith("ly");
            if (!how) {
                return false;
            }
        }
        return true;
    }

    /** Whether the numbers from a place to a number, and the one behind it, stand without a name or a measure. */
    private static boolean stand(List<TextToken> tokens, int from, int at) {
        for (int i = Math.max(0, from); i < Math.min(at + 8, tokens.size() - 1); i++) {
            if (i > at && isSentenceEnd(tokens, i)) {
                return true;
            }
            if (isWay(tokens.get(i))) {
                int number = tokens.get(i + 1).isIn("about") ? i + 2 : i + 1;
                boolean bare = number < tokens.size()
                        && (tokens.get(number).n() > 0
                                ? isBare(tokens, number)
                                : !tokens.get(number).isIn("named"));
                if (!bare) {
                    return false;
                }
            }
        }
        return isBare(tokens, at);
    }

    private static boolean isBare(List<TextToken> tokens, int number) {
        if (number + 1 >= tokens.size()) {
            return true;
        }
        TextToken next = tokens.get(number + 1);
        return next.kind() == Kind.MARK
                ? ".;,()".contains(next.text())
                : next.isIn("after-change") || next.isIn("unit");
    }

    /** Where the clause before a verb begins. */
    private static int start(List<TextToken> tokens, int verb) {
        int at = verb;
        while (at > Math.max(0, verb - BEFORE)
                && !isSentenceEnd(tokens, at - 1)
                && !(tokens.get(at - 1).kind() == Kind.MARK
                        && ",:".contains(tokens.get(at - 1).text()))) {
            at--;
        }
        return at;
    }

    /** Whether words are about a number of people: they name them first, and no measure of them. */
    private static boolean isOfPeople(List<TextToken> tokens, int from, int end) {
        boolean people = false;
        boolean first = true;
        for (int i = from; i < end; i++) {
            TextToken token = tokens.get(i);
            if (token.isIn("no-number-of")) {
                return false;
            }
            if (first && token.isIn("unit")) {
                boolean among = isAmong(tokens, from, i - 1) || isAmong(tokens, from, i - 2);
                people = !among;
                first = among;
            } else if (first
                    && token.isIn("thing")
                    && !(i + 1 < end && tokens.get(i + 1).isIn("unit"))
                    && !isAgo(tokens, i)) {
                return false;
            }
        }
        return people;
    }

    /** A word that makes the people behind it those among whom something changed; not {@code the number of patients}. */
    private static boolean isAmong(List<TextToken> tokens, int from, int at) {
        return at >= from
                && tokens.get(at).isIn("among")
                && (at == from || !tokens.get(at - 1).is("number"));
    }

    /** A thing that only says where or when: {@code in the first year deaths fell}. */
    private static boolean isAgo(List<TextToken> tokens, int thing) {
        for (int i = thing - 1; i >= Math.max(0, thing - 3); i--) {
            if (tokens.get(i).isIn("among")) {
                return true;
            }
        }
        return false;
    }
}

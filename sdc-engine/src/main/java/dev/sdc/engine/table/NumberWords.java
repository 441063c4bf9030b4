package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.util.List;

/** What the words around a number in a running text say that it is, other than a count of people. */
final class NumberWords {
    /** How far back a sentence is followed, in words and marks, so that long lines take no longer. */
    static final int NEAR = 60;

    /** How many words may stand between somebody and what befell him. */
    private static final int MANY_WORDS = 8;

    private NumberWords() {}

    /** Whether what stands before a number makes it a name, a limit, an end of a range, or a part of a rate. */
    static boolean namesOrLimits(List<TextToken> tokens, int at) {
        if (at == 0) {
            return false;
        }
        TextToken before = tokens.get(at - 1);
        TextToken further = at > 1 ? tokens.get(at - 2) : before;
        if (before.kind() == Kind.MARK) {
            return "<>≤≥=".contains(before.text())
                    || before.is("-")
                    || before.is("–")
                    || before.is("/")
                    || before.is("+");
        }
        boolean and = isAnd(before);
        TextToken first = at > 2 ? tokens.get(at - 3) : further;
        boolean afterNumber = further.n() > 0 || further.kind() == Kind.NUMBER;
        return inNamedList(tokens, at)
                || before.isIn("limit")
                || (before.isIn("named") && !isMeasured(tokens, at - 1))
                || (before.is("of") && further.isIn("limit-of"))
                || (before.is("in") && afterNumber)
                || (and && afterNumber && (first.isIn("named") || first.is("between") || first.is("zwischen")));
    }

    /** Whether a word that may name has a number of its own: {@code at ten years 4 survivors}. */
    private static boolean isMeasured(List<TextToken> tokens, int at) {
        return at > 0
                && tokens.get(at).isIn("time")
                && tokens.get(at - 1).n() > 0
                && tokens.get(at - 1).kind() != Kind.MARK;
    }

    private static boolean isAnd(TextToken token) {
        return token.is("and") || token.is("or") || token.is("und");
    }

    /** Whether a number is one of several that a word before them names: {@code aged 18, 40 and 65}. */
    private static boolean inNamedList(List<TextToken> tokens, int at) {
        if (!isAnd(tokens.get(at - 1))) {
            return false; // in year 2019, 5 patients
        }
        int i = at - 1;
        while (i > Math.max(0, at - NEAR)
                && (tokens.get(i).kind() == Kind.NUMBER || tokens.get(i).is(",") || isAnd(tokens.get(i)))) {
            i--;
        }
        return i < at - 1
                && tokens.get(i + 1).kind() == Kind.NUMBER
                && tokens.get(i).isIn("named");
    }

    /** Whether the words beside a number say what it is. */
    static boolean isExplained(List<TextToken> tokens, int at) {
        if ((namesOrLimits(tokens, at) && !ListedValues.mayCount(tokens, at))
                || (at == 0
                        && at + 1 < tokens.size()
                        && ".)".contains(tokens.get(1).text()))) {
            return true;
        }
        if (isDegreesOfFreedom(tokens, at) || isListOfMeasures(tokens, at)) {
            return true;
        }
        if (at + 2 < tokens.size()
                && tokens.get(at + 1).is("or")
                && tokens.get(at + 2).isIn("bound")) {
            return true; // 3 or more comorbidities
        }
        if (at + 1 < tokens.size() && tokens.get(at + 1).isIn("does") && amongThings(tokens, at)) {
            return true; // of the 14 hospitals, 2 had no data
        }
        for (int i = at + 1; i <= Math.min(at + 5, tokens.size() - 1); i++) {
            TextToken token = tokens.get(i);
            boolean says = token.isIn("thing")
                    || token.isIn("measure")
                    || (i == at + 1 && (token.is("to") || token.is("in") || token.n() > 0));
            if (says) {
                return true;
            }
            if (token.kind() == Kind.MARK && !"-–".contains(token.text())) {
                break;
            }
        }
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            TextToken token = tokens.get(i);
            if (token.isIn("named") || token.isIn("names-few")) {
                return !tokens.get(i + 1).is(","); // in the cohort, 4 responded
            }
            if (token.kind() == Kind.MARK && !token.is(",") && !token.is("-")) {
                return token.is("[");
            }
        }
        return false;
    }

    /** Whether "one" did or had something: {@code Only one had a variant}, {@code one in the other arm died}; not {@code one had to}. */
    static boolean isSomebody(List<TextToken> tokens, int at) {
        boolean subject = at == 0
                || tokens.get(at - 1).kind() == Kind.MARK
                || tokens.get(at - 1).is("only")
                || tokens.get(at - 1).is("just")
                || tokens.get(at - 1).is("and");
        if (!subject || at + 2 >= tokens.size()) {
            return false;
        }
        TextToken next = tokens.get(at + 1);
        if (next.isIn("does") || next.isIn("event")) {
            TextToken further = tokens.get(at + 2);
            return !next.isIn("is") && !further.is("to") && !further.is("been");
        }
        for (int i = at + 2; next.is("in") && i < Math.min(tokens.size(), at + MANY_WORDS); i++) {
            if (tokens.get(i).kind() != Kind.WORD) {
                return false;
            }
            if (tokens.get(i).isIn("event")) {
                return true;
            }
        }
        return false;
    }

    /** {@code at 1, 3 and 5 years}: what is said of the last of some numbers is said of all. */
    private static boolean isListOfMeasures(List<TextToken> tokens, int at) {
        int end = at + 1;
        while (end + 1 < Math.min(tokens.size(), at + NEAR)
                && (tokens.get(end).is(",") || isAnd(tokens.get(end)))
                && tokens.get(end + 1).kind() == Kind.NUMBER) {
            end += 2;
        }
        return end > at + 1 && end < tokens.size() && tokens.get(end).isIn("measure");
    }

    /** {@code F(2, 408) = 1.4}: a rule of its own tests them. */
    private static boolean isDegreesOfFreedom(List<TextToken> tokens, int at) {
        int open = at - 1;
        while (open > Math.max(0, at - 4)
                && (tokens.get(open).is(",") || tokens.get(open).kind() == Kind.NUMBER)) {
            open--;
        }
        return open > 0 && tokens.get(open).is("(") && tokens.get(open - 1).isIn("statistic");
    }

    /**
     * Whether people, and not things, were spoken of last before a number, in its sentence or in the one before: {@code Of
     * 412 patients, 3 had}.
     */
    static boolean amongPeople(List<TextToken> tokens, int at) {
        int ends = 0;
        for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
            boolean mark = ".;!?".contains(tokens.get(i).text());
            ends += mark && tokens.get(i + 1).from() > tokens.get(i).to() ? 1 : 0; // no decimal point
            if (ends > 1 || tokens.get(i).isIn("thing")) {
                return false;
            }
            if (tokens.get(i).isIn("unit")) {
                return true;
            }
        }
        return false;
    }

    /** Whether things, and not people, were spoken of last in the sentence before a number. */
    private static boolean amongThings(List<TextToken> tokens, int at) {
        for (int i = at - 1;
                i >= Math.max(0, at - NEAR) && !".!?".contains(tokens.get(i).text());
                i--) {
            if (tokens.get(i).isIn("thing")) {
                return true;
            }
            if (tokens.get(i).isIn("unit")) {
                return false;
            }
        }
        return false;
    }
}

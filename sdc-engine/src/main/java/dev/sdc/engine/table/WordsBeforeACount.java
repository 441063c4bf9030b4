package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.util.List;

/** The words before a number that make it a count: {@code Deaths: 4}, {@code unknown: 4}, {@code the number of relapses was 3}. */
final class WordsBeforeACount {
    private WordsBeforeACount() {}

    /**
     * Whether words before a number make it a count of people who are left out: {@code Unknown: 4},
     * {@code patients with missing stage (4)}.
     */
    static boolean leftOut(List<TextToken> tokens, int at) {
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
    static boolean labelled(List<TextToken> tokens, int at) {
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

    static boolean behindTime(List<TextToken> tokens, int at) {
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

    /** {@code The number of relapses was 3}. */
    static boolean isNumberOf(List<TextToken> tokens, int at) {
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
}

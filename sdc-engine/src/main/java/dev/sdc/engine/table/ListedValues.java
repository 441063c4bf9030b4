package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.util.List;

/** Names and their values one behind the other in a sentence that speaks of people: {@code Patients by stage: I = 120, II = 95}. */
final class ListedValues {
    /** Lists of words of which none is in the name of a count. */
    private static final List<String> NO_COUNTS =
            List.of("setting", "statistic", "never-counted", "names-few", "thing", "measure");

    private static final int MOST_WORDS = 6;

    private ListedValues() {}

    /** Whether a number is one of such values, and no setting or statistic by its name. */
    static boolean mayCount(List<TextToken> tokens, int at) {
        if (at < 2 || !tokens.get(at - 1).is("=") || tokens.get(at).kind() != Kind.NUMBER) {
            return false;
        }
        int name = nameBefore(tokens, at - 1);
        return name >= 0 && (isValueBefore(tokens, name) || isValueBehind(tokens, at)) && speaksOfPeople(tokens, at);
    }

    /** Where the name before an equals sign begins; -1 where there is none, or one of no count. */
    private static int nameBefore(List<TextToken> tokens, int equals) {
        int from = equals;
        while (from > 0 && equals - from < MOST_WORDS && tokens.get(from - 1).kind() == Kind.WORD) {
            from--;
            TextToken word = tokens.get(from);
            if (word.is("and")) {
                return from + 1 < equals ? from + 1 : -1;
            }
            if (NO_COUNTS.stream().anyMatch(word::isIn) || word.is("p") || word.is("n") || word.is("k")) {
                return -1;
            }
        }
        return from < equals ? from : -1;
    }

    private static boolean isValueBefore(List<TextToken> tokens, int name) {
        int end = name - 1;
        while (end > 1
                && name - end < 3
                && (isMark(tokens.get(end)) || tokens.get(end).is("and"))) {
            end--;
        }
        return end < name - 1
                && end > 0
                && tokens.get(end).kind() == Kind.NUMBER
                && tokens.get(end - 1).is("=");
    }

    private static boolean isValueBehind(List<TextToken> tokens, int at) {
        int next = at + 1;
        if (next >= tokens.size()
                || !(isMark(tokens.get(next)) || tokens.get(next).is("and"))) {
            return false;
        }
        int last = Math.min(tokens.size() - 1, next + MOST_WORDS);
        int name = next + 1;
        while (name < last && tokens.get(name).kind() == Kind.WORD) {
            name++;
        }
        return name > next + 1
                && name < last
                && tokens.get(name).is("=")
                && tokens.get(name + 1).kind() == Kind.NUMBER;
    }

    private static boolean isMark(TextToken token) {
        return token.is(",") || token.is(";");
    }

    private static boolean speaksOfPeople(List<TextToken> tokens, int at) {
        int from = Math.max(0, at - NumberWords.NEAR);
        int to = Math.min(tokens.size(), at + NumberWords.NEAR);
        return tokens.subList(from, to).stream().anyMatch(token -> token.isIn("unit") || token.isIn("event"));
    }
}

package dev.sdc.engine.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis code or a range of them, with or without words behind: {@code C50}, {@code C50.1 Nipple}, {@code C00-C14}.
 *
 * @param low the number of its first code of four characters
 * @param high that of its last
 */
public record DiagnosisCodes(int low, int high) {
    private static final String CODE = "([A-TV-Z])([0-9]{2})(?:\\.?([0-9]))?";
    private static final Pattern LABEL =
            Pattern.compile(CODE + "(?:\\s*(?:-|–|\\bto\\b)\\s*" + CODE + ")?(?:[ :,(–-].*)?");

    /** What a label names; null where it names none. */
    public static @Nullable DiagnosisCodes of(String label) {
        Matcher code = LABEL.matcher(label);
        if (!code.matches()) {
            return null;
        }
        int low = first(code, 1);
        int high = code.group(4) == null ? last(code, 1) : last(code, 4);
        return low <= high ? new DiagnosisCodes(low, high) : null;
    }

    private static int first(Matcher code, int group) {
        String more = code.group(group + 2);
        return three(code, group) * 10 + (more == null ? 0 : Integer.parseInt(more));
    }

    private static int last(Matcher code, int group) {
        String more = code.group(group + 2);
        return three(code, group) * 10 + (more == null ? 9 : Integer.parseInt(more));
    }

    private static int three(Matcher code, int group) {
        return (code.group(group).charAt(0) - 'A') * 100 + Integer.parseInt(code.group(group + 1));
    }

    /** Whether it is wider than other codes and holds them all. */
    public boolean holds(DiagnosisCodes other) {
        return low <= other.low && other.high <= high && !equals(other);
    }

    /** How many codes of four characters it holds. */
    public int size() {
        return high - low + 1;
    }
}

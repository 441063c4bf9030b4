package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the sizes of groups that headers and titles state: {@code (n=176)}, {@code N = 12}. */
final class Mentions {
    private static final int LONGEST_NAMED = 80;

    /** {@code Total patients: 514}, {@code n_total = 514}, and nothing else. */
    private static final Pattern NAMED =
            Pattern.compile("\\s*(\\p{L}[^:=]{0,40}?)\\s*[:=]\\s*(\\d[\\d.,\u00a0\u202f]*?)\\.?\\s*");

    private Mentions() {}

    /** The counts that a text states: the size that it gives, else its phrases. */
    static List<Mention> in(String text, String where, NumberStyle style) {
        Long n = base(text, style);
        if (n != null) {
            return List.of(new Mention(n, where, text.strip(), Mention.Kind.BASE));
        }
        List<Mention> found = new ArrayList<>();
        for (CountPhrases.CountPhrase phrase : CountPhrases.in(text)) {
            if (phrase.kind() == Mention.Kind.PHRASE) {
                found.add(new Mention(phrase.n(), where, text.strip(), Mention.Kind.PHRASE));
            }
        }
        return found;
    }

    /** The number of units that a line gives under a name for it, or null. */
    static @Nullable Long named(String line, NumberStyle style) {
        if (line.length() > LONGEST_NAMED) {
            return null;
        }
        Matcher named = NAMED.matcher(line);
        if (!named.matches() || !namesUnits(named.group(1))) {
            return null;
        }
        BigDecimal value = Numerals.parse(named.group(2), style);
        return value == null || value.scale() > 0 || value.precision() > 18 ? null : value.longValue();
    }

    private static boolean namesUnits(String name) {
        HeaderWords.Meaning meaning = HeaderWords.firm(name);
        return meaning != null
                && (meaning.role() == ColumnRole.COUNT || meaning.role() == ColumnRole.DISTINCT_PATIENTS)
                && meaning.composite() == CompositeForm.ANY;
    }

    /** The size of a group that a text states as {@code n=176}, or null. */
    static @Nullable Long base(String text, NumberStyle style) {
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            int name = equals - 1;
            while (name >= 0 && text.charAt(name) == ' ') {
                name--;
            }
            boolean n = name >= 0
                    && (text.charAt(name) == 'n' || text.charAt(name) == 'N')
                    && (name == 0 || !Character.isLetterOrDigit(text.charAt(name - 1)));
            int from = equals + 1;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            int to = from;
            while (to < text.length()
                    && (Character.isDigit(text.charAt(to))
                            || (text.charAt(to) == style.thousands()
                                    && to > from
                                    && to + 1 < text.length()
                                    && Character.isDigit(text.charAt(to + 1))))) {
                to++;
            }
            if (n && to > from) {
                BigDecimal value = Numerals.parse(text.substring(from, to), style);
                boolean decimalFollows = to + 1 < text.length()
                        && text.charAt(to) == style.decimal()
                        && Character.isDigit(text.charAt(to + 1));
                if (value != null && !decimalFollows && value.precision() < 19) {
                    return value.longValue();
                }
            }
            at = equals + 1;
        }
        return null;
    }
}

package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The grid of values that rounded counts lie on, and what a value on it stands for.
 *
 * @param method how counts were brought onto the grid; null where counts are exact
 * @param base the distance of the grid; 1 where counts are exact
 * @param demanded whether the profile demands it
 * @param declaration the declaration that claims it, such as {@code rounding.base: 5}; null where only the profile or the
 *     header does
 */
public record CountGrid(
        Rounding.@Nullable Method method,
        int base,
        boolean demanded,
        @Nullable String declaration) {
    /** No rounding: every whole number is its own. */
    public static final CountGrid EXACT = new CountGrid(null, 1, false, null);

    private static final String MIDPOINT_SUFFIX = "midpoint6";

    /** The grid that the counts of a column are on, as the profile demands, the header says or the analyst declares. */
    public static CountGrid of(Table table, Column column, Settings settings) {
        return of(table, column.leaf(), settings);
    }

    /** The grid of counts that stand in no column, such as those of a title. */
    public static CountGrid of(Table table, Settings settings) {
        return of(table, "", settings);
    }

    private static CountGrid of(Table table, String header, Settings settings) {
        boolean exempt = nationalExempt(table, settings);
        boolean demanded = settings.roundBase() > 1 && !exempt;
        Rounding declared = table.declaration().rounding();
        String claim = declared == null || declared.base() < 2 ? null : claim(declared);
        if (settings.midpoint6Suffix()
                && header.strip().toLowerCase(Locale.ROOT).endsWith(MIDPOINT_SUFFIX)) {
            return new CountGrid(Rounding.Method.MIDPOINT6, 6, demanded, null);
        }
        if (declared != null && claim != null) {
            boolean asDemanded = demanded
                    && (declared.base() % settings.roundBase() == 0
                            || (declared.method() == Rounding.Method.MIDPOINT6 && settings.midpoint6Suffix()));
            if (!demanded || asDemanded) {
                int base = switch (declared.method()) {
                    case NEAREST -> declared.base();
                    case MIDPOINT6 -> 6;
                    case RANDOM3 -> 3;
                };
                return new CountGrid(declared.method(), base, demanded, claim);
            }
        }
        return demanded ? new CountGrid(Rounding.Method.NEAREST, settings.roundBase(), true, claim) : EXACT;
    }

    private static String claim(Rounding declared) {
        return declared.method() == Rounding.Method.NEAREST
                ? "rounding.base: " + declared.base()
                : "rounding.method: " + declared.method().name().toLowerCase(Locale.ROOT);
    }

    /** Whether the profile lets national counts be shown as they are, and the table is declared to be national. */
    public static boolean nationalExempt(Table table, Settings settings) {
        return settings.nationalExempt() && table.declaration().level() == Declaration.Level.NATIONAL;
    }

    /** Whether counts are rounded at all. */
    public boolean rounds() {
        return method != null;
    }

    /** Whether a value lies on the grid. */
    public boolean holds(long n) {
        return method == Rounding.Method.MIDPOINT6 ? n == 0 || n % 6 == 3 : n % base == 0;
    }

    /** Whether a value, small as it looks, stands for any count from 1 to 6. */
    public boolean hidesSmall(long n) {
        return method == Rounding.Method.MIDPOINT6 && n == 3;
    }

    /** The least count that a value can stand for. */
    public long low(long n) {
        if (method == null || !holds(n)) {
            return n;
        }
        return switch (method) {
            case NEAREST -> Math.max(0, n - base / 2);
            case MIDPOINT6 -> n == 0 ? 0 : n - 2;
            case RANDOM3 -> Math.max(0, n - 2);
        };
    }

    /** The greatest count that a value can stand for. */
    public long high(long n) {
        if (method == null || !holds(n)) {
            return n;
        }
        return switch (method) {
            case NEAREST -> n + base / 2;
            case MIDPOINT6 -> n == 0 ? 0 : n + 3;
            case RANDOM3 -> n + 2;
        };
    }

    /** The grid in words: {@code multiples of 5}. */
    public String inWords() {
        if (method == null) {
            return "exact counts";
        }
        return method == Rounding.Method.MIDPOINT6 ? "0 or midpoints of six (3, 9, 15, …)" : "multiples of " + base;
    }
}

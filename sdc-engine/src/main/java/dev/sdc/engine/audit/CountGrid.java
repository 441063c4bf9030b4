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
 * @param base the distance of the grid; 1 where counts are exact or were changed at random
 * @param reach how far a count on it may lie from the true one
 * @param demanded whether the profile demands it
 * @param declaration the declaration that claims it, such as {@code rounding.base: 5}; null where only the profile or the
 *     header does
 */
public record CountGrid(
        Rounding.@Nullable Method method,
        int base,
        int reach,
        boolean demanded,
        @Nullable String declaration) {
    /** No rounding: every whole number is its own. */
    public static final CountGrid EXACT = new CountGrid(null, 1, 0, false, null);

    /** Multiples of a base, each for the counts nearest to it. */
    static CountGrid nearest(int base, boolean demanded, @Nullable String declaration) {
        return new CountGrid(Rounding.Method.NEAREST, base, base / 2, demanded, declaration);
    }

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
        String claim = declared == null || declared.reach() == 0 ? null : claim(declared);
        if (settings.midpoint6Suffix()
                && header.strip().toLowerCase(Locale.ROOT).endsWith(MIDPOINT_SUFFIX)) {
            return new CountGrid(Rounding.Method.MIDPOINT6, 6, 3, demanded, null);
        }
        if (declared != null && claim != null) {
            boolean asDemanded = demanded
                    && declared.method() != Rounding.Method.PERTURBED
                    && (declared.base() % settings.roundBase() == 0
                            || (declared.method() == Rounding.Method.MIDPOINT6 && settings.midpoint6Suffix()));
            if (!demanded || asDemanded) {
                int base = switch (declared.method()) {
                    case NEAREST, RANDOM -> declared.base();
                    case MIDPOINT6 -> 6;
                    case RANDOM3 -> 3;
                    case PERTURBED -> 1;
                };
                return new CountGrid(declared.method(), base, declared.reach(), demanded, claim);
            }
        }
        return demanded ? nearest(settings.roundBase(), true, claim) : EXACT;
    }

    private static String claim(Rounding declared) {
        return switch (declared.method()) {
            case NEAREST, RANDOM -> "rounding.base: " + declared.base();
            case MIDPOINT6, RANDOM3 ->
                "rounding.method: " + declared.method().name().toLowerCase(Locale.ROOT);
            case PERTURBED -> "rounding.deviation: " + declared.base();
        };
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
        return method == Rounding.Method.MIDPOINT6 ? (n == 0 ? 0 : n - 2) : Math.max(0, n - reach);
    }

    /** The greatest count that a value can stand for. */
    public long high(long n) {
        if (method == null || !holds(n)) {
            return n;
        }
        return method == Rounding.Method.MIDPOINT6 && n == 0 ? 0 : n + reach;
    }

    /** The grid in words: {@code multiples of 5}. */
    public String inWords() {
        if (method == null) {
            return "exact counts";
        }
        return switch (method) {
            case MIDPOINT6 -> "0 or midpoints of six (3, 9, 15, …)";
            case PERTURBED -> "counts changed by up to " + reach;
            case NEAREST, RANDOM3, RANDOM -> "multiples of " + base;
        };
    }
}

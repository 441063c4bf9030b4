package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Table;
import java.util.function.Supplier;

/** The true counts that a printed count can stand for, where a table is declared rounded. */
final class Rounded {
    private Rounded() {}

    /** A printed count as a size: exact, or the interval of counts that round to it. */
    static Size size(Table table, long n, Size.Source source, Supplier<String> where) {
        Rounding rounding = table.declaration().rounding();
        if (rounding == null || rounding.reach() == 0) {
            return new Size(n, n, source, where, null);
        }
        int reach = rounding.reach();
        return new Size(Math.max(0, n - reach), n + reach, source, where, "rounding: base " + rounding.base());
    }
}

package dev.sdc.rules.con;

import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import java.math.BigDecimal;

/** A share or an index as a number from 0 to 1, whatever it is printed as. */
final class Fraction {
    private Fraction() {}

    /**
     * The number.
     *
     * @param places how many places further left the point stands in what is printed as more than 1: 2 for percentages
     */
    static Printed of(Quantity figure, int places) {
        BigDecimal value = figure.value();
        int more = value.compareTo(BigDecimal.ONE);
        if (more > 0 || figure.role() == ColumnRole.PERCENTAGE) {
            return Printed.of(value).movePointLeft(places);
        }
        // all of it is 1 and not a half and more, though zeros behind the point are left out
        return more == 0 ? new Printed(value, BigDecimal.ZERO) : Printed.of(value);
    }
}

package dev.sdc.engine.audit;

import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.List;

/**
 * What the printed counts of a submission, and of the releases before it, leave for those that are held back, left blank
 * or not understood.
 *
 * <p>The attacker knows what is printed and what the marks say, and nothing else. A line whose total is the sum of what it
 * prints was added up anew without its hidden counts, and tells nothing of them.
 */
public final class HiddenCounts {
    /** Which lines the attacker adds up. */
    public enum Known {
        /** Categories under their printed totals. */
        TOTALS,
        /** Also parts under the category that is known to hold them. */
        HIERARCHIES,
        /** Also parts under the category that seems to. */
        PRESUMED
    }

    private HiddenCounts() {}

    /** The hidden counts of a table, in the order in which its lines come to them; those that nothing limits left out. */
    public static List<HiddenCount> in(Table table, Facts facts, Settings settings) {
        return in(table, facts, settings, Known.TOTALS);
    }

    /** The same, with further lines whose total is the sum of their categories. */
    public static List<HiddenCount> in(Table table, Facts facts, Settings settings, Known known) {
        return attack(facts, settings, known).counts(table);
    }

    /** The same with everything that may be added up, and with the ends of every interval, however large. */
    static List<HiddenCount> toTheEnd(Table table, Facts facts, Settings settings) {
        Known needed = Attack.needed(facts, settings, Known.HIERARCHIES);
        return Attack.on(facts, settings, needed, Equations.OPEN).counts(table);
    }

    /** Hidden counts of a table that are known only together, fewer than the minimum count in all. */
    public static List<HiddenSum> smallSums(Table table, Facts facts, Settings settings) {
        return attack(facts, settings, Known.TOTALS).smallSums(table);
    }

    /** Whether a table that hides counts was held against all others; there may be too many. */
    public static boolean compared(Table table, Facts facts, Settings settings) {
        return attack(facts, settings, Known.TOTALS).compared(table);
    }

    private record Key(Settings settings, Known known) {}

    private static Attack attack(Facts facts, Settings settings, Known known) {
        Known needed = known == Known.TOTALS ? known : Attack.needed(facts, settings, known);
        return facts.together(
                new Key(settings, needed), Attack.class, () -> Attack.on(facts, settings, needed, settings.minCount()));
    }
}

package dev.sdc.rules.cls;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The groups of a table nine in ten of whose members, or all but two, lie in one category. They are few, and all that the
 * rules on groups look at; a long table is searched for them once.
 */
final class LopsidedGroups {
    /** The least share of a group in one category that any of these rules looks at, but for a lower one of the profile. */
    static final BigDecimal NEARLY = new BigDecimal("0.90");

    /** All but so many in one category are lopsided as well. */
    static final long EXCEPTIONS = 2;

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> restsOn = new LinkedHashSet<>();
    private final long all;

    private LopsidedGroups(Table table, Facts facts, BigDecimal share) {
        all = GroupLine.forEach(table, facts, false, restsOn::add, group -> {
            if (group.holds(share) || group.size() - group.most() <= EXCEPTIONS) {
                lines.add(group.counts().line());
            }
        });
    }

    /**
     * Visits the groups of a table, but for those of total rows and columns, that may hold {@link #NEARLY} all of their
     * members in one category, or the share that the profile sets, with others perhaps; returns how many groups the table
     * has in all. What they rest on is told to the findings of each rule.
     */
    static long forEach(Table table, Facts facts, Settings settings, Findings findings, Consumer<GroupLine> visitor) {
        LopsidedGroups groups = facts.once(
                table,
                LopsidedGroups.class,
                () -> new LopsidedGroups(table, facts, settings.groupShare().min(NEARLY)));
        groups.restsOn.forEach(findings::restsOn);
        groups.lines.forEach(line -> visitor.accept(GroupLine.of(table, facts, line, findings::restsOn)));
        return groups.all;
    }
}

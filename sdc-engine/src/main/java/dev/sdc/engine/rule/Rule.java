package dev.sdc.engine.rule;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Set;

/**
 * A check. Implementations are stateless and thread-safe, carry {@link SdcRule}, and implement one of the five kinds.
 */
public sealed interface Rule permits TableRule, OutputRule, FileRule, SubmissionRule {

    /** The rule's id and title, from its annotation. */
    default RuleInfo info() {
        SdcRule annotation = getClass().getAnnotation(SdcRule.class);
        if (annotation == null) {
            throw new IllegalStateException(getClass().getName() + " lacks @SdcRule");
        }
        return new RuleInfo(annotation.id(), annotation.title());
    }

    /**
     * The roles of numbers that this rule decides on. A number of a role that no rule with an outcome decides keeps its
     * output from passing.
     */
    default Set<ColumnRole> decides() {
        return Set.of();
    }

    /**
     * Whether this rule, where it has an outcome, decides on the numbers of a role in a column: one that looks for figures
     * of a certain name says nothing of others that share their role.
     */
    default boolean decides(Table table, Column column, ColumnRole role) {
        return decides().contains(role);
    }
}

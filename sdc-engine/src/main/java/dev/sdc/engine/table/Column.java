package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, understood.
 *
 * @param index its place among the table's columns, from 0
 * @param gridColumn its place in the grid
 * @param header its header texts from the outermost level inwards; empty texts are left out
 * @param role what its numbers are; {@link ColumnRole#LABEL} for names; null where not understood
 * @param source how the role is known
 * @param undeclared the role that header and numbers give where the declaration says another, else null
 * @param level for percentiles the level between 0 and 1, else null
 * @param total whether it holds the totals of other columns
 * @param cumulative whether its counts add up from row to row
 * @param headerN the number of units that its header states, such as {@code (n=176)}, or null
 * @param holds the roles of all numbers in it, those of composite cells and of row roles included
 */
public record Column(
        int index,
        int gridColumn,
        List<String> header,
        @Nullable ColumnRole role,
        RoleSource source,
        @Nullable ColumnRole undeclared,
        @Nullable BigDecimal level,
        boolean total,
        boolean cumulative,
        @Nullable Long headerN,
        Set<ColumnRole> holds) {

    /** How a role is known. */
    public enum RoleSource {
        /** The declaration says so. */
        DECLARED,
        /** The header is a word for it. */
        HEADER,
        /** The numbers themselves are of that kind (they add up, they form a category of a crossing). */
        CONTENT,
        /** Nobody knows. */
        UNKNOWN
    }

    /** The header in one line, outer levels first, joined by {@code " / "}; empty when there is none. */
    public String name() {
        return String.join(" / ", header);
    }

    /** The innermost header text; empty when there is none. */
    public String leaf() {
        return header.isEmpty() ? "" : header.get(header.size() - 1);
    }

    /** This column as one that says something of each row rather than counting. */
    Column named() {
        return new Column(
                index,
                gridColumn,
                header,
                ColumnRole.LABEL,
                source,
                undeclared,
                null,
                total,
                cumulative,
                headerN,
                Set.of(ColumnRole.LABEL));
    }

    /** Whether the column names things rather than measures them. */
    public boolean isLabel() {
        return role == ColumnRole.LABEL;
    }

    /** Whether the column may hold a number of this role. */
    public boolean mayHold(ColumnRole wanted) {
        return holds.contains(wanted);
    }
}

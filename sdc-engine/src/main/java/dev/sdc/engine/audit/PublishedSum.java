package dev.sdc.engine.audit;

import dev.sdc.engine.table.Table;

/** Where an equation over hidden counts is printed. */
sealed interface PublishedSum {
    /** A line of a table with its total. */
    record OfLine(Table table, Margins.Margin margin) implements PublishedSum {}

    /** A count of one table that is declared to be the sum of counts of others. */
    record OfDeclared(DeclaredSums.Sum sum) implements PublishedSum {}

    /**
     * One count in two tables.
     *
     * @param low the least that the other cell says; -1 where it is hidden too
     */
    record SameCount(Table table, int row, int column, Table other, int otherRow, int otherColumn, long low, long high)
            implements PublishedSum {}
}

package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Table;
import java.util.List;

/**
 * Hidden counts of one line that are known together: the total less all the rest.
 *
 * @param row the row of the first of them
 * @param column its column
 * @param size how many they are
 * @param low the least they can be together
 * @param high the most they can be together
 */
public record HiddenSum(
        Table table, int row, int column, int size, long low, long high, String because, List<Proof.Term> terms) {
    /** The line's cells, each {@code file!cell}. */
    public List<String> related() {
        return terms.stream().map(Proof.Term::place).toList();
    }
}

package dev.sdc.rules;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.RuleInfo;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every number of the tables of a submission, as the rules are shown it. */
final class NumbersOfTables implements TableRule {
    private static final Set<ColumnRole> NO_COUNTS = EnumSet.allOf(ColumnRole.class);

    static {
        NO_COUNTS.removeIf(ColumnRole::isCount);
    }

    /**
     * A number.
     *
     * @param role what it is; a count of any kind is a {@link ColumnRole#COUNT}
     */
    record Shown(String file, String cell, String table, int row, int column, ColumnRole role, BigDecimal value) {
        String at() {
            return file + "!" + cell;
        }
    }

    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();

    private NumbersOfTables() {}

    static List<Shown> of(Submission submission, Profile profile) {
        NumbersOfTables all = new NumbersOfTables();
        OutputChecker.of(RuleBook.of(List.of(all))).check(submission, profile);
        return List.copyOf(all.shown);
    }

    @Override
    public RuleInfo info() {
        return new RuleInfo("TEST-001", "Numbers of tables");
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        table.forEachCount((row, column, n) -> add(table, row, column, ColumnRole.COUNT, BigDecimal.valueOf(n)));
        table.forEachQuantity(NO_COUNTS, each -> add(table, each.row(), each.column(), each.role(), each.value()));
        return new Outcome.NotApplicable("only looks");
    }

    private void add(Table table, int row, int column, ColumnRole role, BigDecimal value) {
        shown.add(new Shown(table.file(), table.address(row, column), table.id(), row, column, role, value));
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives columns the roles that are declared for them, where the content does not deny it. */
final class DeclaredRoles {
    private final Declaration declaration;
    private final Sums sums;

    DeclaredRoles(Declaration declaration, Sums sums) {
        this.declaration = declaration;
        this.sums = sums;
    }

    /** Lets the declared role stand, unless the content contradicts it in the dangerous direction. */
    void decide(ColumnReading column) {
        ColumnRole role = declaredRole(column);
        if (role == null) {
            return;
        }
        boolean hidesCounts = column.isCount() && column.content.countLike() && !role.isCount();
        if (hidesCounts && contradicted(role, column)) {
            column.contradicted = role;
            return;
        }
        if (role == ColumnRole.IGNORE) {
            // it is not exempt from what its numbers are
            return;
        }
        if (role != column.role) {
            column.level = null;
            column.undeclared = column.role;
        }
        column.be(role, RoleSource.DECLARED);
        if (role == ColumnRole.PERCENTILE && column.level == null) {
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            column.level = meaning == null ? QuantileLevels.of(column.leaf()) : meaning.level();
        }
    }

    /** Whether whole numbers that are read as counts show that they are what the declaration denies. */
    private boolean contradicted(ColumnRole role, ColumnReading column) {
        boolean names = role == ColumnRole.LABEL && column.content.rising;
        boolean plain = role == ColumnRole.IGNORE
                || (column.source == RoleSource.HEADER && !names)
                || (role == ColumnRole.P_VALUE && HeaderRoles.contradicts(role, column.content));
        return plain || sums.has(column);
    }

    private @Nullable ColumnRole declaredRole(ColumnReading column) {
        for (Map.Entry<String, ColumnRole> entry : declaration.columns().entrySet()) {
            String words = Words.normal(entry.getKey());
            if (words.equals(Words.normal(column.leaf())) || words.equals(Words.normal(column.name()))) {
                return entry.getValue();
            }
        }
        return null;
    }
}

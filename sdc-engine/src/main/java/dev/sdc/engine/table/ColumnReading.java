package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column while its meaning is being worked out. */
final class ColumnReading {
    final int gridColumn;
    final List<String> header;
    final ColumnContent content;

    @Nullable
    ColumnRole role;

    RoleSource source = RoleSource.UNKNOWN;

    @Nullable
    BigDecimal level;

    CompositeForm form = CompositeForm.ANY;
    boolean total;
    boolean cumulative;
    /** The role that was declared though the content contradicts it. */
    @Nullable
    ColumnRole contradicted;

    /** The role that header and numbers gave where another was declared. */
    @Nullable
    ColumnRole undeclared;

    ColumnReading(int gridColumn, List<String> header, ColumnContent content) {
        this.gridColumn = gridColumn;
        this.header = header;
        this.content = content;
    }

    String name() {
        return String.join(" / ", header);
    }

    String leaf() {
        return header.isEmpty() ? "" : header.get(header.size() - 1);
    }

    /** The header without its innermost level. */
    List<String> parents() {
        return header.isEmpty() ? header : header.subList(0, header.size() - 1);
    }

    void be(@Nullable ColumnRole newRole, RoleSource newSource) {
        role = newRole;
        source = newSource;
    }

    /** Whether the innermost header names a count. */
    boolean isHeadedAsCount() {
        HeaderWords.Meaning meaning = HeaderWords.of(leaf());
        return meaning != null && meaning.role().isCount();
    }

    boolean isLabel() {
        return role == ColumnRole.LABEL;
    }

    /** Whether it counts, as a category of a crossing or a total of one would. */
    boolean isCount() {
        return role != null && role.isCount();
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the firm words of a header say of the numbers below it, unless the numbers contradict them. */
final class HeaderRoles {
    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;
    private final PartsOfWhole parts;
    /** Whether the output is declared to be a table of counts. */
    private final boolean table;

    HeaderRoles(Grid grid, int[] rows, List<ColumnReading> columns, PartsOfWhole parts, boolean table) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
        this.parts = parts;
        this.table = table;
    }

    void assign(ColumnReading column) {
        HeaderWords.Meaning own = firm(column.leaf());
        HeaderWords.Meaning meaning = own;
        boolean vague = meaning == null || meaning.role() == ColumnRole.MAGNITUDE || meaning.role() == ColumnRole.LABEL;
        // a phrase that was broken over two lines of a header
        HeaderWords.Meaning joined =
                meaning == null && !column.parents().isEmpty() ? firm(String.join(" ", column.header)) : null;
        if (joined != null && joined.role() != ColumnRole.LABEL && joined.role() != ColumnRole.MAGNITUDE) {
            meaning = joined;
        } else if (vague) {
            List<String> parents = column.parents();
            for (int i = parents.size() - 1; i >= 0; i--) {
                HeaderWords.Meaning outer = firm(parents.get(i));
                if (outer != null && outer.role() != ColumnRole.LABEL) {
                    // a statistic says more than the name of what was measured
                    meaning = outer.role() != ColumnRole.MAGNITUDE || meaning == null ? outer : meaning;
                    if (outer.role() != ColumnRole.MAGNITUDE) {
                        break;
                    }
                }
            }
        }
        if (meaning == null || contradicts(meaning.role(), column.content)) {
            return;
        }
        if (Objects.equals(meaning, own)
                && own.composite() == CompositeForm.ANY
                && column.content.countLike()
                && CountedNoun.is(column.leaf(), own.role(), table)) {
            meaning = new HeaderWords.Meaning(ColumnRole.COUNT);
        }
        if (meaning.composite() == CompositeForm.COUNT_PERCENT && holdsPlainShares(column)) {
            column.be(ColumnRole.PERCENTAGE, RoleSource.HEADER);
            return;
        }
        column.be(meaning.role(), RoleSource.HEADER);
        column.level = meaning.level();
        column.form = meaning.composite();
        if (column.role == ColumnRole.COUNT && column.content.decimals > 0) {
            // a header that promises counts over numbers with decimals: parts of one, weights, or an average
            boolean parts =
                    column.content.withinOne && Words.normal(column.leaf()).startsWith("cum");
            column.be(parts ? ColumnRole.PROPORTION : ColumnRole.WEIGHTED_COUNT, RoleSource.CONTENT);
        }
        String words = Words.normal(column.name());
        column.cumulative = meaning.role().isCount()
                && (words.contains("cumul")
                        || words.contains("to date")
                        || words.contains("so far")
                        || Words.contains(words, "cum")
                        || words.equals("number failed") // so SAS calls all up to a time
                        || words.contains("kumul"));
    }

    /** Whether a column such as {@code Relapsed (%)} holds the percentages alone rather than {@code 12 (4.5)}. */
    private boolean holdsPlainShares(ColumnReading column) {
        ColumnContent content = column.content;
        boolean positive = content.figures > 0 && content.several == 0 && content.negative == 0;
        if (positive && content.decimals > 1 && withinHundredAboveSizes(column)) {
            return true;
        }
        boolean plain = positive && content.withinHundred;
        if (!plain || content.decimals > 0 || isBesideItsCount(column)) {
            return plain;
        }
        boolean countsBeside = columns.stream()
                .anyMatch(other ->
                        other.content.several > 0 || (other.leaf().contains("(%)") && !other.content.withinHundred));
        return (!countsBeside && !namesCount(column)) || (rows.length > 2 && parts.inColumn(column, 100));
    }

    /** {@code Deaths (%)} beside {@code Deaths}. */
    private boolean isBesideItsCount(ColumnReading column) {
        String count = Words.normal(column.leaf().replace("(%)", " "));
        return column.leaf().contains("(%)")
                && columns.stream()
                        .anyMatch(other -> other != column
                                && !other.leaf().contains("%")
                                && other.content.figures > 0
                                && other.content.decimals == 0
                                && Words.normal(other.leaf()).equals(count));
    }

    /** Percentages with decimals over a last row {@code N}, which holds what they are of. */
    private boolean withinHundredAboveSizes(ColumnReading column) {
        int sizes = 0;
        for (int row : rows) {
            BigDecimal number = grid.number(row, column.gridColumn);
            if (number != null && HeaderWords.namesUnits(grid.text(row, columns.get(0).gridColumn))) {
                sizes++;
            } else if (number == null || number.compareTo(BigDecimal.valueOf(100)) > 0) {
                return false;
            }
        }
        return sizes == 1;
    }

    /** Whether a header names a count beside its percentage: {@code Patients (%)}, {@code Women, n (%)}. */
    private static boolean namesCount(ColumnReading column) {
        return column.header.stream()
                .map(text -> HeaderWords.of(text.replace("%", "")))
                .anyMatch(meaning -> meaning != null && meaning.role().isCount());
    }

    private static HeaderWords.@Nullable Meaning firm(String header) {
        HeaderWords.Meaning meaning = HeaderWords.of(header);
        if (meaning != null && meaning.tentative()) {
            return meaning.level() != null ? null : HeaderWords.firm(header);
        }
        return meaning;
    }

    /** Whether numbers cannot be of the kind that a word in the header suggests. */
    static boolean contradicts(ColumnRole role, ColumnContent content) {
        boolean allWhole = content.figures > 0 && content.whole == content.figures;
        return switch (role) {
            case P_VALUE, PROPORTION, SURVIVAL -> allWhole && !content.zeroOrOne;
            case LABEL -> content.decimals > 0 || content.several > 0;
            case ESTIMATE, SE, CI_LOWER, CI_UPPER -> false;
            case COUNT, DISTINCT_PATIENTS, AT_RISK, EVENTS, CENSORED -> content.negative > 0;
            default -> false;
        };
    }
}

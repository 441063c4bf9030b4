package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of a header that may mean several things, such as {@code p}, {@code t} or {@code Q1}: decided by what stands beside them. */
final class TentativeRoles {
    private static final Set<ColumnRole> STATISTICS = EnumSet.of(
            ColumnRole.P_VALUE,
            ColumnRole.SE,
            ColumnRole.CI_LOWER,
            ColumnRole.CI_UPPER,
            ColumnRole.ESTIMATE,
            ColumnRole.STATISTIC,
            ColumnRole.DOF);
    private static final Set<ColumnRole> SURVIVAL =
            EnumSet.of(ColumnRole.AT_RISK, ColumnRole.SURVIVAL, ColumnRole.CENSORED);
    /** What describes a distribution. */
    static final Set<ColumnRole> DESCRIPTIVE =
            EnumSet.of(ColumnRole.MEAN, ColumnRole.SD, ColumnRole.MINIMUM, ColumnRole.MAXIMUM, ColumnRole.PERCENTILE);

    private final List<ColumnReading> columns;
    private final Declaration declaration;

    TentativeRoles(List<ColumnReading> columns, Declaration declaration) {
        this.columns = columns;
        this.declaration = declaration;
    }

    /** Decides what the firm words of other headers allow to decide. */
    void assign() {
        Set<ColumnRole> firm = EnumSet.noneOf(ColumnRole.class);
        int levels = 0;
        for (ColumnReading column : columns) {
            if (column.role != null) {
                firm.add(column.role);
            }
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            levels += meaning != null && isPercentLevel(meaning, column) ? 1 : 0;
        }
        boolean percentiles = levels > 1 || firm.stream().anyMatch(DESCRIPTIVE::contains);
        boolean quartiles = quartiles();
        for (ColumnReading column : columns) {
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            boolean known = column.source == RoleSource.DECLARED
                    || column.isLabel() // words name rows, even under a header such as t
                    || column.role == ColumnRole.CI_LOWER
                    || column.role == ColumnRole.CI_UPPER;
            if (known || meaning == null || !meaning.tentative()) {
                continue;
            }
            if (isPercentLevel(meaning, column)) {
                column.be(percentiles ? ColumnRole.PERCENTILE : ColumnRole.PERCENTAGE, RoleSource.HEADER);
                column.level = percentiles ? meaning.level() : null;
            } else if ((fits(meaning.role(), firm)
                            || isProbability(meaning.role(), column.content)
                            || (meaning.role() == ColumnRole.PERCENTILE && quartiles))
                    && !HeaderRoles.contradicts(meaning.role(), column.content)) {
                column.be(meaning.role(), RoleSource.HEADER);
                column.level = HeaderWords.quartile(column.leaf());
            }
        }
        if (firm.contains(ColumnRole.AT_RISK) && !firm.contains(ColumnRole.SURVIVAL)) {
            columns.forEach(TentativeRoles::survival);
        }
    }

    /**
     * Whether {@code Q1} and {@code Q3} stand without the last quarter of a year, with {@code Q2} only beside an {@code n} as
     * quartiles have it, or are declared to be percentiles.
     */
    private boolean quartiles() {
        Set<String> names = new HashSet<>();
        for (ColumnReading column : columns) {
            String words = Words.normal(Words.outsideBrackets(column.leaf()));
            for (String name : List.of("q1", "q2", "q3", "q4")) {
                if (Words.contains(words, name)) {
                    names.add(name);
                }
            }
        }
        boolean declared =
                declaration.outputType() == OutputType.PERCENTILES || declaration.outputType() == OutputType.BOX_PLOT;
        boolean ofMany =
                columns.stream().anyMatch(column -> Words.normal(column.leaf()).equals("n"));
        return names.equals(Set.of("q1", "q3"))
                || (names.equals(Set.of("q1", "q2", "q3")) && ofMany)
                || (declared && !names.contains("q4"));
    }

    /** Whether a header is a level such as {@code 25%} and nothing else. */
    private static boolean isPercentLevel(HeaderWords.Meaning meaning, ColumnReading column) {
        return meaning.tentative() && meaning.level() != null && column.leaf().indexOf('%') > 0;
    }

    /** A column called p of decimals between 0 and 1 holds p-values, whatever stands beside it. */
    private static boolean isProbability(ColumnRole role, ColumnContent content) {
        return role == ColumnRole.P_VALUE && content.decimals > 0 && content.withinOne;
    }

    /** A tentative word counts beside other statistics of the same trade. */
    private static boolean fits(ColumnRole role, Set<ColumnRole> beside) {
        Set<ColumnRole> trade = switch (role) {
            case EVENTS, SURVIVAL, AT_RISK -> SURVIVAL;
            case PERCENTILE -> DESCRIPTIVE;
            default -> STATISTICS;
        };
        for (ColumnRole other : trade) {
            if ((other != role || role == ColumnRole.PERCENTILE) && beside.contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** An estimate beside numbers at risk, from 0 to 1, is the survival: {@code time, n.risk, n.event, estimate}. */
    private static void survival(ColumnReading column) {
        boolean named = column.role == ColumnRole.ESTIMATE && column.source == RoleSource.HEADER;
        if (named && column.content.figures > 0 && column.content.withinOne) {
            column.be(ColumnRole.SURVIVAL, RoleSource.HEADER);
        }
    }
}

package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The numbers of parameters in a table of models, {@code k} beside {@code AIC} or {@code R2}: they count no people. */
final class ParameterCounts {
    private static final Set<String> NAMES = Set.of(
            "k",
            "parameters",
            "number of parameters",
            "no of parameters",
            "n parameters",
            "n params",
            "npar",
            "params");
    private static final Set<String> CRITERIA =
            Set.of("aic", "bic", "aicc", "loglik", "log lik", "log likelihood", "ll");

    private final List<ColumnReading> columns;
    private final Declaration declaration;

    ParameterCounts(List<ColumnReading> columns, Declaration declaration) {
        this.columns = columns;
        this.declaration = declaration;
    }

    void find() {
        OutputType type = declaration.outputType();
        boolean models =
                (type != null && type.isModel()) ? has(ParameterCounts::isFit) : has(ParameterCounts::isCriterion);
        boolean coefficients = has(column -> column.role == ColumnRole.ESTIMATE || column.role == ColumnRole.SE);
        for (ColumnReading column : columns) {
            boolean open = column.source == RoleSource.UNKNOWN
                    || (column.source == RoleSource.HEADER && column.role == ColumnRole.LABEL);
            if (models
                    && !coefficients
                    && open
                    && column.content.countLike()
                    && NAMES.contains(Words.normal(column.leaf()))) {
                column.be(ColumnRole.STATISTIC, RoleSource.HEADER);
            }
        }
    }

    private boolean has(Predicate<ColumnReading> test) {
        return columns.stream().anyMatch(test);
    }

    /** A statistic that tells how well a model fits. */
    private static boolean isFit(ColumnReading column) {
        return column.role == ColumnRole.STATISTIC && FitWords.role(column.leaf()) == ColumnRole.STATISTIC;
    }

    /** One that is made of the number of parameters or of the likelihood, and stands beside nothing but models. */
    private static boolean isCriterion(ColumnReading column) {
        return column.role == ColumnRole.STATISTIC && CRITERIA.contains(Words.normal(column.leaf()));
    }
}

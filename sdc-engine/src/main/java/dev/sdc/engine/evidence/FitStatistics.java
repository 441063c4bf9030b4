package dev.sdc.engine.evidence;

import dev.sdc.engine.read.model.Measure;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of fit that tables print about a model, found by their usual names in the model's own table or in the
 * one that belongs to it: of the same file, else the only one of the submission beside the only coefficients.
 */
final class FitStatistics {
    private final List<Table> sources;
    /** How many cases a summary of them says were analysed. */
    private final @Nullable Long analysed;
    /** What the table of coefficients prints below or above them. */
    private final Optional<ModelColumn> beneath;

    private FitStatistics(List<Table> sources, @Nullable Long analysed) {
        this.sources = sources;
        this.analysed = analysed;
        this.beneath = ModelColumn.thinnest(sources.get(0));
    }

    static FitStatistics beside(Table table, Facts facts) {
        List<Table> models = new ArrayList<>();
        for (Output output : facts.outputs()) {
            boolean own = output instanceof ModelSummary print && print.table() == table;
            if (own && (table.holds(ColumnRole.COUNT) || table.holds(ColumnRole.DOF))) {
                return new FitStatistics(List.of(table), null); // what belongs to it is in it
            }
            boolean model = output instanceof Table other && (other.type().isModel() || other.holds(ColumnRole.DOF));
            boolean head = output instanceof ModelSummary print
                    && print.model().coefficients().isEmpty()
                    && print.model().figure(Measure.RESIDUAL_DOF).isPresent();
            if (own || model || head) {
                output.numbers().ifPresent(models::add);
            }
        }
        List<Table> sources = new ArrayList<>();
        sources.add(table);
        List<Table> sameFile = models.stream()
                .filter(other -> other != table && other.file().equals(table.file()))
                .toList();
        boolean pair = models.size() == 2 && holdsCoefficients(models.get(0)) != holdsCoefficients(models.get(1));
        if (!sameFile.isEmpty()) {
            sources.addAll(sameFile.size() == 1 ? sameFile : List.of());
        } else if (pair) {
            sources.addAll(models.stream().filter(other -> other != table).toList());
        }
        return new FitStatistics(sources, analysed(table.file(), facts));
    }

    /** The cases of the only analysis in a file, as SPSS prints them above it; null where there are several, or none. */
    private static @Nullable Long analysed(String file, Facts facts) {
        Long analysed = null;
        for (Output output : facts.outputs()) {
            if (!(output instanceof Table summary) || !summary.file().equals(file)) {
                continue;
            }
            BitSet rows = rowsNamed(summary, "included in analysis");
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                for (Column column : summary.columns()) {
                    long count = summary.count(row, column.index());
                    if (count >= 0 && analysed != null) {
                        return null;
                    }
                    analysed = count >= 0 ? Long.valueOf(count) : analysed;
                }
            }
        }
        return analysed;
    }

    @Nullable
    Long observations() {
        // several observations may be of one subject
        Long subjects = ModelFit.whole(value("number of subjects"));
        if (subjects != null) {
            return subjects;
        }
        Optional<ModelRows> rows = ModelRows.thinnest(sources.get(0));
        if (rows.isPresent()) {
            return rows.get().observations();
        }
        Long observations = ModelFit.whole(
                value("nobs", "n obs", "number of obs", "number of observations", "no observations", "observations"));
        if (observations != null) {
            return observations;
        }
        return analysed != null
                ? analysed
                : beneath.map(ModelColumn::observations).orElse(null);
    }

    @Nullable
    Long residual() {
        Long stated = ModelFit.whole(value(
                "df residual",
                "df residuals",
                "df resid",
                "residual df",
                "residual dof",
                "dof residual",
                "df error",
                "error df",
                "residual degrees of freedom"));
        return stated == null ? variances().map(VarianceTable::residual).orElse(null) : stated;
    }

    private Optional<VarianceTable> variances() {
        return sources.stream()
                .flatMap(table -> VarianceTable.in(table).stream())
                .findFirst();
    }

    @Nullable
    Long events() {
        return ModelFit.whole(value("nevent", "n events", "number of events"));
    }

    /** As stated, else from AIC = 2 k - 2 log L. */
    @Nullable
    Long parameters() {
        Optional<ModelRows> rows = ModelRows.thinnest(sources.get(0));
        if (rows.isPresent()) {
            return rows.get().parameters();
        }
        Long stated = ModelFit.whole(value("n parameters", "number of parameters", "npar", "n params"));
        BigDecimal aic = value("aic");
        BigDecimal logLikelihood = value("loglik", "log likelihood", "ll");
        if (stated != null) {
            return stated;
        }
        if (aic == null || logLikelihood == null) {
            return variances().map(VarianceTable::parameters).orElse(null);
        }
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal k = aic.add(two.multiply(logLikelihood)).divide(two);
        BigDecimal error = Printed.of(aic)
                .half()
                .add(two.multiply(Printed.of(logLikelihood).half()));
        BigDecimal whole = k.setScale(0, RoundingMode.HALF_EVEN);
        boolean certain = error.compareTo(new BigDecimal("0.4")) < 0
                && k.subtract(whole).abs().compareTo(error) <= 0;
        return certain ? ModelFit.whole(whole) : null;
    }

    @Nullable
    Printed residualError() {
        BigDecimal sigma = value("sigma", "residual standard error", "root mse", "rmse");
        return sigma == null ? null : Printed.of(sigma);
    }

    /** Whether the deviance is twice the negative log likelihood: a model of yes and no. */
    boolean isBernoulli() {
        BigDecimal deviance = value("deviance", "residual deviance");
        BigDecimal logLikelihood = value("loglik", "log likelihood");
        if (deviance == null || logLikelihood == null) {
            return false;
        }
        BigDecimal difference = deviance.add(logLikelihood.add(logLikelihood)).abs();
        BigDecimal error =
                Printed.of(deviance).half().add(Printed.of(logLikelihood).half().multiply(BigDecimal.valueOf(2)));
        return difference.compareTo(error.multiply(BigDecimal.TEN)) <= 0;
    }

    /** How many coefficients the table of them prints, and what smooth terms beside them take up. */
    @Nullable
    Long coefficients() {
        if (beneath.isPresent()) {
            return beneath.get().terms().size() + smooth();
        }
        for (Table table : sources) {
            if (holdsCoefficients(table)) {
                ColumnRole role = table.holds(ColumnRole.ESTIMATE) ? ColumnRole.ESTIMATE : ColumnRole.SE;
                long rows = 0;
                for (int row = 0; row < table.rowCount(); row++) {
                    rows += holds(table, row, role) ? 1 : 0;
                }
                return rows + smooth();
            }
        }
        return null;
    }

    /** The effective degrees of freedom of smooth terms, in whole ones. */
    private long smooth() {
        BigDecimal all = BigDecimal.ZERO;
        for (Table table : sources) {
            for (Column column : table.columns()) {
                for (int row = 0; row < table.rowCount() && Wording.is(column.leaf(), "edf"); row++) {
                    for (Quantity figure : table.quantities(row, column.index())) {
                        all = all.add(figure.value());
                    }
                }
            }
        }
        Long whole = ModelFit.whole(all.setScale(0, RoundingMode.CEILING));
        return whole == null ? Integer.MAX_VALUE : whole;
    }

    private static boolean holdsCoefficients(Table table) {
        return table.holds(ColumnRole.ESTIMATE) || table.holds(ColumnRole.SE);
    }

    private static boolean holds(Table table, int row, ColumnRole role) {
        for (int column = 0; column < table.columns().size(); column++) {
            for (Quantity figure : table.quantities(row, column)) {
                if (figure.role() == role) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The rows whose labels together are one of these names. */
    private static BitSet rowsNamed(Table table, String... names) {
        BitSet rows = table.rowsLabelled(label -> isPart(Wording.words(label), names));
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            rows.set(row, Wording.is(table.rowLabel(row), names));
        }
        return rows;
    }

    private static boolean isPart(String words, String... names) {
        for (String name : names) {
            if ((' ' + name + ' ').contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** The value under the first of these names; null when none is printed, or several tables or rows disagree. */
    private @Nullable BigDecimal value(String... names) {
        for (Table table : sources) {
            BigDecimal found = null;
            BitSet all = new BitSet();
            all.set(0, table.rowCount());
            BitSet named = rowsNamed(table, names);
            for (Column column : table.columns()) {
                if (column.isLabel()) {
                    continue;
                }
                BitSet rows = Wording.is(column.leaf(), names) ? all : named;
                for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                    for (Quantity figure : table.quantities(row, column.index())) {
                        if (found != null && found.compareTo(figure.value()) != 0) {
                            return null;
                        }
                        found = figure.value();
                    }
                }
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

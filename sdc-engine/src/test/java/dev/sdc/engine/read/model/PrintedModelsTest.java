package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prints of programs are read as what they are; the sizes are those of the data that the prints were made from. */
final class PrintedModelsTest {
    private static final Path PRINTS = Path.of("..", "testdata", "models");

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(PRINTS.resolve(file));
    }

    private static Model only(String file) throws IOException {
        List<Model> models = ModelReader.in(lines(file));
        assertThat(models).hasSize(1);
        return models.get(0);
    }

    private static String printed(Optional<Figure> figure) {
        return figure.map(found -> found.value().toPlainString()).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // file, kind, outcome, terms, observations, events, residual degrees of freedom
                "r/lm.txt, LINEAR, egfr, 4, '', '', 633",
                "r/lm-knitr.txt, LINEAR, egfr, 4, '', '', 633",
                "r/lm-plain.txt, LINEAR, egfr, 4, '', '', 633",
                "r/lm-print.txt, LINEAR, egfr, 4, '', '', ''",
                "r/lm-small.txt, LINEAR, egfr, 3, '', '', 6",
                "r/lm-aliased.txt, LINEAR, egfr, 3, '', '', 637",
                "r/lm-intercept.txt, LINEAR, egfr, 1, '', '', 639",
                "r/glm-binomial.txt, LOGISTIC, dead, 6, '', '', 634",
                "r/glm-binomial-wide.txt, LOGISTIC, dead, 6, '', '', 634",
                "r/glm-print.txt, LOGISTIC, dead, 6, '', '', 634",
                "r/glm-poisson.txt, POISSON, visits, 3, '', '', 634",
                "r/glm-gamma.txt, GENERALISED_LINEAR, time, 2, '', '', 638",
                "r/coxph.txt, COX, 'Surv(time, status)', 5, 640, 436, ''",
                "r/coxph-summary.txt, COX, 'Surv(time, status)', 5, 640, 436, ''",
                "r/coxph-missing.txt, COX, 'Surv(time, status)', 2, 637, 434, ''",
                "r/coxph-few.txt, COX, 'Surv(time, status)', 1, 640, 6, ''",
                "r/survreg.txt, PARAMETRIC_SURVIVAL, 'Surv(time, status)', 4, 640, '', ''",
                "r/lmer.txt, MIXED, egfr, 3, 640, '', ''",
                "r/glmer.txt, MIXED, dead, 2, 640, '', 637",
                "r/nls.txt, NONLINEAR, egfr, 2, '', '', 638",
                "r/rlm-print.txt, LINEAR, egfr, 3, '', '', 637",
                "r/aov.txt, ANALYSIS_OF_VARIANCE, -, 0, '', '', ''",
                "r/lme.txt, MIXED, los, 3, 240, '', ''",
                "r/lme-slopes.txt, MIXED, los, 3, 240, '', ''",
                "r/lme-print.txt, MIXED, los, 3, 240, '', ''",
                "r/lme-anova.txt, TEST, -, 0, '', '', ''",
                "r/aov-print.txt, ANALYSIS_OF_VARIANCE, los, 0, '', '', ''",
                "r/aov-strata.txt, ANALYSIS_OF_VARIANCE, los, 0, '', '', ''",
                "r/nls-print.txt, NONLINEAR, y, 2, '', '', ''",
                "r/glm-negbin-print.txt, NEGATIVE_BINOMIAL, visits, 6, '', '', 234",
                "r/coef.txt, MODEL, -, 3, '', '', ''",
                "r/coef-wrapped.txt, MODEL, -, 9, '', '', ''",
                "r/gam.txt, GENERALISED_LINEAR, los, 2, 240, '', ''",
                "r/gam-reml.txt, GENERALISED_LINEAR, visits, 2, 240, '', ''",
                "python/ols.txt, LINEAR, egfr, 3, 640, '', 637",
                "python/ols-2.txt, LINEAR, egfr, 3, 640, '', 637",
                "python/ols-small.txt, LINEAR, egfr, 3, 9, '', 6",
                "python/logit.txt, LOGISTIC, dead, 6, 640, '', 634",
                "python/logit-2.txt, LOGISTIC, dead, 6, 640, '', 634",
                "python/glm-binomial.txt, LOGISTIC, dead, 3, 640, '', 637",
                "python/glm-poisson.txt, POISSON, visits, 2, 640, '', 638",
                "python/phreg.txt, COX, time, 2, 640, 452, ''",
                "python/mixedlm.txt, MIXED, egfr, 2, 640, '', ''",
                "python/lifelines-cox.txt, COX, -, 2, 640, 436, ''",
                "stata/regress.log, LINEAR, egfr, 4, 637, '', 633",
                "stata/logistic.log, LOGISTIC, dead, 5, 640, '', ''",
                "stata/logit.log, LOGISTIC, dead, 3, 640, '', ''",
                "stata/logit-perfect.log, LOGISTIC, relapse, 4, 313, '', ''",
                "stata/poisson.log, POISSON, visits, 2, 640, '', ''",
                "stata/stcox.log, COX, _t, 2, 17277935, 10926, ''",
                "stata/streg.log, PARAMETRIC_SURVIVAL, _t, 6, 640, 436, ''",
                "stata/mixed.log, MIXED, egfr, 2, 640, '', ''",
                "sas/reg.lst, LINEAR, egfr, 3, 637, '', ''",
                "layouts/rms-lrm.txt, LOGISTIC, died, 3, 240, 46, ''",
                "layouts/rms-cph.txt, COX, 'Surv(los, died)', 2, 240, 46, ''",
                "layouts/rms-ols.txt, LINEAR, los, 3, 240, '', 237",
                "layouts/polca.txt, MODEL, -, 0, 1000, '', 6",
                "layouts/sas/logistic.lst, LOGISTIC, died, 5, 640, '', ''",
                "layouts/sas/logistic-deleted.lst, LOGISTIC, died, 5, 640, '', ''",
                "layouts/sas/logistic-few.lst, LOGISTIC, died, 5, 14, '', ''",
                "layouts/sas/phreg.lst, COX, time, 4, 640, 430, ''",
                "layouts/sas/phreg-few.lst, COX, time, 4, 640, 7, ''",
            })
    void modelsAreReadWithTheirSizes(
            String file, ModelKind kind, String outcome, int terms, String n, String events, String residual)
            throws IOException {
        Model model = only(file);
        assertThat(model.kind()).isEqualTo(kind);
        assertThat(model.outcome()).isEqualTo(outcome);
        assertThat(model.terms()).hasSize(terms);
        assertThat(printed(model.figure(Measure.OBSERVATIONS))).isEqualTo(n);
        assertThat(printed(model.figure(Measure.EVENTS))).isEqualTo(events);
        assertThat(printed(model.figure(Measure.RESIDUAL_DOF))).isEqualTo(residual);
        assertThat(model.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "r/t-welch.txt, T_TEST, 'residual df', 636.69",
        "r/t-knitr.txt, T_TEST, 'residual df', 636.69",
        "r/t-pooled.txt, T_TEST, 'residual df', 638",
        "r/t-one.txt, T_TEST, 'residual df', 639",
        "r/t-paired.txt, T_TEST, 'residual df', 636",
        "r/chisq.txt, CHI_SQUARED_TEST, 'degrees of freedom of the test', 3",
        "r/kruskal.txt, RANK_TEST, 'degrees of freedom of the test', 3",
        "r/bartlett.txt, TEST, 'degrees of freedom of the test', 3",
        "r/fisher.txt, FISHER_TEST, 'odds ratio', 0.9047334",
        "r/wilcox.txt, RANK_TEST, W, 52645",
        "r/cor.txt, CORRELATION_TEST, 'correlation cor', -0.2515003",
        "r/cor-spearman.txt, CORRELATION_TEST, 'correlation rho', -0.2331095",
        "r/prop.txt, CHI_SQUARED_TEST, 'prop 2', 0.2794118",
    })
    void testsAreReadWithWhatTheyEstimate(String file, ModelKind kind, String name, String value) throws IOException {
        Model test = only(file);
        assertThat(test.kind()).isEqualTo(kind);
        Panel panel = test.panels().get(0);
        List<String> names = panel.headings().stream().map(Heading::name).toList();
        assertThat(names).contains(name);
        Figure figure = panel.rows().get(0).figures().get(names.indexOf(name));
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isEqualByComparingTo(value);
    }

    @Test
    void everyFigureStandsWhereItsPlaceSays() throws IOException {
        try (var files = Files.walk(PRINTS)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(txt|log|lst)"))
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                for (Model model : ModelReader.in(lines)) {
                    for (Panel panel : model.panels()) {
                        for (Row row : panel.rows()) {
                            for (Figure figure : row.figures()) {
                                if (figure != null) {
                                    Place place = figure.place();
                                    assertThat(lines.get(place.line() - 1).substring(place.column() - 1))
                                            .as(file + " " + place)
                                            .startsWith(figure.text());
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void aSessionHoldsItsModelsAndLeavesTheRest() throws IOException {
        List<Model> models = ModelReader.in(lines("r/session.txt"));
        assertThat(models).extracting(Model::kind).containsExactly(ModelKind.LINEAR, ModelKind.COX, ModelKind.T_TEST);
        // the table of counts between them is of no model
        assertThat(models.get(0).lastLine()).isLessThan(24);
        assertThat(models.get(1).firstLine()).isGreaterThan(27);
    }

    @Test
    void levelsOfAFactorKeepTheirVariableAndTheReferenceIsNoEstimate() throws IOException {
        Panel terms = only("stata/logistic.log").coefficients().orElseThrow();
        assertThat(terms.rows()).extracting(Row::label).contains("stage / I", "stage / IV", "_cons");
        assertThat(terms.rows().get(1).state()).isEqualTo(Row.State.REFERENCE);
    }

    @Test
    void deletedObservationsAreCounted() throws IOException {
        assertThat(printed(only("r/lm.txt").figure(Measure.DROPPED))).isEqualTo("3");
    }

    @Test
    void observationsThatARegressorPredictsWithoutFailAreCounted() throws IOException {
        assertThat(printed(only("stata/logit-perfect.log").figure(Measure.PERFECTLY_PREDICTED)))
                .isEqualTo("7");
    }

    @Test
    void aliasedTermsHaveNoFigures() throws IOException {
        Row aliased =
                only("r/lm-aliased.txt").coefficients().orElseThrow().rows().get(2);
        assertThat(aliased.label()).isEqualTo("I(2 * age)");
        assertThat(aliased.figures()).containsOnlyNulls();
    }
}

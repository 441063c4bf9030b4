package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A multinomial model in the layout of R. */
final class OutcomeMatrixTest {
    private static final List<String> SUMMARY = List.of(
            "Call:",
            "multinom(formula = stage ~ age, data = d)",
            "",
            "Coefficients:",
            "    (Intercept)         age",
            "II     1.830402 -0.00766592",
            "III    4.783726 -0.01495458",
            "",
            "Std. Errors:",
            "    (Intercept)        age",
            "II     2.096450 0.03299053",
            "III    1.895184 0.02974103",
            "",
            "Residual Deviance: 298.7664 ",
            "AIC: 306.7664 ");

    @Test
    void everyOutcomeHasAnEstimateAndAnErrorForEachTerm() {
        List<Model> models = ModelReader.in(SUMMARY);

        assertThat(models).hasSize(1);
        Model model = models.get(0);
        assertThat(model.lastLine()).isEqualTo(15);
        assertThat(model.terms())
                .extracting(Row::label)
                .containsExactly("II: (Intercept)", "II: age", "III: (Intercept)", "III: age");
        assertThat(model.terms().get(3).figures())
                .extracting(figure -> figure == null ? "" : figure.text())
                .containsExactly("-0.01495458", "0.02974103");
    }

    @Test
    void figuresThatEndElsewhereAreNone() {
        assertThat(OutcomeMatrix.at(List.of("  age  bmi", "II 1.5 2.25"), 0)).isNull();
    }
}

package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints of R and Stata where decimals stand behind a comma. */
final class DecimalCommaTest {
    private static final List<String> SUMMARY = List.of(
            "Call:",
            "lm(formula = stay ~ age, data = d)",
            "",
            "Coefficients:",
            "            Estimate Std. Error t value Pr(>|t|)    ",
            "(Intercept) -0,20310    0,33501   -0,61     0,54    ",
            "age          0,10532    0,00534   19,74   <2e-16 ***",
            "",
            "Residual standard error: 1,32 on 417 degrees of freedom",
            "Multiple R-squared:  0,483,\tAdjusted R-squared:  0,481 ",
            "F-statistic:  195 on 1 and 417 DF,  p-value: <2e-16");

    @Test
    void aModelIsReadWithItsFigures() {
        List<Model> models = ModelReader.in(SUMMARY);

        assertThat(models).hasSize(1);
        Model model = models.get(0);
        assertThat(model.kind()).isEqualTo(ModelKind.LINEAR);
        assertThat(model.terms()).hasSize(2);
        assertThat(model.terms().get(0).figures().get(0).value()).isEqualByComparingTo(new BigDecimal("-0.20310"));
        assertThat(model.figure(Measure.RESIDUAL_DOF))
                .hasValueSatisfying(dof -> assertThat(dof.value()).isEqualByComparingTo(new BigDecimal(417)));
    }

    @Test
    void pointsPartThousandsThen() {
        List<String> lines = DecimalComma.asPoint(List.of("n = 1.034", "a 0,25", "b -,3", "c 12,5 (0,1; 2,75)"));

        assertThat(lines).containsExactly("n = 1,034", "a 0.25", "b -.3", "c 12.5 (0.1; 2.75)");
    }

    @Test
    void oneDecimalPointLeavesAllAsItIs() {
        List<String> lines = List.of("a 0,25", "b 0,3", "c 12,5", "p 0.05");

        assertThat(DecimalComma.asPoint(lines)).isEqualTo(lines);
    }
}

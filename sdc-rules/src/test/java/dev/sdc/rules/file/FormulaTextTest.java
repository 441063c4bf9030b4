package dev.sdc.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class FormulaTextTest {
    @Property
    void noNumberIsAFormula(@ForAll @BigRange(min = "-100000", max = "100000") @Scale(4) BigDecimal a) {
        String signed = a.signum() < 0 ? a.toPlainString() : "+" + a.toPlainString();
        assertThat(Stream.of(
                        signed,
                        signed + "%",
                        signed + " (-1.2, 3.4)",
                        signed + " to 0.5",
                        signed + "***",
                        signed + "e-05",
                        signed + " [0.1; 2]"))
                .noneMatch(FormulaText::isFormula);
    }

    @Example
    void marksAndDashesAreText() {
        assertThat(Stream.of("-", "--", "+++", "+/-", "- of these", "@", "=", "-.52", "-2 Log L", "–3", "<10", "a=b"))
                .noneMatch(FormulaText::isFormula);
    }

    @Example
    void formulas() {
        assertThat(Stream.of("=1+1", "=B2", "@SUM(A1)", "+A1", "-A1", "-2+3+cmd|' /C calc'!A0", "\t=1", "＝1+1", "+ve"))
                .allMatch(FormulaText::isFormula);
        assertThat(Stream.of(
                        "=cmd|' /C calc'!A0",
                        "=HYPERLINK(\"x\")",
                        "=WEBSERVICE(A1)",
                        "=[book.xlsx]Sheet1!A1",
                        "+\"http://example.org\""))
                .allMatch(FormulaText::reachesOutside);
        assertThat(FormulaText.reachesOutside("=SUM(B2:B9)")).isFalse();
    }
}

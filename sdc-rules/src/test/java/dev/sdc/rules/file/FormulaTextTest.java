package dev.sdc.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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
                .allMatch(text -> FormulaText.of(text) == FormulaText.NONE);
    }

    @Example
    void marksAndDashesAreText() {
        assertThat(Stream.of(
                        "-",
                        "--",
                        "+++",
                        "+/-",
                        "- of these",
                        "- none",
                        "@",
                        "=",
                        "==",
                        "-.52",
                        "-2 Log L",
                        "–3",
                        "<10",
                        "a=b",
                        "-3.2",
                        "+4",
                        "- (3)",
                        "\t-",
                        "\n-3.2"))
                .allMatch(text -> FormulaText.of(text) == FormulaText.NONE);
    }

    @Example
    void whatOnlyBeginsSoIsForAPerson() {
        assertThat(Stream.of(
                        "+ve",
                        "-ve",
                        "-none",
                        "@handle",
                        "=>65",
                        "=<18",
                        "-log10(p)",
                        "+CD4",
                        "\tLung",
                        "\r\nLung",
                        "@x"))
                .allMatch(text -> FormulaText.of(text) == FormulaText.ALIKE);
    }

    @Example
    void whatASpreadsheetComputes() {
        assertThat(Stream.of(
                        "=1+1",
                        "=B2",
                        "=SUM(B2:B9)",
                        "= 3",
                        "=-B2",
                        "=\"<10\"",
                        "=$B$2",
                        "='a b'!A1",
                        "=none",
                        "@SUM(A1)",
                        "@SUM(1+9)",
                        "+A1+B1",
                        "-A1*2",
                        "-SUM(B2:B3)",
                        "+RAND()",
                        "-2+B3",
                        "-2+3&A1",
                        "\t=1",
                        "\r=1",
                        "\n=B2",
                        "\t\t@SUM(A1)",
                        "＝1+1"))
                .allMatch(text -> FormulaText.of(text) == FormulaText.COMPUTED);
    }

    @Example
    void whatReachesOutside() {
        assertThat(Stream.of(
                        "=cmd|' /C calc'!A0",
                        "-2+3+cmd|' /C calc'!A0",
                        "@SUM(1+1)*cmd|' /C calc'!A0",
                        "\t=cmd|' /C calc'!A0",
                        "=HYPERLINK(\"x\")",
                        "=WEBSERVICE(A1)",
                        "=[book.xlsx]Sheet1!A1",
                        "+\"http://example.org\""))
                .allMatch(text -> FormulaText.of(text) == FormulaText.OUTSIDE);
    }

    @Example
    void longTextsTakeNoLongerThanTheyAreLong() {
        for (String piece : List.of("1", "a", "a(", "A1+", "[", "(", "1 ", "$A")) {
            for (String beginning : List.of("-", "+", "=", "@", "\t")) {
                assertThat(FormulaText.of(beginning + piece.repeat(1 << 19))).isNotNull();
            }
        }
    }
}

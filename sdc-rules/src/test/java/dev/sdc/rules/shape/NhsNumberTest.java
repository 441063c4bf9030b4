package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NhsNumberTest {
    private static final NhsNumber SHAPE = new NhsNumber();

    /** Nine digits, and the check digit worked out as the NHS Data Dictionary words it. */
    @Provide
    Arbitrary<String> validNumbers() {
        return Arbitraries.integers()
                .between(100_000_000, 999_999_999)
                .filter(nine -> checkDigit(nine) < 10)
                .map(nine -> nine + "" + checkDigit(nine))
                .filter(number -> number.chars().distinct().count() > 1);
    }

    private static int checkDigit(int nine) {
        String digits = Integer.toString(nine);
        int sum = 0;
        for (int i = 1; i <= 9; i++) {
            sum += (digits.charAt(i - 1) - '0') * (11 - i);
        }
        int check = 11 - sum % 11;
        return check == 11 ? 0 : check;
    }

    private static List<String> spacings(String n) {
        String a = n.substring(0, 3);
        String b = n.substring(3, 6);
        String c = n.substring(6);
        return List.of(
                n, a + " " + b + " " + c, a + "-" + b + "-" + c, a + b + " " + c, a + "\u00A0" + b + "\u2011" + c);
    }

    @Property
    void everyValidNumberIsRecognisedInEverySpacing(@ForAll("validNumbers") String number) {
        assertThat(spacings(number)).allMatch(SHAPE::whole);
        assertThat(spacings(number)).allMatch(text -> SHAPE.find("number " + text + ", seen", 0) == 7);
        assertThat(SHAPE.number(Long.parseLong(number))).isTrue();
    }

    @Property
    void oneChangedDigitIsNoNumber(
            @ForAll("validNumbers") String number,
            @ForAll @IntRange(min = 0, max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char changed = (char) ('0' + (number.charAt(place) - '0' + by) % 10);
        String other = number.substring(0, place) + changed + number.substring(place + 1);
        assertThat(spacings(other)).noneMatch(SHAPE::whole);
        assertThat(spacings(other)).allMatch(text -> SHAPE.find(text, 0) < 0);
    }

    @Property
    void digitsThatAreJoinedToOthersAreNoNumber(@ForAll("validNumbers") String number) {
        assertThat(List.of(
                        "0." + number,
                        number + "1",
                        "7" + number,
                        number + ".52",
                        "x" + number,
                        number + "_1",
                        "1-" + number))
                .allMatch(text -> SHAPE.find(text, 0) < 0);
        assertThat(SHAPE.find(number + ".0", 0)).isZero();
    }

    @Example
    void tenEqualDigitsAreAFiller() {
        for (int digit = 0; digit < 10; digit++) {
            assertThat(SHAPE.whole(String.valueOf(digit).repeat(10))).isFalse();
        }
    }

    @Example
    void theNumberOfTheDataDictionaryIsValid() {
        assertThat(SHAPE.whole("943 476 5919")).isTrue();
        assertThat(SHAPE.whole("943 476 5918")).isFalse();
        assertThat(SHAPE.whole("9434 76 5919")).isFalse();
    }
}

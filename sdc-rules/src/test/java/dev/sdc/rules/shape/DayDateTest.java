package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DayDateTest {
    @Property
    void everyDayIsReadInEveryForm(@ForAll @IntRange(min = 0, max = 75_000) int days) {
        LocalDate day = LocalDate.of(1881, 1, 1).plusDays(days);
        for (String form : new String[] {
            "yyyy-MM-dd",
            "yyyy/M/d",
            "dd/MM/yyyy",
            "d.M.yyyy",
            "d MMM yyyy",
            "ddMMMyyyy",
            "MMMM d, yyyy",
            "yyyyMMdd",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss'Z'"
        }) {
            String text = day.atTime(9, 30).format(DateTimeFormatter.ofPattern(form, Locale.UK));
            assertThat(DayDate.of(text)).as(text).contains(day);
        }
    }

    @Example
    void monthsYearsAndNumbersAreNoDays() {
        assertThat(Stream.of(
                        "2020-03",
                        "March 2020",
                        "2020",
                        "03/2020",
                        "12.5",
                        "1204",
                        "2020-13-01",
                        "31/04/2020",
                        "99999999",
                        "1-2-3",
                        "40-49 years",
                        "12 deaths 2019",
                        "2020 Q1",
                        ""))
                .allMatch(text -> DayDate.of(text).isEmpty());
    }

    @Example
    void eightDigitsAreADayOfTheseCenturies() {
        assertThat(DayDate.of("18800101")).contains(LocalDate.of(1880, 1, 1));
        assertThat(DayDate.of("20991231")).contains(LocalDate.of(2099, 12, 31));
        assertThat(DayDate.of("18791231")).isEmpty();
        assertThat(DayDate.of("21000101")).isEmpty();
    }

    @Example
    void theMonthMayComeFirstWhereNoOtherReadingIsADay() {
        assertThat(DayDate.of("03/14/2020")).contains(LocalDate.of(2020, 3, 14));
        assertThat(DayDate.of("1/2/50")).contains(LocalDate.of(1950, 2, 1));
    }

    @Example
    void twoDigitYearsLieInTheNearestCentury() {
        assertThat(DayDate.of("14/03/50")).contains(LocalDate.of(1950, 3, 14));
        assertThat(DayDate.of("14/03/40")).contains(LocalDate.of(2040, 3, 14));
        assertThat(DayDate.of("14/03/41")).contains(LocalDate.of(1941, 3, 14));
        assertThat(DayDate.of("14/03/21")).contains(LocalDate.of(2021, 3, 14));
    }
}

package dev.sdc.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final int Y2019 = 2019 * 12;

    @ParameterizedTest
    @CsvSource({
        "Jan-Jun 2019, 0, 6",
        "January to June 2019, 0, 6",
        "June 2019, 5, 6",
        "Mar 2019 - May 2020, 2, 17",
        "2019-01 to 2019-06, 0, 6",
        "2019-03, 2, 3",
        "Q1 2019, 0, 3",
        "2019 Q2, 3, 6",
        "2019Q1-Q3, 0, 9",
        "Q2-Q4 2019, 3, 12",
        "H2 2019, 6, 12",
        "2019-2020, 0, 24",
        "2019 to 2019, 0, 12"
    })
    void months_between(String label, int from, int to) {
        assertThat(Period.of(label)).contains(new Period(Y2019 + from, Y2019 + to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50-64", "2019", "Jun-Jan 2019", "May", "2020-2019", "Mayor 12", "12-2019", "2019-20", "Q5 2019"
            })
    void other_labels_name_no_period(String label) {
        assertThat(Period.of(label)).isEmpty();
    }
}

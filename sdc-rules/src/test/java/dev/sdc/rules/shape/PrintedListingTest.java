package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

class PrintedListingTest {
    private static Optional<PrintedListing> records(String text) {
        return PrintedListing.in(text.lines().toList()).stream()
                .filter(listing -> RecordListing.in(listing).isPresent())
                .findFirst();
    }

    @Example
    void aDataFrameInBoxes() {
        Optional<PrintedListing> found = records("""
                shape: (2, 3)
                ┌──────────┬────────┬─────┐
                │ study_id ┆ gender ┆ age │
                │ ---      ┆ ---    ┆ --- │
                │ str      ┆ str    ┆ i64 │
                ╞══════════╪════════╪═════╡
                │ 0d1f7d43 ┆ M      ┆ 44  │
                │ df12f283 ┆ F      ┆ 55  │
                └──────────┴────────┴─────┘
                """);
        assertThat(found).isPresent();
        assertThat(found.orElseThrow().firstLine()).isEqualTo(6);
        assertThat(found.orElseThrow().header()).containsExactly("study_id", "gender", "age");
    }

    @Example
    void aListOfStata() {
        assertThat(records("""
                        . list patid sex age in 1/3

                             +---------------------+
                             |  patid   sex   age  |
                             |---------------------|
                          1. |  10412     M    44  |
                          2. |  10977     F    57  |
                          3. |  11253     M    71  |
                             +---------------------+
                        """)).isPresent();
    }

    @Example
    void headOfADataFrameWithoutKeys() {
        assertThat(records("""
                        >>> df.head(3)
                          gender  age  stage
                        0      M   44    III
                        1      F   57      I
                        2      M   71     IV
                        """)).isPresent();
    }

    @Example
    void tablesOfGroupsAreNoRecords() {
        for (String text : List.of("""
                > head(table(d$gender, d$stage))
                     I   II  III
                F  559  539  410
                M  498  501  399
                """, """
                │ stage_best ┆ count │
                │ I          ┆ 1098  │
                │ IV         ┆ 926   │
                │ II         ┆ 890   │
                """, """
                             Estimate  Std. Error  t value
                (Intercept)  102.98    2.07        49.61
                age          -0.32     0.02        -16.13
                """, """
                The cohort was drawn from the registry in March.
                All patients aged 50 or over were kept in it.
                Stage was known for most of the patients in it.
                """)) {
            assertThat(records(text)).as(text).isEmpty();
        }
    }
}

package dev.sdc.rules.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;

class InlineDataTest {
    @Example
    void filtersThatNameAPerson() {
        assertThat(Stream.of(
                        "drop if patid == 104711",
                        "keep if inlist(patient_id, 1001, 1002)",
                        "d %>% filter(!study_id %in% c('S12', 'S14'))",
                        "df = df[df['patient_id'] != 'K0012']",
                        "df[~df.pid.isin([1001, 1002])]",
                        "where nhs_number = '9991106847'",
                        "if patid in ('1001','1002') then delete;"))
                .allSatisfy(line ->
                        assertThat(InlineData.filterOnIdentifier(line)).as(line).isNotNegative());
    }

    @Example
    void filtersOnVariables() {
        assertThat(Stream.of(
                        "keep if age >= 18",
                        "df[df.stage == '3']",
                        "group_id == 2",
                        "n_patients == 120",
                        "fig_id = 'fig12'",
                        "id <- seq_along(x)",
                        "merge(a, b, by = 'patient_id')",
                        "if (year == 2020)"))
                .allSatisfy(line ->
                        assertThat(InlineData.filterOnIdentifier(line)).as(line).isNegative());
    }

    @Example
    void dataTypedIn() {
        assertThat(InlineData.begins(List.of("data a; input x y;", "datalines;", "1 2"), 1))
                .isZero();
        assertThat(InlineData.begins(List.of("BEGIN DATA", "1 2", "END DATA."), 0))
                .isZero();
        assertThat(InlineData.begins(List.of("d <- tibble(a = c(1, 2, 3),", "  b = c('x', 'y', 'z'))"), 0))
                .isEqualTo(5);
        assertThat(InlineData.begins(List.of("d <- tribble(~a, ~b,", "  1, 2)"), 0))
                .isEqualTo(5);
        assertThat(InlineData.begins(List.of("d <- data.frame(a = x, b = c(1, 2, 3))"), 0))
                .isNegative();
        assertThat(InlineData.begins(List.of("cuts <- c(0, 5, 10, 18, 120)"), 0))
                .isNegative();
    }
}

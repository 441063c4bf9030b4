package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnePersonTest {
    private static List<Integer> lines(String... lines) {
        return OnePerson.in(Arrays.asList(lines));
    }

    private static Optional<String> rows(Rows rows) {
        return OnePerson.in(rows, ListedColumn.of(rows));
    }

    @Test
    void listsInText() {
        assertThat(lines("Age: 61", "Sex: F", "Stage: II")).containsExactly(0);
        assertThat(lines("About the data", "", "- **Age** = 61", "- **Sex** = F", "- **Stage** = II", "", "Age: 61"))
                .containsExactly(2);
        assertThat(lines("Age: 61; Sex: F; Stage: II")).containsExactly(0);
        assertThat(lines("Age: 61", "Sex: F")).as("two of three").isEmpty();
        assertThat(lines("Age: 61", "Sex: F", "", "Stage: II")).as("apart").isEmpty();
        assertThat(lines("Age: 61", "BMI: 23.5", "Weight: 70")).as("no word").isEmpty();
        assertThat(lines("Ethnicity: white", "Sex: F", "Stage: II"))
                .as("nothing exact")
                .isEmpty();
        assertThat(lines("Age: 61", "Sex: F", "Age: 70", "Stage: II"))
                .as("of two")
                .isEmpty();
        assertThat(lines("Age: 61", "Sex: F", "Stage: II", "Mean: 12"))
                .as("of a group")
                .isEmpty();
        assertThat(lines("Age: 61", "Sex: F", "Stage: II", "Patients: 12"))
                .as("of twelve")
                .isEmpty();
        assertThat(lines("Age: 61", "Sex: F", "Stage: II", "Tumours: 2"))
                .as("of one with two")
                .containsExactly(0);
        assertThat(lines("Age: 61", "Sex: F", "Stage: II", "Patient number: 12"))
                .containsExactly(0);
        assertThat(lines("Age: 61 years", "Sex: F", "Stage: II " + "x".repeat(400)))
                .as("a long line")
                .isEmpty();
    }

    @Test
    void whatIsOfOnePerson() {
        assertThat(lines("Date of diagnosis: 2024-03-01", "Sex: F", "Stage: II"))
                .containsExactly(0);
        assertThat(lines("Published: 2024-03-01", "Sex: F", "Stage: II")).isEmpty();
        assertThat(lines("BMI: 23.5", "Sex: F", "Stage: II")).containsExactly(0);
        assertThat(lines("BMI: high", "Sex: F", "Stage: II")).isEmpty();
        assertThat(lines("Age: old", "Sex: F", "Stage: II")).isEmpty();
        assertThat(lines("Age: 61", "Sex: any", "Stage: II")).isEmpty();
        assertThat(lines("Age: 61", "Sex: both sexes", "Stage: II")).isEmpty();
        assertThat(lines("Age: 61", "Colour: red", "Stage: II")).isEmpty();
        assertThat(lines("Age: 61", "Grade: 3", "Sex: F"))
                .as("a grade of one digit")
                .containsExactly(0);
        assertThat(lines("Age: 61", "Grade: 33", "Sex: F")).as("a figure").isEmpty();
    }

    @Test
    void aColumnForEachPerson() {
        assertThat(rows(Rows.of("field|Value", "Age|61", "Sex|F", "Stage|II")))
                .get()
                .asString()
                .contains("'Value'");
        assertThat(rows(Rows.of("field|Value", "Age|61", "Sex|F"))).isEmpty();
        assertThat(rows(Rows.of("field|A|B", "Age|old|61", "Sex|F|F", "Stage|II|II")))
                .get()
                .asString()
                .contains("'B'");
        assertThat(rows(Rows.of("field|Trust A|Trust B", "Age|61|63", "Sex|F|F", "Stage|II|II")))
                .as("of trusts")
                .isEmpty();
        assertThat(rows(Rows.of("field|Baseline", "Age|61", "Sex|F", "Stage|II")))
                .as("of an analysis")
                .isEmpty();
        assertThat(rows(Rows.of("field", "Age", "Sex", "Stage"))).isEmpty();
        assertThat(rows(Rows.of("field|Value", "Cost|61", "Colour|F", "Stage|II")))
                .isEmpty();
    }

    @Test
    void rowsForEachPerson() {
        Rows whole = Rows.of("id|field|value", "1|Age|61", "1|Sex|F", "1|Stage|II", "2|Age|45", "2|Sex|M");
        assertThat(rows(whole)).get().asString().contains("rows with a label and a value each");
        assertThat(rows(Rows.of("id|field|value", "1|Age|61", "1|Sex|F", "2|Age|45", "2|Sex|M")))
                .isEmpty();
        String[] six = new String[12];
        String[] five = new String[10];
        for (int i = 0; i < 6; i++) {
            six[2 * i] = i + "|Age|6" + i;
            six[2 * i + 1] = i + "|Sex|F";
        }
        System.arraycopy(six, 0, five, 0, 10);
        assertThat(rows(Rows.of("id|field|value", six))).isPresent();
        assertThat(rows(Rows.of("id|field|value", five))).isEmpty();
        assertThat(rows(Rows.of("id|field|reading|unit", "1|Age|61|y", "1|Sex|F|-", "1|Stage|II|-")))
                .isEmpty();
        assertThat(rows(Rows.of("id|field|value|note", "1|Age|61|a", "1|Sex|F|a", "1|Stage|II|a")))
                .isPresent();
        assertThat(rows(Rows.of("trust|field|value", "1|Age|61", "1|Sex|F", "1|Stage|II")))
                .isEmpty();
        assertThat(rows(Rows.of("id|field|value", "1|Age|61", "1|Sex|", "1|Stage|II")))
                .as("a blank")
                .isEmpty();
        assertThat(rows(Rows.of("a|b|c|field|value", "1|1|1|Age|61", "1|1|1|Sex|F", "1|1|1|Stage|II")))
                .as("labels in the fourth column")
                .isEmpty();
    }
}

package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

class RecordListingTest {
    /** Six patients of whom sex and stage are told: their combinations repeat. */
    private static final Rows ATTRIBUTED = Rows.of("sex|stage", "f|I", "m|II", "f|II", "m|I", "f|III", "m|III");

    private static void assertGroups(Listing rows) {
        assertThat(RecordListing.ofRows(rows)).isEmpty();
    }

    private static AbstractStringAssert<?> assertRecords(Listing rows) {
        Optional<String> why = RecordListing.ofRows(rows);
        assertThat(why).isPresent();
        return assertThat(why.get());
    }

    @Test
    void oneColumnOrNoRowIsNoListing() {
        assertGroups(Rows.of("patient id", "P1", "P2", "P3"));
        assertGroups(new Rows(List.of("patient id", "age"), List.of(), false, false));
    }

    @Test
    void keysPseudonymsAndIdentifiers() {
        assertRecords(Rows.of("patient id|n", "P1|12", "P2|13")).contains("column 'patient id' has another person");
        assertRecords(Rows.of("x|n", "0123456789abcdef0123456789abcdef|12", "f123456789abcdef0123456789abcdef|13"))
                .contains("another person");
        assertRecords(Rows.of("|n", "9990000018|12", "9990000026|13")).contains("column 1 has another person");
        assertRecords(Rows.of("x|n", "Patient 1|12", "Patient 2|13")).contains("names another person in each row");
        assertGroups(Rows.of("site|n", "Lung|12", "Skin|13"));
    }

    @Test
    void whatIsToldOfOnePerson() {
        assertRecords(Rows.of("field|value", "Age|61", "Sex|F", "Stage|II")).contains("one person");
    }

    @Test
    void rowsThatCountOne() {
        Rows six = Rows.of("site|n", "a|1", "b|1", "c|1", "d|1", "e|1", "f|1");
        assertRecords(six).isEqualTo("every row counts one");
        assertGroups(six.first(5));
        assertGroups(six.with("deaths", "1", "1", "1", "1", "1", "2"));
        assertGroups(Rows.of("site|n", "a|2", "b|1", "c|1", "d|1", "e|1", "f|1"));
    }

    @Test
    void groupsNamedOnce() {
        Rows records = Rows.of("x|sex|stage", "A|f|I", "B|m|II", "C|f|II", "D|m|I", "E|f|III", "F|m|III")
                .with("died", "0", "1", "0", "0", "1", "1");
        Rows listed = Rows.of("sex|stage|x", "f|I|1", "m|II|0", "f|II|0", "m|I|1", "f|III|0", "m|III|1");
        assertRecords(listed).contains("attributes");
        assertGroups(records);
        assertGroups(Rows.of("sex|stage|x", "f|I|1", "|II|0", "|II|0", "m|I|1", "|III|0", "|III|1"));
        assertRecords(Rows.of("sex|stage|x", "f|I|1", "|II|0", "|II|0", "f|I|1", "|III|0", "|III|1"))
                .as("one of them twice")
                .contains("attributes");
        assertRecords(Rows.of("sex|stage|x", "|I|1", "f|II|0", "|II|0", "m|I|1", "|III|0", "|III|1"))
                .as("the first is blank")
                .contains("attributes");
        assertGroups(Rows.of("sex|stage|x", "f|I|1", "|II|0", "m|II|0", "|I|1", "w|III|0", "|III|1"));
    }

    @Test
    void countsTotalsAndStatisticsAreOfGroups() {
        assertRecords(ATTRIBUTED).contains("6 rows hold 6 combinations of 2 attributes");
        assertGroups(ATTRIBUTED.with("n", "12", "13", "11", "15", "18", "12"));
        assertGroups(ATTRIBUTED.with("mean", "12.5", "13", "11", "15", "18", "12"));
        assertGroups(Rows.of("sex|stage", "f|I", "m|II", "f|II", "m|I", "f|III", "total|III"));
    }

    @Test
    void keysBesideWhatIsSaidOfPersons() {
        Rows keyed = Rows.of("ref|sex", "101|f", "102|m", "103|f", "104|m");
        assertRecords(keyed).isEqualTo("column 'ref' has another key in each row, and there are no counts");
        assertGroups(Rows.of("ref|colour", "101|red", "102|blue", "103|red", "104|blue"));
        assertGroups(Rows.of("code|sex", "101|f", "102|m", "103|f", "104|m"));
        assertRecords(Rows.of("ref|age", "101|45", "102|61", "103|70"))
                .as("ages that rise")
                .contains("'ref'");
        assertGroups(Rows.of("ref|age|cost", "101|45|3.5", "102|61|4.5", "103|70|1.5"));
        assertGroups(Rows.of("ref|word", "101|one", "102|two", "103|three"));
        Rows numbered = Rows.of("Patient|x", "1/1|a", "1/2|b", "1/3|c", "1/4|d", "1/5|e", "1/6|f");
        assertRecords(numbered).contains("'Patient' has another key");
        assertGroups(numbered.first(5));
    }

    @Test
    void severalRowsForEachPerson() {
        assertRecords(Rows.of("patient id|visit", "P1|1", "P1|2", "P2|1", "P2|2", "P3|1"))
                .contains("'patient id' says of which person each row is");
        assertGroups(Rows.of("patient id|visit", "P1|1", "P1|2", "P2|1", "P2|2", "P2|3"));
    }

    @Test
    void noHeaders() {
        Rows unnamed = Rows.of("||", "AB1|61|red", "AB2|45|blue", "AC3|70|red");
        assertRecords(unnamed).contains("no header says what the columns are", "each of 3 rows");
        assertGroups(Rows.of("||x", "AB1|61|red", "AB2|45|blue", "AC3|70|red"));
        assertGroups(Rows.of("||", "A|61|red", "B|45|blue", "C|70|red"));
        assertGroups(Rows.of("||", "AB1|161|red", "AB2|145|blue", "AC3|170|red"));
        assertGroups(Rows.of("||", "AB1|61|red", "AB2|45|blue", "AC3|70|green"));
        assertGroups(Rows.of("||", "AB1|61|7", "AB2|45|8", "AC3|70|9"));
    }

    @Test
    void attributesThatMakeNoTable() {
        assertGroups(ATTRIBUTED.first(5));
        assertGroups(ATTRIBUTED.with("name", "a", "b", "c", "d", "e", "f"));
        assertGroups(Rows.of("sex|x", "f|a", "m|b", "f|c", "m|a", "f|b", "m|d"));
        assertGroups(Rows.of("colour|shape", "red|o", "blue|x", "red|x", "blue|o", "red|o", "blue|x"));
        Rows few = Rows.of("sex|stage", "f|I", "f|I", "f|I", "m|I", "m|I", "m|I", "m|I");
        assertGroups(few);
        assertRecords(Rows.of("sex|stage", "f|I", "f|I", "m|I", "m|I", "m|II", "m|II"))
                .as("half as many combinations as rows")
                .contains("6 rows hold 3 combinations");
    }

    @Test
    void figuresBesideAttributes() {
        String[] costs = {"3.5", "4.5", "1.5", "9.5", "7.5", "2.5"};
        assertGroups(ATTRIBUTED.with("cost", costs));
        assertRecords(Rows.of("sex|stage", "f|I", "m|II", "f|I", "m|I", "f|II", "m|II")
                        .with("cost", costs))
                .as("a combination twice")
                .contains("6 rows hold 4 combinations");
        Rows thin =
                Rows.of("sex|stage|grade|died", "f|I|1|0", "m|II|2|1", "f|II|3|0", "m|I|1|1", "f|III|2|1", "m|III|3|0");
        assertRecords(thin.with("cost", costs)).as("36 cells for six rows").contains("6 combinations of 4");
        assertGroups(thin.with("cost", costs).with("year", "2019", "2020", "2021", "2022", "2023", "2024"));
    }

    @Test
    void exactFiguresBesideWords() {
        Rows described = Rows.of("age|diagnosis", "61|one", "45|two", "70|three", "33|four", "52|five", "48|six");
        assertRecords(described).contains("each of 6 rows gives an exact figure of a person");
        assertGroups(described.first(5));
        assertGroups(described.with("cost", "3.5", "4.5", "1.5", "9.5", "7.5", "2.5"));
        assertGroups(Rows.of("age|word", "61|one", "45|two", "70|three", "33|four", "52|five", "48|six"));
        assertGroups(Rows.of("cost|diagnosis", "61|one", "45|two", "70|three", "33|four", "52|five", "48|six"));
    }

    @Test
    void figuresWithoutALabel() {
        Rows measured = Rows.of("age|bmi", "61|23.5", "45|31.0", "70|22.5", "33|27.0", "52|29.5", "48|25.0");
        assertRecords(measured).contains("each of 6 rows holds figures without a label");
        assertGroups(measured.first(5));
        assertGroups(measured.with("place", "1", "2", "3", "4", "5", "6"));
        assertGroups(measured.with("word", "a", "b", "c", "d", "e", "f"));
        assertGroups(Rows.of("cost|price", "61|23.5", "45|31.0", "70|22.5", "33|27.0", "52|29.5", "48|25.0"));
        assertGroups(Rows.of(
                "age|a|b|c|d|e",
                "61|2.5|1.5|7.5|1.5|6.5",
                "45|3.0|2.5|3.5|2.5|1.5",
                "70|2.5|9.5|4.5|1.5|2.5",
                "33|7.0|3.5|8.5|6.5|9.5",
                "52|9.5|1.5|2.5|1.5|4.5",
                "48|5.0|8.5|7.5|3.5|2.5"));
    }
}

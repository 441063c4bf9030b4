package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListedColumnTest {
    private static ListedColumn column(String header, String... values) {
        return of(Rows.column(header, List.of(values)));
    }

    private static ListedColumn of(Listing rows) {
        return ListedColumn.of(rows).get(0);
    }

    private static ListedColumn counted(String header, String... values) {
        return of(Rows.column(header, List.of(values)).counted());
    }

    private static String[] days(int... years) {
        return IntStream.of(years).mapToObj(year -> year + "-03-01").toArray(String[]::new);
    }

    @Test
    void looksAtEnoughRows() {
        List<String> many = IntStream.range(0, 600).mapToObj(Integer::toString).toList();
        assertThat(of(Rows.column("x", many)).rows()).isEqualTo(500);
        assertThat(of(Rows.column("x", many.subList(0, 499))).rows()).isEqualTo(499);
        assertThat(of(wide(1_000)).rows()).as("a wide listing").isEqualTo(200);
        assertThat(of(wide(20_000)).rows()).as("a very wide one").isEqualTo(20);
        ListedColumn second = ListedColumn.of(Rows.of("a|Some name", "1|2")).get(1);
        assertThat(second.index()).isEqualTo(1);
        assertThat(second.header()).isEqualTo("Some name");
    }

    private static Listing wide(int columns) {
        return new Listing() {
            @Override
            public int rows() {
                return 600;
            }

            @Override
            public int columns() {
                return columns;
            }

            @Override
            public String header(int column) {
                return "";
            }

            @Override
            public String cell(int row, int column) {
                return column == 0 ? "1" : "";
            }
        };
    }

    @Test
    void keysOfPersons() {
        assertThat(column("patientid", "A1", "A2", "A3").isPersonKey()).isTrue();
        assertThat(column("patient id", "1", "2", "3").isPersonKey()).isTrue();
        assertThat(column("id", "1", "2", "3").isPersonKey()).isFalse();
        assertThat(column("patient", "1", "2", "3").isPersonKey()).isFalse();
        assertThat(column("patient group id", "1", "2", "3").isPersonKey()).isFalse();
        assertThat(column("patient id", "one", "two", "three").isPersonKey()).isFalse();
        assertThat(counted("patient id", "1", "2", "3").isPersonKey()).isFalse();
        ListedColumn visits = column("patient id", "1", "1", "2", "2");
        assertThat(visits.isPersonKey()).isFalse();
        assertThat(visits.holdsPersonKeys()).isTrue();
    }

    @Test
    void nearlyEveryValueIsAnother() {
        assertThat(column("x", "a", "b").isNearlyUnique()).isTrue();
        assertThat(column("x", "a", "a").isNearlyUnique()).isFalse();
        assertThat(column("x", "a", "").isNearlyUnique())
                .as("a blank among two")
                .isFalse();
        assertThat(column("x").isNearlyUnique()).isFalse();
        assertThat(column("x", "a", "b", "c", "d", "e", "f", "g", "h", "i", "i").isNearlyUnique())
                .isTrue();
        assertThat(column("x", "a", "b", "c", "d", "e", "f", "g", "h", "h", "h").isNearlyUnique())
                .isFalse();
        assertThat(column("x", "a", "b", "c", "").isUnique()).isFalse();
    }

    @Test
    void identifiersByTheirForm() {
        assertThat(column("x", "9990000018", "9990000026", "none").isIdentifier())
                .isTrue();
        assertThat(column("x", "9990000018", "none").isIdentifier()).as("half").isFalse();
        assertThat(column("x", "9990000018", "9990000018", "9990000018").isIdentifier())
                .isFalse();
    }

    @Test
    void numbersUnderAWordForOnePerson() {
        assertThat(column("Patient", "2024/1", "2024/2").numbersPersons()).isTrue();
        assertThat(column("Patient type", "2024/1", "2024/2").numbersPersons()).isFalse();
        assertThat(column("Type", "2024/1", "2024/2").numbersPersons()).isFalse();
        assertThat(column("Patient", "1/a", "2/a").numbersPersons()).isFalse();
        assertThat(column("Patient", "a 1", "a 2").numbersPersons()).isFalse();
        assertThat(column("Patient", "2024/1", "2024/1").numbersPersons()).isFalse();
        assertThat(counted("Patient", "2024/1", "2024/2").numbersPersons()).isFalse();
    }

    @Test
    void personsEnumerated() {
        assertThat(column("x", "Patient 1", "Patient 2").enumeratesPersons()).isTrue();
        assertThat(column("x", "Patient 1").enumeratesPersons()).isFalse();
        assertThat(column("x", "Patient 1", "Patient 1").enumeratesPersons()).isFalse();
        assertThat(column("Patient", "1", "2", "3", "4").enumeratesPersons()).isTrue();
        assertThat(column("Patient", "1", "2", "3").enumeratesPersons()).isFalse();
        assertThat(column("Patient", "1", "2", "3", "5").enumeratesPersons()).isFalse();
        assertThat(column("Patient", "S01", "S02", "S03", "S07").enumeratesPersons())
                .isTrue();
        assertThat(column("Patient group", "S01", "S02", "S03", "S07").enumeratesPersons())
                .isFalse();
        assertThat(column("Gene", "S01", "S02", "S03", "S07").enumeratesPersons())
                .isFalse();
        assertThat(column("Patient", "1.5", "2.5", "3.5", "4.5").enumeratesPersons())
                .isFalse();
    }

    @Test
    void numbersOfPersons() {
        assertThat(Stream.of("MRN", "hospital number", "hospital no", "hosp key", "patient ref"))
                .allSatisfy(
                        header -> assertThat(column(header, "A12", "B34", "C56").isPersonNumber())
                                .as(header)
                                .isTrue());
        assertThat(Stream.of("hospital", "number", "hosp", "patient", "patient group key", "trust key"))
                .allSatisfy(
                        header -> assertThat(column(header, "A12", "B34", "C56").isPersonNumber())
                                .as(header)
                                .isFalse());
        assertThat(column("MRN", "A1", "B2", "C3").isPersonNumber()).as("short").isFalse();
        assertThat(column("MRN", "A12", "A12", "B34", "B34").isPersonNumber()).isFalse();
        assertThat(counted("MRN", "A12", "B34", "C56").isPersonNumber()).isFalse();
        assertThat(column("MRN", "some", "other", "words").isPersonNumber()).isFalse();
        assertThat(column("NHS", "999000001", "999000002").isPersonNumber()).isTrue();
        assertThat(column("CHI", "999000001", "999000002").isPersonNumber()).isTrue();
        assertThat(column("NHS", "99900001", "99900002").isPersonNumber()).isFalse();
        assertThat(column("Cost", "999000001", "999000002").isPersonNumber()).isFalse();
    }

    @Test
    void namesOfPersons() {
        assertThat(column("Surname", "Smith", "Jones").isNameOfPersons()).isTrue();
        assertThat(column("Patient name", "Smith", "Jones").isNameOfPersons()).isTrue();
        assertThat(column("Name", "Smith", "Jones").isNameOfPersons()).isFalse();
        assertThat(column("Patient", "Smith", "Jones").isNameOfPersons()).isFalse();
        assertThat(column("Surname", "Smith", "K2").isNameOfPersons()).isFalse();
        assertThat(counted("Surname", "Smith", "Jones").isNameOfPersons()).isFalse();
    }

    @Test
    void pseudonyms() {
        String one = "0123456789abcdef0123456789abcdef";
        String two = "fedcba98765432100123456789abcdef";
        assertThat(column("x", one, two).isPseudonym()).isTrue();
        assertThat(column("x", one, one).isPseudonym()).isFalse();
        assertThat(column("sha256", one, two).isPseudonym()).isFalse();
        assertThat(column("x", "a1b2c3d4", "1a2b3c4d", "12ab34cd").isPseudonym())
                .isTrue();
        assertThat(column("x", "a1b2c3d4", "1a2b3c4d").isPseudonym()).as("two").isFalse();
        assertThat(column("x", "a1b2c3d4", "1a2b3c4d", "12ab34cd5").isPseudonym())
                .as("of two lengths")
                .isFalse();
        assertThat(column("x", "12345678", "22345678", "abc45678").isPseudonym())
                .as("mostly numbers")
                .isFalse();
        assertThat(column("x", "ab123456", "ac123457", "ad123458").isPseudonym())
                .as("letters first")
                .isFalse();
        assertThat(column("x", "abc12345", "bcd12346", "cde12347").isPseudonym())
                .as("three letters and five digits")
                .isTrue();
        assertThat(column("x", "abcdef12", "bcdefa13", "cdefab14").isPseudonym())
                .as("two digits")
                .isFalse();
    }

    @Test
    void plainKeys() {
        assertThat(column("ref", "101", "102", "103").isPlainKey()).isTrue();
        assertThat(column("x", "A1", "B2", "C3").isPlainKey()).isTrue();
        assertThat(column("x", "101", "102", "103").isPlainKey()).isFalse();
        assertThat(column("code", "101", "102", "103").isPlainKey()).isFalse();
        assertThat(column("ref", "101", "102").isPlainKey()).isFalse();
        assertThat(column("ref", "101", "102", "102").isPlainKey()).isFalse();
        assertThat(column("ref", "one", "two", "three").isPlainKey()).isFalse();
        assertThat(counted("ref", "101", "102", "103").isPlainKey()).isFalse();
    }

    @Test
    void countsAndFiguresOfGroups() {
        assertThat(column("n", "12", "30").isCount()).isTrue();
        assertThat(column("n", "1.5", "30").isCount()).isFalse();
        assertThat(column("x", "12", "30").isCount()).isFalse();
        assertThat(counted("x", "12", "30").isCount()).isTrue();
        assertThat(column("patient number", "12", "30").isCount()).isFalse();
        assertThat(column("obs", "1", "2", "3").isCount()).as("of the rows").isFalse();
        assertThat(column("x", "1", "1").isOnes()).isTrue();
        assertThat(column("x", "1", "2").isOnes()).isFalse();
        assertThat(column("mean", "1").isAggregate()).isTrue();
        assertThat(column("x", "1").isAggregate()).isFalse();
        assertThat(of(Rows.of("x", "1").estimated()).isAggregate()).isTrue();
        assertThat(column("x", "12", "Total").namesTotal()).isTrue();
        assertThat(column("x", "12", "30").namesTotal()).isFalse();
    }

    @Test
    void figures() {
        assertThat(column("n", "12", "30").isFigure()).isTrue();
        assertThat(column("mean", "words").isFigure()).isTrue();
        assertThat(column("x", "1.5", "2.5").isFigure()).isTrue();
        assertThat(column("x", "1", "1", "2", "2").isFigure()).as("a category").isFalse();
        assertThat(column("age", "61", "45").isFigure()).as("of a person").isFalse();
        assertThat(column("x", "a", "b").isFigure()).isFalse();
    }

    @Test
    void days() {
        assertThat(column("x", "2024-01-01", "2024-02-01").isDay()).isTrue();
        assertThat(column("x", "2024-01-01", "2024-01-01").isDay()).isFalse();
        assertThat(column("x", "2024-01-01", "soon").isDay()).as("half").isFalse();
        assertThat(column("x", "2024-01-01", "2024-02-01", "soon").isDay()).isTrue();
        assertThat(column("x", days(1980, 1949, 1950)).spansLives()).isTrue();
        assertThat(column("x", days(1949, 1950, 1980)).spansLives())
                .as("in order")
                .isFalse();
        assertThat(column("x", days(1980, 1950, 1960)).spansLives())
                .as("thirty years")
                .isFalse();
        assertThat(column("x", days(1980, 1949)).spansLives()).as("two").isFalse();
    }

    @Test
    void categories() {
        assertThat(column("x", "a", "a", "b", "b").isCategory()).isTrue();
        assertThat(column("x", "a", "b", "c", "a").isCategory()).isFalse();
        assertThat(column("stage", "I", "II", "III", "I").isCategory()).isTrue();
        assertThat(column("stage", "I", "II", "III", "IV").isCategory())
                .as("unique")
                .isFalse();
        assertThat(column("x", "1", "1", "2", "2").isCategory()).isTrue();
        assertThat(column("x", "1", "2", "3", "1").isCategory()).isFalse();
        assertThat(column("x", "1.5", "1.5", "2.5", "2.5").isCategory()).isFalse();
        assertThat(column("x", "yes", "No", "yes").isCategory()).isTrue();
        assertThat(column("x", "2024-01-01", "2024-02-01", "2024-02-01").isCategory())
                .isTrue();
        assertThat(column("n", "1", "1", "2", "2").isCategory()).isFalse();
        assertThat(column("mean", "1", "1", "2", "2").isCategory()).isFalse();
        assertThat(column("x", "", "").isCategory()).isFalse();
    }

    @Test
    void whatIsSaidOfAPerson() {
        assertThat(column("x", "0", "1", "1").isPersonal()).isTrue();
        assertThat(column("x", "2024-01-01", "2024-02-01", "2024-02-01").isPersonal())
                .isTrue();
        assertThat(column("sex", "f", "m", "f", "m").isPersonal()).isTrue();
        assertThat(column("colour", "red", "blue", "red", "blue").isPersonal()).isFalse();
        assertThat(column("sex", "f", "m").isPersonal()).as("each once").isFalse();
        assertThat(column("age", "61", "45", "70").isPersonal()).isTrue();
        assertThat(column("age", "45", "61", "70").isPersonal()).as("an axis").isFalse();
        assertThat(column("age", "old", "young", "mid").isPersonal()).isFalse();
        assertThat(column("cost", "61", "45", "70").isPersonal()).isFalse();
        assertThat(column("n", "0", "1", "1").isPersonal()).isFalse();
        assertThat(column("rate", "0", "1", "1").isPersonal()).isFalse();
        assertThat(column("x", "0", "1", "1").isAttribute()).isTrue();
        assertThat(column("colour", "red", "blue", "red", "blue").isAttribute()).isTrue();
        assertThat(column("age", "61", "45", "70").isAttribute()).isTrue();
        assertThat(column("cost", "61", "45", "70").isAttribute()).isFalse();
    }

    @Test
    void sentences() {
        assertThat(column("x", "a b c d", "b c d e", "c d e f").isSentences()).isTrue();
        assertThat(column("x", "a b c d", "b c d e", "c d e").isSentences())
                .as("two of three")
                .isTrue();
        assertThat(column("x", "a b c d", "b c d", "c d e").isSentences()).isFalse();
        assertThat(column("x", "a b c d", "b c d e").isSentences()).isFalse();
        assertThat(column("x", "a b c d", "a b c d", "c d e f").isSentences()).isFalse();
    }

    @Test
    void namesOfRows() {
        assertThat(column("x", "a", "b").isRowName()).isTrue();
        assertThat(column("x", "a", "a").isRowName()).isFalse();
        assertThat(column("x", "1", "2").isRowName()).isFalse();
        assertThat(column("x", "2024-01-01", "2024-02-01").isRowName()).isFalse();
    }

    @Test
    void keysWithoutAHeader() {
        assertThat(column("", "AB1", "AB2", "AC3").isUnnamedKey()).isTrue();
        assertThat(column("", "4711", "5812", "6913").isUnnamedKey()).isTrue();
        assertThat(column("", "19991", "20012", "20103").isUnnamedKey()).isTrue();
        assertThat(column("", "1999", "2001", "2010").isUnnamedKey())
                .as("years")
                .isFalse();
        assertThat(column("", "471", "581", "691").isUnnamedKey()).as("short").isFalse();
        assertThat(column("", "4711", "5812", "69130").isUnnamedKey())
                .as("of two lengths")
                .isFalse();
        assertThat(column("x", "AB1", "AB2", "AC3").isUnnamedKey()).isFalse();
        assertThat(column("", "AB1", "AB2").isUnnamedKey()).isFalse();
        assertThat(column("", "AB1", "AB1", "AC3").isUnnamedKey()).isFalse();
        assertThat(column("", "a 1", "b 2", "c 3").isUnnamedKey()).isFalse();
    }

    @Test
    void ages() {
        assertThat(column("x", "0", "120").mayBeAges()).isTrue();
        assertThat(column("x", "0", "121").mayBeAges()).isFalse();
        assertThat(column("x", "0", "0061").mayBeAges()).isFalse();
        assertThat(column("x", "0", "61.5").mayBeAges()).isFalse();
    }

    @Test
    void numbersOfRowsAndAxes() {
        assertThat(column("", "1", "2", "3").isRowNumber()).isTrue();
        assertThat(column("obs", "0", "1", "2").isRowNumber()).isTrue();
        assertThat(column("x", "1", "2", "3").isRowNumber()).isFalse();
        assertThat(column("", "2", "3", "4").isRowNumber()).isFalse();
        assertThat(column("", "-1", "0", "1").isRowNumber()).isFalse();
        assertThat(column("", "1", "3", "5").isRowNumber()).isFalse();
        assertThat(column("", "1", "3", "2", "4").isRowNumber())
                .as("in no order")
                .isFalse();
        assertThat(column("", "1").isRowNumber()).isFalse();
        assertThat(column("x", "1.5", "7").isAxis()).isTrue();
        assertThat(column("x", "1", "1").isAxis()).isFalse();
        assertThat(column("x", "1").isAxis()).isFalse();
        assertThat(column("x", "a", "b").isAxis()).isFalse();
        assertThat(column("x", "1", "7,5", "").numbers()).hasSize(2);
        assertThat(column("x", Collections.nCopies(3, "1").toArray(String[]::new))
                        .distinct())
                .isEqualTo(1);
    }
}

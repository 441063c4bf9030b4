package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a form begins and ends, and what it may be joined to. */
class ShapeEdgesTest {
    private static final PhoneNumber PHONE = new PhoneNumber();
    private static final Postcode POSTCODE = new Postcode();

    @Test
    void lengthsOfTelephoneNumbers() {
        assertThat(Stream.of("+1234567890", "+123456789012345", "07700900123", "01632) 960001"))
                .allMatch(PHONE::whole);
        assertThat(Stream.of(
                        "",
                        " ",
                        "+123456789",
                        "+1234567890123456",
                        "0770090012",
                        "077009001234",
                        "04700900123",
                        "07700  900123",
                        "07700--900123",
                        "07700 900123 x"))
                .noneMatch(PHONE::whole);
        assertThat(PHONE.whole("07700(900)123")).isTrue();
        assertThat(PHONE.whole("0")).isFalse();
    }

    @Test
    void telephoneNumbersInText() {
        assertThat(PHONE.find("call 07700 900123 now", 0)).isEqualTo(5);
        assertThat(PHONE.find("call +44 7700 900123", 0)).isEqualTo(5);
        assertThat(PHONE.find("07700 900123", 1)).isNegative();
        assertThat(Stream.of(".", ",", "-", " ", "("))
                .allSatisfy(before -> assertThat(PHONE.find(before + "07700 900123", 0))
                        .as(before)
                        .isEqualTo(1));
        assertThat(Stream.of("x", "1", "_", "x.", "1.", "1,", "1/", "1-", "1_"))
                .allSatisfy(before -> assertThat(PHONE.find(before + "07700 900123", 0))
                        .as(before)
                        .isNegative());
        assertThat(Stream.of("", ".", ",", "/", ". x", ")"))
                .allSatisfy(after -> assertThat(PHONE.find("07700 900123" + after, 0))
                        .as(after)
                        .isZero());
        assertThat(Stream.of("x", "_", ".5", ",5", "/5", ".x"))
                .allSatisfy(after -> assertThat(PHONE.find("07700 900123" + after, 0))
                        .as(after)
                        .isNegative());
        assertThat(PHONE.named(Set.of("mobile"))).isTrue();
        assertThat(PHONE.named(Set.of("phone"))).isTrue();
        assertThat(PHONE.named(Set.of("telephone"))).isTrue();
        assertThat(PHONE.named(Set.of("cost"))).isFalse();
    }

    @Test
    void postcodesInText() {
        assertThat(POSTCODE.find("at ZZ99 3WZ.", 0)).isEqualTo(3);
        assertThat(POSTCODE.find("ZZ99 3WZ", 0)).isZero();
        assertThat(POSTCODE.find("ZZ99 3WZ", 1)).as("begins before").isNegative();
        assertThat(POSTCODE.find("a b c at ZZ99 3WZ", 0)).isEqualTo(9);
        assertThat(POSTCODE.find("M1 1AE", 0)).as("the shortest").isZero();
        assertThat(POSTCODE.find("(ZZ99 3WZ)", 0)).isEqualTo(1);
        assertThat(Stream.of("ZZ99 3WZX", "ZZ99 3WZ_", "ZZ99 3W", "xZZ99 3WZ", "_ZZ99 3WZ", "ZZ99 xWZ", "zz99 3wz"))
                .allSatisfy(text -> assertThat(POSTCODE.find(text, 0)).as(text).isNegative());
        assertThat(Stream.of("postcode", "pcode", "postalcode")).allMatch(word -> POSTCODE.named(Set.of(word)));
        assertThat(POSTCODE.named(Set.of("code"))).isFalse();
        assertThat(POSTCODE.whole("B338T")).as("too short").isFalse();
        assertThat(POSTCODE.whole("ZZ99   3WZ")).as("too long").isFalse();
        assertThat(POSTCODE.whole("ZZ99  3WZ")).isTrue();
        assertThat(POSTCODE.whole("M11AE")).isTrue();
        assertThat(POSTCODE.whole("m11ae")).isTrue();
        assertThat(POSTCODE.whole("M01AE")).as("a drug").isFalse();
        assertThat(POSTCODE.whole("C11AE")).as("a drug").isFalse();
    }

    @Test
    void structuresThatRPrints() {
        String variable = " $ age: int 61 45 70";
        assertThat(StructurePrint.in(List.of("'data.frame': 6 obs. of  2 variables:", variable, variable)))
                .containsExactly(0);
        assertThat(StructurePrint.in(List.of("", "Rows: 6", "Columns: 2", "$ age <dbl> 61, 45", "$ bmi <dbl> 23, 31")))
                .containsExactly(1);
        assertThat(StructurePrint.in(List.of("6 obs. of  2 variables:", variable)))
                .isEmpty();
        assertThat(StructurePrint.in(List.of("6 patients", variable, variable))).isEmpty();
        assertThat(StructurePrint.in(List.of("6 obs. of  2 variables:", variable, variable + " ".repeat(4_000))))
                .as("a long line")
                .isEmpty();
        assertThat(StructurePrint.in(List.of(" ".repeat(4_000) + "6 obs. of  2 variables:", variable, variable)))
                .isEmpty();
        assertThat(StructurePrint.in(apart(9))).as("the eleventh line below").containsExactly(0);
        assertThat(StructurePrint.in(apart(10))).as("the twelfth line below").isEmpty();
    }

    private static List<String> apart(int lines) {
        List<String> print = new ArrayList<>(List.of("6 obs. of  2 variables:", " $ age: int 61 45 70"));
        print.addAll(Collections.nCopies(lines, ""));
        print.add(" $ bmi: num 23 31 22");
        return print;
    }

    @Test
    void promptsBeforeCommands() {
        assertThat(Stream.of("> head(d)", "+ x", ">>> d.head()", "In [3]: d", ". list age", "sas> run", "1? x"))
                .allMatch(Prompt::isCommand);
        assertThat(Stream.of("> 12", "a > b", "", ". 12")).noneMatch(Prompt::isCommand);
        assertThat(Stream.of("> x", "+ x")).allMatch(Prompt::isShort);
        assertThat(Stream.of(">>> x", ">x", "x > y")).noneMatch(Prompt::isShort);
    }

    @Test
    void printedRowsBetweenBlankLines() {
        List<PrintedListing> found = PrintedListing.in(Arrays.asList(
                "> head(d)",
                "   id  age",
                "1  A1  61",
                "2  A2  45",
                "",
                "",
                "Some words of text.",
                "",
                "> table(d)",
                "id  n",
                "A1  12",
                "A2  15"));
        assertThat(found).hasSize(2);
        PrintedListing first = found.get(0);
        assertThat(first.listed()).isTrue();
        assertThat(first.firstLine()).isEqualTo(2);
        assertThat(first.header()).containsExactly("", "id", "age");
        assertThat(first.rows()).isEqualTo(2);
        assertThat(first.columns()).isEqualTo(3);
        assertThat(first.header(2)).isEqualTo("age");
        assertThat(first.cell(1, 2)).isEqualTo("45");
        assertThat(found.get(1).listed()).isFalse();
        assertThat(found.get(1).firstLine()).isEqualTo(10);
        assertThat(PrintedListing.isSize("[6 rows x 2 columns]")).isTrue();
        assertThat(PrintedListing.isSize("6 rows")).isFalse();
    }

    @Test
    void commandsBeforeABlankLine() {
        List<PrintedListing> found =
                PrintedListing.in(List.of("> head(d)", "", "id  age", "A1  61", "A2  45", "> nothing(d)"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).listed()).isTrue();
        assertThat(found.get(0).rows()).isEqualTo(2);
    }
}

package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdentifierShapesTest {
    private static final Postcode POSTCODE = new Postcode();
    private static final EmailAddress EMAIL = new EmailAddress();
    private static final PhoneNumber PHONE = new PhoneNumber();
    private static final NationalInsuranceNumber INSURANCE = new NationalInsuranceNumber();
    private static final PersonName NAME = new PersonName();
    private static final BirthDate BIRTH = new BirthDate();
    private static final ChiNumber CHI = new ChiNumber();

    @Provide
    Arbitrary<String> postcodes() {
        Arbitrary<String> area =
                Arbitraries.strings().withChars("ABCDEFGHIJKLMNOPRSTUWYZ").ofLength(2);
        Arbitrary<Integer> district = Arbitraries.integers().between(1, 99);
        Arbitrary<Integer> sector = Arbitraries.integers().between(0, 9);
        Arbitrary<String> unit =
                Arbitraries.strings().withChars("ABDEFGHJLNPQRSTUWXYZ").ofLength(2);
        return net.jqwik.api.Combinators.combine(area, district, sector, unit).as((a, d, s, u) -> a + d + " " + s + u);
    }

    @Property
    void everyPostcodeIsRecognised(@ForAll("postcodes") String postcode) {
        assertThat(POSTCODE.whole(postcode)).isTrue();
        assertThat(POSTCODE.whole(postcode.replace(" ", "").toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(POSTCODE.find("lives near " + postcode + ".", 0)).isEqualTo(11);
        assertThat(POSTCODE.whole(postcode.substring(0, postcode.indexOf(' ')))).isFalse();
    }

    @Example
    void postcodesOfLondonAndOtherCodes() {
        assertThat(Stream.of("SW1A 1AA", "EC1A1BB", "W1A 0AX", "M1 1AE", "b33 8th"))
                .allMatch(POSTCODE::whole);
        assertThat(Stream.of("C09AA", "N02BE", "LS9", "LS9 7", "C50.1", "A99901", "QV1 1AA", "12 34", "E06000001"))
                .noneMatch(POSTCODE::whole);
        assertThat(Stream.of("stage T1 2 of 3", "in B12 5MG tablets", "type A1 2NDX", "ls9 7tf in small letters"))
                .allMatch(text -> POSTCODE.find(text, 0) < 0);
    }

    @Example
    void emailAddresses() {
        assertThat(EMAIL.whole(" a.analyst@example.org ")).isTrue();
        assertThat(EMAIL.find("(write to x_1@a-b.example.ac.uk)", 0)).isEqualTo(10);
        assertThat(EMAIL.whole("x@y.uk")).as("shortest domain").isTrue();
        assertThat(EMAIL.find("a@b.de", 1)).as("begins before").isEqualTo(-1);
        assertThat(EMAIL.find("@a, then b@c.org", 0)).isEqualTo(9);
        assertThat(Stream.of("a@.uk", "a@b.", "a@b.c", "a@b.1k", "a@b.x, c")).allMatch(text -> EMAIL.find(text, 0) < 0);
        assertThat(Stream.of("@patients", "a @ b", "user@host", "x@1.2", "y ~ x@z", "@"))
                .allMatch(text -> EMAIL.find(text, 0) < 0);
    }

    @Example
    void telephoneNumbers() {
        assertThat(Stream.of(
                        "07700 900123",
                        "(01632) 960001".replace("(", "").replace(")", ""),
                        "020 7946 0018",
                        "+44 7700 900123",
                        "+49 30 12345678",
                        "01632960001"))
                .allMatch(PHONE::whole);
        assertThat(Stream.of(
                        "0163 296000",
                        "00000012345",
                        "0.7700900123",
                        "05700 900123",
                        "+1.5",
                        "07700 9001234",
                        "A07700900123"))
                .allMatch(text -> PHONE.find(text, 0) < 0);
    }

    @Example
    void nationalInsuranceNumbers() {
        assertThat(Stream.of("AB123456C", "AB 12 34 56 C")).allMatch(INSURANCE::whole);
        assertThat(Stream.of("BG123456C", "DA123456C", "AB123456E", "AB12345C", "XAB123456C"))
                .noneMatch(INSURANCE::whole);
    }

    @Example
    void chiNumbersHaveADate() {
        assertThat(CHI.whole("2410508359")).isTrue();
        assertThat(CHI.number(401753492L)).as("the leading zero is lost").isTrue();
        assertThat(CHI.whole("9434765919")).isFalse();
        assertThat(CHI.find("seen 2410508359 there", 0)).isEqualTo(-1);
        assertThat(CHI.find("CHI: 2410508359", 0)).isEqualTo(5);
        assertThat(CHI.find("2410508359 beside CHI: 2410508359", 0)).isEqualTo(23);
        assertThat(CHI.find("CHI: 9434765919", 0)).isEqualTo(-1);
        assertThat(CHI.isNumeric()).isTrue();
        assertThat(CHI.named(Set.of("chi", "number"))).isTrue();
        assertThat(CHI.named(Set.of("square"))).isFalse();
    }

    @Example
    void daysAndMonthsOfChiNumbers() {
        assertThat(LongStream.of(withCheckDigit("311250000"), withCheckDigit("010150000"), withCheckDigit("300150000"))
                        .boxed())
                .allMatch(CHI::number);
        assertThat(LongStream.of(
                                withCheckDigit("321250000"),
                                withCheckDigit("001250000"),
                                withCheckDigit("311350000"),
                                withCheckDigit("310050000"))
                        .boxed())
                .noneMatch(CHI::number);
    }

    /** The first number that begins so and has a valid check digit. */
    private static long withCheckDigit(String digits) {
        for (long n = Long.parseLong(digits) * 10; ; n++) {
            if (Modulus11.valid(n)) {
                return n;
            }
        }
    }

    @Example
    void personNames() {
        assertThat(Stream.of(
                        "Dr A Example",
                        "Mrs Jane Sample",
                        "Prof. B. C. Muster",
                        "Example, A.",
                        "J. Sample",
                        "Miss O'Example"))
                .allMatch(NAME::whole);
        assertThat(Stream.of(
                        "Stage I",
                        "North West",
                        "Mixed Race",
                        "Dr",
                        "Drug X",
                        "Mean (SD)",
                        "Total, All",
                        "Other Asian"))
                .noneMatch(NAME::whole);
    }

    @Example
    void birthDatesAreAnnounced() {
        assertThat(BIRTH.find("DOB: 12/03/1950", 0)).isZero();
        assertThat(BIRTH.find("she was born on 3 March 1950 in", 0)).isEqualTo(8);
        assertThat(BIRTH.find("DOB unknown; born 1/2/50", 0)).isEqualTo(13);
        assertThat(BIRTH.find("DOB", 3)).isEqualTo(-1);
        assertThat(Stream.of("date of birth", "DOB", "birthdate", "dateofbirth"))
                .allMatch(header -> BIRTH.named(Words.of(header)));
        assertThat(BIRTH.named(Words.of("date of death"))).isFalse();
        assertThat(Stream.of("extract of 12/03/2020", "born in 1950", "date of birth missing", "DOB"))
                .allMatch(text -> BIRTH.find(text, 0) < 0);
    }
}

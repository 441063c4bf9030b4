package dev.sdc.rules.shape;

import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the header and the first cells of one column of a listing look like. Immutable. */
public final class ListedColumn {
    /** How many rows are looked at: enough to tell what kind of column it is. */
    static final int SAMPLE = 500;

    private static final Set<String> FLAGS = Set.of("0", "1", "yes", "no", "true", "false", "y", "n", "ja", "nein");
    private static final List<IdentifierShape> IDENTIFIERS = List.of(
            new NhsNumber(),
            new Postcode(),
            new EmailAddress(),
            new PhoneNumber(),
            new NationalInsuranceNumber(),
            new PersonName());
    private static final int FEW = 3;
    private static final int GENERATION = 30;
    private static final int HEALTH_DIGITS = 9;
    private static final int SPACES_OF_SENTENCE = 3;
    private static final int MOST_CELLS = 200_000;
    private static final int FEWEST_ROWS = 20;
    private static final int SHORTEST_NUMBER = 4;
    private static final int OLDEST = 120;
    /** From 1927 to 2064. */
    /** {@code J Whitlock}, {@code Whitlock, J.}. */
    private static final Pattern INITIALED = Pattern.compile(
            "(?:\\p{Lu}\\.? ?){1,3} \\p{Lu}\\p{Ll}[\\p{L}'’-]{1,30}|\\p{Lu}\\p{Ll}[\\p{L}'’-]{1,30},? (?:\\p{Lu}\\.? ?){1,3}");

    private static final Pattern SERIAL_DAY = Pattern.compile("[1-5]\\d{4}");

    private final int index;
    private final String header;
    private final Set<String> words;
    private final boolean counts;
    private final boolean estimates;
    private final int rows;
    private final List<String> values = new ArrayList<>();
    private final Set<String> distinct;

    private ListedColumn(Listing listing, int index) {
        this.index = index;
        header = listing.header(index);
        words = Words.of(header);
        counts = listing.counts(index);
        estimates = listing.estimates(index);
        rows = Math.min(listing.rows(), sample(listing.columns()));
        for (int row = 0; row < rows; row++) {
            String text = listing.cell(row, index);
            if (!text.isEmpty()) {
                values.add(text);
            }
        }
        distinct = new HashSet<>(values);
    }

    private static int sample(int columns) {
        return Math.min(SAMPLE, Math.max(FEWEST_ROWS, MOST_CELLS / Math.max(columns, 1)));
    }

    /** How many rows were looked at. */
    public int rows() {
        return rows;
    }

    /** All columns of a listing. */
    static List<ListedColumn> of(Listing listing) {
        List<ListedColumn> columns = new ArrayList<>();
        for (int c = 0; c < listing.columns(); c++) {
            columns.add(new ListedColumn(listing, c));
        }
        return columns;
    }

    /** All columns of a table. */
    public static List<ListedColumn> of(Table table) {
        return of(new TableListing(table));
    }

    /** Its place in the listing, from 0. */
    public int index() {
        return index;
    }

    /** Its header in one line. */
    public String header() {
        return header;
    }

    boolean all(Predicate<String> look) {
        return !values.isEmpty() && values.stream().allMatch(look);
    }

    private boolean most(Predicate<String> look) {
        return values.stream().filter(look).count() * 2 > values.size();
    }

    /** All values are plain numbers. */
    public boolean isNumeric() {
        return all(Figures::isNumber);
    }

    boolean isWhole() {
        return all(Figures::isWhole);
    }

    /** The values in the order of the rows; blanks left out. */
    List<String> values() {
        return List.copyOf(values);
    }

    /** The numbers of a numeric column, in the order of the rows; blanks left out. */
    public List<BigDecimal> numbers() {
        return values.stream().flatMap(text -> Figures.of(text).stream()).toList();
    }

    /** Every row has a value, and no two rows the same. */
    boolean isUnique() {
        return rows > 0 && values.size() == rows && distinct.size() == rows;
    }

    /** Nearly every value is a different one. */
    public boolean isNearlyUnique() {
        return values.size() < FEW ? isUnique() : distinct.size() * 10 >= values.size() * 9;
    }

    /** Whether the header has a word of this vocabulary, or is one when its words are joined. */
    public boolean named(String vocabulary) {
        Set<String> list = Vocabulary.of(vocabulary);
        return Words.any(words, list) || list.contains(String.join("", words));
    }

    /** The header names one person or record, and the values are codes that hardly repeat. */
    public boolean isPersonKey() {
        return holdsPersonKeys() && isNearlyUnique();
    }

    /** The header names one person or record, and the values are codes, whether or not a person has several rows. */
    boolean holdsPersonKeys() {
        boolean person = named("person-key") || (named("key") && named("person") && !named("not-a-person"));
        return person && !counts && all(RecordKey::isCode);
    }

    /** Nearly every row has another identifier of a known form. */
    public boolean isIdentifier() {
        return isNearlyUnique() && IDENTIFIERS.stream().anyMatch(shape -> most(shape::whole));
    }

    /** The header is a word for one person and nothing else, and each row has another code that ends in a number. */
    boolean numbersPersons() {
        boolean person = words.size() == 1 && named("one-person");
        return person && !counts && isUnique() && all(RecordKey::isCode) && all(ListedColumn::endsInNumber);
    }

    /** The same, or a number for each case. */
    boolean numbersCases() {
        boolean cases = words.equals(Set.of("case")) || words.equals(Set.of("fall"));
        return numbersPersons() || (cases && !counts && isUnique() && all(RecordKey::isCode));
    }

    /** The header is a word for one person, short or in full, and each row has another number or letter. */
    boolean numbersOnePerson() {
        boolean person = words.size() == 1 && (named("one-person") || named("case-number"));
        return person
                && !counts
                && isUnique()
                && all(text -> text.length() == 1
                        ? Character.isLetterOrDigit(text.charAt(0))
                        : RecordKey.isCode(text) && endsInNumber(text));
    }

    /** A row number under a sign for one: {@code #}. */
    boolean numbersRows() {
        return words.isEmpty() && isWhole() && isAxis() && isConsecutive();
    }

    /** Initials or parts of names, another in nearly every row. */
    boolean namesAnother() {
        return named("person-name") && isNameOfPersons() && isNearlyUnique();
    }

    /** The header names what one person has one of: an age, a year of birth or of a diagnosis, days of survival. */
    boolean isValueOfOnePerson() {
        boolean when = named("when") && (named("life-event") || named("birth"));
        return isNumeric() && !isCount() && (named("measurement") || when);
    }

    /** Each row names another person: {@code Patient 3}, or 3 under a header that is a word for one person. */
    boolean enumeratesPersons() {
        if (values.size() < 2 || !isUnique()) {
            return false;
        }
        boolean headed = words.size() == 1 && named("one-person") && rows > FEW;
        return all(RecordKey::isNumberedPerson)
                || (headed && (all(RecordKey::isLettersAndDigits) || (isWhole() && isConsecutive())));
    }

    private static boolean endsInNumber(String text) {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    /** The header says that these are numbers of patients or homes, and the values are codes that hardly repeat. */
    public boolean isPersonNumber() {
        return (named("person-number") || namesPatientsKey() || isHealthNumber())
                && !counts
                && all(text -> RecordKey.isCode(text) && text.length() >= FEW)
                && isNearlyUnique();
    }

    /** The word alone also heads counts (NHS against private care) and statistics. */
    private boolean isHealthNumber() {
        return (words.contains("nhs") || words.contains("chi"))
                && all(text -> text.chars().filter(Character::isDigit).count() >= HEALTH_DIGITS);
    }

    private boolean namesPatientsKey() {
        return isHospitalNumber()
                || (named("key") && !named("not-a-person") && (words.contains("patient") || words.contains("hosp")));
    }

    /** A hospital's number of a patient, not the code of a hospital. */
    private boolean isHospitalNumber() {
        return words.contains("hospital") && (words.contains("number") || words.contains("no"));
    }

    /** The header is a word for a part of a person's name, and the values are words. */
    public boolean isNameOfPersons() {
        boolean name = named("person-name") || (words.contains("name") && Words.any(words, Vocabulary.of("person")));
        return (name && !counts && all(text -> text.chars().noneMatch(Character::isDigit)))
                || (named("clinician")
                        && most(text -> INITIALED.matcher(text.strip()).matches()));
    }

    /** The values are pseudonyms by their form, a different one in each row. */
    public boolean isPseudonym() {
        return isUnique()
                && !named("checksum")
                && (all(RecordKey::isPseudonym) || (values.size() >= FEW && all(RecordKey::isHex) && isMixedHex()));
    }

    private boolean isMixedHex() {
        int length = values.get(0).length();
        if (!all(text -> text.length() == length) || !most(text -> !Figures.isNumber(text))) {
            return false;
        }
        BitSet letters = new BitSet();
        BitSet digits = new BitSet();
        for (String text : values) {
            for (int i = 0; i < length; i++) {
                (Character.isDigit(text.charAt(i)) ? digits : letters).set(i);
            }
        }
        return letters.cardinality() >= FEW && digits.cardinality() >= FEW; // a code begins with its letters
    }

    /** A different code in each row under a header that is a word for a key, or codes that have letters in them. */
    public boolean isPlainKey() {
        return values.size() >= FEW
                && isUnique()
                && !counts
                && !named("not-a-person")
                && all(RecordKey::isCode)
                && (named("key") || all(text -> !Figures.isNumber(text)));
    }

    /** Whole numbers that the header or the table says are counts. */
    public boolean isCount() {
        return !isRowNumber() && !isSerialDay() && (counts || (named("count") && !named("key") && isWhole()));
    }

    boolean isOnes() {
        return all(text -> text.equals("1"));
    }

    /** The header is a word for a figure of a group, or the cells are results with their intervals. */
    public boolean isAggregate() {
        return estimates || named("aggregate");
    }

    /** Days that differ from row to row. */
    public boolean isDay() {
        return distinct.size() > 1
                && (isSerialDay() || most(text -> DayDate.of(text).isPresent()));
    }

    /** Days as spreadsheets store them, by their number since 1900: 42,100 is one in 2015. */
    private boolean isSerialDay() {
        return (words.contains("date") || words.contains("dob"))
                && all(text -> Figures.isWhole(text) && SERIAL_DAY.matcher(text).matches());
    }

    /** Something that is said of several rows alike: a word, a yes or no, a small number. */
    public boolean isCategory() {
        if (values.isEmpty() || isCount() || isAggregate() || isUnique()) {
            return false;
        }
        boolean repeats = distinct.size() * 2 <= values.size();
        return isFlag()
                || isDay()
                || (isWhole() && repeats)
                || (all(text -> !Figures.isNumber(text)) && (repeats || named("attribute")));
    }

    /** Something that only a person has: a yes or no, a day, an age, or what the header calls so. */
    boolean isPersonal() {
        return !isCount()
                && !isAggregate()
                && (isFlag()
                        || isDay()
                        || (named("attribute") && isCategory())
                        || (named("measurement") && isNumeric() && !isAxis()));
    }

    private boolean isFlag() {
        return all(text -> FLAGS.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Texts of several words that hardly repeat. */
    public boolean isSentences() {
        return values.size() >= FEW
                && isNearlyUnique()
                && most(text -> text.chars().filter(c -> c == ' ').count() >= SPACES_OF_SENTENCE);
    }

    /** Whether one of the values is a word for a total. */
    boolean namesTotal() {
        return values.stream().anyMatch(text -> Vocabulary.of("total").contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Words that name the rows of a table, each once. */
    public boolean isRowName() {
        return isUnique() && !isNumeric() && !isDay();
    }

    /** Codes of one form, another in each row, that may be keys although no header says so. */
    boolean isUnnamedKey() {
        boolean letters = all(RecordKey::isLettersAndDigits);
        boolean digits = isWhole() && all(text -> text.length() >= SHORTEST_NUMBER) && !all(ListedColumn::isYear);
        return values.size() >= FEW && isUnique() && header.isEmpty() && (letters || digits) && sameLength();
    }

    private boolean sameLength() {
        return all(text -> text.length() == values.get(0).length());
    }

    private static boolean isYear(String text) {
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
    }

    /** Whole numbers that may be ages. */
    boolean mayBeAges() {
        return isWhole() && all(text -> text.length() <= 3 && Integer.parseInt(text) <= OLDEST);
    }

    int distinct() {
        return distinct.size();
    }

    /** Days in no order that span more than a generation. */
    public boolean spansLives() {
        List<LocalDate> days =
                values.stream().flatMap(text -> DayDate.of(text).stream()).toList();
        if (days.size() < FEW || days.equals(days.stream().sorted().toList())) {
            return false;
        }
        return Collections.min(days).plusYears(GENERATION).isBefore(Collections.max(days));
    }

    /** Something that is said of each row and is no figure. */
    public boolean isAttribute() {
        return isCategory() || isPersonal();
    }

    /** A figure of a group: a count, a statistic, or a number with decimals. */
    public boolean isFigure() {
        return isCount() || isAggregate() || (isNumeric() && !isAttribute());
    }

    /** Numbers that count the rows, as an index of a data frame does. */
    public boolean isRowNumber() {
        return (header.isEmpty() || named("row-number")) && isWhole() && isAxis() && isConsecutive();
    }

    private boolean isConsecutive() {
        List<BigDecimal> numbers = numbers();
        BigDecimal first = numbers.get(0);
        BigDecimal span = numbers.get(numbers.size() - 1).subtract(first);
        return first.signum() >= 0
                && first.compareTo(BigDecimal.ONE) <= 0
                && span.compareTo(BigDecimal.valueOf(numbers.size() - 1L)) == 0;
    }

    /** Numbers that grow from row to row, as the axis of a curve does. */
    public boolean isAxis() {
        return values.size() > 1 && Figures.grow(values);
    }
}

package dev.sdc.engine.submission.yaml;

import dev.sdc.engine.submission.DeclarationException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A single value. A number may stand in quotation marks; nothing is turned into a number, truth value or date that the
 * key does not ask for, so {@code 014} stays an id.
 *
 * @param text the text without quotation marks
 * @param plain whether it stands without quotation marks
 */
public record YamlScalar(Place place, String text, boolean plain) implements YamlValue {
    /** Few enough digits that arithmetic on what is read stays cheap. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?");

    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "yes", true, "false", false, "no", false);

    /** Whether the value is left empty, which is as if the key were not there. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String kind() {
        if (isNull()) {
            return "nothing";
        }
        return NUMBER.matcher(text).matches() ? "a number" : "text";
    }

    @Override
    public String prose() {
        return isNull() ? "" : text;
    }

    /** Whether the value is a number. */
    public boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    /** The value as an exact number. */
    public BigDecimal number() throws DeclarationException {
        if (!isNumber()) {
            throw unexpected("a number without thousands separators or units, such as 1234.5");
        }
        return new BigDecimal(text);
    }

    /** The value as a whole number. */
    public long whole() throws DeclarationException {
        if (isNumber()) {
            try {
                return new BigDecimal(text).longValueExact();
            } catch (ArithmeticException notWhole) {
                throw unexpected("a whole number of at most 18 digits");
            }
        }
        throw unexpected("a whole number, such as 1234");
    }

    /** The value as a whole number that is not negative. */
    public long count() throws DeclarationException {
        long count = whole();
        if (count < 0) {
            throw unexpected("0 or more");
        }
        return count;
    }

    /** The value as a whole number between two limits. */
    public int whole(int least, int most) throws DeclarationException {
        long value = whole();
        if (value < least || value > most) {
            throw unexpected("a whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    /** The value as true or false. */
    public boolean truth() throws DeclarationException {
        Boolean truth = TRUTH.get(text);
        if (truth == null) {
            throw unexpected("true or false");
        }
        return truth;
    }

    /** The meaning of the value among those allowed. */
    public <T> T oneOf(Map<String, T> allowed) throws DeclarationException {
        T meaning = allowed.get(text);
        if (meaning == null) {
            throw place.error("%s cannot be %s. %s"
                    .formatted(place.subject(), Quoted.of(text), Nearest.advice(text, allowed.keySet())));
        }
        return meaning;
    }
}

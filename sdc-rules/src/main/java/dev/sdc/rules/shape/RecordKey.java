package dev.sdc.rules.shape;

import java.util.regex.Pattern;

/** The form of a pseudonym, a code or a numbered name that stands for one record. */
public final class RecordKey {
    /** {@code Patient 3}, {@code Subject #12}, {@code Pt. B}. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:patient(?:in|e)?|pt|participant|subject|respondent|volunteer|proband(?:in)?|teilnehmer(?:in)?|sujet|paciente)"
                    + "\\.?[ _-]?(?:no\\.?|nr\\.?|number|id|#)?[ _]?(?:\\d{1,9}|[A-Z])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("\\p{L}{1,6}[-_]?\\d{1,12}");

    private static final int SHORT_HEX = 8;
    private static final int LONG_HEX = 32;
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_CODE = 40;

    private RecordKey() {}

    /** Whether a text is a pseudonym by its form alone: 32, 40 or 64 hexadecimal digits, or a UUID. */
    public static boolean isPseudonym(String text) {
        int length = text.length();
        return switch (length) {
            case LONG_HEX, 40, 64 -> hex(text, 0, length);
            case UUID_LENGTH -> isUuid(text);
            case UUID_LENGTH + 2 -> text.charAt(0) == '{' && isUuid(text.substring(1, UUID_LENGTH + 1));
            default -> false;
        };
    }

    /** Whether a text may be a shortened pseudonym: at least eight hexadecimal digits. */
    public static boolean isHex(String text) {
        return text.length() >= SHORT_HEX && text.length() <= 64 && hex(text, 0, text.length());
    }

    /** Whether a text is a code rather than a word or a measure: letters and digits in one piece, some of them digits. */
    public static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > LONGEST_CODE) {
            return false;
        }
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= Character.isDigit(c);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '/') {
                return false;
            }
        }
        return digit && text.charAt(0) != '-';
    }

    /** Whether a text is the name of one person by a number or a letter. */
    public static boolean isNumberedPerson(String text) {
        return text.length() <= LONGEST_CODE && NUMBERED.matcher(text).matches();
    }

    /** Whether a text is letters and then digits. */
    static boolean isLettersAndDigits(String text) {
        return LETTERS_AND_DIGITS.matcher(text).matches();
    }

    private static boolean isUuid(String text) {
        return text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-'
                && hex(text, 0, 8)
                && hex(text, 9, 13)
                && hex(text, 14, 18)
                && hex(text, 19, 23)
                && hex(text, 24, UUID_LENGTH);
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}

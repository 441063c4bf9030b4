package dev.sdc.rules.shape;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date of birth: a day that a word for birth announces. */
public final class BirthDate implements IdentifierShape {
    private static final Pattern ANNOUNCED = Pattern.compile(
            "\\b(?:d\\.?o\\.?b|date of birth|born(?: on)?(?: the)?|birth ?date)\\b[\\s:.=\"'-]{0,5}([0-9A-Za-z][0-9A-Za-z ,./-]{5,20})",
            Pattern.CASE_INSENSITIVE);

    /** A date alone does not say that it is a birth: never. */
    @Override
    public boolean whole(String text) {
        return false;
    }

    @Override
    public int find(String text, int from) {
        Matcher found = ANNOUNCED.matcher(text);
        for (int at = from; at < text.length() && found.find(at); at = found.end()) {
            if (beginsWithDate(found.group(1))) {
                return found.start();
            }
        }
        return -1;
    }

    private static boolean beginsWithDate(String text) {
        for (int end = text.length(); end >= 6; end--) {
            if (DayDate.of(text.substring(0, end)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean named(Set<String> words) {
        return words.contains("birth")
                || words.contains("dob")
                || words.contains("birthdate")
                || words.contains("dateofbirth");
    }
}

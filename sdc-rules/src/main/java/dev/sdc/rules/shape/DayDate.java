package dev.sdc.rules.shape;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date that names the day; a month or a year alone is none. */
public final class DayDate {
    private static final String TIME = "(?:[T ,]+[0-9:.]+ ?(?:[AaPp][Mm]|Z|[+-][0-9:]+)?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})" + TIME);
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})" + TIME);
    private static final Pattern DAY_WORD =
            Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?[- /]?([A-Za-z]{3,9})\\.?[- /,]*([0-9]{4}|[0-9]{2})" + TIME);
    private static final Pattern WORD_DAY =
            Pattern.compile("([A-Za-z]{3,9})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})" + TIME);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 40;
    private static final int CENTURY = 100;
    /** Two-digit years up to this are of this century. */
    private static final int PIVOT = 40;

    private DayDate() {}

    /** The date that a cell's text gives, if it gives one. */
    public static Optional<LocalDate> of(String text) {
        String date = text.strip();
        if (date.length() < SHORTEST || date.length() > LONGEST || date.chars().noneMatch(DayDate::isDigit)) {
            return Optional.empty();
        }
        Matcher year = YEAR_FIRST.matcher(date);
        if (year.matches()) {
            return day(number(year.group(1)), number(year.group(3)), number(year.group(4)));
        }
        Matcher day = DAY_FIRST.matcher(date);
        if (day.matches()) {
            int first = number(day.group(1));
            int second = number(day.group(3));
            int of = year(day.group(4));
            return day(of, second, first).or(() -> day(of, first, second));
        }
        Matcher named = DAY_WORD.matcher(date);
        if (named.matches()) {
            return day(year(named.group(3)), month(named.group(2)), number(named.group(1)));
        }
        Matcher american = WORD_DAY.matcher(date);
        return american.matches()
                ? day(number(american.group(3)), month(american.group(1)), number(american.group(2)))
                : eightDigits(date);
    }

    private static Optional<LocalDate> eightDigits(String date) {
        return date.length() == 8 && date.chars().allMatch(DayDate::isDigit)
                ? day(number(date.substring(0, 4)), number(date.substring(4, 6)), number(date.substring(6)))
                        .filter(day -> day.getYear() >= 1880 && day.getYear() < 2100)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    }

    private static int year(String digits) {
        int year = number(digits);
        return digits.length() > 2 ? year : year <= PIVOT ? year + 20 * CENTURY : year + 19 * CENTURY;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}

package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Sentences;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step between two windows of time that begin together, told in one sentence: {@code 12 deaths within 30 days and 15 within 90
 * days}, {@code by 30 days 12 patients had died, by 60 days 15}.
 *
 * @param from the number in the shorter window
 * @param to the number in the longer one
 * @param where its place
 */
record WindowsInWords(long from, long to, String where) {
    private static final Pattern WINDOW_OR_NUMBER = Sentence.pattern(
            "(?<window>\\b(?:within|by|innerhalb von|innerhalb|binnen) (?:the )?(?:first )?(?<length>\\d{1,4}|one|two|three|five|ten)[ -]"
                    + "(?<unit>day|week|month|year|tage|woche|monat|jahr)\\p{L}{0,2}\\b)|(?<number>" + Sentence.NUMBER
                    + ")(?! ?%|[.,]\\d)");

    private static final Pattern BEFALLS = Sentence.pattern(
            "\\b(?:died|deaths?|relapse[ds]?|recurrences?|recurred|recruited|enrolled|events?|withdrew|progressed|readmitted|readmissions?"
                    + "|treated|diagnosed|starben|verstarben|todesfälle|patients|women|men|people|persons|patienten|patientinnen|frauen)\\b");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int MOST_DIGITS = 15;

    /** A number of people, and how many days it is told of. */
    private record Told(long n, long days, int from) {}

    static List<WindowsInWords> in(Prose prose, Facts facts) {
        Map<String, WindowsInWords> steps = new LinkedHashMap<>();
        for (Sentence sentence : Sentences.of(prose, facts)) {
            if (BEFALLS.matcher(sentence.text()).find()) {
                read(sentence, steps);
            }
        }
        return List.copyOf(steps.values());
    }

    private static void read(Sentence sentence, Map<String, WindowsInWords> steps) {
        List<Told> told = told(sentence);
        for (int i = 1; i < told.size(); i++) {
            Told before = told.get(i - 1);
            Told now = told.get(i);
            if (before.days() < now.days() && before.n() < now.n()) {
                String where = sentence.address(now.from());
                steps.putIfAbsent(where, new WindowsInWords(before.n(), now.n(), where));
            }
        }
    }

    /** The numbers with their windows: each the last before its own, or the first behind it where the windows come first. */
    private static List<Told> told(Sentence sentence) {
        List<Told> behind = new ArrayList<>();
        List<Told> ahead = new ArrayList<>();
        Matcher found = WINDOW_OR_NUMBER.matcher(sentence.text());
        long days = 0;
        long n = 0;
        int from = 0;
        boolean windowLast = false;
        while (found.find()) {
            windowLast = found.group("window") != null;
            if (windowLast) {
                days = days(sentence, found);
                if (n > 0) {
                    behind.add(new Told(n, days, from));
                }
                n = 0;
            } else {
                n = count(sentence, found.group("number"));
                from = found.start("number");
                if (days > 0 && n > 0) {
                    ahead.add(new Told(n, days, from));
                    days = 0;
                }
            }
        }
        return windowLast ? behind : ahead;
    }

    private static long count(Sentence sentence, String number) {
        Optional<BigDecimal> value = sentence.number(number);
        boolean whole = !YEAR.matcher(number).matches()
                && value.isPresent()
                && value.get().scale() <= 0
                && value.get().precision() <= MOST_DIGITS;
        return whole ? value.get().longValue() : 0;
    }

    private static long days(Sentence sentence, Matcher window) {
        long length = count(sentence, window.group("length"));
        return switch (window.group("unit").toLowerCase(Locale.ROOT).charAt(0)) {
            case 'w' -> 7 * length;
            case 'm' -> 30 * length;
            case 'y', 'j' -> 365 * length;
            default -> length;
        };
    }
}

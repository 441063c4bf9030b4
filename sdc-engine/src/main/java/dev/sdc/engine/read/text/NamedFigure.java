package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name and the number beside it: {@code Deaths: 6}.
 *
 * @param name what the number is of
 * @param figure the number as it stands there
 */
public record NamedFigure(Piece name, Piece figure) {
    private static final String WHOLE = "\\d{1,3}(?:[.,\\u00a0\\u202f]\\d{3}){1,3}|\\d{1,9}";
    private static final String SHARE = "\\d{1,3}(?:[.,]\\d{1,4})?\\s?%";

    /** Counts, shares, both of them, parts of a whole, and what stands in place of a count. */
    static final String FIGURE = "(?:(?:" + WHOLE + ")(?:\\s?\\(\\s?" + SHARE + "\\s?\\))?"
            + "|" + SHARE + "(?:\\s?\\((?:n\\s?=\\s?)?(?:" + WHOLE + ")\\))?"
            + "|(?:" + WHOLE + ")\\s?/\\s?(?:" + WHOLE + ")"
            + "|[<>≤≥]\\s?\\d{1,9}|\\*{1,3})";

    /** A rate or a sum: {@code 3.2}, {@code £2,310,442.50}. */
    static final String AMOUNT = "[£$€]?\\s?(?:(?:" + WHOLE + ")(?:[.,]\\d{1,4})?)";

    private static final Pattern NAME_OF_AMOUNT = Pattern.compile(
            "(?i).*(?:\\bper (?:1|10+|1,?0+|10{1,2},?000|person|patient|year|million)|\\b(?:total|sum|overall|mean|average)\\b.{0,40}\\b(?:costs?|charges?"
                    + "|spend(?:ing)?|expenditure|income|payments?|kosten|doses?|hours|beds?)\\b|[£$€]).*");
    private static final Pattern OF_ALL =
            Pattern.compile("(?i)(?:population|person[- ]years|bevölkerung|einwohner)\\b.*");

    /** One alone is no summary. */
    private static final int FEWEST = 2;

    /** Fewer digits may be a name: {@code Model: 12}. */
    private static final int LARGE = 3;

    private static final Pattern ALL = Pattern.compile(FIGURE);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern NO_LETTERS =
            Pattern.compile("[^\\p{L}\\p{N}-]+|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final Pattern FURTHER = Pattern.compile(
            "[,;(]|(?<=\\S)\\s(?:of|in|with|without|by|per|at|for|from|not?|who|von|mit|ohne|in|je)\\s");
    private static final Pattern TIME = Pattern.compile(
            "(?:\\b(?:within|at|after|in|by|bei|nach|innerhalb)[ _])?(?<!\\p{N})\\d{1,4}[ _-]?(?:d|days?|w|weeks?|m|months?|y|years?|tagen?|monaten?|jahren?)(?![\\p{L}])");

    /** Whether a text is a number of the kind that may be one of people. */
    public static boolean isFigure(String text) {
        return text.length() < 40 && ALL.matcher(text).matches();
    }

    /** Whether it may count people: its name does not say that it is a setting, a measure or a number of things. */
    boolean mayCount() {
        List<String> words = words();
        boolean share = figure.text().indexOf('%') >= 0;
        if (words.isEmpty()
                ? name.text().isBlank()
                : words.stream().anyMatch(word -> CountWords.is("never-counted", word))) {
            return false;
        }
        boolean out = words.stream().anyMatch(word -> CountWords.is("left-out", word));
        if (words.stream().anyMatch(word -> CountWords.is("setting", word)) && !share && !out) {
            return false;
        }
        if (namePeople(words)) {
            return true;
        }
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return !YEAR.matcher(figure.text()).matches()
                && !(CountWords.is("named", last) && figure.text().length() < LARGE)
                && !isThing()
                && (share || words.stream().noneMatch(word -> CountWords.is("measure", word)));
    }

    /** Whether its name is that of things: the last word of {@code Sites of disease} before another noun begins. */
    private boolean isThing() {
        List<String> words = words(FURTHER.split(name.text(), 2)[0]);
        String head = words.isEmpty() ? "" : words.get(words.size() - 1);
        return CountWords.is("thing", head) && !CountWords.is("named", head);
    }

    /** Whether its name tells people, or what became of them; {@code Patient: 12} names one. */
    boolean namesPeople() {
        return namePeople(words());
    }

    private static boolean namePeople(List<String> words) {
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return !(words.size() < 3 && CountWords.is("named", last)) && tellPeople(words);
    }

    /** Whether a text speaks of people. */
    static boolean speaksOfPeople(String text) {
        return tellPeople(words(text));
    }

    private static boolean tellPeople(List<String> words) {
        return words.stream().anyMatch(word -> CountWords.is("unit", word) || CountWords.is("event", word));
    }

    private List<String> words() {
        return words(name.text());
    }

    /** The words of a name in lower case, without a time within which something is counted. */
    private static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean digits = lower.chars().anyMatch(c -> c >= '0' && c <= '9');
        String told = digits ? TIME.matcher(lower).replaceAll(" ") : lower;
        List<String> words = new ArrayList<>(Arrays.asList(NO_LETTERS.split(told)));
        words.removeIf(word -> word.isEmpty() || !Character.isLetter(word.charAt(0)));
        return words;
    }

    /** The rows of a table of some named numbers. */
    public static List<List<Piece>> rows(List<NamedFigure> named) {
        return named.stream()
                .map(pair -> List.of(
                        new Piece(0, pair.name.text(), pair.name.line(), pair.name.at()),
                        new Piece(1, pair.figure.text(), pair.figure.line(), pair.figure.at())))
                .toList();
    }

    /** Whether it is a rate or a sum by its name or its sign. */
    private boolean isAmount() {
        return NAME_OF_AMOUNT
                .matcher(name.text() + " " + figure.text().replaceAll("[^£$€]", ""))
                .matches();
    }

    /** Rates and sums with the one number of people or the population that they are of; none where there is none. */
    static List<NamedFigure> besideAmounts(List<NamedFigure> all) {
        List<NamedFigure> known = all.stream()
                .filter(figure -> figure.isAmount() || figure.isOfAll())
                .toList();
        boolean both =
                known.stream().anyMatch(NamedFigure::isAmount) && known.stream().anyMatch(figure -> !figure.isAmount());
        return both ? known : List.of();
    }

    private boolean isOfAll() {
        return isFigure(figure.text())
                && (namesPeople() || OF_ALL.matcher(name.text()).matches());
    }

    /** Those of some names and numbers that count people; none where nothing says that any does. */
    public static List<NamedFigure> ofPeople(String heading, List<NamedFigure> all) {
        if (all.size() < FEWEST) {
            return List.of();
        }
        List<NamedFigure> counting = all.stream()
                .filter(figure -> isFigure(figure.figure().text()) && figure.mayCount())
                .toList();
        boolean people = counting.size() >= FEWEST
                && (speaksOfPeople(heading) || counting.stream().anyMatch(NamedFigure::namesPeople));
        return people ? counting : List.of();
    }
}

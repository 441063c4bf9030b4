package dev.sdc.engine.read.html;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds figures that a browser shows because a style writes them: they stand in no cell and no sentence that is read. */
final class WrittenByStyle {
    private static final String VALUE = "\\s*:((?:\"[^\"]*+[\"]?|'[^']*+[']?|url\\([^)]*+\\)?|[^;}\"'])*+)";

    /** The properties whose texts are shown, and those of the author's own that such a property may name. */
    private static final Pattern SHOWN = Pattern.compile(
            "(?<![\\w-])(?:(--[\\w-]++)|content|quotes|(?:additive-)?symbols|prefix|suffix|pad|list-style(?:-type)?)"
                    + VALUE,
            Pattern.CASE_INSENSITIVE);

    private static final int OWN = 1;
    private static final int VALUE_OF = 2;

    private static final Pattern COUNTER = Pattern.compile("(?<![\\w-])counters?\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED =
            Pattern.compile("(?<![\\w-])counter-(?:reset|set|increment)" + VALUE, Pattern.CASE_INSENSITIVE);
    /** Lines and headings are counted from nothing, one by one. */
    private static final Pattern NOT_BY_ONE = Pattern.compile("(?<![\\w.-])-?(?!0*[01]\\b)\\d+");

    private static final Pattern ADDRESS = Pattern.compile("url\\([^)]*+\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*+)|'([^']*+)");
    private static final Pattern ICON = Pattern.compile(
            "\\s*+(?:content|--[\\w-]++)\\s*+:\\s*+[\"']\\\\[0-9a-fA-F]{1,6}\\s?[\"']\\s*+;?\\s*+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-fA-F]{1,6})\\s?");

    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w-])var\\(\\s*+(--[\\w-]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final boolean showsCounters;
    /** The properties of the author's own that others name whose texts are shown. */
    private final Set<String> named = new HashSet<>();

    /**
     * Looks whether a page shows what it counts, and which properties of its own.
     *
     * @param page the whole page
     */
    WrittenByStyle(Document page) {
        this.showsCounters = page.select("style").stream()
                .anyMatch(sheet -> COUNTER.matcher(sheet.data()).find());
        page.select("style")
                .forEach(sheet -> SHOWN.matcher(sheet.data())
                        .results()
                        .forEach(shown -> NAMED.matcher(shown.group(VALUE_OF))
                                .results()
                                .forEach(name -> named.add(name.group(1)))));
    }

    /** Whether a rule of a style sheet writes a figure, if it holds for any element. */
    boolean isIn(StyleSheet.Rule rule) {
        return writesAFigure(rule.body());
    }

    /**
     * Whether a rule writes no figure but one character by its number, as the sheets of icons do for whole alphabets of them:
     * {@code .fa-3::before { content: "\\33" }}.
     */
    static boolean isOfAnIcon(StyleSheet.Rule rule) {
        return ICON.matcher(rule.body()).matches();
    }

    /** Whether the style of an element writes a figure. */
    boolean isIn(Element styled) {
        return writesAFigure(styled.attr("style"));
    }

    private boolean writesAFigure(String style) {
        return SHOWN.matcher(style).results().anyMatch(this::isWritten)
                || (showsCounters
                        && COUNTED.matcher(style)
                                .results()
                                .anyMatch(counted ->
                                        NOT_BY_ONE.matcher(counted.group(1)).find()));
    }

    private boolean isWritten(MatchResult shown) {
        String own = shown.group(OWN);
        boolean isShown = own == null || named.contains(own);
        Matcher texts = TEXT.matcher(ADDRESS.matcher(shown.group(VALUE_OF)).replaceAll(""));
        return texts.results()
                .map(text -> text.group().substring(1))
                .anyMatch(text ->
                        figureIn(text) && (isShown || !LETTER.matcher(text).find())); // "Source Sans 3" is a font
    }

    private static boolean figureIn(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))))
                .codePoints()
                .anyMatch(Character::isDigit);
    }

    private static String character(String hexadecimal) {
        int point = Integer.parseInt(hexadecimal, 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}

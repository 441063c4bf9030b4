package dev.sdc.engine.read.text;

import java.util.regex.Pattern;

/** The words of a Markdown cell without the marks that only give them a look. */
final class MarkdownText {
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*\\*|\\*\\*|\\*|__|_|~~|`)(\\S|\\S.*\\S)\\1");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");

    /** {@code 4[^a]}: where a footnote stands below. */
    private static final Pattern NOTE = Pattern.compile("(?<=\\S)\\[\\^[\\p{L}\\p{N}_-]{1,20}\\]");

    private MarkdownText() {}

    /** Whether all of a cell is set in bold letters. */
    static boolean isBold(String cell) {
        return cell.length() > 4
                && ((cell.startsWith("**") && cell.endsWith("**")) || (cell.startsWith("__") && cell.endsWith("__")));
    }

    static String plain(String cell) {
        String text = cell.indexOf("[^") < 0 ? cell : NOTE.matcher(cell).replaceAll("");
        var marked = EMPHASIS.matcher(text);
        if (marked.matches()) {
            text = marked.group(2);
        }
        if (text.indexOf('\\') >= 0) {
            text = ESCAPE.matcher(text).replaceAll("$1");
        }
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&")
                        .strip();
    }
}

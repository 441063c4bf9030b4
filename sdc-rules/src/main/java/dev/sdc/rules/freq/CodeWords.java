package dev.sdc.rules.freq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the words in lines of R, Python, SQL, Stata, SAS or SPSS code: comments, texts of more than one word, and lines that
 * are words alone or give a number a name of several words.
 */
final class CodeWords {
    private static final List<String> MARKS = List.of("#", "--", "//", "/*");
    private static final String BLOCK = "\"\"\"";
    /** {@code women_died <- 3}. */
    private static final Pattern VALUE =
            Pattern.compile("\\s*\\p{L}+(?:[._]\\p{L}+)+\\s*(?:=|<-|:=)\\s*\\d{1,9}L?;?\\s*");

    private static final Pattern WORDS_ALONE =
            Pattern.compile("\\s*[\\p{L}\\p{N}]+(?: [\\p{L}\\p{N}-]+){2,}[.,;:!]?\\s*");

    /**
     * Words in a line; both ends count from 0.
     *
     * @param code whether they stand in the code itself, where a number alone is none of people
     */
    record Stretch(int line, int from, int to, boolean code) {}

    private final List<Stretch> found = new ArrayList<>();
    private boolean block;

    private CodeWords() {}

    /** The words of some lines, in their order. */
    static List<Stretch> in(List<String> lines) {
        CodeWords words = new CodeWords();
        for (int line = 0; line < lines.size(); line++) {
            words.read(lines.get(line), line);
        }
        return List.copyOf(words.found);
    }

    private void read(String text, int line) {
        int at = 0;
        int indent = text.length() - text.stripLeading().length();
        if (!block && text.startsWith("*", indent)) {
            found.add(new Stretch(line, indent + 1, text.length(), false));
            return;
        }
        if (!block
                && (WORDS_ALONE.matcher(text).matches() || VALUE.matcher(text).matches())) {
            found.add(new Stretch(line, indent, text.length(), true));
            return;
        }
        while (at < text.length()) {
            if (block || text.startsWith(BLOCK, at)) {
                at = block(text, line, block ? at : at + BLOCK.length());
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                at = quoted(text, line, at);
            } else if (isMark(text, at)) {
                found.add(new Stretch(line, behindMark(text, at), text.length(), false));
                return;
            } else {
                at++;
            }
        }
    }

    /** Reads on to the end of a text of several lines, or of the line. */
    private int block(String text, int line, int from) {
        int end = text.indexOf(BLOCK, from);
        block = end < 0;
        found.add(new Stretch(line, from, block ? text.length() : end, false));
        return block ? text.length() : end + BLOCK.length();
    }

    private int quoted(String text, int line, int open) {
        int close = text.indexOf(text.charAt(open), open + 1);
        if (close < 0) {
            return open + 1; // an apostrophe: a comment may follow
        }
        if (text.substring(open + 1, close).strip().indexOf(' ') > 0) {
            found.add(new Stretch(line, open + 1, close, false));
        }
        return close + 1;
    }

    private static boolean isMark(String text, int at) {
        return MARKS.stream().anyMatch(mark -> text.startsWith(mark, at));
    }

    private static int behindMark(String text, int at) {
        return at
                + MARKS.stream()
                        .filter(mark -> text.startsWith(mark, at))
                        .mapToInt(String::length)
                        .findFirst()
                        .orElse(0);
    }
}

package dev.sdc.rules.freq;

import java.util.ArrayList;
import java.util.List;

/** Finds the words in lines of R, Python, SQL, Stata, SAS or SPSS code: comments, and texts of more than one word. */
final class CodeWords {
    private static final List<String> MARKS = List.of("#", "--", "//", "/*");
    private static final String BLOCK = "\"\"\"";

    /** Words in a line; both ends count from 0. */
    record Stretch(int line, int from, int to) {}

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
            found.add(new Stretch(line, indent + 1, text.length()));
            return;
        }
        while (at < text.length()) {
            if (block || text.startsWith(BLOCK, at)) {
                at = block(text, line, block ? at : at + BLOCK.length());
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                at = quoted(text, line, at);
            } else if (isMark(text, at)) {
                found.add(new Stretch(line, behindMark(text, at), text.length()));
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
        found.add(new Stretch(line, from, block ? text.length() : end));
        return block ? text.length() : end + BLOCK.length();
    }

    private int quoted(String text, int line, int open) {
        int close = text.indexOf(text.charAt(open), open + 1);
        if (close < 0) {
            return open + 1; // an apostrophe: a comment may follow
        }
        if (text.substring(open + 1, close).strip().indexOf(' ') > 0) {
            found.add(new Stretch(line, open + 1, close));
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

package dev.sdc.rules.freq;

/** Finds the comment in a line of R, Python, SQL, Stata, SAS or SPSS code. */
final class CodeComment {
    private static final String[] MARKS = {"#", "--", "//", "/*"};

    private CodeComment() {}

    /** Where the words of a line's comment begin, behind its mark; the line's length where there is none. */
    static int start(String line) {
        String stripped = line.stripLeading();
        if (stripped.startsWith("*")) {
            return line.length() - stripped.length() + 1;
        }
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else {
                for (String mark : MARKS) {
                    if (line.startsWith(mark, i)) {
                        return i + mark.length();
                    }
                }
            }
        }
        return line.length();
    }
}

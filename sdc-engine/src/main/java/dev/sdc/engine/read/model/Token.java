package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a line, a bound ({@code < 2e-16}) being one.
 *
 * @param start its first character, from 0
 * @param end the character behind its last
 */
record Token(String text, int start, int end) {
    static List<Token> of(String line) {
        return of(line, 0);
    }

    /** The words of a line from a character on. */
    static List<Token> of(String line, int from) {
        List<Token> tokens = new ArrayList<>();
        int at = from;
        while (at < line.length()) {
            if (isSpace(line.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < line.length() && !isSpace(line.charAt(at))) {
                at++;
            }
            Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            boolean bound = last != null && (last.text.equals("<") || last.text.equals(">"));
            if (last != null && bound && Character.isDigit(line.charAt(start))) {
                tokens.set(tokens.size() - 1, new Token(line.substring(last.start, at), last.start, at));
            } else {
                tokens.add(new Token(line.substring(start, at), start, at));
            }
        }
        return tokens;
    }

    /** Writes the words of a line with a space behind each. */
    static void write(String line, StringBuilder to) {
        int last = -1;
        for (int at = 0; at < line.length(); ) {
            int gap = at;
            while (at < line.length() && isSpace(line.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < line.length() && !isSpace(line.charAt(at))) {
                at++;
            }
            if (start == at) {
                return;
            }
            boolean bound = last >= 0 && last == gap - 1 && "<>".indexOf(line.charAt(last)) >= 0;
            if (bound && Character.isDigit(line.charAt(start))) {
                to.setLength(to.length() - 1);
                to.append(line, gap, start);
            }
            to.append(line, start, at).append(' ');
            last = start;
        }
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\r';
    }
}

package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What prints say beside their figures, and what is about nobody: dates, iterations, methods. */
final class Asides {
    private static final String AT_START = "^\\s*";
    private static final String LITERAL = " _'-:=";
    private static final String QUANTIFIERS = "*+?{";

    /**
     * A form of them.
     *
     * @param begins what it can begin with in small letters
     * @param atStart whether it begins a line
     */
    private record Aside(Pattern pattern, List<String> begins, boolean atStart) {
        static Aside of(String regex) {
            boolean atStart = regex.startsWith(AT_START);
            String rest = atStart ? regex.substring(AT_START.length()) : regex;
            List<String> begins =
                    alternatives(rest).stream().map(Aside::literal).toList();
            return new Aside(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), begins, atStart);
        }

        /** The alternatives in the brackets that a form begins with; the form itself where it begins with none. */
        private static List<String> alternatives(String regex) {
            List<String> alternatives = new ArrayList<>();
            int from = 1;
            for (int at = 1; regex.startsWith("(") && at < regex.length(); at++) {
                char c = regex.charAt(at);
                if (c == '(') {
                    break; // brackets in brackets
                } else if (c == '\\') {
                    at++;
                } else if (c == '|' || c == ')') {
                    alternatives.add(regex.substring(from, at));
                    from = at + 1;
                    if (c == ')') {
                        boolean optional = from < regex.length() && QUANTIFIERS.indexOf(regex.charAt(from)) >= 0;
                        return optional ? List.of("") : alternatives;
                    }
                }
            }
            return List.of(regex);
        }

        /** The characters at the beginning of a form that stand for themselves. */
        private static String literal(String regex) {
            StringBuilder literal = new StringBuilder();
            int at = 0;
            while (at < regex.length()) {
                char c = regex.charAt(at);
                boolean escaped =
                        c == '\\' && at + 1 < regex.length() && !Character.isLetterOrDigit(regex.charAt(at + 1));
                char said = escaped ? regex.charAt(at + 1) : c;
                int next = at + (escaped ? 2 : 1);
                boolean repeated = next < regex.length() && QUANTIFIERS.indexOf(regex.charAt(next)) >= 0;
                if (repeated || !(escaped || Character.isLetter(c) || LITERAL.indexOf(c) >= 0)) {
                    break;
                }
                literal.append(said);
                at = next;
            }
            return literal.toString();
        }

        private boolean mayStand(String lower, int start) {
            for (String begin : begins) {
                if (atStart ? lower.startsWith(begin, start) : lower.contains(begin)) {
                    return true;
                }
            }
            return false;
        }

        void claim(String line, String lower, int start, BitSet claimed) {
            if (!mayStand(lower, start)) {
                return; // a search costs far more
            }
            Matcher matcher = pattern.matcher(line);
            if (atStart) {
                if (matcher.lookingAt()) {
                    claimed.set(matcher.start(), matcher.end());
                }
                return;
            }
            while (matcher.find()) {
                claimed.set(matcher.start(), matcher.end());
            }
        }
    }

    private static final List<Aside> KNOWN =
            Vocabulary.lines("asides.txt").stream().map(Aside::of).toList();

    private Asides() {}

    /**
     * Marks what they take up of a line.
     *
     * @param lower the line in small letters
     */
    static void claim(String line, String lower, BitSet claimed) {
        int start = 0;
        while (start < lower.length() && isSpace(lower.charAt(start))) {
            start++;
        }
        for (Aside aside : KNOWN) {
            aside.claim(line, lower, start, claimed);
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}

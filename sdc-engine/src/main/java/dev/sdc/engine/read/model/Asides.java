package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What prints say beside their figures, and what is about nobody: dates, iterations, methods. */
final class Asides {
    private static final String AT_START = "^\\s*";
    private static final String LITERAL = " _'-:=,%0123456789";
    private static final String QUANTIFIERS = "*+?{";

    /**
     * A form of them.
     *
     * @param needs one of these stands wherever it does
     * @param atStart whether it begins a line
     */
    private record Aside(Pattern pattern, List<String> needs, boolean atStart) {
        static Aside of(String regex) {
            boolean atStart = regex.startsWith(AT_START);
            String rest = atStart ? regex.substring(AT_START.length()) : regex;
            return new Aside(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), needs(rest), atStart);
        }

        /** What it begins with or the longest words in it: the longer they are, the less often they stand elsewhere. */
        private static List<String> needs(String regex) {
            List<String> begins =
                    alternatives(regex).stream().map(form -> literal(form, 0)).toList();
            int shortest = begins.stream().mapToInt(String::length).min().orElse(0);
            String longest = longestLiteral(regex);
            return shortest > longest.length() ? begins : List.of(longest);
        }

        /** A form with each of the alternatives that it begins with; the form itself where it begins with none. */
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
                        String rest = regex.substring(from);
                        boolean optional = !rest.isEmpty() && QUANTIFIERS.indexOf(rest.charAt(0)) >= 0;
                        alternatives.replaceAll(form -> form + rest);
                        return optional ? List.of("") : alternatives;
                    }
                }
            }
            return List.of(regex);
        }

        /** The longest run of characters outside all brackets that stand for themselves; none where forms are alternatives. */
        private static String longestLiteral(String regex) {
            String longest = "";
            for (int at = 0; at < regex.length(); ) {
                if (regex.charAt(at) == '|') {
                    return "";
                }
                String literal = literal(regex, at);
                longest = literal.length() > longest.length() ? literal : longest;
                at = Math.max(literalEnd(regex, at), elementEnd(regex, at));
            }
            return longest;
        }

        /** Where an element ends: a character, or all that a bracket holds. */
        private static int elementEnd(String regex, int from) {
            char opens = regex.charAt(from);
            char closes = opens == '(' ? ')' : opens == '[' ? ']' : opens == '{' ? '}' : '\0';
            int depth = 0;
            for (int at = from; at < regex.length(); at++) {
                char c = regex.charAt(at);
                if (c == '\\') {
                    at++;
                } else if (c == closes) {
                    depth--;
                } else if (c == opens && (opens == '(' || at == from)) {
                    depth++;
                }
                if (depth == 0 || closes == '\0') {
                    return at + 1;
                }
            }
            return regex.length();
        }

        /** The characters from a place on that stand for themselves. */
        private static String literal(String regex, int from) {
            return regex.substring(from, literalEnd(regex, from)).replace("\\", "");
        }

        private static int literalEnd(String regex, int from) {
            int at = from;
            while (at < regex.length()) {
                char c = regex.charAt(at);
                boolean escaped =
                        c == '\\' && at + 1 < regex.length() && !Character.isLetterOrDigit(regex.charAt(at + 1));
                int next = at + (escaped ? 2 : 1);
                boolean repeated = next < regex.length() && QUANTIFIERS.indexOf(regex.charAt(next)) >= 0;
                if (repeated || !(escaped || Character.isLetter(c) || LITERAL.indexOf(c) >= 0)) {
                    break;
                }
                at = next;
            }
            return at;
        }

        void claim(String line, BitSet claimed) {
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

    private static final Phrases NEEDED =
            new Phrases(KNOWN.stream().map(Aside::needs).toList());

    private Asides() {}

    /** Marks what they take up of a line. */
    static void claim(String line, BitSet claimed) {
        BitSet may = NEEDED.in(line); // a search for each form costs far more
        for (int i = may.nextSetBit(0); i >= 0; i = may.nextSetBit(i + 1)) {
            KNOWN.get(i).claim(line, claimed);
        }
    }
}

package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line that says what the figures below it are.
 *
 * @param stub what stands over the names of the rows
 * @param headings the headings from the left
 * @param ends for each heading the character behind its last: figures end there or nearby
 * @param bar the place of the bar between names and figures, or -1
 */
record HeadingLine(String stub, List<Heading> headings, List<Integer> ends, int bar) {
    private static final Map<String, ColumnRole> KNOWN = known();
    /** The last words of all that is known: a line of headings ends with one. */
    private static final Set<String> LAST_WORDS = KNOWN.keySet().stream()
            .map(name -> name.substring(name.lastIndexOf(' ') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LIMITS =
            Set.of("confidence limits", "limits", "95% ci", "90% ci", "99% ci", "95% cl", "90% cl", "99% cl");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_STUB = 40;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static Map<String, ColumnRole> known() {
        Map<String, ColumnRole> known = new HashMap<>();
        for (Vocabulary.Entry entry : Vocabulary.entries("headings.txt")) {
            ColumnRole role = ColumnRole.of(entry.name()).orElseThrow();
            Vocabulary.alternatives(entry.text()).forEach(phrase -> known.put(phrase, role));
        }
        return known;
    }

    /** What a line says as a line of headings; null where it is none. */
    static @Nullable HeadingLine of(String line) {
        if (!mayEnd(line)) {
            return null;
        }
        int bar = line.indexOf(" | ");
        List<Token> words = Token.of(line);
        List<Heading> headings = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int stubEnd = bar < 0 ? 0 : bar;
        int at = 0;
        while (at < words.size() && words.get(at).start() <= bar + 1 && bar >= 0) {
            at++;
        }
        while (at < words.size()) {
            int taken = phrase(line, words, at, headings);
            if (taken == 0 && headings.isEmpty() && bar < 0) {
                stubEnd = words.get(at).end();
                at++;
            } else if (taken == 0) {
                return null;
            } else {
                at += taken;
                ends.add(words.get(at - 1).end());
            }
        }
        standardised(headings);
        String stub = line.substring(0, stubEnd).strip();
        return headings.isEmpty() || stub.length() > LONGEST_STUB
                ? null
                : new HeadingLine(stub, List.copyOf(headings), List.copyOf(ends), bar < 0 ? -1 : bar + 1);
    }

    private static boolean mayEnd(String line) {
        int end = line.length();
        while (end > 0 && Token.isSpace(line.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !Token.isSpace(line.charAt(start - 1))) {
            start--;
        }
        // the parts of P > | t | may stand apart
        return end - start <= LONGEST_STUB
                && (line.indexOf('|', start) >= 0
                        || LAST_WORDS.contains(line.substring(start, end).toLowerCase(Locale.ROOT)));
    }

    /**
     * What lines above one another say: a heading is what stands over a word of the last line, and that word. Limits
     * without a heading each stand under one of their own.
     */
    static @Nullable HeadingLine stacked(List<String> lines) {
        String bottom = lines.get(lines.size() - 1);
        List<Heading> headings = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Token> words = Token.of(bottom);
        int stubEnd = 0;
        for (int at = 0; at < words.size(); ) {
            int taken = Math.min(MOST_WORDS, words.size() - at);
            while (taken > 0 && !stacked(lines, words.get(at), words.get(at + taken - 1), headings, ends)) {
                taken--;
            }
            if (taken == 0 && !headings.isEmpty()) {
                return null;
            }
            stubEnd = taken == 0 ? words.get(at).end() : stubEnd;
            at += Math.max(1, taken);
        }
        String stub = bottom.substring(0, stubEnd).strip();
        return headings.isEmpty() || stub.length() > LONGEST_STUB
                ? null
                : new HeadingLine(stub, List.copyOf(headings), List.copyOf(ends), -1);
    }

    /** Adds the heading in some words of the last line, if they are one. */
    private static boolean stacked(
            List<String> lines, Token first, Token last, List<Heading> headings, List<Integer> ends) {
        String words = SPACE.matcher(lines.get(lines.size() - 1).substring(first.start(), last.end()))
                .replaceAll(" ");
        String name = (over(lines, first.start(), last.end()) + ' ' + words).strip();
        if (isLimits(words)) {
            headings.add(new Heading("lower limit", ColumnRole.CI_LOWER));
            headings.add(new Heading("upper limit", ColumnRole.CI_UPPER));
            ends.add((first.start() + last.end()) / 2);
            ends.add(last.end());
            return true;
        }
        ColumnRole whole = role(name.toLowerCase(Locale.ROOT));
        ColumnRole role = whole == null ? role(words.toLowerCase(Locale.ROOT)) : whole;
        if (role != null) {
            headings.add(new Heading(name, role));
            ends.add(last.end());
        }
        return role != null;
    }

    private static boolean isLimits(String words) {
        return LIMITS.contains(words.toLowerCase(Locale.ROOT));
    }

    /** The words of the lines above the last that stand over some characters of it. */
    private static String over(List<String> lines, int start, int end) {
        StringBuilder words = new StringBuilder();
        for (String line : lines.subList(0, lines.size() - 1)) {
            for (Token word : Token.of(line)) {
                if (word.start() < end && word.end() > start) {
                    words.append(words.isEmpty() ? "" : " ").append(word.text());
                }
            }
        }
        return words.toString();
    }

    /** SPSS prints a coefficient as B, and what it is between standardised variables as Beta. */
    private static void standardised(List<Heading> headings) {
        if (headings.stream().anyMatch(heading -> heading.name().equals("B"))) {
            headings.replaceAll(
                    heading -> heading.name().equals("Beta") ? new Heading("Beta", ColumnRole.STATISTIC) : heading);
        }
    }

    /** Adds the longest heading that begins with a word; says how many words it has. */
    private static int phrase(String line, List<Token> words, int from, List<Heading> headings) {
        for (int n = Math.min(MOST_WORDS, words.size() - from); n > 0; n--) {
            Token first = words.get(from);
            Token last = words.get(from + n - 1);
            if (last.end() - first.start() <= LONGEST_STUB) {
                String name = line.substring(first.start(), last.end());
                ColumnRole role = role(name.toLowerCase(Locale.ROOT));
                if (role != null) {
                    String usual = name.equals("Res.Df") ? "Residual Df" : name;
                    headings.add(new Heading(usual, role, role == ColumnRole.PERCENTILE ? HALF : null));
                    return n;
                }
            }
        }
        return 0;
    }

    /** The role that a heading has, be there spaces about the signs of {@code P>|t|} or not. */
    private static @Nullable ColumnRole role(String name) {
        ColumnRole role = KNOWN.get(name);
        return role == null && name.indexOf('|') >= 0 ? KNOWN.get(name.replace(" ", "")) : role;
    }

    /** Whether it is a line of headings even where nothing announces a model. */
    boolean isUnmistakable() {
        boolean estimate = has(ColumnRole.ESTIMATE);
        boolean spread = has(ColumnRole.SE) || has(ColumnRole.P_VALUE);
        boolean limits = has(ColumnRole.CI_LOWER) && has(ColumnRole.CI_UPPER);
        boolean sources = has(ColumnRole.DOF) && has(ColumnRole.STATISTIC) && has(ColumnRole.P_VALUE);
        boolean groups = has(ColumnRole.COUNT) || has(ColumnRole.EVENTS) || has(ColumnRole.MEAN);
        return !groups && ((estimate && (spread || limits)) || sources);
    }

    boolean has(ColumnRole role) {
        return headings.stream().anyMatch(heading -> heading.role() == role);
    }
}

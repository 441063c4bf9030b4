package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lines around a table, or in the text beside it, say of the counts behind a mark: {@code * fewer than 3}, {@code c: 1 to 2}. */
final class MarkLegend {
    private static final String NUMBER = "(\\d{1,3}(?![\\d.,]*\\d)|one|two|three|four|five)";

    private static final Pattern MEANING =
            Pattern.compile("^[\\s:=–—-]*(?:(?:is|are|for|a|an|the|of|means?|denotes?|indicates?|represents?"
                    + "|stands?|value|values|cells?|counts?|numbers?|between|from|patients?|people|suppressed|masked|with|n|steht|für|bedeutet)[\\s:=–—-]+){0,6}"
                    + "(?:(?<below>fewer than|less than|below|under|weniger als|unter|<)|(?<most>no more than|not more than|at most|up to|höchstens|bis zu|≤|<=)"
                    + "|(?<low>" + NUMBER + ") ?(?:-|–|to|or|and|bis|oder)) ?(?<high>" + NUMBER + ")\\b");

    private static final Map<String, Long> WORDS = Map.of("one", 1L, "two", 2L, "three", 3L, "four", 4L, "five", 5L);

    private static final int MOST_LINES = 2_000;
    private static final int LONGEST = 200;

    private final Table table;
    private final Facts facts;
    private final Map<String, Bounds> told = new HashMap<>();

    MarkLegend(Table table, Facts facts) {
        this.table = table;
        this.facts = facts;
    }

    /** The counts that a mark may stand for; null where no line says so. */
    @Nullable
    Bounds of(String mark) {
        Bounds bounds = told.computeIfAbsent(mark, this::read);
        return bounds.equals(Bounds.NONE) ? null : bounds;
    }

    private Bounds read(String mark) {
        for (List<String> lines : List.of(table.titles(), table.footnotes())) {
            for (String line : lines) {
                Bounds bounds = meaning(mark, line);
                if (bounds != null) {
                    return bounds;
                }
            }
        }
        int left = MOST_LINES;
        for (Output other : facts.outputs()) {
            if (other instanceof Prose prose && prose.file().equals(table.file())) {
                for (String line : prose.running()) {
                    Bounds bounds = line.isBlank() || left-- <= 0 ? null : meaning(mark, line);
                    if (bounds != null) {
                        return bounds;
                    }
                }
            }
        }
        return Bounds.NONE;
    }

    private static @Nullable Bounds meaning(String mark, String line) {
        String text = line.strip();
        if (mark.isBlank() || !text.startsWith(mark)) {
            return null;
        }
        String rest = text.substring(mark.length(), Math.min(text.length(), mark.length() + LONGEST));
        boolean word = Character.isLetterOrDigit(mark.charAt(mark.length() - 1));
        if (word && !rest.isEmpty() && Character.isLetterOrDigit(rest.charAt(0))) {
            return null; // the mark is the beginning of a word
        }
        Matcher meaning = MEANING.matcher(rest.toLowerCase(Locale.ROOT));
        if (!meaning.find()) {
            return null;
        }
        long high = number(meaning.group("high")) - (meaning.group("below") == null ? 0 : 1);
        long low = meaning.group("low") == null ? 0 : number(meaning.group("low"));
        return low <= high ? Bounds.of(low, high) : null;
    }

    private static long number(String text) {
        Long word = WORDS.get(text);
        return word != null ? word : Long.parseLong(text);
    }
}

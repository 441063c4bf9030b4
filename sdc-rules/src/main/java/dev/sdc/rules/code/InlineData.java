package dev.sdc.rules.code;

import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Prose;
import dev.sdc.rules.shape.PrintedListing;
import dev.sdc.rules.shape.RecordListing;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Data that are written into code. */
final class InlineData {
    private static final String KEY =
            "\\b(?:\\w{0,20}(?:patient|pat|person|subject|participant|study|record|case|nhs|chi|tumou?r|episode|member"
                    + "|pseudo)\\w{0,20}(?:id|no|num|number|key)|pid|mrn|usubjid|id)\\b[\"'\\])]{0,4}";
    private static final String VALUE = "(?:[\"'][\\w -]{0,40}\\d[\\w -]{0,40}[\"']|\\d{3,})";
    private static final Pattern FILTER = Pattern.compile(
            KEY + "\\s*(?:={2,3}|!=|<>|~=|\\bin\\b|%in%|\\bnot in\\b|\\.isin)\\s*[(\\[{c]{0,4}\\s*" + VALUE
                    + "|\\b(?:where|and|or|if|when|on)\\s+\\(?\\s*" + KEY + "\\s*=\\s*" + VALUE
                    + "|\\binlist\\(\\s*" + KEY + "\\s*,\\s*" + VALUE,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYS = Pattern.compile(KEY, Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile(
            "^\\s*(?:datalines4?|cards4?|lines)\\s*;|^\\s*begin data\\b|^\\s*input\\s+\\w+(?:\\s+\\w+)+\\s*$|\\btribble\\s*\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME = Pattern.compile(
            "\\b(?:data\\.frame|tibble|data_frame|data\\.table|DataFrame|structure\\s*\\(\\s*list)\\s*\\(");
    private static final Pattern VECTOR = Pattern.compile(
            "(?:c\\(|\\[)\\s*(?:-?[\\d.]+|[\"'][^\"']*[\"'])(?:\\s*,\\s*(?:-?[\\d.]+|[\"'][^\"']*[\"'])){2,}");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:#+|//|--|\\*)\\s?(.*)$");
    private static final int REACH = 12;
    private static final int LONGEST_LINE = 20_000;

    private InlineData() {}

    /** The tables that were printed: in any line of a log, in the comments of code. */
    static List<PrintedListing> printed(Prose prose) {
        return prose.type() != OutputType.CODE
                ? PrintedListing.in(prose)
                : PrintedListing.in(prose.lines().stream()
                        .map(line -> {
                            Matcher comment = COMMENT.matcher(line);
                            return comment.matches() ? comment.group(1) : "";
                        })
                        .toList());
    }

    /** Where a line compares a key with a written value; -1 when it does not. */
    static int filterOnIdentifier(String line) {
        Matcher filter = FILTER.matcher(cut(line));
        return filter.find() ? filter.start() : -1;
    }

    /** Why the data that begin here are records of persons, in words; empty where nothing shows it. */
    static Optional<String> records(List<String> lines, int index) {
        String call = call(lines, index);
        return KEYS.matcher(call).find()
                ? Optional.of("a table of values with a key of persons is written out here")
                : InlineFrame.of(call).flatMap(RecordListing::ofRows);
    }

    /** Where data begin that are written out from this line on; -1 when none do. */
    static int begins(List<String> lines, int index) {
        String line = cut(lines.get(index));
        Matcher block = BLOCK.matcher(line);
        if (block.find()) {
            return block.start();
        }
        Matcher frame = FRAME.matcher(line);
        if (!frame.find()) {
            return -1;
        }
        return VECTOR.matcher(call(lines, index)).results().limit(2).count() == 2 ? frame.start() : -1;
    }

    private static String call(List<String> lines, int index) {
        StringBuilder call = new StringBuilder();
        for (int i = index; i < Math.min(lines.size(), index + REACH); i++) {
            call.append(cut(lines.get(i))).append(' ');
        }
        return call.toString();
    }

    private static String cut(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }
}

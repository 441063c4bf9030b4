package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the print of a test of R: one row, with the data as its name. */
final class TestReader {
    private static final Pattern PART =
            Pattern.compile("\\G\\s*([^=<>,]{1,80}?)\\s*(?:=\\s*(?=[<>\\d.+-])|(?=[<>]))(" + Numerals.PATTERN + "),?");
    private static final Pattern LEVEL = Pattern.compile("^(\\d+(?:\\.\\d+)?) percent confidence interval:");
    private static final int MOST_LINES = 40;

    private final List<String> lines;
    private final int start;
    private final List<Heading> headings = new ArrayList<>();
    private final List<@Nullable Figure> figures = new ArrayList<>();
    private final List<Place> notUnderstood = new ArrayList<>();
    private String data = "";
    private int last;

    TestReader(List<String> lines, int start) {
        this.lines = lines;
        this.start = start;
        this.last = start;
    }

    /** The test; null where none is printed after all. */
    @Nullable
    Model read() {
        int at = start + 1;
        while (at < Math.min(lines.size(), start + MOST_LINES)) {
            String line = lines.get(at);
            boolean over = !data.isEmpty()
                    && (Opening.isPrompt(line)
                            || (lines.get(at - 1).isBlank() && !line.isBlank())
                            || isOther(Opening.byWords(lines, at)));
            if (over || line.length() > PrintReader.LONGEST_LINE) {
                break;
            }
            int taken = line.isBlank() ? 1 : take(at, line);
            if (taken == 0) {
                notUnderstood.add(new Place(at + 1, 1));
                taken = 1;
            }
            last = line.isBlank() ? last : at + taken - 1;
            at += taken;
        }
        if (headings.isEmpty()) {
            return null;
        }
        Row row = new Row(data, new Place(start + 1, 1), Row.State.ESTIMATED, List.copyOf(figures));
        return new Model(
                new Head(lines.get(start)).kind(false),
                null,
                outcome(),
                start + 1,
                last + 1,
                List.of(new Panel(Panel.Part.TEST, List.copyOf(headings), List.of(row))),
                List.copyOf(notUnderstood));
    }

    private static boolean isOther(@Nullable Opening opening) {
        return opening == Opening.CALL || opening == Opening.TEST;
    }

    private @Nullable String outcome() {
        int by = data.indexOf(" by ");
        return by > 0 ? data.substring(0, by) : null;
    }

    private int take(int at, String line) {
        String words = line.strip();
        if (words.startsWith("data:")) {
            data = words.substring(5).strip();
            return 1;
        }
        if (words.startsWith("alternative hypothesis:") || words.startsWith("null hypothesis:")) {
            return 1;
        }
        Matcher level = LEVEL.matcher(words);
        if (level.find() && at + 1 < lines.size()) {
            return limits(at + 1) ? 2 : 0;
        }
        if (words.startsWith("sample estimates:")) {
            int from = at + 1;
            for (NamedFigures some = NamedFigures.at(lines, from);
                    some != null && from < lines.size();
                    some = NamedFigures.at(lines, from)) {
                for (int i = 0; i < some.names().size(); i++) {
                    add(estimate(some.names().get(i)), some.figures().get(i));
                }
                from += 2;
            }
            return from - at;
        }
        if (data.isEmpty()) {
            return line.indexOf('=') < 0 ? 1 : 0;
        }
        return parts(at, line) ? 1 : 0;
    }

    private boolean limits(int at) {
        List<Token> ends = Token.of(lines.get(at));
        if (ends.size() != 2) {
            return false;
        }
        for (int i = 0; i < 2; i++) {
            Token end = ends.get(i);
            add(
                    new Heading(
                            i == 0 ? "lower limit" : "upper limit", i == 0 ? ColumnRole.CI_LOWER : ColumnRole.CI_UPPER),
                    Numerals.figure(end.text(), at + 1, end.start() + 1));
        }
        return true;
    }

    /** Reads {@code t = 1.03, df = 636.69, p-value = 0.303}. */
    private boolean parts(int at, String line) {
        Matcher matcher = PART.matcher(line);
        int end = 0;
        while (matcher.find()) {
            add(
                    part(matcher.group(1).strip(), first()),
                    Numerals.figure(matcher.group(2), at + 1, matcher.start(2) + 1));
            end = matcher.end();
        }
        return end > 0 && line.substring(end).isBlank();
    }

    private String first() {
        return headings.isEmpty() ? "" : headings.get(0).name();
    }

    /** Only tests by Student's t and by F have degrees of freedom that count units; those of others count categories. */
    private static Heading part(String name, String statistic) {
        boolean units = statistic.equals("t") || name.equals("denom df");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "df", "num df", "denom df" ->
                new Heading(units ? "residual " + name : Measure.TEST_DOF.words(), ColumnRole.DOF);
            case "p-value" -> new Heading(name, ColumnRole.P_VALUE);
            case "x-squared" -> new Heading("chi squared", ColumnRole.STATISTIC);
            default -> new Heading(name, ColumnRole.STATISTIC);
        };
    }

    private static Heading estimate(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        if (words.startsWith("mean")) {
            return new Heading(name, ColumnRole.MEAN);
        }
        if (words.equals("cor") || words.equals("rho") || words.equals("tau")) {
            return new Heading("correlation " + name, ColumnRole.STATISTIC);
        }
        if (words.startsWith("prop") || words.equals("probability of success") || words.equals("p")) {
            return new Heading(name, ColumnRole.PROPORTION);
        }
        return new Heading(name, words.contains("ratio") ? ColumnRole.ESTIMATE : ColumnRole.STATISTIC);
    }

    private void add(Heading heading, @Nullable Figure figure) {
        if (figure != null) {
            headings.add(heading);
            figures.add(figure);
        }
    }
}

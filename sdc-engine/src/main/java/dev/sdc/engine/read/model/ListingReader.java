package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the model in the listing of a SAS procedure: parts under titles of their own, each a header of up to three
 * lines, a gap, and rows.
 */
final class ListingReader {
    private static final Pattern TITLE = Pattern.compile("the (\\w+) procedure");
    private static final Pattern RESPONSE = Pattern.compile("\\s*\\d+\\s+(\\S.*?)\\s+([\\d,]+)\\s*");
    private static final Pattern CENSORING =
            Pattern.compile("(.*?)(?<![\\w.])([\\d,]+)\\s+([\\d,]+)\\s+([\\d,]+)\\s+(\\d+\\.\\d+)\\s*");
    private static final Pattern PAIR = Pattern.compile("(\\S(?: ?\\S)*?)\\s{1,}(" + Numerals.PATTERN + ")(?=\\s|$)");
    /** Values of a factor beside its design: signs and zeros that say nothing of the units. */
    private static final Pattern DESIGN = Pattern.compile("\\s*(?:\\S+\\s+)?\\S+(?:\\s{2,}-?[01])+\\s*");

    private static final Pattern LEVELS = Pattern.compile("\\s*\\S+\\s{2,}\\d+\\s{2,}\\S+(?: \\S+)*\\s*");
    private static final List<String> OUTCOMES = List.of("response variable ", "dependent variable ");
    private static final int MOST_HEADER_LINES = 3;

    private final List<String> lines;
    private final int start;
    private final String procedure;
    private final StringBuilder head;
    private final List<Panel> panels = new ArrayList<>();
    private final List<Row> responses = new ArrayList<>();
    private final List<Row> strata = new ArrayList<>();
    private final List<Measures.Found> measures = new ArrayList<>();
    private final List<Place> notUnderstood = new ArrayList<>();
    private ListingSection section = ListingSection.INFORMATION;
    private @Nullable HeadingLine headings;
    private @Nullable String outcome;
    private int at;
    private int last;

    ListingReader(List<String> lines, int start) {
        this.lines = lines;
        this.start = start;
        this.at = start + 1;
        this.last = start;
        this.head = new StringBuilder(lines.get(start).strip()).append(' ');
        Matcher title = TITLE.matcher(lines.get(start).strip().toLowerCase(Locale.ROOT));
        this.procedure = title.matches() ? title.group(1) : "";
    }

    /** Whether a procedure prints a model in such parts. */
    static boolean isListing(String line) {
        Matcher title = TITLE.matcher(line.strip().toLowerCase(Locale.ROOT));
        return title.matches()
                && List.of("logistic", "phreg", "genmod", "lifereg").contains(title.group(1));
    }

    /** The model; null where none is printed after all. */
    @Nullable
    Model read() {
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank()) {
                at++;
                continue;
            }
            if (line.length() > PrintReader.LONGEST_LINE || Opening.isPrompt(line) || isOther(line)) {
                break;
            }
            int end = paragraphEnd();
            if (!paragraph(end)) {
                break;
            }
            at = Math.max(at, end);
        }
        return panels.isEmpty() ? null : model();
    }

    /** The line, from 0, that was not read any more. */
    int stoppedAt() {
        return at;
    }

    /** Whether another procedure, or another run of this one, begins; a new page repeats the title. */
    private boolean isOther(String line) {
        Matcher title = TITLE.matcher(line.strip().toLowerCase(Locale.ROOT));
        if (!title.matches()) {
            return false;
        }
        int next = at + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        boolean again = next < lines.size() && lines.get(next).strip().equalsIgnoreCase("Model Information");
        return !title.group(1).equals(procedure) || again;
    }

    /** Lines up to a gap; a title ends where it stands, and a header where figures begin, though no gap may follow them. */
    private int paragraphEnd() {
        String first = lines.get(at);
        if (!hasFigure(first) && ListingSection.titled(first.strip().toLowerCase(Locale.ROOT)) != null) {
            return at + 1;
        }
        boolean header = isTabular() && headings == null;
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).isBlank() && lines.get(end).length() <= PrintReader.LONGEST_LINE) {
            if (header && !hasFigure(lines.get(end - 1)) && hasFigure(lines.get(end))) {
                return end;
            }
            end++;
        }
        return end;
    }

    private boolean isTabular() {
        return section == ListingSection.TABLE || section == ListingSection.RATIOS;
    }

    /** Takes in lines without a gap; false where they belong to something else. */
    private boolean paragraph(int end) {
        String first = lines.get(at).strip().toLowerCase(Locale.ROOT);
        ListingSection titled = end - at == 1 ? ListingSection.titled(first) : null;
        if (titled != null || TITLE.matcher(first).matches()) {
            section = titled == null ? section : titled;
            headings = titled == null ? headings : null;
            last = at;
            return true;
        }
        HeadingLine stacked = headings == null ? header(end) : null;
        if (stacked != null) {
            headings = stacked;
            last = end - 1;
            return true;
        }
        if (headings != null && rows()) {
            return true;
        }
        for (int i = at; i < end; i++) {
            String line = lines.get(i);
            if (!hasFigure(line)) {
                information(line);
            } else if (!special(i, line) && !measure(i, line)) {
                if (panels.stream().anyMatch(panel -> panel.part() == Panel.Part.COEFFICIENTS)) {
                    return false;
                }
                notUnderstood.add(new Place(i + 1, 1));
            }
            last = hasFigure(line) || section == ListingSection.INFORMATION ? i : last;
        }
        if (end - at == 1 && !hasFigure(lines.get(at)) && !first.endsWith(".")) {
            section = ListingSection.OTHER; // a title of something else
            headings = null;
        }
        return true;
    }

    /** The header in lines of words; null where they are none. */
    private @Nullable HeadingLine header(int end) {
        if (!isTabular() || end - at > MOST_HEADER_LINES || hasFigure(lines.get(end - 1))) {
            return null;
        }
        return HeadingLine.stacked(lines.subList(at, end));
    }

    private boolean rows() {
        HeadingLine columns = headings;
        if (columns == null) {
            return false;
        }
        RowReader reader = new RowReader(lines, columns, at);
        List<Row> rows = reader.read();
        if (rows.isEmpty()) {
            return false;
        }
        List<Row> named = rows.stream().map(ListingReader::spaced).toList();
        panels.add(panel(columns, named));
        at = reader.next();
        last = at - 1;
        return true;
    }

    /** Ratios beside the coefficients that they are of are told again, and no further estimates. */
    private Panel panel(HeadingLine columns, List<Row> rows) {
        boolean again = panels.stream().anyMatch(panel -> panel.part() == Panel.Part.COEFFICIENTS);
        if (section == ListingSection.RATIOS && again) {
            List<Heading> told = columns.headings().stream()
                    .map(heading -> new Heading(heading.name(), ColumnRole.STATISTIC))
                    .toList();
            return new Panel(Panel.Part.SOURCES, told, rows);
        }
        boolean spread = columns.has(ColumnRole.SE);
        boolean estimates = false;
        List<Heading> told = new ArrayList<>();
        for (Heading heading : columns.headings()) {
            // a ratio and its limits beside a coefficient and its error say the same on another scale
            again |= estimates && spread && heading.role() == ColumnRole.ESTIMATE;
            told.add(again ? new Heading(heading.name(), ColumnRole.STATISTIC) : heading);
            estimates |= heading.role() == ColumnRole.ESTIMATE;
        }
        return new Panel(estimates ? Panel.Part.COEFFICIENTS : Panel.Part.SOURCES, List.copyOf(told), rows);
    }

    /** How many there are in all, with events and without: by stratum, then of the whole. */
    private boolean censoring(int i, String line) {
        Matcher matcher = CENSORING.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        List<@Nullable Figure> figures = new ArrayList<>();
        for (int group = 2; group <= 5; group++) {
            figures.add(Numerals.figure(matcher.group(group), i + 1, matcher.start(group) + 1));
        }
        String label = matcher.group(1).strip().replaceAll("\\s+", " ");
        if (!label.isEmpty() && !label.equals("Total")) {
            strata.add(new Row(label, new Place(i + 1, 1), Row.State.ESTIMATED, figures));
            return true;
        }
        List<Measure> whole = List.of(Measure.OBSERVATIONS, Measure.EVENTS, Measure.CENSORED);
        for (int m = 0; m < whole.size(); m++) {
            Figure figure = figures.get(m);
            boolean told = whole.get(m) == Measure.OBSERVATIONS
                    && measures.stream().anyMatch(found -> found.measure() == Measure.OBSERVATIONS);
            if (figure != null && !told) {
                measures.add(new Measures.Found(whole.get(m), figure));
            }
        }
        return true;
    }

    private boolean special(int i, String line) {
        return switch (section) {
            case INFORMATION ->
                DESIGN.matcher(line).matches() || LEVELS.matcher(line).matches();
            case RESPONSES -> response(i, line);
            case CENSORING -> censoring(i, line);
            case FIT -> criterion(i, line);
            case PAIRS -> pairs(i, line);
            default -> false;
        };
    }

    private boolean response(int i, String line) {
        Matcher matcher = RESPONSE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        List<@Nullable Figure> count = new ArrayList<>();
        count.add(Numerals.figure(matcher.group(2), i + 1, matcher.start(2) + 1));
        String level = (outcome == null ? "" : outcome + " ") + matcher.group(1);
        responses.add(new Row(level, new Place(i + 1, matcher.start(1) + 1), Row.State.ESTIMATED, count));
        return true;
    }

    /** A name, then what is printed of the model without regressors or the degrees of freedom, then of the model. */
    private boolean criterion(int i, String line) {
        List<Figure> figures = new ArrayList<>();
        int end = line.length();
        List<Token> tokens = Token.of(line);
        for (int t = tokens.size() - 1; t > 0; t--) {
            Token token = tokens.get(t);
            Figure figure = Numerals.figure(token.text(), i + 1, token.start() + 1);
            if (figure == null) {
                break;
            }
            figures.add(0, figure);
            end = token.start();
        }
        if (figures.isEmpty()) {
            return false;
        }
        Figure of = figures.get(figures.size() - 1);
        switch (line.substring(0, end).strip().toLowerCase(Locale.ROOT)) {
            case "deviance" -> {
                if (figures.size() == 3) {
                    measures.add(new Measures.Found(Measure.RESIDUAL_DOF, figures.get(0)));
                }
                measures.add(new Measures.Found(Measure.DEVIANCE, figures.get(figures.size() / 2)));
            }
            case "-2 log l" -> {
                if (figures.size() == 2) {
                    measures.add(new Measures.Found(Measure.NULL_DEVIANCE, figures.get(0)));
                }
                measures.add(new Measures.Found(Measure.DEVIANCE, of));
            }
            case "aic", "aic (smaller is better)" -> measures.add(new Measures.Found(Measure.AIC, of));
            case "sc", "sbc", "bic", "bic (smaller is better)" -> measures.add(new Measures.Found(Measure.BIC, of));
            case "full log likelihood" -> measures.add(new Measures.Found(Measure.LOG_LIKELIHOOD, of));
            case "log likelihood",
                    "pearson chi-square",
                    "scaled deviance",
                    "scaled pearson x2",
                    "aicc",
                    "aicc (smaller is better)" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Shares of pairs and what is made of them. The number of pairs gives both outcomes, so that they must be printed. */
    private boolean pairs(int i, String line) {
        Matcher pair = PAIR.matcher(line);
        boolean all = false;
        while (pair.find()) {
            String name = pair.group(1).strip().toLowerCase(Locale.ROOT);
            boolean known = name.startsWith("percent ")
                    || List.of("somers' d", "gamma", "tau-a", "c", "pairs").contains(name);
            if (!known || (name.equals("pairs") && responses.isEmpty())) {
                return false;
            }
            Figure figure = Numerals.figure(pair.group(2), i + 1, pair.start(2) + 1);
            if (name.equals("c") && figure != null) {
                measures.add(new Measures.Found(Measure.CONCORDANCE, figure));
            }
            all = true;
        }
        return all;
    }

    private boolean measure(int i, String line) {
        Measures.Reading reading = Measures.read(line, i + 1);
        if (!reading.all()) {
            return false;
        }
        measures.addAll(reading.found());
        return true;
    }

    private void information(String line) {
        String words = line.strip();
        String lower = words.toLowerCase(Locale.ROOT);
        for (String name : OUTCOMES) {
            if (lower.startsWith(name)) {
                outcome = words.substring(name.length()).strip();
            }
        }
        if (section == ListingSection.INFORMATION && head.length() < PrintReader.LONGEST_LINE) {
            head.append(words.replaceAll("\\s+", " ")).append(' ');
        }
    }

    private static Row spaced(Row row) {
        return new Row(row.label().replaceAll("\\s+", " "), row.place(), row.state(), row.figures());
    }

    /** Whether a line holds a number that is no part of a word. */
    private static boolean hasFigure(String line) {
        return Token.of(line).stream().anyMatch(token -> Numerals.isNumber(token.text()));
    }

    private Model model() {
        Measures.subtract(measures);
        List<Panel> all = new ArrayList<>(panels);
        if (!responses.isEmpty()) {
            List<Heading> total = List.of(new Heading("Total Frequency", ColumnRole.COUNT));
            all.add(new Panel(Panel.Part.GROUPS, total, List.copyOf(responses)));
        }
        if (!measures.isEmpty()) {
            List<Heading> names =
                    measures.stream().map(found -> found.measure().heading()).toList();
            List<@Nullable Figure> figures = new ArrayList<>();
            measures.forEach(found -> figures.add(found.figure()));
            Row row = new Row("model", measures.get(0).figure().place(), Row.State.ESTIMATED, figures);
            all.add(new Panel(Panel.Part.FIT, names, List.of(row)));
        }
        if (!strata.isEmpty()) {
            List<Heading> counts = List.of(
                    new Heading("Total", ColumnRole.COUNT),
                    new Heading("Event", ColumnRole.EVENTS),
                    new Heading("Censored", ColumnRole.CENSORED),
                    new Heading("Percent Censored", ColumnRole.STATISTIC));
            all.add(new Panel(Panel.Part.GROUPS, counts, List.copyOf(strata)));
        }
        boolean coefficients = all.stream().anyMatch(panel -> panel.part() == Panel.Part.COEFFICIENTS);
        Head told = new Head(head.toString());
        return new Model(
                told.kind(coefficients),
                told.family(),
                outcome,
                start + 1,
                last + 1,
                List.copyOf(all),
                List.copyOf(notUnderstood));
    }
}

package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the print of one model, paragraph by paragraph, until something comes that belongs to no model. */
final class PrintReader {
    /** Longer lines are no print of a model. */
    static final int LONGEST_LINE = 600;

    private static final int MOST_UNKNOWN = 12;
    private static final int MOST_BLANK = 2;
    /** So many lines without a figure of a model are none. */
    private static final int MOST_INCOMPLETE = 300;

    private static final int MOST_MEASURES = 500;
    /** The words that a line of a test of Stata begins with. */
    private static final int LONGEST_TEST = 13;

    private static final int MOST_HEAD = 4_000;

    private final List<String> lines;
    private final int start;
    private final Opening opening;
    private final StringBuilder head = new StringBuilder();
    private final List<PanelBuilder> panels = new ArrayList<>();
    private final List<Measures.Found> measures = new ArrayList<>();
    private final List<Place> notUnderstood = new ArrayList<>();
    private String section;
    private String stub = "";
    /** Which residuals: residual, deviance residual, scaled residual. */
    private String residuals = "residual";

    private boolean call;
    private int at;
    private int last;

    PrintReader(List<String> lines, int start, Opening opening) {
        this.lines = lines;
        this.start = start;
        this.opening = opening;
        this.at = start;
        this.last = start;
        this.section = opening == Opening.VECTOR ? "coefficients" : "";
    }

    /** The model; null where none is printed after all. */
    @Nullable
    Model read() {
        int blank = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank()) {
                call = false;
                section = blank > 0 ? "" : section;
                if (++blank > MOST_BLANK) {
                    break;
                }
                at++;
                continue;
            }
            boolean idle = measures.size() > MOST_MEASURES || (at - start > MOST_INCOMPLETE && !isComplete());
            if (idle || line.length() > LONGEST_LINE || (at > start && endsAt(line))) {
                break;
            }
            int taken = take(line);
            if (taken == 0) {
                if (isComplete() || notUnderstood.size() >= MOST_UNKNOWN) {
                    break;
                }
                notUnderstood.add(new Place(at + 1, 1));
                taken = 1;
            }
            blank = 0;
            at += taken;
            last = at - 1;
        }
        return isComplete() || isHead() ? model() : null;
    }

    /** The line, from 0, that was not read any more. */
    int stoppedAt() {
        return at;
    }

    private boolean endsAt(String line) {
        if (Opening.isPrompt(line)) {
            return true;
        }
        Opening other = Opening.byWords(lines, at);
        return other != null
                && other != Opening.VECTOR
                && (isComplete() || (other != Opening.STATA && other != Opening.TITLE) || opening == Opening.HEADINGS);
    }

    private boolean isComplete() {
        for (PanelBuilder panel : panels) {
            if (panel.part() != Panel.Part.RESIDUALS) {
                return true;
            }
        }
        return opening == Opening.STATA && tells(Measure.P_VALUE) && isTestLine();
    }

    /** Whether it is the head of a summary, kept apart from its coefficients. */
    private boolean isHead() {
        return opening == Opening.TITLE && tells(Measure.OBSERVATIONS) && tells(Measure.RESIDUAL_DOF);
    }

    private boolean tells(Measure measure) {
        for (Measures.Found found : measures) {
            if (found.measure() == measure) {
                return true;
            }
        }
        return false;
    }

    private boolean isTestLine() {
        String words = head.substring(0, Math.min(head.length(), LONGEST_TEST)).toLowerCase(Locale.ROOT);
        return words.startsWith("pearson chi2(") || words.startsWith("( 1) ");
    }

    /** Reads what begins at a line; says how many lines that are, 0 where it is not known. */
    private int take(String line) {
        String words = line.strip();
        if (at == start && opening == Opening.CLUSTERS) {
            return clusters(words.substring(1));
        }
        NamedFigures measured = words.startsWith("AIC") || Opening.isFit(words) ? NamedFigures.at(lines, at) : null;
        if (measured != null && fit(measured)) {
            toHead(line);
            return 2;
        }
        int table = table(line);
        if (table > 0) {
            return table;
        }
        if (words.equals("---")) {
            return 1;
        }
        int announced = section(words);
        if (announced > 0) {
            return announced;
        }
        int sources = sources();
        if (sources > 0) {
            return sources;
        }
        int matrix = matrix();
        if (matrix > 0) {
            return matrix;
        }
        int vector = vector();
        if (vector > 0) {
            return vector;
        }
        if (at == start || call || isCall(words)) {
            call = opening == Opening.CALL && (call || isCall(words));
            toHead(line);
            measure(line);
            return 1;
        }
        if (section.startsWith("correlation")) {
            return 1;
        }
        return measure(line);
    }

    private static boolean isCall(String words) {
        return words.startsWith("Call:") || words.equals("Formula:");
    }

    private void toHead(String line) {
        if (head.length() < MOST_HEAD) {
            Token.write(line, head);
        }
    }

    private int measure(String line) {
        Measures.Reading reading = Measures.read(line, at + 1);
        measures.addAll(reading.found());
        boolean expected = !isComplete() || opening == Opening.PROCEDURE || section.equals("random effects");
        if (!reading.some() && reading.all() && expected) {
            if (!call) {
                toHead(line); // words only
            }
            return 1;
        }
        if (reading.some() && !reading.all()) {
            notUnderstood.add(new Place(at + 1, 1));
        }
        if (reading.some() && panels.isEmpty()) {
            toHead(line);
        }
        return reading.some() ? 1 : 0;
    }

    /** Takes in a line that announces what follows. */
    private int section(String words) {
        if (words.equals("Residuals")
                && at + 1 < lines.size()
                && lines.get(at + 1).isBlank()) {
            section = "residuals"; // a heading of rms
            residuals = "residual";
            return 1;
        }
        if (words.indexOf(':') < 0) {
            return 0;
        }
        String lower = words.toLowerCase(Locale.ROOT);
        boolean nonlinear = lower.startsWith("data: ") && head.indexOf("Nonlinear regression model") == 0;
        if (nonlinear || lower.startsWith("fixed: ")) {
            section = "coefficients";
            toHead(words);
            return 1;
        }
        boolean announces =
                lower.endsWith(":") || lower.startsWith("coefficients:") || lower.startsWith("fixed effects:");
        if (!announces || lower.length() > 80 || !Character.isLetter(lower.charAt(0))) {
            return 0;
        }
        for (String known : List.of(
                "residuals",
                "coefficients",
                "std. errors",
                "scale parameters",
                "random effects",
                "fixed effects",
                "parameters",
                "intercepts",
                "terms",
                "threshold coefficients",
                "correlation")) {
            if (lower.contains(known) && lower.indexOf(':') >= 0 && !lower.startsWith("call")) {
                section = lower.startsWith("correlation") ? "correlation" : known;
                residuals = known.equals("residuals")
                        ? lower.substring(0, lower.indexOf('s', lower.indexOf("ual")))
                        : residuals;
                if (!known.startsWith("scale")) {
                    toHead(lower);
                }
                return 1;
            }
        }
        return 0;
    }

    private int table(String line) {
        HeadingLine headings = HeadingLine.of(line);
        if (headings == null || section.startsWith("correlation")) {
            return 0;
        }
        RowReader reader = new RowReader(lines, headings, at + 1);
        List<Row> rows = reader.read();
        if (rows.isEmpty()) {
            return 0;
        }
        Panel.Part part = part(headings);
        if (part == Panel.Part.GROUPS) {
            rows = contrasts(headings, rows);
        }
        PanelBuilder before = panels.isEmpty() ? null : panels.get(panels.size() - 1);
        boolean joined =
                before != null && (before.append(headings.headings(), rows) || before.join(headings.headings(), rows));
        if (!joined && headings.headings().size() < 2 && part(headings) != Panel.Part.VARIANCES) {
            return 0;
        }
        if (!joined && part == Panel.Part.VARIANCES) {
            List<Heading> spreads = headings.headings().stream()
                    .map(heading -> new Heading(
                            heading.name().equals("Corr") ? "between effects" : heading.name(), ColumnRole.STATISTIC))
                    .toList();
            panels.add(new PanelBuilder(part, spreads, rows));
        } else if (!joined) {
            panels.add(new PanelBuilder(part, headings.headings(), rows));
        }
        if (headings.bar() >= 0 && part == Panel.Part.COEFFICIENTS && stub.isEmpty()) {
            stub = headings.stub();
        }
        if (at == start) {
            toHead(line);
            rows.stream().limit(4).forEach(row -> toHead(row.label()));
        }
        return reader.next() - at;
    }

    /** The difference of two groups stands below them, and is of no group: a part of its own. */
    private List<Row> contrasts(HeadingLine headings, List<Row> rows) {
        List<Row> contrasts = rows.stream()
                .filter(row -> row.label().equals("diff") || row.label().startsWith("mean(diff)"))
                .toList();
        if (contrasts.isEmpty() || contrasts.size() == rows.size()) {
            return rows;
        }
        List<Heading> spreads = headings.headings().stream()
                .map(heading -> new Heading(heading.name(), ColumnRole.STATISTIC))
                .toList();
        panels.add(new PanelBuilder(Panel.Part.SOURCES, spreads, contrasts));
        return rows.stream().filter(row -> !contrasts.contains(row)).toList();
    }

    private Panel.Part part(HeadingLine headings) {
        boolean estimates = headings.has(ColumnRole.ESTIMATE) || headings.has(ColumnRole.SE);
        if (headings.has(ColumnRole.COUNT) || headings.has(ColumnRole.EVENTS) || headings.has(ColumnRole.MEAN)) {
            return Panel.Part.GROUPS;
        }
        String lower = headings.stub().toLowerCase(Locale.ROOT);
        if (section.startsWith("random")
                || section.startsWith("scale")
                || lower.startsWith("random-effects")
                || lower.startsWith("groups ")) {
            return Panel.Part.VARIANCES;
        }
        boolean limits = headings.has(ColumnRole.CI_LOWER);
        return estimates || limits ? Panel.Part.COEFFICIENTS : Panel.Part.SOURCES;
    }

    /** Reads the sources of an analysis of variance side by side, sums of squares over degrees of freedom. */
    private int sources() {
        if (at + 2 >= lines.size()
                || !lines.get(at + 1).startsWith("Sum of Squares ")
                || !lines.get(at + 2).startsWith("Deg. of Freedom ")) {
            return 0;
        }
        List<Token> names = Token.of(lines.get(at));
        List<Token> squares = Token.of(lines.get(at + 1));
        List<Token> degrees = Token.of(lines.get(at + 2));
        List<Row> rows = new ArrayList<>();
        for (int i = 0;
                i < names.size() && squares.size() == names.size() + 3 && degrees.size() == squares.size();
                i++) {
            Token square = squares.get(i + 3);
            Token degree = degrees.get(i + 3);
            List<@Nullable Figure> figures = new ArrayList<>();
            figures.add(Numerals.figure(degree.text(), at + 3, degree.start() + 1));
            figures.add(Numerals.figure(square.text(), at + 2, square.start() + 1));
            rows.add(new Row(
                    names.get(i).text(),
                    new Place(at + 1, names.get(i).start() + 1),
                    Row.State.ESTIMATED,
                    Collections.unmodifiableList(figures)));
        }
        if (rows.isEmpty()) {
            return 0;
        }
        List<Heading> headings =
                List.of(new Heading("Df", ColumnRole.DOF), new Heading("Sum Sq", ColumnRole.STATISTIC));
        PanelBuilder before = panels.isEmpty() ? null : panels.get(panels.size() - 1);
        if (before == null || before.part() != Panel.Part.SOURCES || !before.append(headings, rows)) {
            panels.add(new PanelBuilder(Panel.Part.SOURCES, headings, rows));
        }
        return 3;
    }

    /** Reads estimates, or their standard errors, of several outcomes, where they are announced. */
    private int matrix() {
        boolean errors = section.equals("std. errors");
        OutcomeMatrix matrix = errors || section.equals("coefficients") ? OutcomeMatrix.at(lines, at) : null;
        if (matrix == null) {
            return 0;
        }
        List<Heading> heading = List.of(
                errors ? new Heading("Std. Error", ColumnRole.SE) : new Heading("Estimate", ColumnRole.ESTIMATE));
        PanelBuilder before = panels.isEmpty() ? null : panels.get(panels.size() - 1);
        if (before == null || !before.join(heading, matrix.rows())) {
            panels.add(new PanelBuilder(Panel.Part.COEFFICIENTS, heading, matrix.rows()));
        }
        return matrix.next() - at;
    }

    /** Reads names over figures, where some are announced. */
    private int vector() {
        Panel.Part part = switch (section) {
            case "residuals" -> Panel.Part.RESIDUALS;
            case "coefficients", "fixed effects" -> Panel.Part.COEFFICIENTS;
            default -> Panel.Part.FIT;
        };
        NamedFigures vector = part == Panel.Part.FIT ? null : NamedFigures.at(lines, at);
        if (vector == null) {
            return 0;
        }
        Place place = new Place(at + 2, 1);
        if (part == Panel.Part.RESIDUALS) {
            List<Heading> headings = vector.names().stream()
                    .map(name -> new Heading(residuals + ' ' + name, ColumnRole.STATISTIC))
                    .toList();
            panels.add(new PanelBuilder(part, headings, List.of(row("residuals", place, vector.figures()))));
            return 2;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < vector.names().size(); i++) {
            Figure figure = vector.figures().get(i);
            Row.State state = figure == null ? Row.State.OMITTED : Row.State.ESTIMATED;
            List<@Nullable Figure> one = new ArrayList<>();
            one.add(figure);
            rows.add(new Row(
                    vector.names().get(i),
                    figure == null ? place : figure.place(),
                    state,
                    Collections.unmodifiableList(one)));
        }
        List<Heading> estimate = List.of(new Heading("Estimate", ColumnRole.ESTIMATE));
        PanelBuilder before = panels.isEmpty() ? null : panels.get(panels.size() - 1);
        if (before == null || before.part() != part || !before.append(estimate, rows)) {
            panels.add(new PanelBuilder(part, estimate, rows));
        }
        return 2;
    }

    /** Some programs print the degrees of freedom of the residuals beside more than one statistic. */
    private boolean isToldBefore(int at) {
        Measures.Found found = measures.get(at);
        return found.measure() == Measure.RESIDUAL_DOF
                && measures.subList(0, at).stream()
                        .filter(before -> before.measure() == Measure.RESIDUAL_DOF)
                        .anyMatch(before ->
                                before.figure().value().compareTo(found.figure().value()) == 0);
    }

    private static Row row(String label, Place place, List<@Nullable Figure> figures) {
        return new Row(label, place, Row.State.ESTIMATED, figures);
    }

    private boolean fit(NamedFigures vector) {
        List<Measures.Found> found = new ArrayList<>();
        for (int i = 0; i < vector.names().size(); i++) {
            Measure measure = FootWords.measure(vector.names().get(i));
            Figure figure = vector.figures().get(i);
            if (measure == null || figure == null) {
                return false;
            }
            found.add(new Measures.Found(measure, figure));
        }
        return measures.addAll(found);
    }

    /** Reads estimates of single clusters under the name of what clusters are. */
    private int clusters(String name) {
        String above = lines.get(at + 1);
        List<Token> words = Token.of(above);
        List<Heading> headings = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Token word : words) {
            headings.add(new Heading("cluster effect " + word.text(), ColumnRole.STATISTIC));
            ends.add(word.end());
        }
        HeadingLine line = new HeadingLine(name, headings, ends, -1);
        RowReader reader = new RowReader(lines, line, at + 2);
        List<Row> rows = reader.read();
        if (rows.isEmpty()) {
            return 0;
        }
        head.append("mixed model fit: effects of ").append(name);
        panels.add(new PanelBuilder(Panel.Part.CLUSTERS, headings, rows));
        return reader.next() - at;
    }

    private Model model() {
        List<Panel> all = new ArrayList<>();
        panels.forEach(panel -> all.addAll(panel.panels()));
        Measures.subtract(measures);
        if (!measures.isEmpty()) {
            List<@Nullable Figure> figures = new ArrayList<>();
            List<Heading> headings = new ArrayList<>();
            for (int i = 0; i < measures.size(); i++) {
                Measures.Found found = measures.get(i);
                if (!isToldBefore(i)) {
                    headings.add(found.measure().heading());
                    figures.add(found.figure());
                }
            }
            Place place = measures.get(0).figure().place();
            all.add(new Panel(
                    Panel.Part.FIT, List.copyOf(headings), List.of(row("model", place, List.copyOf(figures)))));
        }
        boolean coefficients = all.stream().anyMatch(panel -> panel.part() == Panel.Part.COEFFICIENTS);
        Head told = new Head(head.toString());
        String outcome = told.outcome();
        return new Model(
                told.kind(coefficients),
                told.family(),
                outcome == null && !stub.isEmpty() ? stub : outcome,
                start + 1,
                last + 1,
                List.copyOf(all),
                List.copyOf(notUnderstood));
    }
}

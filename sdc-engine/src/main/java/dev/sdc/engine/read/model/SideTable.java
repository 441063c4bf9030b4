package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of models side by side, read column by column. */
final class SideTable {
    private static final Pattern CLAUSES = Pattern.compile("[;.,\\n]");
    private static final Pattern NUMBERED = Pattern.compile("\\(\\d{1,2}\\)");
    private static final Pattern RATIOS =
            Pattern.compile("exponentiated|(odds ratio|hazard ratio|rate ratio|risk ratio|\\birr\\b)|exp\\(");

    /** The stretch of characters under a model: its estimates, and perhaps brackets to the right of them. */
    private static final class Extent {
        private int start;
        private int end;
        private boolean estimates;

        Extent(SideLine.Cell cell) {
            this.start = cell.start();
            this.end = cell.end();
            this.estimates = cell.look() == SideLine.Look.NUMBER;
        }

        void takeIn(SideLine.Cell cell) {
            start = Math.min(start, cell.start());
            end = Math.max(end, cell.end());
            estimates |= cell.look() == SideLine.Look.NUMBER;
        }
    }

    /** What is read of one model. */
    private static final class Entry {
        private final List<Term> terms = new ArrayList<>();
        private final List<Measures.Found> measures = new ArrayList<>();
        private final StringBuilder header = new StringBuilder();
        private String outcome = "";
    }

    private record Term(String label, Figure estimate, List<SideLine.Cell> brackets, boolean reference) {}

    private final List<SideLine> rows;
    private final int firstLine;
    private final String head;
    private final String notes;
    private final List<Extent> extents;
    /** The model of each extent. */
    private final List<Integer> modelOf = new ArrayList<>();

    private final List<Entry> entries = new ArrayList<>();
    private final List<Place> notUnderstood = new ArrayList<>();
    /** What the brackets of an estimate hold, in their order. */
    private final List<SideLine.Look> levels = new ArrayList<>();

    private final List<Character> signs = new ArrayList<>();

    private SideTable(List<SideLine> rows, int firstLine, String head, String notes) {
        this.rows = rows;
        this.firstLine = firstLine;
        this.head = head;
        this.notes = notes.toLowerCase(Locale.ROOT);
        this.extents = extents(rows);
    }

    /** The table of some rows; null where they are none. */
    static @Nullable SideTable of(
            List<SideLine> rows, int firstLine, List<SideLine> header, String head, String notes) {
        SideTable table = new SideTable(rows, firstLine, head, notes);
        boolean read = table.columns() && table.terms() && table.levels();
        if (!read) {
            return null;
        }
        table.header(header);
        return table;
    }

    /** Stretches that overlap are one: of the brackets, and of the numbers that have some. */
    private static List<Extent> extents(List<SideLine> rows) {
        List<SideLine.Cell> cells = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            boolean below = r + 1 < rows.size() && rows.get(r + 1).isBelow();
            boolean foot = FootWords.measure(rows.get(r).label()) != null && !below;
            if (!foot && (rows.get(r).hasBracket() || below)) {
                rows.get(r).cells().stream()
                        .filter(cell -> cell.look() != SideLine.Look.WORDS)
                        .forEach(cells::add);
            }
        }
        cells.sort((a, b) -> Integer.compare(a.start(), b.start()));
        List<Extent> extents = new ArrayList<>();
        for (SideLine.Cell cell : cells) {
            Extent last = extents.isEmpty() ? null : extents.get(extents.size() - 1);
            if (last != null && cell.start() < last.end) {
                last.takeIn(cell);
            } else {
                extents.add(new Extent(cell));
            }
        }
        return extents;
    }

    private boolean columns() {
        for (Extent extent : extents) {
            if (extent.estimates) {
                entries.add(new Entry());
            }
            if (entries.isEmpty()) {
                return false;
            }
            modelOf.add(entries.size() - 1);
        }
        return !entries.isEmpty();
    }

    /** The model that a cell stands under; the nearest one where it stands under none. */
    private Entry entry(SideLine.Cell cell) {
        int best = 0;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < extents.size(); i++) {
            Extent extent = extents.get(i);
            int gap = Math.max(extent.start - cell.end(), cell.start() - extent.end);
            if (gap < distance) {
                distance = gap;
                best = i;
            }
        }
        return entries.get(modelOf.get(best));
    }

    private boolean terms() {
        int last = rows.size();
        while (last > 0 && !rows.get(last - 1).hasBracket()) {
            last--;
        }
        for (int r = 0; r < rows.size(); ) {
            int next = r + 1;
            while (next < rows.size() && rows.get(next).isBelow()) {
                next++;
            }
            row(r, next, r < last);
            r = next;
        }
        return entries.stream().allMatch(entry -> !entry.terms.isEmpty());
    }

    /** Reads a row and the lines of brackets below it. */
    private void row(int from, int to, boolean amongTerms) {
        SideLine row = rows.get(from);
        Place place = new Place(firstLine + from, row.labelStart() + 1);
        boolean bracketed = to > from + 1 || row.hasBracket();
        Measure measure = bracketed && to > from + 1 ? null : FootWords.measure(row.label());
        if (measure != null) {
            foot(measure, row, place);
            return;
        }
        if (row.cells().isEmpty() && row.label().chars().anyMatch(Character::isDigit)) {
            notUnderstood.add(place); // words between the rows that may tell a count
            return;
        }
        if (row.cells().isEmpty()) {
            return;
        }
        boolean words = row.cells().stream().noneMatch(SideLine.Cell::hasDigit);
        if (words) {
            return; // Yes, No
        }
        if (!amongTerms || row.cells().stream().anyMatch(cell -> isStrange(cell) || isLoneWhole(cell, bracketed))) {
            notUnderstood.add(place);
            return;
        }
        for (SideLine.Cell cell : row.cells()) {
            Figure estimate =
                    cell.look() == SideLine.Look.NUMBER ? cell.figures().get(0) : null;
            if (estimate != null) {
                Entry entry = entry(cell);
                List<SideLine.Cell> brackets = new ArrayList<>();
                for (SideLine line : rows.subList(from, to)) {
                    line.cells().stream()
                            .filter(other -> other.isBracket() && entry(other) == entry)
                            .forEach(brackets::add);
                }
                entry.terms.add(new Term(row.label(), estimate, brackets, isReference(estimate, brackets)));
            }
        }
    }

    private static boolean isStrange(SideLine.Cell cell) {
        return cell.look() == SideLine.Look.DOF || (cell.look() == SideLine.Look.WORDS && cell.hasDigit());
    }

    /** A whole number without a bracket may be a count. */
    private static boolean isLoneWhole(SideLine.Cell cell, boolean bracketed) {
        if (bracketed || cell.look() != SideLine.Look.NUMBER || cell.isStarred()) {
            return false;
        }
        Figure figure = cell.figures().get(0);
        BigDecimal value = figure == null ? BigDecimal.ZERO : figure.value();
        return value.scale() <= 0 && value.compareTo(BigDecimal.ONE) > 0;
    }

    /** A level that others are compared with: 1 or 0, with nothing beside it or an interval without width. */
    private static boolean isReference(Figure estimate, List<SideLine.Cell> brackets) {
        BigDecimal value = estimate.value();
        boolean plain = value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0;
        return plain
                && brackets.stream()
                        .flatMap(cell -> cell.figures().stream())
                        .allMatch(figure -> figure != null && figure.value().compareTo(value) == 0);
    }

    private void foot(Measure measure, SideLine row, Place place) {
        List<SideLine.Cell> numbers = row.cells().stream()
                .filter(cell -> cell.look() == SideLine.Look.NUMBER)
                .toList();
        boolean all = row.cells().stream()
                .allMatch(cell ->
                        cell.look() == SideLine.Look.NUMBER || cell.look() == SideLine.Look.DOF || !cell.hasDigit());
        if (!all) {
            notUnderstood.add(place);
        }
        for (int i = 0; i < numbers.size(); i++) {
            SideLine.Cell cell = numbers.get(i);
            Entry entry = numbers.size() == entries.size() ? entries.get(i) : entry(cell);
            add(measure, cell.figures().get(0), entry);
            int next = row.cells().indexOf(cell) + 1;
            if (next < row.cells().size() && row.cells().get(next).look() == SideLine.Look.DOF) {
                dof(measure, row.cells().get(next).figures(), entry);
            }
        }
    }

    private static void add(Measure measure, @Nullable Figure figure, Entry entry) {
        if (figure != null) {
            entry.measures.add(new Measures.Found(measure, figure));
        }
    }

    private static void dof(Measure measure, List<@Nullable Figure> figures, Entry entry) {
        boolean residual = measure == Measure.RESIDUAL_ERROR || measure == Measure.DEVIANCE || figures.size() == 2;
        Figure last = figures.get(figures.size() - 1);
        add(residual ? Measure.RESIDUAL_DOF : Measure.TEST_DOF, last, entry);
        add(Measure.MODEL_DOF, figures.size() == 2 ? figures.get(0) : null, entry);
    }

    /** Finds what the brackets hold; false where that differs from row to row. */
    private boolean levels() {
        for (Entry entry : entries) {
            for (Term term : entry.terms) {
                for (int i = 0; i < term.brackets().size(); i++) {
                    SideLine.Cell bracket = term.brackets().get(i);
                    if (i == levels.size()) {
                        levels.add(bracket.look());
                        signs.add(bracket.text().charAt(0));
                    } else if (!bracket.figures().isEmpty() && levels.get(i) != bracket.look()) {
                        return false;
                    }
                }
            }
        }
        return !levels.isEmpty();
    }

    private void header(List<SideLine> header) {
        boolean outcomes = false;
        boolean told = header.stream().anyMatch(line -> words(line).contains("dependent variable"));
        for (SideLine line : header) {
            boolean named = false;
            for (SideLine.Cell cell : line.cells()) {
                Entry entry = entry(cell);
                entry.header.append(cell.text()).append(' ');
                if (outcomes && cell.look() == SideLine.Look.WORDS) {
                    entry.outcome = cell.text();
                    named = true;
                }
            }
            // esttab puts the outcomes below the numbers of the models
            boolean numbers =
                    !told && !line.cells().isEmpty() && line.cells().stream().allMatch(SideTable::isNumber);
            outcomes = numbers || words(line).contains("dependent variable") || (outcomes && !named);
        }
    }

    private static String words(SideLine line) {
        return (line.label() + line.cells().stream().map(SideLine.Cell::text).toList()).toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(SideLine.Cell cell) {
        return NUMBERED.matcher(cell.text()).matches();
    }

    /** The models of the table. */
    List<Model> models(int top, int bottom) {
        String words = (head + ' ' + notes).toLowerCase(Locale.ROOT);
        String ratios = ratiosIn(words);
        List<Model> models = new ArrayList<>();
        for (Entry entry : entries) {
            List<Heading> headings = headings(ratios, entry);
            List<Row> terms = new ArrayList<>();
            entry.terms.forEach(term -> terms.add(row(term)));
            List<Panel> panels = new ArrayList<>();
            panels.add(new Panel(Panel.Part.COEFFICIENTS, headings, List.copyOf(terms)));
            if (!entry.measures.isEmpty()) {
                panels.add(fit(entry.measures));
            }
            ModelKind kind = new Head(entry.header.toString()).kind(true);
            models.add(new Model(
                    kind == ModelKind.MODEL ? new Head(words).kind(true) : kind,
                    null,
                    entry.outcome.isEmpty() ? null : entry.outcome,
                    top,
                    bottom,
                    List.copyOf(panels),
                    models.isEmpty() ? List.copyOf(notUnderstood) : List.of()));
        }
        return models;
    }

    private static Panel fit(List<Measures.Found> measures) {
        List<@Nullable Figure> figures = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        for (Measures.Found found : measures) {
            Heading heading = found.measure().heading();
            boolean again = headings.contains(heading) && found.measure().role() == ColumnRole.DOF;
            if (!again) {
                headings.add(heading);
                figures.add(found.figure());
            }
        }
        Place place = measures.get(0).figure().place();
        Row row = new Row("model", place, Row.State.ESTIMATED, Collections.unmodifiableList(figures));
        return new Panel(Panel.Part.FIT, List.copyOf(headings), List.of(row));
    }

    /** What ratios are called that the estimates are said to be; empty where they are none. */
    private static String ratiosIn(String words) {
        Matcher ratios = RATIOS.matcher(words);
        String name = "";
        while (ratios.find()) {
            if (ratios.group(1) != null) {
                return ratios.group(1);
            }
            name = "exp(b)";
        }
        return name;
    }

    private List<Heading> headings(String ratios, Entry entry) {
        String own = ratiosIn(entry.header.toString().toLowerCase(Locale.ROOT));
        String name = own.isEmpty() ? ratios : own;
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(name.isEmpty() ? "Estimate" : name, ColumnRole.ESTIMATE));
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i) == SideLine.Look.LIMITS) {
                headings.add(new Heading("lower limit", ColumnRole.CI_LOWER));
                headings.add(new Heading("upper limit", ColumnRole.CI_UPPER));
            } else {
                headings.add(told(signs.get(i)));
            }
        }
        return List.copyOf(headings);
    }

    /** What the notes say of the number in a bracket: a standard error where they say nothing. */
    private Heading told(char sign) {
        String bracket = sign == '(' ? "parenthes" : "bracket";
        String said = notes;
        for (String clause : CLAUSES.split(notes, -1)) {
            said = clause.contains(bracket) ? clause : said;
        }
        if (said.contains("p-value") || said.contains("p value")) {
            return new Heading("p-value", ColumnRole.P_VALUE);
        }
        boolean statistic = said.contains("statistic") || said.contains("t-value") || said.contains("z-value");
        return statistic && !said.contains("standard error")
                ? new Heading("statistic", ColumnRole.STATISTIC)
                : new Heading("Std. Error", ColumnRole.SE);
    }

    private Row row(Term term) {
        List<@Nullable Figure> figures = new ArrayList<>();
        figures.add(term.estimate());
        for (int i = 0; i < levels.size(); i++) {
            int size = levels.get(i) == SideLine.Look.LIMITS ? 2 : 1;
            List<@Nullable Figure> bracket =
                    i < term.brackets().size() ? term.brackets().get(i).figures() : List.of();
            for (int k = 0; k < size; k++) {
                figures.add(k < bracket.size() ? bracket.get(k) : null);
            }
        }
        Row.State state = term.reference() ? Row.State.REFERENCE : Row.State.ESTIMATED;
        return new Row(term.label(), term.estimate().place(), state, Collections.unmodifiableList(figures));
    }
}

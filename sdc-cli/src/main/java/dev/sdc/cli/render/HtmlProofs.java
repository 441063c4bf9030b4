package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws how something follows from what is printed: a path of sums, each over the rows and columns of the tables that it
 * goes through, their cells marked as added, taken off or found, and over the lines of texts. Cells of files that are not in
 * the report are named.
 */
final class HtmlProofs {
    /** A page draws so many; the sentences are there for all. */
    private static final int MOST_PROOFS = 200;

    private static final int MOST_STEPS = 8;
    private static final int MOST_ROWS = 12;
    private static final int MOST_COLUMNS = 9;
    private static final int CELL_TEXT = 40;
    private static final int LINE_TEXT = 400;

    private final HtmlWriter html;
    private final Outputs outputs;
    private int drawn;

    HtmlProofs(HtmlWriter html, Outputs outputs) {
        this.html = html;
        this.outputs = outputs;
    }

    /** Draws a finding's proof; nothing where it has none, or none of its cells is in the report. */
    void draw(Finding finding) {
        List<Proof.Step> steps = finding.proof().steps();
        if (drawn == MOST_PROOFS
                || steps.stream()
                        .flatMap(step -> step.terms().stream())
                        .noneMatch(term -> outputs.at(term.place()).isPresent()
                                || outputs.lineAt(term.place()).isPresent())) {
            return;
        }
        drawn++;
        String here = finding.file() + "!" + finding.cell();
        html.open("figure", "class", "proof");
        html.element(
                "figcaption",
                "How it follows: + is added, − is taken off, = is what follows, ? is hidden as well, · is worked with.");
        html.open("ol");
        for (Proof.Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            html.open("li");
            step(step, here);
            if (steps.size() > 1) {
                html.element("p", step.text());
            }
            html.end();
        }
        html.end();
        if (steps.size() > MOST_STEPS) {
            html.element("p", (steps.size() - MOST_STEPS) + " more sums are not drawn.", "class", "hint");
        }
        html.end();
    }

    private void step(Proof.Step step, String here) {
        Map<Table, Map<Address, Mark>> tables = new LinkedHashMap<>();
        Map<Prose, SortedMap<Integer, List<Mark>>> texts = new LinkedHashMap<>();
        Map<String, List<String>> elsewhere = new LinkedHashMap<>();
        for (Proof.Term term : step.terms()) {
            Mark mark = Mark.of(term, here);
            Optional<Outputs.Spot> cell = outputs.at(term.place());
            Optional<Outputs.Line> line = outputs.lineAt(term.place());
            if (cell.isPresent()) {
                tables.computeIfAbsent(cell.get().table(), t -> new LinkedHashMap<>())
                        .putIfAbsent(cell.get().cell(), mark);
            } else if (line.isPresent()) {
                texts.computeIfAbsent(line.get().prose(), p -> new TreeMap<>())
                        .computeIfAbsent(line.get().number(), n -> new ArrayList<>())
                        .add(mark);
            } else {
                int at = term.place().lastIndexOf('!');
                elsewhere
                        .computeIfAbsent(term.place().substring(0, Math.max(0, at)), f -> new ArrayList<>())
                        .add(mark.sign() + " " + term.place().substring(at + 1));
            }
        }
        html.open("div", "class", "tables");
        tables.forEach(this::table);
        texts.forEach(this::lines);
        elsewhere.forEach((file, cells) -> html.open("p", "class", "elsewhere")
                .element("bdi", file)
                .text(": " + String.join(", ", cells))
                .end());
        html.end();
    }

    /** What a cell of a sum is shown as. */
    private enum Mark {
        ADDED("+", "added"),
        TAKEN_OFF("−", "taken off"),
        FOUND("=", "follows"),
        OPEN("?", "hidden as well"),
        USED("·", "worked with");

        private final String sign;
        private final String inWords;

        Mark(String sign, String inWords) {
            this.sign = sign;
            this.inWords = inWords;
        }

        static Mark of(Proof.Term term, String here) {
            return switch (term.sign()) {
                case PLUS -> ADDED;
                case MINUS -> TAKEN_OFF;
                case EQUALS -> term.place().equals(here) ? FOUND : OPEN;
                case USED -> USED;
            };
        }

        String sign() {
            return sign;
        }
    }

    private void lines(Prose prose, SortedMap<Integer, List<Mark>> marks) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Lines of " + prose.id());
        html.open("table", "class", "lines");
        marks.forEach((line, signs) -> {
            html.open("tr").element("th", Integer.toString(line), "class", "name", "scope", "row");
            html.open("td");
            for (Mark mark : signs) {
                html.element("span", mark.sign, "class", "op", "role", "img", "aria-label", mark.inWords)
                        .text(" ");
            }
            html.text(VisibleText.of(prose.lines().get(line - 1), LINE_TEXT))
                    .close()
                    .end();
        });
        html.end().end();
    }

    private void table(Table table, Map<Address, Mark> marks) {
        Address range = outputs.range(table);
        if (range == null) {
            return;
        }
        int firstData = Fragment.firstDataRow(table, range.firstRow());
        TreeSet<Integer> rows = new TreeSet<>();
        TreeSet<Integer> columns = new TreeSet<>();
        // what follows first, so that it is there whatever is left out
        marks.keySet().stream()
                .sorted(Comparator.comparing(cell -> marks.get(cell) != Mark.FOUND))
                .forEach(cell -> {
                    if (rows.size() < MOST_ROWS) {
                        rows.add(cell.firstRow());
                    }
                    if (columns.size() < MOST_COLUMNS) {
                        columns.add(cell.firstColumn());
                    }
                });
        long left = marks.keySet().stream()
                .filter(cell -> !rows.contains(cell.firstRow()) || !columns.contains(cell.firstColumn()))
                .count();
        for (int row = Math.max(range.firstRow(), firstData - 2); row < firstData; row++) {
            rows.add(row);
        }
        table.columns().stream().filter(Column::isLabel).limit(2).forEach(column -> columns.add(column.gridColumn()));
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Sum in " + table.id());
        html.open("table", "class", "grid").open("caption");
        html.element("bdi", table.file()).end();
        html.open("tr").element("td", "", "class", "corner");
        between(
                columns,
                () -> html.element("th", "…", "class", "name"),
                column -> html.element("th", Grid.columnName(column), "class", "name", "scope", "col"));
        html.end();
        between(rows, () -> gap(columns), row -> row(table, row, firstData, columns, marks));
        html.end().end();
        if (left > 0) {
            html.element("p", Words.count(left, "more cell", "more cells") + " of this sum", "class", "hint");
        }
    }

    private void row(Table table, int row, int firstData, SortedSet<Integer> columns, Map<Address, Mark> marks) {
        html.open("tr").element("th", Integer.toString(row + 1), "class", "name", "scope", "row");
        between(columns, () -> html.element("td", "…", "class", "name"), column -> {
            Mark mark = marks.get(new Address(addressSheet(marks), row, column, row, column));
            boolean header = row < firstData;
            String look = header ? "head" : table.grid().kind(row, column) == Grid.Kind.NUMBER ? "number" : "word";
            html.open(header ? "th" : "td", "class", look + (mark == null ? "" : " term " + mark.name()));
            if (mark != null) {
                html.element("span", mark.sign, "class", "op", "role", "img", "aria-label", mark.inWords)
                        .text(" ");
            }
            html.text(VisibleText.of(table.grid().text(row, column), CELL_TEXT)).close();
        });
        html.end();
    }

    private static @Nullable String addressSheet(Map<Address, Mark> marks) {
        return marks.keySet().iterator().next().sheet();
    }

    private void gap(SortedSet<Integer> columns) {
        int wide = columns.last() - columns.first() + 1 > columns.size() ? 2 * columns.size() : columns.size();
        html.open("tr", "class", "gap")
                .element("th", "⋮", "class", "name")
                .element("td", "", "colspan", Integer.toString(wide))
                .end();
    }

    private static void between(SortedSet<Integer> all, Runnable gap, IntConsumer each) {
        int previous = -1;
        for (int i : all) {
            if (previous >= 0 && i > previous + 1) {
                gap.run();
            }
            each.accept(i);
            previous = i;
        }
    }
}

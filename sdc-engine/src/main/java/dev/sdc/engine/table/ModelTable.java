package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Places;
import dev.sdc.engine.read.model.Figure;
import dev.sdc.engine.read.model.Heading;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.Panel;
import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.read.model.Row;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out the print of a model as a table: its parts below one another, each with columns of its own. */
final class ModelTable implements CellReader, Places {
    private static final long MOST_CELLS = 4_000_000;

    private final Part.ModelPrint print;
    private final Model model;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    /** The first column of the panel of each row. */
    private final List<Integer> firsts = new ArrayList<>();

    private ModelTable(Part.ModelPrint print) {
        this.model = print.model();
        this.print = print;
        columns.add(column(0, new Heading("", ColumnRole.LABEL), Set.of(ColumnRole.LABEL)));
        for (Panel panel : model.panels()) {
            int first = columns.size();
            for (int i = 0; i < panel.headings().size(); i++) {
                columns.add(column(first + i, panel.headings().get(i), held(panel, i)));
            }
            for (Row row : panel.rows()) {
                rows.add(row);
                firsts.add(first);
            }
        }
    }

    /** The table of a model; null where it is too large to lay out. */
    static @Nullable Table of(Part.ModelPrint print, String id, String file, Declaration declaration) {
        return new ModelTable(print).table(id, file, declaration);
    }

    private @Nullable Table table(String id, String file, Declaration declaration) {
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, MOST_CELLS);
        // a last column may have no figure at all, and is a column nonetheless
        boolean fits = builder.rows(rows.size()) && (rows.isEmpty() || builder.set(0, columns.size() - 1, ""));
        for (int row = 0; row < rows.size(); row++) {
            fits = fits && text(builder, row, 0, rows.get(row).label());
            for (Column column : columns) {
                Figure figure = figure(row, column.index());
                fits = fits && (figure == null || text(builder, row, column.index(), figure.text()));
            }
        }
        if (!fits) {
            return null;
        }
        Grid grid = builder.build(Grid.Layout.PLAIN).at(this);
        int n = rows.size();
        int[] gridRows = new int[n];
        int[] sections = new int[n];
        for (int row = 0; row < n; row++) {
            gridRows[row] = row;
            sections[row] = -1;
        }
        OutputType declared = declaration.outputType();
        List<Output.Remark> remarks = new ArrayList<>();
        for (Place line : model.notUnderstood()) {
            remarks.add(new Output.Remark(
                    print.where().of(line),
                    "this line stands inside the print of a " + model.kind().words() + ", and was not understood"));
        }
        return new Table(
                new TableShape(
                        id,
                        file,
                        grid,
                        grid.address(0, 0, n - 1, columns.size() - 1),
                        declared != null ? declared : model.kind().type(),
                        declared != null,
                        declaration,
                        List.copyOf(remarks),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.copyOf(columns),
                        gridRows,
                        -1,
                        new BitSet(),
                        Map.of(),
                        new RowLabels(grid, new int[][] {gridRows}, new int[] {0}, sections, 0)),
                this);
    }

    private static boolean text(GridBuilder builder, int row, int column, String text) {
        return builder.setText(row, column, text.toCharArray(), 0, text.length());
    }

    private static Column column(int index, Heading heading, Set<ColumnRole> holds) {
        List<String> header = heading.name().isEmpty() ? List.of() : List.of(heading.name());
        return new Column(
                index,
                index,
                header,
                heading.role(),
                Column.RoleSource.HEADER,
                null,
                heading.level(),
                false,
                false,
                null,
                holds);
    }

    /** The roles that the figures under a heading have: a count that is no whole number is none. */
    private static Set<ColumnRole> held(Panel panel, int column) {
        Heading heading = panel.headings().get(column);
        Set<ColumnRole> held = EnumSet.noneOf(ColumnRole.class);
        for (Row row : panel.rows()) {
            Figure figure = row.figures().get(column);
            if (figure != null && row.state() == Row.State.ESTIMATED) {
                CellValue value = CellText.plain(figure.value(), false, heading.role(), heading.level());
                held.add(value instanceof CellValue.Magnitude number ? number.role() : heading.role());
            }
        }
        return Set.copyOf(held);
    }

    private @Nullable Figure figure(int row, int column) {
        List<@Nullable Figure> figures = rows.get(row).figures();
        int at = column - firsts.get(row);
        return at < 0 || at >= figures.size() ? null : figures.get(at);
    }

    @Override
    public CellValue read(int row, int column) {
        if (column == 0) {
            return new CellValue.Label(rows.get(row).label());
        }
        Figure figure = figure(row, column);
        // what is printed beside a level that others are compared with, or one left out, was not estimated
        if (figure == null || rows.get(row).state() != Row.State.ESTIMATED) {
            return new CellValue.Blank();
        }
        Column heading = columns.get(column);
        return CellText.plain(figure.value(), false, heading.role(), heading.level());
    }

    @Override
    public void counts(Column column, Table.CountVisitor visitor) {
        for (int row = 0; row < rows.size(); row++) {
            if (!column.isLabel() && read(row, column.index()) instanceof CellValue.Count count) {
                visitor.count(row, column.index(), count.n());
            }
        }
    }

    @Override
    public CellReader under(List<Column> others) {
        return this; // what a figure of a model is, its own words say
    }

    @Override
    public String of(int row, int column) {
        Figure figure = column == 0 ? null : figure(row, column);
        return print.where().of(figure == null ? rows.get(row).place() : figure.place());
    }

    @Override
    public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        boolean whole = firstRow == 0 && firstColumn == 0 && lastRow == rows.size() - 1;
        if (whole && lastColumn == columns.size() - 1) {
            return print.where().of(new Place(model.firstLine(), 1), new Place(model.lastLine(), 1));
        }
        List<Place> places = new ArrayList<>();
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                Figure figure = figure(row, column);
                if (figure != null) {
                    places.add(figure.place());
                }
            }
        }
        places.sort(Comparator.comparingInt(Place::line).thenComparingInt(Place::column));
        if (places.isEmpty()) {
            return of(firstRow, firstColumn);
        }
        Place last = places.get(places.size() - 1);
        Place first = places.get(0);
        return first.equals(last) ? print.where().of(last) : print.where().of(first, last);
    }
}

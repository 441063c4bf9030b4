package dev.sdc.engine.table;

import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.TableInCell;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a block of a grid into a table: header, labels, roles, totals. */
final class TableReader {
    private final String id;
    private final String file;
    private final Grid grid;
    private final Looks looks;
    private final CellText text;
    private final Block block;
    private final Captions around;
    private final Declaration declaration;
    private final List<Output.Remark> remarks = new ArrayList<>();

    TableReader(
            String id,
            String file,
            Grid grid,
            Looks looks,
            CellText text,
            Block block,
            Captions around,
            Declaration declaration) {
        this.id = id;
        this.file = file;
        this.grid = grid;
        this.looks = looks;
        this.text = text;
        this.block = block;
        this.around = around;
        this.declaration = declaration;
    }

    /** A reader of a block that has a grid of its own. */
    TableReader(String id, String file, Grid grid, Block block, Captions around, Declaration declaration) {
        this(id, file, grid, new CellText(grid.style(), declaration.markers()), block, around, declaration);
    }

    private TableReader(
            String id, String file, Grid grid, CellText text, Block block, Captions around, Declaration declaration) {
        this(id, file, grid, new Looks(grid, text), text, block, around, declaration);
    }

    Table read() {
        TableMentions said = new TableMentions(grid, block, around);
        List<String> titles = said.titles();
        List<String> footnotes = said.footnotes();
        Header header = new Header(grid, looks, block, declaration);
        int[] sections = new int[block.rows().length];
        int[] rows = dataRows(header, sections, said.captions());
        BitSet bases = BaseRows.of(grid, rows, block.firstColumn());
        int[] shares = IntStream.range(0, rows.length)
                .filter(row -> !bases.get(row))
                .map(row -> rows[row])
                .toArray();
        List<ColumnReading> readings = columns(header, shares);
        new Roles(grid, shares, readings, declaration).assign();
        boolean correlation = CorrelationMatrix.mark(grid, declaration, readings, rows);
        RowLabels labels = labels(readings, rows, sections);
        Map<Integer, RowRole> rowRoles = RowRoles.of(grid, labels, rows.length);
        BoxPlots.rows(grid, labels, rows.length, declaration, rowRoles);
        CoefficientRows.open(grid, rows, readings, rowRoles);
        bases.stream().forEach(row -> rowRoles.put(row, BaseRows.ROLE));
        TotalLines lines = new TotalLines(grid, rows, readings);
        lines.columns();
        BitSet statistics = new BitSet();
        rowRoles.forEach((row, role) -> {
            if (!role.role().isCount()) {
                statistics.set(row);
            }
        });
        BitSet totals = lines.rows(labels, statistics);

        List<Column> columns = new ArrayList<>();
        List<Set<ColumnRole>> holds = new ArrayList<>();
        Map<Integer, CompositeForm> forms = new HashMap<>();
        for (ColumnReading reading : readings) {
            Set<ColumnRole> held = EnumSet.noneOf(ColumnRole.class);
            holds.add(held);
            if (reading.form != CompositeForm.ANY) {
                forms.put(columns.size(), reading.form);
            }
            columns.add(new Column(
                    columns.size(),
                    reading.gridColumn,
                    List.copyOf(reading.header),
                    reading.role,
                    reading.source,
                    reading.undeclared,
                    reading.level,
                    reading.total,
                    reading.cumulative,
                    base(reading.header),
                    Collections.unmodifiableSet(held)));
        }
        DataCells cells = new DataCells(grid, text, columns, rows, rowRoles, forms);
        HeldRoles holding = new HeldRoles(grid, cells, rows, rowRoles, remarks);
        Set<ColumnRole> all = EnumSet.noneOf(ColumnRole.class);
        for (int c = 0; c < columns.size(); c++) {
            holding.find(readings.get(c), columns.get(c), holds.get(c));
            all.addAll(holds.get(c));
        }
        tablesInCells(columns, rows);
        if (declaration.outputType() == null && all.contains(ColumnRole.COUNT) && AmountsByName.mayBe(file, columns)) {
            remarks.add(new Output.Remark(
                    range(),
                    "numbers are read as counts by their look alone, and the name of the file says sums or means"));
        }
        rowsTakenForLines(sections);
        said.ofSheet(range());
        said.ofHeader(header, columns);
        said.ofLabels(columns, rows);
        said.ofSections(header, rows);
        OutputType declared = declaration.outputType();
        return new Table(
                new TableShape(
                        id,
                        file,
                        grid,
                        range(),
                        declared != null ? declared : correlation ? OutputType.CORRELATION : TypeGuess.of(columns, all),
                        declared != null,
                        declaration,
                        List.copyOf(remarks),
                        titles,
                        footnotes,
                        notes(),
                        List.copyOf(said.mentions()),
                        List.copyOf(said.captions()),
                        List.copyOf(columns),
                        rows,
                        header.lastRow(),
                        totals,
                        Map.copyOf(rowRoles),
                        labels),
                cells);
    }

    /** The lines around the table as a text; null where there are none. */
    private @Nullable Prose notes() {
        List<Integer> lines = Stream.of(block.titles(), block.footnotes())
                .flatMap(List::stream)
                .sorted()
                .toList();
        return lines.isEmpty() ? null : LinesOfSheet.of(id, file, grid, lines, declaration);
    }

    /** Whole tables in cells that name rows. */
    private void tablesInCells(List<Column> columns, int[] rows) {
        for (Column column : columns) {
            for (int row : rows) {
                boolean text = column.isLabel() && grid.kind(row, column.gridColumn()) == Grid.Kind.TEXT;
                if (text && TableInCell.is(grid.text(row, column.gridColumn()))) {
                    remarks.add(new Output.Remark(
                            grid.address(row, column.gridColumn()), "the cell holds a table of its own"));
                }
            }
        }
    }

    /** Titles, notes and the names of parts that look like rows. */
    private void rowsTakenForLines(int[] sections) {
        IntStream around = Stream.of(block.titles(), block.footnotes())
                .flatMap(List::stream)
                .mapToInt(Integer::intValue);
        IntStream between = Arrays.stream(sections).filter(row -> row >= 0);
        IntStream.concat(around, between).distinct().forEach(row -> {
            for (int c = 0; c < grid.columns(); c++) {
                if (grid.kind(row, c) == Grid.Kind.TEXT && FiguresAlone.is(grid.text(row, c))) {
                    remarks.add(new Output.Remark(
                            grid.address(row, c),
                            "the line holds figures alone, and was not read as a row of the table"));
                }
            }
        });
    }

    private String range() {
        int[] rows = block.rows();
        return grid.address(rows[0], block.firstColumn(), rows[rows.length - 1], block.lastColumn());
    }

    private int[] dataRows(Header header, int[] sections, List<Mention> captions) {
        int[] all = block.rows();
        int[] rows = new int[all.length - header.depth()];
        int count = 0;
        int section = -1;
        BitSet unprinted = UnprintedRows.of(grid, header, block, captions);
        for (int i = header.depth(); i < all.length; i++) {
            if (i + 1 < all.length && header.isSection(all[i]) && !unprinted.get(i)) {
                section = all[i];
            } else {
                sections[count] = section;
                rows[count++] = all[i];
            }
        }
        return count == rows.length ? rows : Arrays.copyOf(rows, count);
    }

    private List<ColumnReading> columns(Header header, int[] rows) {
        List<ColumnReading> readings = new ArrayList<>();
        for (int c = block.firstColumn(); c <= block.lastColumn(); c++) {
            ColumnContent content = new ColumnContent(grid, looks, rows, c);
            List<String> texts = header.texts(c);
            boolean spacer = content.blanks == content.rows && texts.isEmpty();
            if (!spacer) {
                readings.add(new ColumnReading(c, texts, content));
            }
        }
        return readings;
    }

    private RowLabels labels(List<ColumnReading> readings, int[] rows, int[] sections) {
        List<Integer> columns = new ArrayList<>();
        for (ColumnReading reading : readings) {
            if (reading.isLabel()) {
                columns.add(reading.gridColumn);
            } else if (!columns.isEmpty() || reading.role != ColumnRole.TIME) {
                break;
            }
        }
        if (columns.isEmpty()) {
            for (ColumnReading reading : readings) {
                if (reading.isLabel() || reading.role == ColumnRole.TIME) {
                    columns.add(reading.gridColumn);
                }
            }
        }
        int[] at = columns.stream().mapToInt(Integer::intValue).toArray();
        int[][] source = new int[at.length][rows.length];
        for (int c = 0; c < at.length; c++) {
            int from = -1;
            boolean fill = c < at.length - 1;
            for (int i = 0; i < rows.length; i++) {
                if (!grid.isBlank(rows[i], at[c])) {
                    from = rows[i];
                } else if (!fill) {
                    from = -1;
                }
                source[c][i] = from;
            }
        }
        return new RowLabels(grid, source, at, sections, block.firstColumn());
    }

    private @Nullable Long base(List<String> header) {
        for (int i = header.size() - 1; i >= 0; i--) {
            Long n = Mentions.base(header.get(i), grid.style());
            if (n != null) {
                return n;
            }
        }
        return null;
    }
}

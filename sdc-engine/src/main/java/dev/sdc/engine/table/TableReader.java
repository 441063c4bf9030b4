package dev.sdc.engine.table;

import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a block of a grid into a table: header, labels, roles, totals. */
final class TableReader {
    /** What is longer is a paragraph. */
    private static final int LONGEST_TITLE = 200;

    private final String id;
    private final String file;
    private final Grid grid;
    private final Looks looks;
    private final CellText text;
    private final Block block;
    private final Captions around;
    private final Declaration declaration;
    private final List<Output.Remark> remarks = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Mention> captions = new ArrayList<>();
    private boolean correlation;

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

    Table read() {
        List<String> titles = titles();
        List<String> footnotes = lines(block.footnotes());
        around.above().forEach(this::caption);
        around.below().forEach(this::caption);
        Header header = new Header(grid, looks, block);
        int[] sections = new int[block.rows().length];
        int[] rows = dataRows(header, sections);
        List<ColumnReading> readings = columns(header, rows);
        new Roles(grid, rows, readings, declaration).assign();
        correlation(readings, rows);
        RowLabels labels = labels(readings, rows, sections);
        Map<Integer, RowRole> rowRoles = rowRoles(labels, rows.length);
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
        Set<ColumnRole> all = EnumSet.noneOf(ColumnRole.class);
        for (int c = 0; c < columns.size(); c++) {
            hold(cells, readings.get(c), columns.get(c), holds.get(c), rows, rowRoles);
            all.addAll(holds.get(c));
        }
        sheetMention();
        headerMentions(header, columns);
        labelMentions(columns, rows);
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
                        List.copyOf(mentions),
                        List.copyOf(captions),
                        List.copyOf(columns),
                        rows,
                        header.lastRow(),
                        totals,
                        Map.copyOf(rowRoles),
                        labels),
                cells);
    }

    private String range() {
        int[] rows = block.rows();
        return grid.address(rows[0], block.firstColumn(), rows[rows.length - 1], block.lastColumn());
    }

    private int[] dataRows(Header header, int[] sections) {
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

    /** A square of figures between -1 and 1 whose rows and columns have the same names is a correlation matrix. */
    private void correlation(List<ColumnReading> readings, int[] rows) {
        if (declaration.outputType() != null && declaration.outputType() != OutputType.CORRELATION) {
            return;
        }
        if (readings.size() < 3 || !readings.get(0).isLabel() || rows.length != readings.size() - 1) {
            return;
        }
        BigDecimal one = BigDecimal.ONE;
        for (int i = 0; i < rows.length; i++) {
            ColumnReading column = readings.get(i + 1);
            boolean sameName =
                    grid.text(rows[i], readings.get(0).gridColumn).strip().equals(column.leaf());
            BigDecimal diagonal = grid.number(rows[i], column.gridColumn);
            if (!sameName || diagonal == null || diagonal.compareTo(one) != 0) {
                return;
            }
            for (int row : rows) {
                BigDecimal value = grid.number(row, column.gridColumn);
                if (value == null
                        ? !grid.isBlank(row, column.gridColumn)
                        : value.abs().compareTo(one) > 0) {
                    return;
                }
            }
        }
        for (ColumnReading column : readings.subList(1, readings.size())) {
            if (column.source != RoleSource.DECLARED) {
                column.be(ColumnRole.STATISTIC, RoleSource.CONTENT);
            }
        }
        correlation = true;
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

    private Map<Integer, RowRole> rowRoles(RowLabels labels, int rows) {
        LabelTexts<HeaderWords.Meaning> meanings = new LabelTexts<>(grid, HeaderWords::ofRow);
        LabelTexts<ColumnRole> fits = new LabelTexts<>(grid, FitWords::role);
        Map<Integer, RowRole> roles = new HashMap<>();
        List<Integer> tentative = new ArrayList<>();
        Set<BigDecimal> levels = new HashSet<>();
        boolean descriptive = false;
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            if (level < 0) {
                continue;
            }
            String label = grid.text(labels.source()[level][row], labels.columns()[level]);
            ColumnRole fit = fits.of(labels.source()[level][row], labels.columns()[level]);
            if (fit != null) {
                boolean units = fit.isCount() && HeaderWords.namesUnits(label);
                roles.put(row, new RowRole(fit, null, CompositeForm.ANY, units, true));
                continue;
            }
            HeaderWords.Meaning meaning = meanings.of(labels.source()[level][row], labels.columns()[level]);
            if (meaning == null) {
                continue;
            }
            if (meaning.tentative()) {
                tentative.add(row);
                levels.add(meaning.level() == null ? BigDecimal.ZERO : meaning.level());
            }
            descriptive |= switch (meaning.role()) {
                case MEAN, SD, MINIMUM, MAXIMUM -> true;
                default -> false;
            };
            boolean units = meaning.role().isCount() && HeaderWords.namesUnits(label);
            roles.put(row, new RowRole(meaning.role(), meaning.level(), meaning.composite(), units, false));
        }
        if (levels.size() == 1 && !descriptive) {
            tentative.forEach(roles::remove);
        }
        if (roles.size() > 1 && 2 * roles.size() >= rows) {
            countedRows(labels, rows, roles);
        }
        return roles;
    }

    /** Where rows are measures, one that is called {@code Deaths} counts. */
    private void countedRows(RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        LabelTexts<HeaderWords.Meaning> meanings = new LabelTexts<>(grid, HeaderWords::firm);
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            if (level < 0 || roles.containsKey(row)) {
                continue;
            }
            HeaderWords.Meaning meaning = meanings.of(labels.source()[level][row], labels.columns()[level]);
            if (meaning != null && meaning.role().isCount() && meaning.composite() == CompositeForm.ANY) {
                roles.put(row, new RowRole(meaning.role(), null, CompositeForm.ANY, true, false));
            }
        }
    }

    private void hold(
            DataCells cells,
            ColumnReading reading,
            Column column,
            Set<ColumnRole> held,
            int[] rows,
            Map<Integer, RowRole> rowRoles) {
        ColumnContent content = reading.content;
        if (reading.contradicted != null) {
            remarks.add(new Output.Remark(
                    grid.address(rows[0], column.gridColumn(), rows[rows.length - 1], column.gridColumn()),
                    "the column \"" + column.name() + "\" is declared " + reading.contradicted.key()
                            + ", but it holds whole numbers that count"));
        }
        if (column.isLabel()) {
            held.add(ColumnRole.LABEL);
            return;
        }
        if (content.figures + content.words + content.marks == 0) {
            return;
        }
        if (rowRoles.isEmpty() && column.role() != null && content.several + content.words + content.withSign == 0) {
            if (content.figures > 0 || column.role() != ColumnRole.IGNORE) {
                held.add(column.role());
            }
            if (content.decimals == 0 || !column.role().isCount()) {
                return;
            }
        }
        BitSet seen = new BitSet();
        int unread = 0;
        String firstUnread = "";
        for (int row = 0; row < rows.length; row++) {
            Grid.Kind kind = grid.kind(rows[row], column.gridColumn());
            if (kind == Grid.Kind.BLANK) {
                continue;
            }
            if (kind == Grid.Kind.TEXT && rowRoles.isEmpty()) {
                int code = grid.textCode(rows[row], column.gridColumn());
                if (seen.get(code)) {
                    continue;
                }
                seen.set(code);
            }
            CellValue value = cells.read(row, column.index());
            if (value instanceof CellValue.Unread) {
                unread++;
                firstUnread = unread == 1 ? grid.address(rows[row], column.gridColumn()) : firstUnread;
            } else {
                add(held, value, column, rowRoles.get(row));
            }
        }
        if (unread > 0) {
            remarks.add(new Output.Remark(
                    firstUnread,
                    "the column \"" + column.name() + "\" holds texts that are neither numbers nor known marks"));
        }
        if (column.role() == null) {
            remarks.add(new Output.Remark(
                    grid.address(rows[0], column.gridColumn(), rows[rows.length - 1], column.gridColumn()),
                    "what the numbers of the column \"" + column.name() + "\" are was not understood"));
        }
    }

    private static void add(Set<ColumnRole> held, CellValue value, Column column, @Nullable RowRole byRow) {
        if (value instanceof CellValue.Count) {
            ColumnRole role = column.role();
            held.add(
                    byRow != null && byRow.role().isCount()
                            ? byRow.role()
                            : role != null && role.isCount() ? role : ColumnRole.COUNT);
        } else if (value instanceof CellValue.Share share) {
            held.add(share.percent() ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION);
        } else if (value instanceof CellValue.Magnitude number) {
            held.add(number.role());
        } else if (value instanceof CellValue.Composite composite) {
            for (CellValue.Part part : composite.parts()) {
                held.add(part.role());
            }
        } else if (value instanceof CellValue.Suppressed) {
            ColumnRole role = byRow != null ? byRow.role() : column.role();
            if (role != null) {
                held.add(role);
            }
        }
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

    private void headerMentions(Header header, List<Column> columns) {
        for (int i = 0; i < header.depth(); i++) {
            for (Column column : columns) {
                mention(block.rows()[i], column.gridColumn());
            }
        }
    }

    private void labelMentions(List<Column> columns, int[] rows) {
        BitSet seen = new BitSet();
        for (Column column : columns) {
            if (!column.isLabel()) {
                continue;
            }
            for (int row : rows) {
                if (grid.kind(row, column.gridColumn()) == Grid.Kind.TEXT) {
                    int code = grid.textCode(row, column.gridColumn());
                    if (!seen.get(code)) {
                        seen.set(code);
                        mention(row, column.gridColumn());
                    }
                }
            }
        }
    }

    /** A sheet may be called {@code Eye (n=6)}. */
    private void sheetMention() {
        String sheet = grid.sheet();
        Long n = sheet == null ? null : Mentions.base(sheet, grid.style());
        if (sheet != null && n != null) {
            mentions.add(new Mention(n, range(), sheet, Mention.Kind.BASE));
        }
    }

    private void mention(int row, int column) {
        if (grid.kind(row, column) == Grid.Kind.TEXT) {
            String words = grid.text(row, column);
            mentions.addAll(Mentions.in(words, grid.address(row, column), grid.style()));
        }
    }

    /** The lines above that name the table; of those around it in a text the last. */
    private List<String> titles() {
        List<String> titles = lines(block.titles());
        int last = around.above().size() - 1;
        if (last >= 0 && around.above().get(last).text().length() < LONGEST_TITLE) {
            titles.add(0, around.above().get(last).text().strip());
        }
        return titles;
    }

    private List<String> lines(List<Integer> rows) {
        List<String> lines = new ArrayList<>();
        for (int row : rows) {
            for (int c = 0; c < grid.columns(); c++) {
                if (!grid.isBlank(row, c)) {
                    lines.add(grid.text(row, c).strip());
                    mention(row, c);
                    caption(new Captions.Line(grid.address(row, c), grid.text(row, c)));
                }
            }
        }
        return lines;
    }

    private void caption(Captions.Line line) {
        captions.addAll(Mentions.in(line.text(), line.where(), grid.style()));
        Long named = Mentions.named(line.text(), grid.style());
        if (named != null) {
            captions.add(new Mention(named, line.where(), line.text().strip(), Mention.Kind.BASE));
        }
    }
}

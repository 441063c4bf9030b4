package dev.sdc.engine.table;

import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What is said of sizes around a table: in titles and notes, headers, labels and the name of the sheet. */
final class TableMentions {
    /** What is longer is a paragraph. */
    private static final int LONGEST_TITLE = 200;

    private final Grid grid;
    private final Block block;
    private final Captions around;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Mention> captions = new ArrayList<>();

    TableMentions(Grid grid, Block block, Captions around) {
        this.grid = grid;
        this.block = block;
        this.around = around;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** Those of the lines above and below. */
    List<Mention> captions() {
        return captions;
    }

    /** The lines above that name the table; of those around it in a text the last. */
    List<String> titles() {
        List<String> titles = lines(block.titles());
        int last = around.above().size() - 1;
        if (last >= 0 && around.above().get(last).text().length() < LONGEST_TITLE) {
            titles.add(0, around.above().get(last).text().strip());
        }
        return titles;
    }

    /** The lines below. */
    List<String> footnotes() {
        List<String> footnotes = lines(block.footnotes());
        around.above().forEach(this::caption);
        around.below().forEach(this::caption);
        return footnotes;
    }

    void ofHeader(Header header, List<Column> columns) {
        for (int i = 0; i < header.depth(); i++) {
            for (Column column : columns) {
                mention(block.rows()[i], column.gridColumn());
            }
        }
    }

    void ofLabels(List<Column> columns, int[] rows) {
        BitSet seen = new BitSet();
        for (Column column : columns) {
            if (!column.isLabel()) {
                continue;
            }
            for (int row : rows) {
                if (grid.kind(row, column.gridColumn()) == Grid.Kind.TEXT) {
                    int code = grid.textCode(row, column.gridColumn());
                    boolean codes = CodeList.isHeader(column.leaf()) && CodeList.is(grid.textOf(code));
                    if (!seen.get(code) && !codes) {
                        seen.set(code);
                        mention(row, column.gridColumn());
                    }
                }
            }
        }
    }

    /** The lines between the rows, below which a further part of the table begins. */
    void ofSections(Header header, int[] rows) {
        BitSet data = new BitSet();
        for (int row : rows) {
            data.set(row);
        }
        for (int i = header.depth(); i < block.rows().length; i++) {
            for (int c = block.firstColumn(); !data.get(block.rows()[i]) && c <= block.lastColumn(); c++) {
                mention(block.rows()[i], c);
            }
        }
    }

    /** A sheet may be called {@code Eye (n=6)}. */
    void ofSheet(String range) {
        String sheet = grid.sheet();
        Long n = sheet == null ? null : Mentions.base(sheet, grid.style());
        if (sheet != null && n != null) {
            mentions.add(new Mention(n, range, sheet, Mention.Kind.BASE));
        }
    }

    private void mention(int row, int column) {
        if (grid.kind(row, column) == Grid.Kind.TEXT) {
            String words = grid.text(row, column);
            mentions.addAll(Mentions.in(words, grid.address(row, column), grid.style()));
        }
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
            pair(row);
        }
        return lines;
    }

    /** A name and its number in two cells, and nothing else in the row: {@code N =}, {@code 214}. */
    private void pair(int row) {
        int[] filled = IntStream.range(0, grid.columns())
                .filter(c -> !grid.isBlank(row, c))
                .limit(3)
                .toArray();
        if (filled.length == 2
                && grid.kind(row, filled[0]) == Grid.Kind.TEXT
                && grid.kind(row, filled[1]) == Grid.Kind.NUMBER) {
            String name = grid.text(row, filled[0]).strip();
            String mark = name.endsWith("=") || name.endsWith(":") ? " " : name.length() == 1 ? " = " : ": ";
            int told = captions.size();
            caption(new Captions.Line(
                    grid.address(row, filled[1]),
                    name + mark + grid.text(row, filled[1]).strip()));
            if (captions.size() > told) {
                mentions.add(captions.get(captions.size() - 1));
            }
        }
    }

    private void caption(Captions.Line line) {
        captions.addAll(Mentions.in(line.text(), line.where(), grid.style()));
        Long named = Mentions.named(line.text(), grid.style());
        if (named != null) {
            captions.add(new Mention(named, line.where(), line.text().strip(), Mention.Kind.BASE));
        }
    }
}

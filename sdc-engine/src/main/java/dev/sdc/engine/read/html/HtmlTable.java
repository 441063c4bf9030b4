package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.NamedRows;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TextGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** One table of a page: its cells by row, cells that span others at their top left place. */
final class HtmlTable {
    private static final int WIDEST_SPAN = 1000;
    private static final int DEEPEST = 12;
    private static final Pattern MARK = Pattern.compile("[\\p{L}*†‡§¶#,]{1,4}|\\[[\\p{L}\\d]{1,2}\\]");

    /** A cell without figures that spans rows. */
    private record Tall(int row, int height, Piece cell) {}

    private final List<List<Piece>> rows = new ArrayList<>();
    private final List<Tall> tall = new ArrayList<>();
    private final List<TextNode> texts = new ArrayList<>();
    private final BitSet headed = new BitSet();
    private final BitSet valued = new BitSet();
    private final int most;
    private boolean figures;

    private HtmlTable(int most) {
        this.most = most;
    }

    static HtmlTable of(Element table, Limits limits) {
        HtmlTable read = new HtmlTable(limits.columns());
        int[] taken = new int[16];
        for (Element row : table.select("tr")) {
            if (table.equals(row.closest("table"))) {
                taken = read.row(row, taken);
            }
        }
        return read;
    }

    /** Whether any cell has a digit. */
    boolean holdsFigures() {
        return figures;
    }

    /** The texts of the cells. */
    List<TextNode> texts() {
        return texts;
    }

    /** The cells by row as a program would print them: names of columns that span rows stand low. */
    List<List<Piece>> printed() {
        List<List<Piece>> printed = new ArrayList<>();
        rows.forEach(row -> printed.add(new ArrayList<>(row)));
        for (Tall name : tall) {
            int low = Math.min(name.row() + name.height(), rows.size()) - 1;
            printed.get(name.row()).remove(name.cell());
            List<Piece> row = printed.get(low);
            int at = 0;
            while (at < row.size() && row.get(at).column() < name.cell().column()) {
                at++;
            }
            row.add(at, name.cell());
        }
        return printed;
    }

    Part part(String name, Limits limits) {
        Part part = TextGrid.plain(name, rows, limits);
        headed.andNot(valued);
        return headed.isEmpty() || !(part instanceof Part.TableIn in)
                ? part
                : new Part.TableIn(
                        in.grid().at(new NamedRows(headed.stream().boxed().toList())));
    }

    /** Reads a row; {@code taken} says for every column for how many rows a cell from above still reaches down. */
    private int[] row(Element row, int[] taken) {
        int[] below = taken;
        List<Piece> cells = new ArrayList<>();
        BitSet names = new BitSet();
        BitSet values = new BitSet();
        boolean measured = false; // where no <td> holds a figure, those of a row may stand in its <th>
        int column = 0;
        for (Element cell : row.children()) {
            if (!cell.nameIs("td") && !cell.nameIs("th")) {
                continue;
            }
            while (column < below.length && below[column] > 0) {
                column++;
            }
            int width = Math.min(span(cell, "colspan"), WIDEST_SPAN);
            if (column + width > most) {
                width = 1;
            }
            if (column + width > below.length) {
                below = Arrays.copyOf(below, Math.max(2 * below.length, column + width));
            }
            int height = span(cell, "rowspan");
            for (int c = column; c < column + width; c++) {
                below[c] = height;
            }
            StringBuilder text = new StringBuilder();
            words(cell, text);
            String words = text.toString().replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
            if (!words.isEmpty()) {
                words = " ".repeat(column == 0 ? indent(text) : 0) + words;
                Piece piece = new Piece(column, words, rows.size(), 0);
                cells.add(piece);
                boolean figure = words.chars().anyMatch(Character::isDigit);
                figures |= figure;
                (cell.nameIs("th") ? names : values).set(column);
                measured |= figure && cell.nameIs("td");
                if (height > 1 && column > 0 && !figure) {
                    tall.add(new Tall(rows.size(), height, piece));
                }
            }
            column += width;
        }
        for (int c = 0; c < below.length; c++) {
            below[c] = Math.max(0, below[c] - 1);
        }
        rows.add(cells);
        if (measured) {
            headed.or(names);
            valued.or(values);
        } else if (!headed.isEmpty()) {
            valued.or(figuresIn(cells));
        }
        return below;
    }

    /** The columns of cells with a digit. */
    private static BitSet figuresIn(List<Piece> cells) {
        BitSet columns = new BitSet();
        for (Piece cell : cells) {
            if (cell.text().chars().anyMatch(Character::isDigit)) {
                columns.set(cell.column());
            }
        }
        return columns;
    }

    /** How many spaces that a page must keep stand before the words. */
    private static int indent(CharSequence text) {
        int indent = 0;
        int at = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isKept(text.charAt(at)))) {
            indent += isKept(text.charAt(at)) ? 1 : 0;
            at++;
        }
        return Math.min(indent, DEEPEST);
    }

    private static boolean isKept(char space) {
        return space == '\u00a0' || space == '\u2003' || space == '\u2002';
    }

    private static int span(Element cell, String name) {
        String span = cell.attr(name).strip();
        if (span.isEmpty() || span.length() > 5 || !span.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        int n = Integer.parseInt(span);
        return n == 0 ? 1 : n;
    }

    /** The words of a cell without those of a table inside it. */
    private void words(Node node, StringBuilder text) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
            texts.add(words);
            return;
        }
        if (!(node instanceof Element element) || element.nameIs("table")) {
            return;
        }
        boolean raised = element.nameIs("sup") || element.nameIs("sub");
        if (raised) {
            String mark = element.text().strip();
            if (MARK.matcher(mark).matches()
                    && text.length() > 0
                    && Character.isDigit(text.charAt(text.length() - 1))) {
                element.nodeStream(TextNode.class).forEach(texts::add);
                return; // the sign of a footnote
            }
            text.append('^');
        } else if (element.nameIs("br") || element.isBlock()) {
            text.append(' ');
        }
        for (Node child : element.childNodes()) {
            words(child, text);
        }
        if (element.isBlock()) {
            text.append(' ');
        }
    }
}

package dev.sdc.engine.read.latex;

import dev.sdc.engine.read.text.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the rows of one table: cells are parted by {@code &}, rows by {@code \\}. */
final class TabularReader {
    private static final int WIDEST_SPAN = 1000;
    private static final Pattern INDENT = Pattern.compile("\\s*(?:~|\\\\(?:q?quad|hspace|hskip|indent|enspace)\\b)");
    private static final Set<String> HEADS = Set.of("endhead", "endfoot", "endlastfoot");

    private final String text;
    private final int end;
    private final LatexTables.LineNumbers numbers;
    private final List<List<Piece>> rows = new ArrayList<>();
    private List<Piece> row = new ArrayList<>();
    private int column;
    private int cellStart;
    private int depth;
    /** Rows from here on are dropped where a long table repeats its head or foot. */
    private int repeated = -1;

    TabularReader(String text, int start, int end, LatexTables.LineNumbers numbers) {
        this.text = text;
        this.end = end;
        this.numbers = numbers;
        this.cellStart = skipArguments(start);
    }

    /** Whether every brace in the table was closed, once its rows were read; what follows an open one is no row. */
    boolean isWhole() {
        return depth == 0;
    }

    List<List<Piece>> rows() {
        int at = cellStart;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < end) {
                if (text.charAt(at + 1) == '\\' && depth == 0) {
                    endRow(at);
                    at = skipOption(at + 2);
                    cellStart = at;
                    continue;
                }
                int name = at + 1;
                while (name < end && Character.isLetter(text.charAt(name))) {
                    name++;
                }
                String command = text.substring(at + 1, name);
                if (command.equals("tabularnewline") && depth == 0) {
                    endRow(at);
                    cellStart = name;
                } else if (command.equals("endfirsthead")) {
                    repeated = rows.size();
                } else if (HEADS.contains(command)) {
                    dropRepeated(command);
                }
                at = Math.max(name, at + 2);
                continue;
            }
            if (c == '%') {
                while (at < end && text.charAt(at) != '\n') {
                    at++;
                }
                continue;
            }
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
            } else if (c == '&' && depth == 0) {
                endCell(at);
                cellStart = at + 1;
            }
            at++;
        }
        endRow(end);
        return rows;
    }

    /** The head of further pages repeats that of the first; a foot says that the table goes on. */
    private void dropRepeated(String command) {
        int from = repeated >= 0 ? repeated : command.equals("endhead") ? rows.size() : 0;
        if (repeated >= 0 || !command.equals("endhead")) {
            for (int i = rows.size() - 1; i >= from; i--) {
                boolean figures = rows.get(i).stream()
                        .anyMatch(piece -> piece.text().chars().anyMatch(Character::isDigit));
                boolean known = rows.subList(0, from).stream().anyMatch(before -> same(before, rows.get(from)));
                if (!figures || known) {
                    rows.remove(i);
                }
                if (rows.size() <= from) {
                    break;
                }
            }
        }
        repeated = rows.size();
    }

    private static boolean same(List<Piece> one, List<Piece> other) {
        return one.stream()
                .map(Piece::text)
                .toList()
                .equals(other.stream().map(Piece::text).toList());
    }

    private void endCell(int at) {
        LatexText cell = new LatexText(text, cellStart, at);
        if (!cell.words().isEmpty()) {
            int start = cell.start();
            String indent =
                    column == 0 && INDENT.matcher(text).region(cellStart, at).lookingAt() ? "  " : "";
            row.add(new Piece(column, indent + cell.words(), numbers.line(start), numbers.column(start)));
        }
        column += Math.min(cell.columns(), WIDEST_SPAN);
    }

    private void endRow(int at) {
        endCell(at);
        if (!row.isEmpty()) {
            rows.add(row);
        }
        row = new ArrayList<>();
        column = 0;
    }

    /** What stands before the first cell: a width, a place, the columns' look. */
    private int skipArguments(int start) {
        int at = start;
        while (at < end) {
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            char open = at < end ? text.charAt(at) : ' ';
            if (open != '{' && open != '[') {
                return at;
            }
            int close = LatexText.closing(text, at, end);
            if (close < 0) {
                return at;
            }
            at = close + 1;
        }
        return at;
    }

    private int skipOption(int from) {
        int at = from;
        if (at < end && text.charAt(at) == '*') {
            at++;
        }
        if (at < end && text.charAt(at) == '[') {
            int close = text.indexOf(']', at);
            boolean length = close > 0 && close < end && close - at < 12;
            return length ? close + 1 : at;
        }
        return at;
    }
}

package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markdown tables: cells between pipes, a line of dashes and colons below the header. */
final class PipeTables implements Stretch.Finder {
    private static final Pattern RULE = Pattern.compile("\\s{0,3}\\|?(?:\\s*:?-+:?\\s*\\|)+(?:\\s*:?-+:?)?\\s*");

    private final @Nullable String place;
    private final Limits limits;

    PipeTables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<TabulatedModel.Source> found = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String rule = lines.get(i);
            if (rule.indexOf('|') < 0
                    || rule.indexOf('-') < 0
                    || lines.get(i - 1).indexOf('|') < 0
                    || rule.length() > limits.fieldCharacters()
                    || !RULE.matcher(rule).matches()) {
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && lines.get(end).indexOf('|') >= 0) {
                end++;
            }
            List<List<Piece>> rows = rows(lines, i, end);
            if (holdFigures(rows)) {
                found.add(new TabulatedModel.Source(i - 1, end, rows));
            }
            i = end;
        }
        return TabulatedModel.stretches(found, lines, place, limits);
    }

    static boolean holdFigures(List<List<Piece>> rows) {
        return rows.stream()
                .anyMatch(
                        row -> row.stream().anyMatch(cell -> cell.text().chars().anyMatch(Character::isDigit)));
    }

    private static List<List<Piece>> rows(List<String> lines, int rule, int end) {
        List<List<Piece>> rows = new ArrayList<>();
        rows.add(cells(lines.get(rule - 1), rule - 1));
        boolean first = rule + 1 < end && MarkdownText.isBold(label(lines.get(rule + 1)));
        for (int i = rule + 1; i < end; i++) {
            List<Piece> cells = cells(lines.get(i), i);
            boolean part = first && !MarkdownText.isBold(label(lines.get(i)));
            rows.add(part ? belowBold(cells) : cells);
        }
        return rows;
    }

    /** Rows in plain letters are parts of the bold one above them, as if they were set further in. */
    private static List<Piece> belowBold(List<Piece> cells) {
        if (cells.isEmpty() || cells.get(0).column() > 0) {
            return cells;
        }
        List<Piece> moved = new ArrayList<>(cells);
        Piece label = cells.get(0);
        moved.set(0, new Piece(0, "  " + label.text(), label.line(), label.at()));
        return moved;
    }

    private static String label(String line) {
        String cells = line.strip();
        int from = cells.startsWith("|") ? 1 : 0;
        int end = cells.indexOf('|', from);
        return cells.substring(from, end < 0 ? cells.length() : end).strip();
    }

    static List<Piece> cells(String line, int number) {
        List<Piece> cells = new ArrayList<>();
        int start = line.length() - line.stripLeading().length();
        if (line.startsWith("|", start)) {
            start++;
        }
        int column = 0;
        for (int at = start; at <= line.length(); at++) {
            boolean pipe = at < line.length() && line.charAt(at) == '|' && line.charAt(at - 1) != '\\';
            if (pipe || at == line.length()) {
                String cell = line.substring(start, at);
                if (!cell.isBlank()) {
                    int lead = cell.length() - cell.stripLeading().length();
                    cells.add(new Piece(column, MarkdownText.plain(cell.strip()), number, start + lead));
                }
                column++;
                start = at + 1;
            }
        }
        return cells;
    }
}

package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables inside a text whose cells are parted by semicolons, commas or upright strokes: lines of as many cells each, with
 * a figure in the same place of every line below the first.
 */
final class DelimitedLines implements Stretch.Finder {
    private static final String DELIMITERS = ";|,";
    private static final Pattern THOUSANDS =
            Pattern.compile("[^,\\p{L}]*\\p{L}[^,]*[^,\\d.-]\\d{1,3}(?:,\\d{3})+(?!\\d)\\s*");
    private static final int FEWEST_LINES = 3;
    private static final int FEWEST_CELLS = 2;
    private static final int MOST_CELLS = 1_000;
    private static final int LONGEST_LINE = 1 << 14;

    private final @Nullable String place;
    private final Limits limits;

    DelimitedLines(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            for (int d = 0; d < DELIMITERS.length() && end == at; d++) {
                if (lines.get(at).indexOf(DELIMITERS.charAt(d)) >= 0) {
                    end = table(lines, at, DELIMITERS.charAt(d), found);
                }
            }
            at = Math.max(at + 1, end);
        }
        return found;
    }

    /** Reads a table that begins at a line; says where to look for the next, which is there if it is none. */
    private int table(List<String> lines, int from, char delimiter, List<Stretch> found) {
        List<List<Piece>> rows = new ArrayList<>();
        int cells = -1;
        boolean[] figures = {};
        int end = from;
        for (; end < lines.size(); end++) {
            String line = lines.get(end);
            if (line.isBlank() || line.length() > LONGEST_LINE) {
                break;
            }
            List<Piece> row = cells(line, end, delimiter);
            if (isCode(line, row)) {
                break;
            }
            if (cells < 0) {
                cells = row.size();
                figures = new boolean[cells];
                Arrays.fill(figures, true);
            }
            if (row.size() != cells || cells < FEWEST_CELLS || cells > MOST_CELLS) {
                break;
            }
            boolean[] still = figures.clone();
            for (int c = 0; c < cells && !rows.isEmpty(); c++) {
                still[c] &= isFigure(row.get(c));
            }
            if (!anyBeside(still)) {
                return rows.size() < FEWEST_LINES ? from : end; // no table: no line is looked at more than a few times
            }
            figures = still;
            rows.add(row);
        }
        if (rows.size() < FEWEST_LINES) {
            return from;
        }
        if (delimiter == ',' && lines.subList(from, end).stream().allMatch(DelimitedLines::partsThousandsAlone)) {
            return end;
        }
        found.add(new Stretch(from, end, TextGrid.of(place, rows, limits)));
        return end;
    }

    /** Whether all commas of a line part the thousands of a number behind a name: {@code Stage recorded: 2,202}. */
    private static boolean partsThousandsAlone(String line) {
        return THOUSANDS.matcher(line).matches();
    }

    /** Whether a line was typed: it begins with a prompt, or a delimiter stands inside brackets: {@code x <- c(1,2,2)}. */
    private static boolean isCode(String line, List<Piece> row) {
        return line.startsWith("> ")
                || line.startsWith("+ ")
                || line.startsWith(". ")
                || row.stream().anyMatch(cell -> count(cell.text(), '(') != count(cell.text(), ')'));
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Whether a column but the first is left. */
    private static boolean anyBeside(boolean[] columns) {
        for (int c = 1; c < columns.length; c++) {
            if (columns[c]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFigure(Piece piece) {
        List<Word> words = Word.of(piece.text());
        return !words.isEmpty() && words.get(0).isFigure() && words.size() <= 2;
    }

    /** The cells of a line, blank ones too; quotation marks around a cell hide what is between them. */
    static List<Piece> cells(String line, int number, char delimiter) {
        List<Piece> cells = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at <= line.length(); at++) {
            boolean ends = at == line.length() || (!quoted && line.charAt(at) == delimiter);
            if (ends) {
                String cell = line.substring(start, at);
                int lead = cell.length() - cell.stripLeading().length();
                cells.add(new Piece(cells.size(), unquoted(cell.strip()), number, start + lead));
                start = at + 1;
            } else if (line.charAt(at) == '"') {
                quoted = !quoted;
            }
        }
        return cells;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}

package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.read.model.Whereabouts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tables of counts that are typed into code: {@code INSERT INTO t (site, patients) VALUES ('Anus', 8)}, lines behind {@code
 * datalines;}, {@code tribble(~stage, ~patients, 'II', 8)}, {@code pd.DataFrame({'stage': ['I', 'II'], 'n': [120, 8]})}. The line
 * that they begin with stays code as well.
 */
final class DataInCode implements Stretch.Finder {
    private static final Pattern BEGINS = Pattern.compile(
            "(?<insert>\\binsert\\s{1,9}into\\b)|(?<lines>^\\s*(?:datalines4?|cards4?)\\s*;)|(?<tribble>\\b(?:tribble|frame_matrix)\\s?\\()"
                    + "|(?<frame>\\b(?:data\\.frame|tibble|data_frame|data\\.table|DataFrame)\\s?\\()",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TOKEN = Pattern.compile(
            "'[^']{0,200}'|\"[^\"]{0,200}\"|-?\\d[\\d.]{0,15}L?|~?[\\p{L}_.][\\p{L}\\p{N}_.]{0,60}|[()\\[\\]{},=:;]");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,9})?L?");
    private static final Pattern INPUT = Pattern.compile("(?i)\\binput\\s([^;]{1,300});");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern FIELD = Pattern.compile("\\S+");
    private static final Set<String> COUNTS =
            Set.of("n", "count", "counts", "freq", "frequency", "num", "number", "anzahl");
    private static final int MOST_TABLES = 200;
    private static final int MOST_LINES = 400;
    private static final int MOST_TOKENS = 4_000;
    private static final int LONGEST = 4_000;
    private static final int ABOVE = 12;
    private static final int FEWEST = 2;

    private final @Nullable String place;
    private final Limits limits;

    DataInCode(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            if (found.size() == MOST_TABLES) {
                found.add(notRead(lines, i));
                break;
            }
            Matcher begins = lines.get(i).length() > LONGEST ? null : BEGINS.matcher(lines.get(i));
            Stretch stretch = begins != null && begins.find() ? at(lines, i, begins) : null;
            if (stretch != null) {
                found.add(stretch);
            }
            i = stretch == null ? i + 1 : stretch.to();
        }
        return found;
    }

    private @Nullable Stretch at(List<String> lines, int line, Matcher begins) {
        if (begins.group("lines") != null) {
            return dataLines(lines, line);
        }
        List<Piece> tokens = tokens(lines, line, begins.end(), begins.group("insert") != null);
        if (tokens.isEmpty()) {
            return null;
        }
        int end = tokens.get(tokens.size() - 1).line() + 1;
        if (begins.group("insert") != null) {
            return insertions(lines, line, end, inserted(tokens));
        }
        return stretch(lines, line, end, begins.group("tribble") != null ? inRows(tokens) : inColumns(tokens));
    }

    /** Rows that go into one table, by as many statements as follow one another. */
    private @Nullable Stretch insertions(List<String> lines, int from, int to, List<List<Piece>> rows) {
        int end = to;
        while (end < lines.size() && lines.get(end).length() <= LONGEST) {
            Matcher begins = BEGINS.matcher(lines.get(end));
            List<Piece> tokens = begins.find() && begins.group("insert") != null
                    ? tokens(lines, end, begins.end(), true)
                    : List.of();
            List<List<Piece>> more = tokens.isEmpty() ? List.of() : inserted(tokens);
            if (more.size() < FEWEST || !texts(more.get(0)).equals(texts(rows.get(0)))) {
                break;
            }
            rows.addAll(more.subList(1, more.size()));
            end = tokens.get(tokens.size() - 1).line() + 1;
        }
        return stretch(lines, from, end, rows);
    }

    private static List<String> texts(List<Piece> row) {
        return row.stream().map(Piece::text).toList();
    }

    /** What lies behind as many tables as are read. */
    private Stretch notRead(List<String> lines, int from) {
        String where = new Whereabouts.InText(place).of(new Place(from + 1, 1));
        Part part = new Part.NotRead(where, "more tables are typed into this code than are read");
        return new Stretch(from, from + 1, part, List.of(lines.get(from)));
    }

    /** The table, where one of its columns counts by its name. */
    private @Nullable Stretch stretch(List<String> lines, int from, int to, List<List<Piece>> rows) {
        boolean even = rows.size() > FEWEST - 1
                && rows.get(0).size() > 1
                && rows.stream().allMatch(row -> row.size() == rows.get(0).size());
        boolean counts = even
                && IntStream.range(0, rows.get(0).size()).anyMatch(column -> isCount(rows, column))
                && IntStream.range(0, rows.get(0).size())
                        .anyMatch(column -> !isNumber(rows.get(1).get(column)));
        if (!counts) {
            return null;
        }
        List<String> left = new ArrayList<>(Collections.nCopies(to - from, ""));
        left.set(0, lines.get(from));
        return new Stretch(from, to, TextGrid.of(place, rows, limits), List.copyOf(left));
    }

    private static boolean isCount(List<List<Piece>> rows, int column) {
        boolean named = Arrays.stream(WORDS.split(rows.get(0).get(column).text(), -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> COUNTS.contains(word) || CountWords.is("unit", word) || CountWords.is("event", word));
        return named && rows.stream().skip(1).allMatch(row -> isNumber(row.get(column)));
    }

    private static boolean isNumber(Piece piece) {
        return NUMBER.matcher(piece.text()).matches();
    }

    /** The words, values and marks from a place to the end of the call or statement. */
    private static List<Piece> tokens(List<String> lines, int line, int at, boolean statement) {
        List<Piece> tokens = new ArrayList<>();
        int open = statement ? 0 : 1;
        int from = at;
        for (int i = line;
                i < Math.min(lines.size(), line + MOST_LINES) && lines.get(i).length() <= LONGEST;
                i++, from = 0) {
            if (i > line && BEGINS.matcher(lines.get(i)).find()) {
                break; // what begins anew is read by itself
            }
            Matcher token =
                    TOKEN.matcher(lines.get(i)).region(from, lines.get(i).length());
            while (token.find() && tokens.size() < MOST_TOKENS) {
                String text = token.group();
                tokens.add(new Piece(0, text, i, token.start()));
                open += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
                if (statement ? text.equals(";") : open == 0) {
                    return tokens;
                }
            }
        }
        return statement ? tokens : List.of();
    }

    /** {@code t (site, patients) VALUES ('Anus', 8), (…)}; where no columns are named, the only numbers are what the table is called. */
    private static List<List<Piece>> inserted(List<Piece> tokens) {
        int values = 0;
        while (values < tokens.size() && !tokens.get(values).text().equalsIgnoreCase("values")) {
            values++;
        }
        List<List<Piece>> rows = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        for (Piece token : tokens.subList(Math.min(values + 1, tokens.size()), tokens.size())) {
            if (token.text().equals(")")) {
                rows.add(List.copyOf(row));
                row.clear();
            } else if (isValue(token)) {
                row.add(cell(row.size(), token));
            }
        }
        List<Piece> names = new ArrayList<>();
        for (Piece token : tokens.subList(Math.min(1, values), values)) {
            if (!isMark(token)) {
                names.add(cell(names.size(), token));
            }
        }
        if (names.isEmpty() && !rows.isEmpty() && !tokens.isEmpty()) {
            for (int column = 0; column < rows.get(0).size(); column++) {
                Piece name = tokens.get(0);
                String text = isNumber(rows.get(0).get(column)) ? name.text() : "";
                names.add(new Piece(column, text, name.line(), name.at()));
            }
        }
        rows.add(0, names);
        return rows;
    }

    /** {@code ~stage, ~patients, 'I', 120, 'II', 8}. */
    private static List<List<Piece>> inRows(List<Piece> tokens) {
        List<List<Piece>> rows = new ArrayList<>();
        List<Piece> names = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        for (Piece token : tokens) {
            if (token.text().startsWith("~")) {
                names.add(new Piece(names.size(), token.text().substring(1), token.line(), token.at() + 1));
            } else if (isValue(token)) {
                row.add(cell(row.size(), token));
                if (row.size() >= names.size()) {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        rows.add(0, names);
        return row.isEmpty() ? rows : List.of();
    }

    /** {@code stage = c('I', 'II'), n = c(120, 8)}, {@code 'stage': ['I', 'II'], 'n': [120, 8]}. */
    private static List<List<Piece>> inColumns(List<Piece> tokens) {
        List<List<Piece>> columns = new ArrayList<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean named =
                    tokens.get(i).text().equals("=") || tokens.get(i).text().equals(":");
            int open = i + 1 < tokens.size() && tokens.get(i + 1).text().equals("c") ? i + 2 : i + 1;
            if (named
                    && !isMark(tokens.get(i - 1))
                    && open < tokens.size()
                    && "([".contains(tokens.get(open).text())) {
                List<Piece> column = new ArrayList<>(List.of(cell(columns.size(), tokens.get(i - 1))));
                int at = open + 1;
                while (at < tokens.size() && !")]".contains(tokens.get(at).text())) {
                    if (isValue(tokens.get(at))) {
                        column.add(cell(columns.size(), tokens.get(at)));
                    }
                    at++;
                }
                if (columns.isEmpty() || columns.get(0).size() == column.size()) {
                    columns.add(column);
                }
                i = at;
            }
        }
        List<List<Piece>> rows = new ArrayList<>();
        for (int row = 0; !columns.isEmpty() && row < columns.get(0).size(); row++) {
            List<Piece> cells = new ArrayList<>();
            for (List<Piece> column : columns) {
                cells.add(column.get(row));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The lines behind {@code datalines;}, named as {@code input} names them. */
    private @Nullable Stretch dataLines(List<String> lines, int at) {
        List<List<Piece>> rows = new ArrayList<>(List.of(names(lines, at)));
        int end = at + 1;
        while (end < Math.min(lines.size(), at + MOST_LINES) && lines.get(end).indexOf(';') < 0) {
            List<Piece> row = new ArrayList<>();
            Matcher field = FIELD.matcher(lines.get(end).length() > LONGEST ? "" : lines.get(end));
            while (field.find()) {
                row.add(new Piece(row.size(), field.group(), end, field.start()));
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
            end++;
        }
        return stretch(lines, at, end, rows);
    }

    private static List<Piece> names(List<String> lines, int at) {
        List<Piece> names = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - ABOVE) && names.isEmpty(); i--) {
            Matcher input = INPUT.matcher(lines.get(i).length() > LONGEST ? "" : lines.get(i));
            if (input.find()) {
                Matcher field = FIELD.matcher(input.group(1));
                while (field.find()) {
                    if (Character.isLetter(field.group().charAt(0))) {
                        names.add(new Piece(names.size(), field.group(), at, 0));
                    }
                }
            }
        }
        return names;
    }

    private static boolean isMark(Piece token) {
        return token.text().length() == 1 && "()[]{},=:;".contains(token.text());
    }

    private static boolean isValue(Piece token) {
        char first = token.text().charAt(0);
        return first == '\'' || first == '"' || isNumber(token);
    }

    /** A word or value as a cell, without its quotes. */
    private static Piece cell(int column, Piece token) {
        String text = token.text();
        boolean quoted = text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '"');
        boolean whole = NUMBER.matcher(text).matches() && text.endsWith("L");
        String plain =
                quoted ? text.substring(1, text.length() - 1) : whole ? text.substring(0, text.length() - 1) : text;
        return new Piece(column, plain, token.line(), token.at() + (quoted ? 1 : 0));
    }
}

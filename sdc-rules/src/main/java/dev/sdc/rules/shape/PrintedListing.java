package dev.sdc.rules.shape;

import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table printed in lines of text: a header and rows with as many cells, between blank or ruled lines.
 *
 * @param firstLine the line of the first row, from 0
 * @param header the header's cells
 * @param cells the cells of the first rows
 * @param listed whether the command before it lists records ({@code head}, {@code list})
 */
public record PrintedListing(int firstLine, List<String> header, List<List<String>> cells, boolean listed)
        implements Listing {
    private static final Pattern GAP = Pattern.compile(" {2,}|\\t+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BORDERS = Pattern.compile("[|│┆┃║]");
    private static final Pattern RULE = Pattern.compile("[\\s+|=\\-_─━═┌┬┐├┼┤└┴┘╞╪╡╒╤╕╘╧╛╔╦╗╠╬╣╚╩╝│┆┃║:]*");
    /** What a data frame says of its size before it prints itself, and a model of its way there. */
    private static final Pattern SIZE =
            Pattern.compile("shape: \\(.*\\)|# A tibble: .*|\\[\\d+ rows x \\d+ columns\\]|Iteration \\d+:.*");

    private static final Pattern LISTS = Pattern.compile(
            "\\b(?:head|tail|sample|slice_head|slice_sample|View|show|collect|proc\\s+print)\\b|^\\W*(?:li|list)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPS = Pattern.compile(
            "table\\(|tab(?:ulate)?\\b|value_counts|group_?by|count\\(|summar|aggregate|pivot|crosstab|describe",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> TYPES = Set.of(
            "---", "str", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64", "bool", "date", "cat",
            "<chr>", "<dbl>", "<int>", "<fct>", "<date>", "<lgl>", "<dttm>");
    private static final int LONGEST_LINE = 4_000;

    @Override
    public int rows() {
        return cells.size();
    }

    @Override
    public int columns() {
        return header.size();
    }

    @Override
    public String header(int column) {
        return header.get(column);
    }

    @Override
    public String cell(int row, int column) {
        return cells.get(row).get(column);
    }

    /**
     * The tables printed in a text, from top to bottom. Those that were understood as tables are judged as such, so that
     * here they count only where nothing but the command before them shows that they are records.
     */
    public static List<PrintedListing> in(Prose prose) {
        return in(prose.lines()).stream()
                .filter(listing -> !prose.running().get(listing.firstLine()).isBlank()
                        || (listing.listed() && !RecordListing.showsItself(listing)))
                .toList();
    }

    /** The tables printed in some lines, from top to bottom. */
    public static List<PrintedListing> in(List<String> lines) {
        List<PrintedListing> found = new ArrayList<>();
        String command = "";
        for (int start = 0; start < lines.size(); ) {
            int end = start;
            while (end < lines.size()
                    && !lines.get(end).isBlank()
                    && (end == start || !Prompt.isCommand(lines.get(end)))) {
                end++;
            }
            List<String> block = lines.subList(start, end);
            PrintedListing byGaps = parse(block, start, command, GAP);
            PrintedListing bySpaces = parse(block, start, command, SPACE);
            PrintedListing longer =
                    byGaps == null || (bySpaces != null && bySpaces.rows() > byGaps.rows()) ? bySpaces : byGaps;
            if (longer != null) {
                found.add(longer);
            }
            if (end > start) {
                command = lines.get(start);
            }
            start = Math.max(end, start + 1);
        }
        return found;
    }

    private static @Nullable PrintedListing parse(List<String> block, int offset, String before, Pattern separator) {
        List<String> header = List.of();
        List<List<String>> cells = new ArrayList<>();
        int first = -1;
        int rows = 0;
        int others = 0;
        boolean listed = listsRecords(before);
        for (int i = 0; i < block.size(); i++) {
            String line = block.get(i);
            if (RULE.matcher(line).matches() || SIZE.matcher(line).matches() || line.length() > LONGEST_LINE) {
                continue;
            }
            if (Prompt.isCommand(line)) {
                listed |= listsRecords(line);
                continue;
            }
            List<String> parts = parts(line, separator);
            if (TYPES.containsAll(parts)) {
                continue;
            }
            if (first < 0
                    && (header.size() < 2 || (parts.size() != header.size() && parts.size() != header.size() + 1))) {
                header = parts; // the last line before rows of one width
                continue;
            }
            if (first < 0) {
                first = offset + i;
                header = parts.size() > header.size() ? indexed(header) : header;
            }
            if (parts.size() != header.size()) {
                others++;
                continue;
            }
            rows++;
            if (cells.size() < ListedColumn.SAMPLE) {
                cells.add(parts);
            }
        }
        boolean named = header.stream().noneMatch(Figures::isNumber);
        return rows > others && named ? new PrintedListing(first, header, List.copyOf(cells), listed) : null;
    }

    /** Whether a line is what a data frame prints of its own size. */
    public static boolean isSize(String line) {
        return line.length() <= LONGEST_LINE && SIZE.matcher(line.strip()).matches();
    }

    private static boolean listsRecords(String command) {
        return LISTS.matcher(command).find() && !GROUPS.matcher(command).find();
    }

    /** The header of a print whose first column, the row's number, has none. */
    private static List<String> indexed(List<String> header) {
        List<String> all = new ArrayList<>();
        all.add("");
        all.addAll(header);
        return all;
    }

    private static List<String> parts(String line, Pattern separator) {
        String open = BORDERS.matcher(line).replaceAll("  ").strip();
        return Arrays.stream(separator.split(open, -1)).map(String::strip).toList();
    }
}

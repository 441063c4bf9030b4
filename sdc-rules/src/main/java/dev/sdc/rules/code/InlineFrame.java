package dev.sdc.rules.code;

import dev.sdc.rules.shape.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data frame that is typed into code: {@code data.frame(age = c(66, 71), sex = c("F", "M"))}, {@code {"age": [66, 71]}}.
 *
 * @param names the names of its columns
 * @param values the values of each column, as many in each
 */
record InlineFrame(List<String> names, List<List<String>> values) implements Listing {
    private static final String VALUE = "(?:-?[\\d.]{1,20}L?|[\"'][^\"']{0,80}[\"']|NA|None|TRUE|FALSE)";
    private static final Pattern COLUMN =
            Pattern.compile("[\"'`]?([\\p{L}][\\w. ]{0,60})[\"'`]?\\s{0,4}[=:]\\s{0,4}(?:c\\(|\\[)\\s{0,4}(" + VALUE
                    + "(?:\\s{0,4},\\s{0,4}" + VALUE + "){1,2000})");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"']*[\"'][^\"']*[\"'])*[^\"']*$)");

    /** The frame in a call; empty where it holds no two columns of one length. */
    static Optional<InlineFrame> of(String call) {
        List<String> names = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        Matcher column = COLUMN.matcher(call);
        while (column.find()) {
            List<String> cells = new ArrayList<>();
            for (String cell : COMMA.split(column.group(2), -1)) {
                cells.add(cell.strip().replaceAll("^[\"']|[\"']$|L$", ""));
            }
            if (values.isEmpty() || values.get(0).size() == cells.size()) {
                names.add(column.group(1).strip());
                values.add(cells);
            }
        }
        return values.size() < 2 ? Optional.empty() : Optional.of(new InlineFrame(names, values));
    }

    @Override
    public int rows() {
        return values.get(0).size();
    }

    @Override
    public int columns() {
        return names.size();
    }

    @Override
    public String header(int column) {
        return names.get(column);
    }

    @Override
    public String cell(int row, int column) {
        return values.get(column).get(row);
    }
}

package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a sheet that is printed.
 *
 * @param areas its rectangles, the first of them where there are very many; none where all is printed, or where it is not
 *     understood
 */
record PrintArea(List<Grid.Area> areas) {
    static final PrintArea ALL = new PrintArea(List.of());

    private static final int MOST_AREAS = 64;
    private static final int LAST = (1 << 20) - 1;
    private static final Pattern AREA = Pattern.compile(
            "!\\$?([A-Z]{1,3})?\\$?(\\d{1,7})?(?::\\$?([A-Z]{1,3})?\\$?(\\d{1,7})?)?(?=,|$)", Pattern.CASE_INSENSITIVE);

    /** Reads what the defined name of a print area stands for. */
    static PrintArea of(String formula) {
        List<Grid.Area> areas = new ArrayList<>();
        Matcher found = AREA.matcher(formula);
        while (areas.size() < MOST_AREAS && found.find()) {
            String lastColumn = found.group(3) == null ? found.group(1) : found.group(3);
            String lastRow = found.group(4) == null ? found.group(2) : found.group(4);
            areas.add(new Grid.Area(
                    row(found.group(2), 0), column(found.group(1), 0), row(lastRow, LAST), column(lastColumn, LAST)));
        }
        return new PrintArea(List.copyOf(areas));
    }

    private static int row(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits) - 1;
    }

    private static int column(@Nullable String letters, int otherwise) {
        CellAddress cell = letters == null ? null : CellAddress.parse(letters.toUpperCase(Locale.ROOT) + "1");
        return cell == null ? otherwise : cell.column();
    }

    boolean prints(int row, int column) {
        return areas.isEmpty()
                || areas.stream()
                        .anyMatch(area -> row >= area.firstRow()
                                && row <= area.lastRow()
                                && column >= area.firstColumn()
                                && column <= area.lastColumn());
    }
}

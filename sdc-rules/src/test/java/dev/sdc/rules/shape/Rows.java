package dev.sdc.rules.shape;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows for tests.
 *
 * @param headers the header of each column
 * @param cells the texts of each row
 * @param counts whether the first column is known to hold counts
 * @param estimates whether the first column is known to hold results of a model
 */
record Rows(List<String> headers, List<List<String>> cells, boolean counts, boolean estimates) implements Listing {
    /** Rows under headers; cells and headers are separated by bars. */
    static Rows of(String headers, String... rows) {
        return new Rows(
                split(headers), java.util.Arrays.stream(rows).map(Rows::split).toList(), false, false);
    }

    /** One column. */
    static Rows column(String header, List<String> values) {
        return new Rows(
                List.of(header), values.stream().map(Collections::singletonList).toList(), false, false);
    }

    Rows counted() {
        return new Rows(headers, cells, true, estimates);
    }

    Rows estimated() {
        return new Rows(headers, cells, counts, true);
    }

    /** The same rows without the last ones. */
    Rows first(int rows) {
        return new Rows(headers, cells.subList(0, rows), counts, estimates);
    }

    /** The rows with one more column, whose values follow in the order of the rows. */
    Rows with(String header, String... values) {
        return new Rows(
                add(headers, header),
                IntStream.range(0, cells.size())
                        .mapToObj(row -> add(cells.get(row), values[row]))
                        .toList(),
                counts,
                estimates);
    }

    private static List<String> add(List<String> texts, String text) {
        return java.util.stream.Stream.concat(texts.stream(), java.util.stream.Stream.of(text))
                .toList();
    }

    private static List<String> split(String text) {
        return List.of(text.split("\\|", -1));
    }

    @Override
    public int rows() {
        return cells.size();
    }

    @Override
    public int columns() {
        return headers.size();
    }

    @Override
    public String header(int column) {
        return headers.get(column);
    }

    @Override
    public String cell(int row, int column) {
        return cells.get(row).get(column);
    }

    @Override
    public boolean counts(int column) {
        return counts && column == 0;
    }

    @Override
    public boolean estimates(int column) {
        return estimates && column == 0;
    }
}

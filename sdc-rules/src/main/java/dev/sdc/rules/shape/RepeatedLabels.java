package dev.sdc.rules.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that nothing but their repetition shows: {@code V1, V2, V3, expenses}, where many rows say the same in all columns
 * of words and differ in their figures only, in no order. A table of groups has one row for each.
 */
final class RepeatedLabels {
    private static final int FEWEST_ROWS = 20;

    private final Listing listing;
    private final List<ListedColumn> labels;
    private final List<ListedColumn> figures;

    private RepeatedLabels(Listing listing, List<ListedColumn> columns) {
        this.listing = listing;
        labels = columns.stream()
                .filter(column -> !column.isNumeric() || column.isCategory())
                .toList();
        figures = columns.stream()
                .filter(column -> column.isNumeric() && !column.isCategory())
                .toList();
    }

    /** Why rows without a key or an attribute of a person are records, in a sentence. */
    static Optional<String> in(Listing listing, List<ListedColumn> columns) {
        boolean axis = columns.stream().anyMatch(column -> column.named("time"));
        return listing.rows() < FEWEST_ROWS || axis ? Optional.empty() : new RepeatedLabels(listing, columns).why();
    }

    private Optional<String> why() {
        int rows = labels.size() < 2 || figures.isEmpty() ? 0 : labels.get(0).rows();
        Map<List<String>, List<Integer>> groups = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            List<String> said = new ArrayList<>();
            for (ListedColumn label : labels) {
                said.add(listing.cell(row, label.index()));
            }
            groups.computeIfAbsent(said, key -> new ArrayList<>()).add(row);
        }
        boolean repeated = groups.size() > 1 && groups.size() * 2 <= rows;
        return repeated && figures.stream().noneMatch(figure -> isOrdered(figure, groups.values()))
                ? Optional.of(rows + " rows hold " + groups.size() + " combinations of " + labels.size()
                        + " columns of words, each again and again with other figures, and there are no counts")
                : Optional.empty();
    }

    /** Whether the figures rise or fall within the groups, as the points of a curve, levels and thresholds do. */
    private boolean isOrdered(ListedColumn figure, Iterable<List<Integer>> groups) {
        int ordered = 0;
        int all = 0;
        for (List<Integer> group : groups) {
            if (group.size() > 2) {
                all++;
                ordered += isMonotone(figure, group) ? 1 : 0;
            }
        }
        return all == 0 || ordered * 2 > all;
    }

    private boolean isMonotone(ListedColumn figure, List<Integer> group) {
        int rises = 0;
        int falls = 0;
        BigDecimal before = null;
        for (int row : group) {
            BigDecimal number = Figures.of(listing.cell(row, figure.index())).orElse(null);
            if (number != null && before != null) {
                int order = number.compareTo(before);
                rises += order > 0 ? 1 : 0;
                falls += order < 0 ? 1 : 0;
            }
            before = number == null ? before : number;
        }
        return rises == 0 || falls == 0;
    }
}

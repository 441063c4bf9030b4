package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets and their overlap ({@code A}, {@code B}, {@code A and B}): who is in one alone, and who is in neither. */
final class OverlappingSets {
    private static final Pattern BOTH = Pattern.compile("(.+?)\\s*(?:\\band\\b|\\bund\\b|\\bwith\\b|&|\\+|∩)\\s*(.+)");
    private static final Pattern EITHER = Pattern.compile("(.+?)\\s*(?:\\bor\\b|\\boder\\b|∪|\\band/or\\b)\\s*(.+)");

    /** A short name for a set before what it means: {@code A: chemotherapy}, {@code B (radiotherapy)}. */
    private static final Pattern SHORT = Pattern.compile("([^:(=–]{1,60}?)\\s*(?::|=|\\(|–| - ).*");

    /** Among more rows than these no set is looked for by the end of its name. */
    private static final int MOST_SETS = 200;

    private final Table table;
    private final Column column;
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Remainder> found = new ArrayList<>();

    private OverlappingSets(Table table, Column column) {
        this.table = table;
        this.column = column;
        int levels = table.labelLevels();
        int[] innermost = levels == 0 ? new int[0] : table.labelNumbers(levels - 1);
        BitSet known = new BitSet();
        for (int row = 0; row < table.rowCount(); row++) {
            int number = levels == 0 ? -1 : innermost[row];
            if ((number < 0 || !known.get(number)) && at(row) != LineCounts.NONE) {
                rows.putIfAbsent(name(row), row);
                if (number >= 0 && table.rowLabels(row).size() == levels) {
                    known.set(number);
                }
            }
        }
    }

    static List<Remainder> of(Table table) {
        List<Remainder> found = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                OverlappingSets sets = new OverlappingSets(table, column);
                List.copyOf(sets.rows.keySet()).stream().sorted().forEach(sets::read);
                found.addAll(sets.found);
            }
        }
        return found;
    }

    private long at(int row) {
        return LineCounts.at(table, row, column.index());
    }

    private String name(int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? "" : simple(labels.get(labels.size() - 1));
    }

    private static String simple(String label) {
        return label.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    private void read(String name) {
        String brief = brief(name);
        Matcher both = BOTH.matcher(BOTH.matcher(brief).matches() ? brief : name);
        Matcher either = EITHER.matcher(name);
        if (either.matches()) {
            union(name, simple(either.group(1)), simple(either.group(2)));
        } else if (both.matches()) {
            overlap(name, simple(both.group(1)), simple(both.group(2)));
        } else if (name.equals("both") || name.equals("beide") || name.equals("beides")) {
            List<String> others = rows.keySet().stream()
                    .filter(other -> !other.equals(name) && !isTotal(other))
                    .sorted()
                    .toList();
            if (others.size() == 2) {
                overlap(name, others.get(0), others.get(1));
            }
        }
    }

    private boolean isTotal(String name) {
        Integer row = rows.get(name);
        return row != null && table.isTotalRow(row);
    }

    private static String brief(String name) {
        Matcher first = SHORT.matcher(name);
        return first.matches() ? first.group(1).strip() : name;
    }

    /**
     * The row of a set by its name, or by the one longer name that ends in it or gives it in short: {@code A} for
     * {@code Mutation A} and {@code A: chemotherapy}.
     */
    private @Nullable Integer rowOf(String name) {
        Integer exact = rows.get(name);
        if (exact != null || rows.size() > MOST_SETS) {
            return exact;
        }
        Integer found = null;
        for (Map.Entry<String, Integer> row : rows.entrySet()) {
            String own = brief(row.getKey());
            boolean one = !BOTH.matcher(own).matches() && !EITHER.matcher(own).matches();
            boolean longer = row.getKey().endsWith(' ' + name)
                    || brief(row.getKey()).equals(name)
                    || brief(row.getKey()).endsWith(' ' + name);
            if (one && longer) {
                if (found != null) {
                    return null;
                }
                found = row.getValue();
            }
        }
        return found;
    }

    private void overlap(String both, String a, String b) {
        Integer inBoth = rows.get(both);
        Integer inA = rowOf(a);
        Integer inB = rowOf(b);
        if (inBoth == null || inA == null || inB == null || at(inBoth) > Math.min(at(inA), at(inB))) {
            return;
        }
        if (addUp(at(inA) + at(inB) + at(inBoth))) {
            return; // the one alone, the other alone, and both
        }
        add(inBoth, at(inA), at(inBoth), "in \"" + a + "\" alone", plus(inA), minus(inBoth));
        add(inBoth, at(inB), at(inBoth), "in \"" + b + "\" alone", plus(inB), minus(inBoth));
        long union = at(inA) + at(inB) - at(inBoth);
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row) && at(row) >= union) {
                add(row, at(row), union, "in neither", plus(row), minus(inA), minus(inB), plus(inBoth));
            }
        }
    }

    private boolean addUp(long sum) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row) && at(row) == sum) {
                return true;
            }
        }
        return false;
    }

    private void union(String either, String a, String b) {
        Integer inEither = rows.get(either);
        Integer inA = rowOf(a);
        Integer inB = rowOf(b);
        if (inEither == null || inA == null || inB == null || at(inEither) < Math.max(at(inA), at(inB))) {
            return;
        }
        add(inEither, at(inEither), at(inA), "in \"" + b + "\" alone", plus(inEither), minus(inA));
        add(inEither, at(inEither), at(inB), "in \"" + a + "\" alone", plus(inEither), minus(inB));
        add(inEither, at(inA) + at(inB), at(inEither), "in both", plus(inA), plus(inB), minus(inEither));
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row) && at(row) >= at(inEither)) {
                add(row, at(row), at(inEither), "in neither", plus(row), minus(inEither));
            }
        }
    }

    private Proof.Term plus(int row) {
        return new Proof.Term(Proof.Sign.PLUS, table.file() + "!" + table.address(row, column.index()));
    }

    private Proof.Term minus(int row) {
        return plus(row).turned();
    }

    private void add(int row, long whole, long told, String what, Proof.Term... terms) {
        found.add(new Remainder(
                table.address(row, column.index()),
                table.rowLabel(row),
                column.name(),
                whole,
                told,
                what,
                List.of(terms)));
    }
}

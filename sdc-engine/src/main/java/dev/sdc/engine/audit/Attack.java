package dev.sdc.engine.audit;

import dev.sdc.engine.audit.HiddenCount.Range;
import dev.sdc.engine.audit.HiddenCounts.Known;
import dev.sdc.engine.audit.solve.Budget;
import dev.sdc.engine.audit.solve.ClpBackend;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One system over everything printed: a number for every hidden count of every table, a sum for every line with a total,
 * and one for every count that two tables print or hide alike.
 *
 * <p>Tables are solved each by itself first. Where they contradict each other when taken together, they are not about the
 * same people after all, and what each tells by itself stands: so no further table can hide what is found.
 */
final class Attack {
    /** A hidden count of the system. */
    private record Place(Table table, int row, int column, Range mark) {}

    private final Facts facts;
    private final Settings settings;
    private final long enough;
    private final List<Place> places = new ArrayList<>();
    private final Map<Table, Map<Long, Integer>> numbers = new HashMap<>();
    private final Map<Table, Boolean> zerosShown = new HashMap<>();
    private final Map<Table, List<HiddenCount>> counts = new HashMap<>();
    private final Map<Table, List<HiddenSum>> smallSums = new HashMap<>();

    private final Set<Table> notCompared = new HashSet<>();

    private Attack(Facts facts, Settings settings, long enough) {
        this.enough = enough;
        this.facts = facts;
        this.settings = settings;
    }

    List<HiddenCount> counts(Table table) {
        return counts.getOrDefault(table, List.of());
    }

    List<HiddenSum> smallSums(Table table) {
        return smallSums.getOrDefault(table, List.of());
    }

    /** Whether a table was held against all others; there may be too many. */
    boolean compared(Table table) {
        return !notCompared.contains(table);
    }

    /** The least that has to be added up to know all that is asked for. */
    static Known needed(Facts facts, Settings settings, Known asked) {
        Known needed = DeclaredSums.of(facts, settings).anyHidden() ? Known.HIERARCHIES : Known.TOTALS;
        for (Table table : tables(facts)) {
            if (HiddenCells.any(table)) {
                Hierarchy hierarchy = Hierarchy.of(table, facts, settings);
                int certain = hierarchy.lines(true).size();
                if (asked == Known.PRESUMED && hierarchy.lines(false).size() > certain) {
                    return Known.PRESUMED;
                }
                needed = certain > 0 ? Known.HIERARCHIES : needed;
            }
        }
        return needed;
    }

    /**
     * Everything that is printed, and what it leaves.
     *
     * @param enough a hidden count that can be this great needs no further search
     */
    static Attack on(Facts facts, Settings settings, Known known, long enough) {
        Attack attack = new Attack(facts, settings, enough);
        List<Table> hiding = tables(facts).stream().filter(HiddenCells::any).toList();
        if (!hiding.isEmpty()) {
            attack.solve(hiding, known);
        }
        return attack;
    }

    private static List<Table> tables(Facts facts) {
        List<Table> tables = new ArrayList<>();
        for (Output output : facts.outputs()) {
            if (output instanceof Table table) {
                tables.add(table);
            }
        }
        for (Output output : facts.released()) {
            if (output instanceof Table table) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** An equation and where it is printed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Row(int[] parts, int whole, long low, long high, PublishedSum printed) {}

    private void solve(List<Table> hiding, Known known) {
        List<Row> own = new ArrayList<>();
        List<Row> across = new ArrayList<>();
        Linked.Links links = Linked.counts(hiding, tables(facts), facts, settings);
        if (!links.all()) {
            notCompared.addAll(hiding);
        }
        for (PublishedSum.SameCount same : links.counts()) {
            int here = number(same.table(), same.row(), same.column());
            if (same.low() >= 0) {
                across.add(new Row(new int[] {here}, -1, same.low(), same.high(), same));
            } else {
                int there = number(same.other(), same.otherRow(), same.otherColumn());
                across.add(new Row(new int[] {here}, there, 0, 0, same));
            }
        }
        for (Table table : hiding) {
            Margins margins = Margins.of(table, facts, settings);
            if (!margins.all()) {
                notCompared.add(table);
            }
            for (Margins.Margin margin : margins.lines()) {
                add(table, margin, margin.statedAt() == null ? own : across);
            }
            if (known != Known.TOTALS) {
                CountGrid evident = EvidentRounding.of(table);
                for (Line line : Hierarchy.of(table, facts, settings).lines(known == Known.HIERARCHIES)) {
                    Margins.Margin margin = Margins.margin(table, line, evident, settings);
                    if (margin != null) {
                        add(table, margin, own);
                    }
                }
            }
        }
        DeclaredSums declared = DeclaredSums.of(facts, settings);
        if (!declared.complete()) {
            notCompared.addAll(hiding);
        }
        if (known != Known.TOTALS) {
            declared.all().stream().filter(DeclaredSums.Sum::anyHidden).forEach(sum -> add(sum, across));
        }
        Ranges alone = solve(own);
        List<Row> all = new ArrayList<>(own);
        all.addAll(across);
        Ranges together = across.isEmpty() ? alone : solve(all);
        conclude(alone, together, all);
        sums(own, alone, together);
    }

    private Ranges solve(List<Row> rows) {
        Equations.Builder builder = new Equations.Builder();
        places.forEach(place -> builder.unknown(place.mark().low(), place.mark().high()));
        rows.forEach(row -> builder.sum(row.parts(), row.whole(), row.low(), row.high()));
        return Ranges.of(builder.build(), new Ranges.Effort(enough, Budget.STANDARD, new ClpBackend()));
    }

    private void add(Table table, Margins.Margin margin, List<Row> rows) {
        LineCounts line = margin.counts();
        boolean addedUpAnew = line.hasTotal() && line.total() == line.sum();
        if (addedUpAnew || (line.hasTotal() && (line.complete() || margin.restHigh() < 0))) {
            return;
        }
        if (margin.statedAt() != null && !fits(table, margin)) {
            return;
        }
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < line.line().size(); i++) {
            if (line.members()[i] == LineCounts.NONE) {
                parts.add(number(table, line.line().row(i), line.line().column(i)));
            }
        }
        int whole = line.hasTotal()
                ? -1
                : number(table, line.line().totalRow(), line.line().totalColumn());
        rows.add(new Row(
                parts.stream().mapToInt(Integer::intValue).toArray(),
                whole,
                margin.restLow(),
                margin.restHigh(),
                new PublishedSum.OfLine(table, margin)));
    }

    /** A sum over several tables, unless it leaves what the marks do not allow. */
    private void add(DeclaredSums.Sum sum, List<Row> rows) {
        List<Integer> parts = new ArrayList<>();
        long least = 0;
        long most = 0;
        for (DeclaredSums.Cell part : sum.parts()) {
            if (part.hidden()) {
                parts.add(number(part.table(), part.row(), part.column()));
                Range own = mark(part.table(), part.row(), part.column());
                least += own.low();
                most = Math.min(most + own.high(), Equations.OPEN);
            }
        }
        boolean hiddenWhole = sum.whole().hidden();
        if (hiddenWhole || (sum.restLow() <= most && sum.restHigh() >= least)) {
            rows.add(new Row(
                    parts.stream().mapToInt(Integer::intValue).toArray(),
                    hiddenWhole
                            ? number(
                                    sum.whole().table(),
                                    sum.whole().row(),
                                    sum.whole().column())
                            : -1,
                    sum.restLow(),
                    sum.restHigh(),
                    new PublishedSum.OfDeclared(sum)));
        }
    }

    /** Whether a total stated elsewhere can be that of a line: it leaves what the marks of the line allow. */
    private boolean fits(Table table, Margins.Margin margin) {
        LineCounts line = margin.counts();
        long least = 0;
        long most = 0;
        for (int i = 0; i < line.members().length; i++) {
            if (line.members()[i] == LineCounts.NONE) {
                Range own = mark(table, line.line().row(i), line.line().column(i));
                least += own.low();
                most = Math.min(most + own.high(), Equations.OPEN);
            }
        }
        return margin.restLow() <= most && margin.restHigh() >= least;
    }

    private int number(Table table, int row, int column) {
        long key = (long) row * table.columns().size() + column;
        return numbers.computeIfAbsent(table, t -> new HashMap<>()).computeIfAbsent(key, k -> {
            places.add(new Place(table, row, column, mark(table, row, column)));
            return places.size() - 1;
        });
    }

    /** What a mark says; one that is not declared leaves zero out where zeros are shown elsewhere. */
    private Range mark(Table table, int row, int column) {
        Range any = new Range(0, Equations.OPEN);
        if (!(table.cell(row, column) instanceof CellValue.Suppressed mark)) {
            return any;
        }
        Bounds bounds = mark.interval();
        if (bounds == null) {
            return any;
        }
        BigDecimal low = bounds.low();
        BigDecimal high = bounds.high();
        long least = low == null ? 0 : Math.max(0, whole(low, RoundingMode.CEILING));
        long most = high == null ? Equations.OPEN : whole(high, RoundingMode.FLOOR);
        boolean declared = table.declaration().markers().containsKey(mark.marker());
        if (least == 0 && !declared && most < Equations.OPEN && zerosShown(table)) {
            least = 1;
        }
        return most < least ? any : new Range(least, most);
    }

    private boolean zerosShown(Table table) {
        return zerosShown.computeIfAbsent(table, t -> {
            boolean[] zero = new boolean[1];
            t.forEachCount((row, column, n) -> zero[0] |= n == 0);
            return zero[0];
        });
    }

    private static long whole(BigDecimal value, RoundingMode mode) {
        BigDecimal rounded = value.setScale(0, mode);
        return rounded.precision() > 17 ? Equations.OPEN : rounded.longValue();
    }

    private void conclude(Ranges alone, Ranges together, List<Row> rows) {
        Explanation explanation = new Explanation(
                rows.stream().map(Row::printed).toList(),
                rows.stream().map(Row::parts).toList(),
                rows.stream().mapToInt(Row::whole).toArray());
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            Ranges best = together.contradicted(i) ? alone : together;
            Range left = new Range(best.low(i), best.high(i));
            HiddenCount.Status status = best.contradicted(i)
                    ? HiddenCount.Status.CONTRADICTED
                    : best.undecided(i) ? HiddenCount.Status.UNDECIDED : HiddenCount.Status.SOLVED;
            counts.computeIfAbsent(place.table(), t -> new ArrayList<>())
                    .add(new HiddenCount(
                            place.table(),
                            place.row(),
                            place.column(),
                            place.mark(),
                            new Range(alone.low(i), alone.high(i)),
                            left,
                            status,
                            explanation.of(i, best, place.mark())));
        }
    }

    /** Lines whose hidden counts are few together, with those that are known one by one taken off. */
    private void sums(List<Row> rows, Ranges alone, Ranges together) {
        for (Row row : rows) {
            if (row.whole() >= 0 || !(row.printed() instanceof PublishedSum.OfLine line)) {
                continue;
            }
            long known = 0;
            int open = 0;
            int first = -1;
            boolean contradicted = false;
            for (int part : row.parts()) {
                Ranges best = together.contradicted(part) ? alone : together;
                contradicted |= best.contradicted(part);
                if (best.exact(part)) {
                    known += best.low(part);
                } else {
                    first = first < 0 ? part : first;
                    open++;
                }
            }
            long low = row.low() - known;
            long high = row.high() - known;
            if (open > 1 && !contradicted && low >= 1 && high < settings.minCount()) {
                Place place = places.get(first);
                Derivation.Step step = Explanation.step(line);
                smallSums
                        .computeIfAbsent(place.table(), t -> new ArrayList<>())
                        .add(new HiddenSum(
                                place.table(),
                                place.row(),
                                place.column(),
                                open,
                                low,
                                high,
                                step.text(),
                                step.terms()));
            }
        }
    }
}

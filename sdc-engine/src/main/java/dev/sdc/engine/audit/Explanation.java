package dev.sdc.engine.audit;

import dev.sdc.engine.audit.HiddenCount.Range;
import dev.sdc.engine.audit.PublishedSum.OfDeclared;
import dev.sdc.engine.audit.PublishedSum.OfLine;
import dev.sdc.engine.audit.PublishedSum.SameCount;
import dev.sdc.engine.audit.solve.Combination;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Proof.Sign;
import dev.sdc.engine.rule.Proof.Term;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Says in words how hidden counts follow from the sums that are printed. */
final class Explanation {
    /** Addends that are named one by one. */
    private static final int NAMED = 6;
    /** Cells that are listed. */
    static final int LISTED = 24;
    /** Sums that are told one after the other. */
    private static final int TOLD = 12;

    private final List<PublishedSum> sums;
    private final List<int[]> parts;
    private final int[] wholes;
    private int[][] standsIn = {};

    Explanation(List<PublishedSum> sums, List<int[]> parts, int[] wholes) {
        this.sums = sums;
        this.parts = parts;
        this.wholes = wholes;
    }

    /** How the interval of a hidden count follows. */
    Derivation of(int unknown, Ranges ranges, Range mark) {
        boolean follows = ranges.low(unknown) > mark.low() || ranges.high(unknown) < mark.high();
        return follows ? new Path(unknown, ranges, mark) : Derivation.NONE;
    }

    private final class Path implements Derivation {
        private final int unknown;
        private final Ranges ranges;
        private final Range mark;

        Path(int unknown, Ranges ranges, Range mark) {
            this.unknown = unknown;
            this.ranges = ranges;
            this.mark = mark;
        }

        @Override
        public List<Step> steps() {
            Map<Integer, Step> steps = new LinkedHashMap<>();
            Combination combination = ranges.combination(unknown);
            if (combination != null) {
                for (Combination.Term term : inOrder(combination)) {
                    PublishedSum sum = sums.get(term.sum());
                    Step step = step(sum);
                    String times = sum instanceof OfLine ? times(term.times(), combination.under()) : "";
                    List<Term> terms = term.times() < 0
                            ? step.terms().stream().map(Term::turned).toList()
                            : step.terms();
                    steps.put(term.sum(), new Step(times + step.text(), terms));
                }
            } else {
                follow(unknown, steps, new LinkedHashSet<>());
            }
            return List.copyOf(steps.values());
        }

        /** First what the sum rests on, then the sum. */
        private void follow(int from, Map<Integer, Step> steps, Set<Integer> seen) {
            if (!seen.add(from) || seen.size() > TOLD) {
                return;
            }
            Combination combination = ranges.combination(from);
            if (combination != null) {
                combination.terms().forEach(term -> steps.putIfAbsent(term.sum(), step(sums.get(term.sum()))));
                return;
            }
            Set<Integer> by = new LinkedHashSet<>();
            for (int end : new int[] {ranges.lowBy(from), ranges.highBy(from)}) {
                if (end >= 0) {
                    by.add(end);
                } else if (end == Ranges.TOGETHER) {
                    for (int sum : sumsOf(from)) {
                        by.add(sum);
                    }
                }
            }
            for (int sum : by) {
                if (steps.size() < TOLD) {
                    for (int part : parts.get(sum)) {
                        boolean moved = ranges.lowBy(part) != Ranges.OWN || ranges.highBy(part) != Ranges.OWN;
                        if (part != from && moved && ranges.exact(part)) {
                            follow(part, steps, seen);
                        }
                    }
                    steps.putIfAbsent(sum, step(sums.get(sum)));
                }
            }
        }

        @Override
        public String because() {
            StringJoiner sentence = new StringJoiner("; ");
            steps().stream().limit(TOLD).forEach(step -> sentence.add(step.text()));
            Combination combination = ranges.combination(unknown);
            if (combination != null) {
                sentence.add("all other hidden counts cancel out: " + calculation(combination));
            } else if (mark.high() < Equations.OPEN) {
                sentence.add("its mark allows at most " + number(mark.high()));
            }
            long low = ranges.low(unknown);
            long high = ranges.high(unknown);
            sentence.add(
                    low == high
                            ? "it can only be " + number(low)
                            : high >= Equations.OPEN
                                    ? "it is at least " + number(low)
                                    : "it lies between " + number(low) + " and " + number(high));
            return sentence.toString();
        }

        @Override
        public List<String> related() {
            Set<String> cells = new LinkedHashSet<>();
            for (Step step : steps()) {
                step.cells().stream().limit(LISTED).forEach(cell -> {
                    if (cells.size() < 2 * LISTED) {
                        cells.add(cell);
                    }
                });
            }
            return List.copyOf(cells);
        }
    }

    /** Lines that are added first, then those that are taken off, then counts that are the same. */
    private List<Combination.Term> inOrder(Combination combination) {
        List<Combination.Term> terms = new ArrayList<>(combination.terms());
        terms.sort(Comparator.comparingInt((Combination.Term term) ->
                        sums.get(term.sum()) instanceof SameCount ? 2 : term.times() < 0 ? 1 : 0)
                .thenComparingInt(Combination.Term::sum));
        return terms;
    }

    /** What the printed sums leave, added up: {@code 7 − 4 = 3}. */
    private String calculation(Combination combination) {
        StringBuilder text = new StringBuilder();
        for (Combination.Term term : inOrder(combination)) {
            if (sums.get(term.sum()) instanceof OfLine line) {
                boolean less = term.times() < 0;
                long times = Math.abs(term.times());
                text.append(text.isEmpty() ? (less ? "\u2212" : "") : less ? " \u2212 " : " + ")
                        .append(times == combination.under() ? "" : times + " \u00d7 ")
                        .append(number(line.margin().restLow()));
            } else if (sums.get(term.sum()) instanceof OfDeclared declared) {
                text.append(term.times() < 0 ? " \u2212 " : text.isEmpty() ? "" : " + ")
                        .append(number(declared.sum().restLow()));
            } else if (sums.get(term.sum()) instanceof SameCount same && same.low() > 0) {
                text.append(term.times() < 0 ? " \u2212 " : " + ").append(number(same.low()));
            }
        }
        boolean divided = combination.under() > 1
                && combination.terms().stream().anyMatch(term -> Math.abs(term.times()) != combination.under());
        return (divided ? "(" + text + ") / " + combination.under() : text) + " = " + number(combination.value());
    }

    private static String times(long times, long under) {
        String factor = Math.abs(times) == under
                ? ""
                : number(Math.abs(times)) + (under == 1 ? "" : "/" + number(under)) + " times ";
        return (times < 0 ? "less " : "") + factor;
    }

    /** What one printed sum says. */
    static Derivation.Step step(PublishedSum sum) {
        if (sum instanceof SameCount same) {
            String there = place(same.other(), same.otherRow(), same.otherColumn());
            String text = same.low() < 0
                    ? there + " hides the same count"
                    : there + " prints the same count as "
                            + (same.low() == same.high()
                                    ? number(same.low())
                                    : number(same.low()) + " to " + number(same.high()));
            return new Derivation.Step(
                    text,
                    List.of(
                            new Term(Sign.EQUALS, place(same.table(), same.row(), same.column())),
                            new Term(Sign.PLUS, there)));
        }
        if (sum instanceof OfDeclared declared) {
            return step(declared.sum());
        }
        OfLine line = (OfLine) sum;
        return new Derivation.Step(sentence(line.table(), line.margin()), terms(line.table(), line.margin()));
    }

    private static Derivation.Step step(DeclaredSums.Sum sum) {
        List<Term> terms = new ArrayList<>();
        DeclaredSums.Cell whole = sum.whole();
        terms.add(new Term(whole.hidden() ? Sign.EQUALS : Sign.PLUS, whole.place()));
        StringJoiner shown = new StringJoiner(" + ");
        long added = 0;
        int printed = 0;
        int hidden = 0;
        for (DeclaredSums.Cell part : sum.parts()) {
            Sign sign = part.hidden() ? Sign.EQUALS : whole.hidden() ? Sign.PLUS : Sign.MINUS;
            if (terms.size() <= LISTED) {
                terms.add(new Term(sign, part.place()));
            }
            if (part.hidden()) {
                hidden++;
            } else {
                added += part.n();
                if (++printed <= NAMED) {
                    shown.add(number(part.n()));
                }
            }
        }
        String parts = printed > NAMED ? number(added) : printed > 1 ? "(" + shown + ")" : number(added);
        String left = sum.restLow() == sum.restHigh()
                ? number(sum.restLow())
                : number(sum.restLow()) + " to " + number(sum.restHigh());
        String text = whole.hidden()
                ? whole.place() + " hides the sum of its declared parts, shown " + parts
                : "declared whole " + number(whole.n()) + " (" + whole.place() + ") \u2212 parts shown " + parts + " = "
                        + left + (hidden == 1 ? "" : " for " + hidden + " hidden counts");
        return new Derivation.Step(text, List.copyOf(terms));
    }

    private static String sentence(Table table, Margins.Margin margin) {
        LineCounts counts = margin.counts();
        Line line = counts.line();
        int hidden = 0;
        StringJoiner printed = new StringJoiner(" + ");
        int named = 0;
        for (long count : counts.members()) {
            if (count == LineCounts.NONE) {
                hidden++;
            } else if (++named <= NAMED) {
                printed.add(number(count));
            }
        }
        String shown = named == 0 ? "0" : named > NAMED ? number(counts.sum()) : printed.toString();
        if (!counts.hasTotal()) {
            return name(table, line) + ": the hidden total is the sum of its parts, shown " + shown;
        }
        String left = margin.restLow() == margin.restHigh()
                ? number(margin.restLow())
                : number(margin.restLow()) + " to " + number(margin.restHigh());
        String brackets = named > 1 && named <= NAMED ? "(" + shown + ")" : shown;
        return name(table, line) + ": total " + number(counts.total())
                + (margin.statedAt() == null ? "" : " (" + margin.statedAt() + ")")
                + " \u2212 shown " + brackets + " = " + left
                + (hidden == 1 ? "" : " for " + hidden + " hidden counts");
    }

    private static String name(Table table, Line line) {
        String label = line.acrossColumns()
                ? table.rowLabel(line.fixed())
                : table.columns().get(line.fixed()).name();
        String kind = line.acrossColumns() ? "row" : "column";
        boolean inSection = !line.acrossColumns()
                && line.hasTotal()
                && table.rowLabels(line.totalRow()).size() > 1;
        if (inSection) {
            kind = "\"" + table.rowLabel(line.totalRow()) + "\" in column";
        }
        return kind + (label.isEmpty() ? "" : " \"" + label + "\"");
    }

    /** The total, less what is printed, is what is hidden. */
    private static List<Term> terms(Table table, Margins.Margin margin) {
        LineCounts counts = margin.counts();
        Line line = counts.line();
        List<Term> terms = new ArrayList<>();
        String total =
                margin.statedAt() != null ? margin.statedAt() : place(table, line.totalRow(), line.totalColumn());
        terms.add(new Term(counts.hasTotal() ? Sign.PLUS : Sign.EQUALS, total));
        for (int i = 0; i < Math.min(line.size(), LISTED); i++) {
            boolean hidden = counts.members()[i] == LineCounts.NONE;
            terms.add(new Term(
                    hidden ? Sign.EQUALS : counts.hasTotal() ? Sign.MINUS : Sign.PLUS,
                    place(table, line.row(i), line.column(i))));
        }
        return List.copyOf(terms);
    }

    private static String place(Table table, int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }

    private synchronized int[] sumsOf(int unknown) {
        if (standsIn.length == 0) {
            index();
        }
        return unknown < standsIn.length ? standsIn[unknown] : new int[0];
    }

    private void index() {
        Map<Integer, List<Integer>> of = new LinkedHashMap<>();
        int last = 0;
        for (int sum = 0; sum < sums.size(); sum++) {
            for (int part : parts.get(sum)) {
                of.computeIfAbsent(part, p -> new ArrayList<>()).add(sum);
                last = Math.max(last, part);
            }
            if (wholes[sum] >= 0) {
                of.computeIfAbsent(wholes[sum], p -> new ArrayList<>()).add(sum);
                last = Math.max(last, wholes[sum]);
            }
        }
        standsIn = new int[last + 1][];
        for (int i = 0; i <= last; i++) {
            standsIn[i] = of.getOrDefault(i, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}

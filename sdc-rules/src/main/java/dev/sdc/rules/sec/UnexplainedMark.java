package dev.sdc.rules.sec;

import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Marks in the place of counts of which nobody can tell what they stand for: unexplained, blank, or a zero. */
@SdcRule(
        id = "SEC-005",
        title = "Mark that nobody explains",
        source = "UK LLC Guidebook, statistical disclosure control")
public final class UnexplainedMark implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.COUNT) && !table.holds(ColumnRole.DISTINCT_PATIENTS)) {
            return new Outcome.NotApplicable("no counts");
        }
        Findings findings = Findings.in(this, table);
        Map<String, List<Place>> marks = marks(table, findings);
        if (!marks.isEmpty()) {
            Legend legend = new Legend(table, facts);
            Map<String, List<Place>> unexplained = new LinkedHashMap<>(marks);
            unexplained.keySet().removeIf(mark -> legend.explains(mark, marks.size() == 1));
            Nothing nothing = Nothing.in(table, facts, settings, anyMayBeNothing(unexplained));
            unexplained.forEach((mark, places) -> judge(table, mark, places, nothing, findings));
        }
        declaredZero(table)
                .ifPresent(zero -> findings.add(
                        table,
                        zero.row(),
                        zero.column(),
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words(words)
                                .because(
                                        "the declaration says that 0 stands for more than nobody, which no reader of the"
                                                + " table can tell")));
        for (Place zero : ZeroMarks.in(table, facts, settings)) {
            findings.add(
                    table,
                    zero.row(),
                    zero.column(),
                    Disposition.NEEDS_EVIDENCE,
                    words -> words(words)
                            .because(
                                    "the total counts more than is printed, all lines without a zero add up, so this zero"
                                            + " seems to stand for a count that is held back"));
        }
        return findings.outcome("the marks in the place of counts");
    }

    /** The first zero of a table for which 0 is declared to be a mark. */
    private static Optional<Place> declaredZero(Table table) {
        List<Place> zeros = new ArrayList<>();
        if (table.declaration().zeroIsAMark()) {
            table.forEachCount((row, column, n) -> {
                if (n == 0 && zeros.isEmpty()) {
                    zeros.add(new Place(row, column));
                }
            });
        }
        return zeros.stream().findFirst();
    }

    /** The cells without a count by the mark they hold, those left out that say what they are. */
    private static Map<String, List<Place>> marks(Table table, Findings findings) {
        Map<String, List<Place>> marks = new LinkedHashMap<>();
        BitSet counting = new BitSet();
        table.forEachCount((row, column, n) -> counting.set(row));
        for (Column column : table.columns()) {
            int first = column.isLabel() ? -1 : table.nextOtherThanNumber(0, column.index());
            for (int row = first; row >= 0; row = table.nextOtherThanNumber(row + 1, column.index())) {
                CellValue cell = isPlaceOfCount(table, row, column) ? table.cell(row, column.index()) : null;
                if (cell instanceof CellValue.Suppressed mark) {
                    boolean declared = table.declaration().markers().containsKey(mark.marker());
                    if (declared) {
                        findings.restsOn("markers: " + mark.marker());
                    } else if (mark.interval() == null && !Legend.isUsual(mark.marker())) {
                        add(marks, mark.marker(), row, column);
                    }
                } else if (cell instanceof CellValue.Blank && counting.get(row) && isEmpty(table, row, column)) {
                    add(marks, "", row, column);
                }
            }
        }
        return marks;
    }

    private static boolean isPlaceOfCount(Table table, int row, Column column) {
        ColumnRole role = table.rowRole(row);
        return role != null
                ? role.isCount()
                : column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS);
    }

    /** A blank that is no total: many tables leave a total blank where adding up makes no sense. */
    private static boolean isEmpty(Table table, int row, Column column) {
        return !table.isTotalRow(row)
                && !column.cumulative()
                && table.text(row, column.index()).isBlank();
    }

    private static void add(Map<String, List<Place>> marks, String mark, int row, Column column) {
        marks.computeIfAbsent(mark, m -> new ArrayList<>()).add(new Place(row, column.index()));
    }

    private static boolean anyMayBeNothing(Map<String, List<Place>> marks) {
        return marks.keySet().stream().anyMatch(Legend::mayBeNothing);
    }

    /**
     * What a table tells of cells that may hold nobody.
     *
     * @param held those of which totals show that they are, or may be, more than nothing
     * @param known those of which totals say anything
     * @param ofModel whether it is the print of a model, whose parts leave each other's columns blank
     * @param zeros whether 0 is printed elsewhere, so that nobody is written in another way
     */
    private record Nothing(Set<Place> held, Set<Place> known, boolean ofModel, boolean zeros) {
        static Nothing in(Table table, Facts facts, Settings settings, boolean asked) {
            Set<Place> held = new HashSet<>();
            Set<Place> known = new HashSet<>();
            boolean[] zeros = new boolean[1];
            if (asked) {
                for (HiddenCount count : HiddenCounts.in(table, facts, settings)) {
                    known.add(Place.of(count));
                    if (count.high() > 0 && !count.contradicted()) {
                        held.add(Place.of(count));
                    }
                }
                facts.forEachLine(table, line -> {
                    LineCounts counts = LineCounts.of(table, line);
                    for (int i = 0; counts.hasTotal() && counts.sum() == counts.total() && i < line.size(); i++) {
                        known.add(new Place(line.row(i), line.column(i)));
                    }
                });
                table.forEachCount((row, column, n) -> zeros[0] |= n == 0);
            }
            return new Nothing(held, known, table.type().isModel(), zeros[0]);
        }

        /** Whether somebody may be behind a mark that others write where nobody is. */
        boolean isUnclear(String mark, Place place) {
            return known.contains(place) ? held.contains(place) : !ofModel && (mark.isEmpty() || zeros);
        }
    }

    private static void judge(Table table, String mark, List<Place> places, Nothing nothing, Findings findings) {
        List<Place> unclear = places;
        if (Legend.mayBeNothing(mark)) {
            unclear = places.stream()
                    .filter(place -> nothing.isUnclear(mark, place))
                    .toList();
        }
        if (unclear.isEmpty()) {
            return;
        }
        int cells = unclear.size();
        Place first = unclear.get(0);
        String what = mark.isEmpty()
                ? "left blank"
                        + (nothing.held().contains(first)
                                ? " though the totals count somebody there"
                                : nothing.zeros()
                                        ? " though nobody is written as 0 elsewhere"
                                        : ", and nothing says whether nobody is there")
                : "marked \"" + mark + "\", and no title, footnote or declaration says what that stands for";
        findings.add(
                table,
                first.row(),
                first.column(),
                Disposition.NEEDS_EVIDENCE,
                words -> words(words)
                        .because((cells == 1 ? "a count is " : cells + " counts are ") + what)
                        .evidence("markers: {\"" + mark + "\": [low, high]}"));
    }

    private static FindingText words(FindingText words) {
        return words.message("Nobody says what stands in the place of a count here.")
                .remedy("Use one mark for all counts that are held back, neither a blank nor a zero, and say below the"
                        + " table what it stands for.")
                .evidence("markers: {\"0\": [low, high]}");
    }
}

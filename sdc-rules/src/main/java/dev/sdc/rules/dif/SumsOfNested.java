package dev.sdc.rules.dif;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.Difference;
import dev.sdc.engine.audit.NestedTables;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Totals and means of nested groups that differ by a few people: taken from one another they are those people's. */
@SdcRule(
        id = "DIF-005",
        title = "Sums of nested groups differ by few",
        source = "Handbook on SDC, 2nd edition, 6.6; ABS DataLab output clearance",
        parameters = {"dif_min", "national_exempt"})
public final class SumsOfNested implements SubmissionRule {

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        Findings findings = Findings.across(this);
        int tested = 0;
        Set<String> told = new HashSet<>();
        List<NestedTables> pairs = new ArrayList<>(NestedTables.among(submission.facts(), settings));
        pairs.addAll(NestedTables.across(submission.facts(), settings));
        List<Output> ours = submission.facts().outputs();
        for (NestedTables pair : pairs) {
            if (holdsSums(pair.whole())
                    && holdsSums(pair.part())
                    && !CountGrid.nationalExempt(pair.whole(), settings)) {
                tested++;
                for (Difference difference : pair.differences()) {
                    if (difference.isSmall(settings.difMin())) {
                        report(
                                ours,
                                new Rows(
                                        pair.whole(),
                                        difference.larger().row(),
                                        pair.part(),
                                        difference.smaller().row()),
                                difference.inWords(),
                                told,
                                findings);
                    }
                }
            }
        }
        List<Output> all = new ArrayList<>(ours);
        all.addAll(submission.facts().released());
        tested += ofWholePopulations(all, ours, settings, told, findings);
        return tested == 0
                ? new Outcome.NotApplicable("no totals or means of nested groups")
                : findings.outcome(
                        tested + (tested == 1 ? " pair" : " pairs") + " of nested tables with totals or means");
    }

    /** The same line of two tables. */
    private record Rows(Table whole, int row, Table part, int partRow) {}

    private static boolean holdsSums(Table table) {
        return !table.type().isModel() && (table.holds(ColumnRole.MAGNITUDE) || table.holds(ColumnRole.MEAN));
    }

    /** Tables over populations that are declared to lie in one another, with the sizes of both. */
    private static int ofWholePopulations(
            List<Output> outputs, List<Output> ours, Settings settings, Set<String> told, Findings findings) {
        Map<String, List<Table>> byPopulation = new HashMap<>();
        List<Table> tables = new ArrayList<>();
        for (Output output : outputs) {
            Population population = output.declaration().population();
            if (output instanceof Table table && holdsSums(table) && population != null && population.n() != null) {
                tables.add(table);
                if (population.id() != null) {
                    byPopulation
                            .computeIfAbsent(population.id(), id -> new ArrayList<>())
                            .add(table);
                }
            }
        }
        int tested = 0;
        for (Table part : tables) {
            Population inner = part.declaration().population();
            String parent = inner == null || inner.subsetOf() == null ? "" : inner.subsetOf();
            for (Table whole : byPopulation.getOrDefault(parent, List.of())) {
                Population outer = whole.declaration().population();
                if (inner != null && inner.n() != null && outer != null && outer.n() != null) {
                    tested++;
                    long difference = outer.n() - inner.n();
                    if (difference >= 1 && difference < settings.difMin()) {
                        String words = outer.n() + " - " + inner.n() + " = " + difference;
                        sameRows(whole, part).forEach(rows -> report(ours, rows, words, told, findings));
                    }
                }
            }
        }
        return tested;
    }

    private static List<Rows> sameRows(Table whole, Table part) {
        Map<String, Integer> byLabel = new HashMap<>();
        for (int row = 0; row < part.rowCount(); row++) {
            byLabel.putIfAbsent(part.rowLabel(row), row);
        }
        List<Rows> rows = new ArrayList<>();
        for (int row = 0; row < whole.rowCount(); row++) {
            Integer same = byLabel.get(whole.rowLabel(row));
            if (same != null) {
                rows.add(new Rows(whole, row, part, same));
            }
        }
        return rows;
    }

    private static void report(List<Output> ours, Rows rows, String people, Set<String> told, Findings findings) {
        for (Column column : rows.whole().columns()) {
            Optional<Quantity> larger = sum(rows.whole(), rows.row(), column);
            Optional<Quantity> smaller = rows.part().columns().stream()
                    .filter(other -> other.name().equals(column.name()))
                    .findFirst()
                    .flatMap(other -> sum(rows.part(), rows.partRow(), other));
            boolean differ = larger.isPresent()
                    && smaller.isPresent()
                    && larger.get().value().compareTo(smaller.get().value()) != 0;
            if (differ) {
                boolean wholeIsOurs = ours.contains(rows.whole());
                if (!wholeIsOurs && !ours.contains(rows.part())) {
                    continue; // both were released before
                }
                String here = rows.whole().file() + "!" + rows.whole().address(rows.row(), column.index());
                String there = rows.part().file() + "!"
                        + rows.part().address(rows.partRow(), smaller.get().column());
                if (told.add(here)) {
                    findings.add(
                            wholeIsOurs ? rows.whole() : rows.part(),
                            wholeIsOurs ? rows.row() : rows.partRow(),
                            wholeIsOurs ? column.index() : smaller.get().column(),
                            Disposition.BREACH,
                            words -> words.message(
                                            "Taken from the same figure of a part of these people, this one gives"
                                                    + " the total of the few who are not in the part.")
                                    .because("the two are of groups that differ by few people (" + people + "): " + here
                                            + " and " + there)
                                    .remedy("Release one of the two figures, or round both so far that their difference"
                                            + " says nothing.")
                                    .related(wholeIsOurs ? there : here));
                }
            }
        }
    }

    private static Optional<Quantity> sum(Table table, int row, Column column) {
        return table.quantities(row, column.index()).stream()
                .filter(part -> part.role() == ColumnRole.MAGNITUDE || part.role() == ColumnRole.MEAN)
                .findFirst();
    }
}

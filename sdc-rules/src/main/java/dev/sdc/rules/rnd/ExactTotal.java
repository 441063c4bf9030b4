package dev.sdc.rules.rnd;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.EvidentRounding;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Totals, and sizes in headers and titles, that are exact while the cells they are made of are rounded. */
@SdcRule(
        id = "RND-002",
        title = "Exact total beside rounded cells",
        source = "OpenSAFELY, statistical disclosure control; NHS Digital, HES disclosure control",
        parameters = {"round_base", "totals", "midpoint6_suffix", "national_exempt"})
public final class ExactTotal implements TableRule {

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no total: the profile lets national counts be shown");
        }
        CountGrid evident = EvidentRounding.of(table);
        if (!evident.rounds() && !asked(table, settings)) {
            return new Outcome.NotApplicable("the counts are not rounded");
        }
        Map<Long, Set<Long>> sums = sums(table, facts, settings, evident);
        table.forEachCount((row, column, n) -> {
            if (Margin.at(table, row, column)) {
                CountGrid grid = grid(CountGrid.of(table, table.columns().get(column), settings), evident);
                boolean sum =
                        sums.getOrDefault(key(table, row, column), Set.of()).contains(n);
                if (grid.rounds() && !grid.holds(n) && !sum) {
                    findings.add(table, row, column, disposition(grid), words -> words(words, n, grid));
                }
            }
        });
        sizes(table, settings, evident, sums, findings);
        return findings.outcome("totals, and sizes in headers and titles");
    }

    private static boolean asked(Table table, Settings settings) {
        return table.columns().stream()
                .anyMatch(column -> CountGrid.of(table, column, settings).rounds());
    }

    private static CountGrid grid(CountGrid asked, CountGrid evident) {
        return asked.rounds() ? asked : evident;
    }

    private static Disposition disposition(CountGrid grid) {
        return grid.demanded() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
    }

    /** For every total the sums of its lines, of those lines that are rounded themselves. */
    private static Map<Long, Set<Long>> sums(Table table, Facts facts, Settings settings, CountGrid evident) {
        Map<Long, Set<Long>> sums = new HashMap<>();
        List<LineCounts> ofTotals = new ArrayList<>();
        facts.forEachLine(table, line -> {
            LineCounts counts = LineCounts.of(table, line);
            if (Margin.at(table, line.row(0), line.column(0))) {
                ofTotals.add(counts);
            } else {
                add(table, counts, settings, evident, sums);
            }
        });
        ofTotals.forEach(counts -> add(table, counts, settings, evident, sums));
        return sums;
    }

    private static void add(
            Table table, LineCounts counts, Settings settings, CountGrid evident, Map<Long, Set<Long>> sums) {
        Line line = counts.line();
        for (int i = 0; i < line.size(); i++) {
            long count = counts.members()[i];
            CountGrid grid = grid(CountGrid.of(table, table.columns().get(line.column(i)), settings), evident);
            boolean rounded = count == LineCounts.NONE
                    || grid.holds(count)
                    || sums.getOrDefault(key(table, line.row(i), line.column(i)), Set.of())
                            .contains(count);
            if (!rounded) {
                return;
            }
        }
        if (line.hasTotal()) {
            sums.computeIfAbsent(key(table, line.totalRow(), line.totalColumn()), k -> new HashSet<>())
                    .add(counts.sum());
        }
        if (!line.acrossColumns()) {
            sums.computeIfAbsent(ofColumn(line.fixed()), k -> new HashSet<>()).add(counts.sum());
        }
    }

    private static void sizes(
            Table table, Settings settings, CountGrid evident, Map<Long, Set<Long>> sums, Findings findings) {
        Set<String> told = new HashSet<>();
        for (Column column : table.columns()) {
            CountGrid grid = grid(CountGrid.of(table, column, settings), evident);
            Long n = column.headerN();
            String where = table.headerAddress(column.index());
            boolean sum = n != null
                    && sums.getOrDefault(ofColumn(column.index()), Set.of()).contains(n);
            if (n != null && told.add(where) && grid.rounds() && !grid.holds(n) && !sum) {
                findings.add(
                        where,
                        null,
                        column.name(),
                        disposition(grid),
                        words -> words(words, n, grid).value(column.name()));
            }
        }
        CountGrid grid = grid(CountGrid.of(table, settings), evident);
        Set<Long> all = new HashSet<>();
        sums.values().forEach(all::addAll);
        List<Mention> mentions = new ArrayList<>(table.mentions());
        mentions.addAll(table.captions());
        for (Mention mention : mentions) {
            boolean exact = mention.kind() == Mention.Kind.BASE
                    && grid.rounds()
                    && !grid.holds(mention.n())
                    && !all.contains(mention.n());
            if (exact && told.add(mention.where())) {
                findings.add(
                        mention.where(),
                        null,
                        null,
                        disposition(grid),
                        words -> words(words, mention.n(), grid).value(mention.text()));
            }
        }
    }

    private static long key(Table table, int row, int column) {
        return (long) row * table.columns().size() + column;
    }

    private static long ofColumn(int column) {
        return -1L - column;
    }

    private static FindingText words(FindingText words, long n, CountGrid grid) {
        String who = grid.demanded()
                ? "the profile asks for "
                : grid.declaration() != null ? grid.declaration() + " declares " : "all cells are ";
        return words.message("A total is exact beside rounded counts.")
                .because(who + grid.inWords() + ", and " + n + " is neither one nor the sum of the rounded counts")
                .remedy("Make the total the sum of the rounded counts, or round it on its own.");
    }
}

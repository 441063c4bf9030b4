package dev.sdc.rules.sec;

import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
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
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Totals that still count what is held back: from them hidden counts are worked out. Only a note. */
@SdcRule(
        id = "SEC-006",
        title = "Totals include hidden counts",
        source = "OpenSAFELY, statistical disclosure control; ACRO (totals worked out anew)")
public final class TotalsOverHidden implements TableRule {
    private static final int LISTED = 24;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Set<Place> hidden = new HashSet<>();
        for (HiddenCount count : HiddenCounts.in(table, facts, settings)) {
            if (table.cell(count.row(), count.column()) instanceof CellValue.Suppressed) {
                hidden.add(Place.of(count));
            }
        }
        if (hidden.isEmpty()) {
            return new Outcome.NotApplicable("no count is hidden under a total");
        }
        Set<String> totals = new LinkedHashSet<>();
        facts.forEachLine(table, line -> {
            LineCounts counts = LineCounts.of(table, line);
            if (counts.hasTotal() && counts.total() > counts.sum() && holdsAny(line, hidden)) {
                totals.add(table.file() + "!" + table.address(line.totalRow(), line.totalColumn()));
            }
        });
        Findings findings = Findings.in(this, table);
        if (!totals.isEmpty()) {
            findings.add(table.range(), null, null, Disposition.INFORMATION, words -> words(words, totals));
        }
        return findings.outcome("totals of lines with hidden counts");
    }

    private static boolean holdsAny(Line line, Set<Place> hidden) {
        for (int i = 0; i < line.size(); i++) {
            if (hidden.contains(new Place(line.row(i), line.column(i)))) {
                return true;
            }
        }
        return false;
    }

    private static FindingText words(FindingText words, Set<String> totals) {
        words.message("Totals still count what is hidden, so that hidden counts can be subtracted out of them.")
                .because(totals.size() + (totals.size() == 1 ? " total exceeds" : " totals exceed")
                        + " the sum of the counts printed for it")
                .remedy("Work the totals out anew from the counts that are shown, and say so below the table.");
        totals.stream().limit(LISTED).forEach(words::related);
        return words;
    }
}

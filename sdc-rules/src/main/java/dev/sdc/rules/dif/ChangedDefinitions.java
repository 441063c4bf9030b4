package dev.sdc.rules.dif;

import dev.sdc.engine.audit.ChangedAreas;
import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.CountedCell;
import dev.sdc.engine.audit.DeclaredPlaces;
import dev.sdc.engine.audit.OverlappingBands;
import dev.sdc.engine.audit.OverlappingZones;
import dev.sdc.engine.audit.UnprintedPart;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Places, periods and bands that overlap, and differ by a few people. */
@SdcRule(
        id = "DIF-002",
        title = "Overlapping places, times or bands differ by few",
        source = "CBCU, disclosure control of cancer registry data; OpenSAFELY, output checking",
        parameters = {"dif_min", "national_exempt"})
public final class ChangedDefinitions implements SubmissionRule {

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        List<Output> outputs = submission.facts().outputs();
        List<Table> tables = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Table table && !CountGrid.nationalExempt(table, settings)) {
                tables.add(table);
            }
        }
        List<UnprintedPart> parts = new ArrayList<>(ChangedAreas.among(tables, settings));
        parts.addAll(OverlappingBands.among(tables, settings));
        parts.addAll(OverlappingZones.among(tables, settings));
        parts.addAll(DeclaredPlaces.among(tables, settings));
        if (parts.isEmpty()) {
            return new Outcome.NotApplicable("no overlapping places, periods or bands");
        }
        Findings findings = Findings.across(this);
        Set<String> told = new HashSet<>();
        for (UnprintedPart part : parts) {
            boolean few = part.n() >= 1 && part.n() < settings.difMin();
            if (few && told.add(part.at().place() + " " + places(part.others()))) {
                findings.add(part.at().table(), part.at().row(), part.at().column(), Disposition.BREACH, words -> {
                    words.message("This count and the count of an overlapping place, period or band differ by a few"
                                    + " people.")
                            .because(part.because() + ", " + "fewer than " + settings.difMin() + ".")
                            .remedy("Give one definition only, or merge the places, periods or bands so that they do"
                                    + " not overlap, or round all counts to the same base.");
                    part.others().forEach(other -> words.related(other.place()));
                    words.proof(part.proof());
                    return words;
                });
            }
        }
        return findings.outcome(parts.size() + (parts.size() == 1 ? " difference" : " differences"));
    }

    private static List<String> places(List<CountedCell> cells) {
        return cells.stream().map(CountedCell::place).toList();
    }
}

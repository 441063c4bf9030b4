package dev.sdc.rules.dif;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.CountedCell;
import dev.sdc.engine.audit.Grids;
import dev.sdc.engine.audit.NestedTables;
import dev.sdc.engine.audit.PopulationNames;
import dev.sdc.engine.audit.SharedCells;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two tables over nearly the same people, of which neither lies in the other as far as anybody says. */
@SdcRule(
        id = "DIF-004",
        title = "Overlapping populations of unknown nesting",
        source = "OpenSAFELY, output checking; GESIS and other German research data centres",
        parameters = {"dif_min", "national_exempt"})
public final class UnknownOverlap implements SubmissionRule {
    /** Fewer cells are alike by chance. */
    private static final int FEWEST = 6;

    /** Fewer of an earlier release, of which more is known to be alike. */
    private static final int FEWEST_EARLIER = 3;

    /** Fewer of populations that are declared, and not to lie in each other. */
    private static final int FEWEST_DECLARED = 3;

    /** Counts of overlapping populations differ by no more than this part of them all. */
    private static final int NEARLY = 10;

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        List<SharedCells> shared = SharedCells.among(submission.facts(), FEWEST_DECLARED);
        List<SharedCells> earlier = SharedCells.across(submission.facts(), FEWEST_EARLIER);
        Findings findings = Findings.across(this);
        TooManyTables.report(SharedCells.uncompared(submission.facts()), findings);
        List<NestedTables> presumed = NestedTables.presumed(submission.facts(), settings);
        if (shared.isEmpty() && earlier.isEmpty() && presumed.isEmpty() && findings.total() == 0) {
            return new Outcome.NotApplicable("no two tables count under the same labels");
        }
        Grids grids = new Grids(settings);
        Set<List<Table>> nested = nested(submission.facts(), settings);
        for (NestedTables pair : presumed) {
            boolean other = nested.add(List.of(pair.whole(), pair.part()));
            nested.add(List.of(pair.part(), pair.whole()));
            if (other && !CountGrid.nationalExempt(pair.whole(), settings)) {
                judge(pair, submission.facts().outputs(), settings.difMin(), findings);
            }
        }
        for (SharedCells tables : shared) {
            if (!CountGrid.nationalExempt(tables.one(), settings)
                    && !nested.contains(List.of(tables.one(), tables.other()))) {
                judge(tables, grids, settings.difMin(), false, findings);
            }
        }
        for (SharedCells tables : earlier) {
            if (!CountGrid.nationalExempt(tables.one(), settings)
                    && !nested.contains(List.of(tables.one(), tables.other()))) {
                judge(tables, grids, settings.difMin(), true, findings);
            }
        }
        return findings.outcome(
                shared.size() + earlier.size() + presumed.size() + " pairs of tables with the same labels");
    }

    /** The pairs that are for the rules on nested tables, either way round. */
    private static Set<List<Table>> nested(Facts facts, Settings settings) {
        List<NestedTables> pairs = new ArrayList<>(NestedTables.among(facts, settings));
        pairs.addAll(NestedTables.across(facts, settings));
        Set<List<Table>> nested = new HashSet<>();
        for (NestedTables pair : pairs) {
            nested.add(List.of(pair.whole(), pair.part()));
            nested.add(List.of(pair.part(), pair.whole()));
        }
        return nested;
    }

    /** Whether both populations are declared, as two, neither to lie in the other, and with nothing that tells them apart. */
    private static boolean areDeclaredApart(SharedCells tables) {
        Population one = tables.one().declaration().population();
        Population other = tables.other().declaration().population();
        if (one == null || other == null) {
            return false;
        }
        boolean named = one.id() != null && other.id() != null;
        boolean two = named
                ? !Objects.equals(one.id(), other.id())
                        && !Objects.equals(other.id(), one.subsetOf())
                        && !Objects.equals(one.id(), other.subsetOf())
                : one.description() != null
                        && other.description() != null
                        && !one.description().equals(other.description());
        return two
                && !tellApart(one.description(), other.description())
                && !tellApart(one.filter(), other.filter())
                && !tellApart(tables.one().file(), tables.other().file())
                && !tellApart(tables.one().grid().sheet(), tables.other().grid().sheet())
                && !tellApart(
                        String.join(" ", tables.one().titles()),
                        String.join(" ", tables.other().titles()));
    }

    private static boolean tellApart(@Nullable String one, @Nullable String other) {
        return one != null && other != null && PopulationNames.tellApart(one, other);
    }

    /** The first count that gives few people away, if all of the one table are among those of the other. */
    private static void judge(NestedTables pair, List<Output> ours, int minimum, Findings findings) {
        pair.differences().stream()
                .filter(difference -> difference.isSmall(minimum))
                .findFirst()
                .ifPresent(difference -> {
                    boolean mine = ours.contains(difference.larger().table());
                    CountedCell at = mine ? difference.larger() : difference.smaller();
                    CountedCell there = mine ? difference.smaller() : difference.larger();
                    findings.add(
                            at.table(),
                            at.row(),
                            at.column(),
                            Disposition.NEEDS_EVIDENCE,
                            words -> words.message(
                                            "If the one of two tables is over some of the other's people, this"
                                                    + " count shows how few only one of the two holds; nobody says whether it is.")
                                    .because(difference.inWords() + ", and no count of the one is larger than in the"
                                            + " other")
                                    .remedy(
                                            "Say how the populations lie to each other; if one lies in the other, release"
                                                    + " one of the tables, or round both to the same base.")
                                    .evidence("population: {id: , subset_of: , filter: } of both outputs")
                                    .related(there.place()));
                });
    }

    /** Other people would not have the same count in half of the cells. */
    private static void judge(SharedCells tables, Grids grids, int minimum, boolean earlier, Findings findings) {
        int equal = 0;
        int more = 0;
        int fewer = 0;
        boolean far = false;
        int few = 0;
        long sum = 0;
        long apart = 0;
        SharedCells.Pair first = null;
        for (SharedCells.Pair pair : tables.pairs()) {
            long difference = pair.one().n() - pair.other().n();
            if (grids.of(pair.one()).rounds() || grids.of(pair.other()).rounds()) {
                return;
            }
            far |= Math.abs(difference) >= minimum;
            few += Math.abs(difference) < minimum ? 1 : 0;
            sum += pair.one().n();
            apart += Math.abs(difference);
            equal += difference == 0 ? 1 : 0;
            more += difference > 0 ? 1 : 0;
            fewer += difference < 0 ? 1 : 0;
            first = first == null && difference != 0 && Math.abs(difference) < minimum ? pair : first;
        }
        boolean alike =
                2 * equal >= tables.pairs().size() && (earlier || tables.pairs().size() >= FEWEST);
        boolean declared = areDeclaredApart(tables) && NEARLY * apart <= sum;
        boolean mostlyFew = !far || (!earlier && 2 * few >= tables.pairs().size()); // earlier ones may be of other data
        boolean near = (!far && alike) || (declared && mostlyFew);
        boolean grown = earlier && (more == 0 || fewer == 0) && NEARLY * apart <= sum;
        if (first != null && (near || grown)) {
            CountedCell at = first.one();
            String there = first.other().place();
            String because = equal + " of " + tables.pairs().size() + " counts are the same in "
                    + tables.other().file() + ", " + more + " are greater here and " + fewer
                    + " are smaller, " + (far ? "some of them by fewer than " : "by fewer than ") + minimum;
            findings.add(
                    at.table(),
                    at.row(),
                    at.column(),
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Two tables are over nearly the same people, and nobody says how their"
                                    + " populations lie to each other.")
                            .because(because)
                            .remedy("Say what makes the populations differ; release one of the tables, or round both to"
                                    + " the same base.")
                            .evidence("population: {id: , subset_of: , filter: } of both outputs")
                            .related(there));
        }
    }
}

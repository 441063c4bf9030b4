package dev.sdc.rules.rnd;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.CountedCell;
import dev.sdc.engine.audit.Grids;
import dev.sdc.engine.audit.SharedCells;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import java.util.ArrayList;
import java.util.List;

/** Counts that are rounded in one table and exact, or rounded to another base, in another. */
@SdcRule(
        id = "RND-004",
        title = "Cell both rounded and exact",
        source = "OpenSAFELY, statistical disclosure control",
        parameters = {"min_count", "national_exempt"})
public final class MixedRounding implements SubmissionRule {
    /** Fewer cells agree by chance. */
    private static final int FEWEST = 4;

    /** Fewer are enough where the tables are declared to be of one population. */
    private static final int FEWEST_DECLARED = 2;

    /** A count that two tables print to different precision: the finer one, and the range that both leave. */
    private record Twice(CountedCell finer, CountedCell coarser, CountedCell ours, long low, long high) {}

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        List<SharedCells> shared = SharedCells.among(submission.facts(), FEWEST_DECLARED);
        List<SharedCells> earlier = SharedCells.across(submission.facts(), FEWEST_DECLARED);
        if (shared.isEmpty() && earlier.isEmpty()) {
            return new Outcome.NotApplicable("no two tables count under the same labels");
        }
        Findings findings = Findings.across(this);
        Grids grids = new Grids(settings);
        for (SharedCells tables : shared) {
            if (!CountGrid.nationalExempt(tables.one(), settings)) {
                report(narrowed(tables, grids), false, settings, findings);
            }
        }
        for (SharedCells tables : earlier) {
            if (!CountGrid.nationalExempt(tables.one(), settings)) {
                report(narrowed(tables, grids), true, settings, findings);
            }
        }
        return findings.outcome(shared.size() + earlier.size() + " pairs of tables with the same labels");
    }

    /** The counts that the two tables together tell finer than one alone; none where they are of other people. */
    private static List<Twice> narrowed(SharedCells tables, Grids grids) {
        List<Twice> narrowed = new ArrayList<>();
        boolean differ = false;
        for (SharedCells.Pair pair : tables.pairs()) {
            CountGrid a = grids.of(pair.one());
            CountGrid b = grids.of(pair.other());
            long low = Math.max(a.low(pair.one().n()), b.low(pair.other().n()));
            long high = Math.min(a.high(pair.one().n()), b.high(pair.other().n()));
            if (low > high) {
                return List.of();
            }
            differ |= pair.one().n() != pair.other().n();
            boolean sameGrid = a.method() == b.method() && a.base() == b.base();
            long widthA = a.high(pair.one().n()) - a.low(pair.one().n());
            long widthB = b.high(pair.other().n()) - b.low(pair.other().n());
            if (!sameGrid && high - low < Math.max(widthA, widthB)) {
                narrowed.add(
                        widthA <= widthB
                                ? new Twice(pair.one(), pair.other(), pair.one(), low, high)
                                : new Twice(pair.other(), pair.one(), pair.one(), low, high));
            }
        }
        int fewest = tables.ofDeclaredPopulation() ? FEWEST_DECLARED : FEWEST;
        return differ && narrowed.size() >= fewest ? narrowed : List.of();
    }

    private static void report(List<Twice> narrowed, boolean earlier, Settings settings, Findings findings) {
        boolean told = false;
        for (Twice twice : narrowed) {
            boolean small = twice.low() >= 1 && twice.high() < settings.minCount();
            if (small || !told) {
                CountedCell at = earlier ? twice.ours() : twice.finer();
                CountedCell there = at.equals(twice.finer()) ? twice.coarser() : twice.finer();
                String left = twice.low() == twice.high() ? "only " + twice.low() : twice.low() + " to " + twice.high();
                findings.add(
                        at.table(),
                        at.row(),
                        at.column(),
                        small ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(
                                        "Another table that is or was released rounds the same count in another way, and"
                                                + " the two together tell more than was meant to be shown.")
                                .because(at.n() + " here and "
                                        + there.n() + " in "
                                        + there.place() + " leave " + left + "; "
                                        + narrowed.size() + " cells of the two tables go together like this")
                                .remedy("Round every table of the release to the same base.")
                                .related(there.place())
                                .proof(new Proof(List.of(new Proof.Step(
                                        at.n() + " and " + there.n() + " stand for one count: " + left + " left",
                                        List.of(
                                                new Proof.Term(Proof.Sign.EQUALS, at.place()),
                                                new Proof.Term(Proof.Sign.EQUALS, there.place())))))));
                told = true;
            }
        }
    }
}

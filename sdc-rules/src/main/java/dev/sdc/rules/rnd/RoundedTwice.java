package dev.sdc.rules.rnd;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.CountedCell;
import dev.sdc.engine.audit.Grids;
import dev.sdc.engine.audit.SharedCells;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Output;
import java.util.ArrayList;
import java.util.List;

/** Counts that were rounded at random more than once: the mean of many is the exact count. */
@SdcRule(
        id = "RND-006",
        title = "Cell rounded at random twice",
        source = "Stats NZ microdata output guide (seeded random rounding)")
public final class RoundedTwice implements SubmissionRule {
    /** Fewer cells agree by chance. */
    private static final int FEWEST = 4;

    /** Fewer are enough where the tables are declared to be of one population. */
    private static final int FEWEST_DECLARED = 2;

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        boolean atRandom = submission.facts().outputs().stream().anyMatch(RoundedTwice::isDeclaredRandom);
        if (!atRandom) {
            return new Outcome.NotApplicable("no table is declared to be rounded at random");
        }
        Findings findings = Findings.across(this);
        Grids grids = new Grids(settings);
        int tested = 0;
        List<SharedCells> shared = new ArrayList<>(SharedCells.among(submission.facts(), FEWEST_DECLARED));
        List<SharedCells> earlier = SharedCells.across(submission.facts(), FEWEST_DECLARED);
        shared.addAll(earlier);
        shared.removeIf(tables -> tables.pairs().size() < FEWEST && !tables.ofDeclaredPopulation());
        for (SharedCells tables : shared) {
            boolean random = tables.pairs().stream()
                    .allMatch(pair -> isRandom(grids.of(pair.one())) && isRandom(grids.of(pair.other())));
            if (random) {
                tested++;
                report(tables, earlier.contains(tables), grids, findings);
            }
        }
        return tested == 0
                ? new Outcome.NotApplicable("no two tables count under the same labels and are rounded at random")
                : findings.outcome(tested + " pairs of tables");
    }

    private static boolean isDeclaredRandom(Output output) {
        Rounding rounding = output.declaration().rounding();
        return rounding != null && isRandom(rounding.method());
    }

    private static boolean isRandom(CountGrid grid) {
        Rounding.Method method = grid.method();
        return method != null && isRandom(method);
    }

    private static boolean isRandom(Rounding.Method method) {
        return switch (method) {
            case RANDOM3, RANDOM, PERTURBED -> true;
            case NEAREST, MIDPOINT6 -> false;
        };
    }

    private static void report(SharedCells tables, boolean earlier, Grids grids, Findings findings) {
        List<SharedCells.Pair> different = new ArrayList<>();
        for (SharedCells.Pair pair : tables.pairs()) {
            CountGrid grid = grids.of(pair.one());
            boolean same = grid.low(pair.one().n()) <= grid.high(pair.other().n())
                    && grid.low(pair.other().n()) <= grid.high(pair.one().n());
            if (!same) {
                return; // other people
            }
            if (pair.one().n() != pair.other().n()) {
                different.add(pair);
            }
        }
        if (different.isEmpty()) {
            return;
        }
        CountedCell at = earlier ? different.get(0).one() : different.get(0).other();
        CountedCell there =
                earlier ? different.get(0).other() : different.get(0).one();
        findings.add(
                at.table(),
                at.row(),
                at.column(),
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The same counts were rounded at random more than once.")
                        .because(
                                different.size() + " of "
                                        + tables.pairs().size() + " counts differ from "
                                        + there.table().file()
                                        + " by no more than rounding at random twice makes them; each further copy narrows them")
                        .remedy("Give every count the same random number wherever it is printed (seeded rounding), or"
                                + " print it once.")
                        .related(there.place()));
    }
}

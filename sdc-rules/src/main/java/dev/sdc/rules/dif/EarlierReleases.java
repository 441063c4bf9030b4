package dev.sdc.rules.dif;

import dev.sdc.engine.audit.ChangedAreas;
import dev.sdc.engine.audit.CohortNumbers;
import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.CountedCell;
import dev.sdc.engine.audit.Difference;
import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
import dev.sdc.engine.audit.NestedTables;
import dev.sdc.engine.audit.OverlappingBands;
import dev.sdc.engine.audit.OverlappingZones;
import dev.sdc.engine.audit.SharedCells;
import dev.sdc.engine.audit.UnprintedOfNested;
import dev.sdc.engine.audit.UnprintedPart;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Opaque;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts that, beside those of an earlier release, give a few people away. */
@SdcRule(
        id = "DIF-003",
        title = "Differs by few from an earlier release",
        source = "ABS DataLab output clearance; OpenSAFELY, output checking",
        parameters = {"dif_min", "min_count", "national_exempt"})
public final class EarlierReleases implements SubmissionRule {
    private static final String REMEDY =
            "Keep to the table that was released, or round both releases to the same base, or merge categories until no"
                    + " count differs from an earlier one by so few.";

    private static final String DIFFERS =
            "Beside the same count of an earlier release, this one shows how few people only one of the two holds.";

    private static final String BOTH_WAYS =
            "An earlier release counts the same population, and differs by a few people.";

    @Override
    public Outcome check(ExaminedSubmission submission, Settings settings) {
        if (submission.facts().released().isEmpty()) {
            return new Outcome.NotApplicable("no earlier release was given");
        }
        Comparison comparison = new Comparison(submission.facts(), settings);
        comparison.nested();
        comparison.sameCohort();
        comparison.otherLayouts();
        comparison.definitions();
        comparison.opened();
        return comparison.outcome(Findings.across(this));
    }

    /** What is wrong with a cell of the submission. */
    private record Hit(
            CountedCell at,
            Disposition disposition,
            String message,
            String because,
            List<String> related,
            Proof proof) {}

    private static final class Comparison {
        private final Facts facts;
        private final Settings settings;
        private final Set<Table> ours = new LinkedHashSet<>();
        private final List<Table> earlier = new ArrayList<>();
        private final Map<String, Hit> hits = new LinkedHashMap<>();
        private final Set<List<Table>> compared = new HashSet<>();
        private final List<Table> uncompared = new ArrayList<>();
        private long tested;

        Comparison(Facts facts, Settings settings) {
            this.facts = facts;
            this.settings = settings;
            for (Output output : facts.outputs()) {
                if (output instanceof Table table && !CountGrid.nationalExempt(table, settings)) {
                    ours.add(table);
                }
            }
            for (Output output : facts.released()) {
                if (output instanceof Table table) {
                    earlier.add(table);
                }
            }
        }

        void nested() {
            for (NestedTables pair : NestedTables.across(facts, settings)) {
                compared.add(List.of(pair.whole(), pair.part()));
                compared.add(List.of(pair.part(), pair.whole()));
                for (Difference difference : pair.differences()) {
                    tested++;
                    if (difference.isSmall(settings.difMin())) {
                        differs(
                                difference.larger(),
                                difference.smaller(),
                                difference.inWords() + ": " + pair.because());
                    }
                }
            }
        }

        private void differs(CountedCell larger, CountedCell smaller, String because) {
            boolean mine = ours.contains(larger.table());
            hit(new Hit(
                    mine ? larger : smaller,
                    Disposition.BREACH,
                    DIFFERS,
                    because + ". At least " + settings.difMin() + " are asked for.",
                    List.of((mine ? smaller : larger).place()),
                    Proof.difference(because, larger.place(), List.of(smaller.place()))));
        }

        private void hit(Hit hit) {
            if (ours.contains(hit.at().table())) {
                hits.putIfAbsent(hit.at().place(), hit);
            }
        }

        /** The same people at another time, or by another list of codes: some joined, some left. */
        void sameCohort() {
            for (SharedCells pair : SharedCells.across(facts, 1)) {
                String cohort = cohort(pair.one());
                if (cohort != null
                        && cohort.equals(cohort(pair.other()))
                        && !compared.contains(List.of(pair.one(), pair.other()))
                        && !CohortNumbers.areToldApart(pair.one(), pair.other())) {
                    judge(pair, cohort);
                }
            }
        }

        /** The same people under the same names, whatever else the tables are divided by. */
        void otherLayouts() {
            CohortNumbers.Found found = CohortNumbers.across(facts, settings);
            uncompared.addAll(found.uncompared());
            for (CohortNumbers numbers : found.all()) {
                List<CohortNumbers.Pair> few = numbers.pairs().stream()
                        .filter(pair -> isFew(pair.ours().n() - pair.earlier().n()))
                        .toList();
                tested += numbers.pairs().stream()
                        .filter(pair -> pair.ours().cells().size()
                                != pair.earlier().cells().size())
                        .count();
                boolean told = compared.contains(List.of(numbers.ours(), numbers.earlier()));
                if (!few.isEmpty() && !told && ours.contains(numbers.ours()) && !numbers.areToldApart()) {
                    boolean more = numbers.pairs().stream()
                            .anyMatch(pair -> pair.ours().n() > pair.earlier().n());
                    boolean fewer = numbers.pairs().stream()
                            .anyMatch(pair -> pair.ours().n() < pair.earlier().n());
                    few.forEach(pair -> judge(pair, cohort(numbers.ours()), more && fewer));
                }
            }
        }

        private boolean isFew(long difference) {
            return difference != 0 && Math.abs(difference) < settings.difMin();
        }

        private void judge(CohortNumbers.Pair pair, @Nullable String cohort, boolean bothWays) {
            boolean grown = pair.ours().n() > pair.earlier().n();
            CohortNumbers.Told larger = grown ? pair.ours() : pair.earlier();
            CohortNumbers.Told smaller = grown ? pair.earlier() : pair.ours();
            String sum = larger.inWords() + " - " + smaller.inWords() + " = " + (larger.n() - smaller.n());
            List<Proof.Term> terms = new ArrayList<>();
            larger.cells().forEach(cell -> terms.add(new Proof.Term(Proof.Sign.PLUS, cell.place())));
            smaller.cells().forEach(cell -> terms.add(new Proof.Term(Proof.Sign.MINUS, cell.place())));
            List<String> related = terms.stream()
                    .map(Proof.Term::place)
                    .filter(place -> !place.equals(pair.ours().at().place()))
                    .toList();
            hit(new Hit(
                    pair.ours().at(),
                    bothWays ? Disposition.HUMAN_JUDGEMENT : Disposition.BREACH,
                    bothWays ? BOTH_WAYS : DIFFERS,
                    sum + ": both are declared to be of the population \"" + cohort + "\""
                            + (bothWays
                                    ? ", of which some seem to have joined and others to have left"
                                    : ". At least " + settings.difMin() + " are asked for."),
                    related,
                    new Proof(List.of(new Proof.Step(sum, List.copyOf(terms))))));
        }

        private static @Nullable String cohort(Table table) {
            Population population = table.declaration().population();
            return population == null ? null : population.id();
        }

        private void judge(SharedCells pair, String cohort) {
            boolean more = false;
            boolean fewer = false;
            for (SharedCells.Pair cells : pair.pairs()) {
                more |= cells.one().n() > cells.other().n();
                fewer |= cells.one().n() < cells.other().n();
            }
            for (SharedCells.Pair cells : pair.pairs()) {
                Difference difference = Difference.of(cells.one(), cells.other(), settings);
                tested++;
                if (difference.isSmall(settings.difMin())) {
                    String because =
                            difference.inWords() + ": both are declared to be of the population \"" + cohort + "\"";
                    if (more && fewer) {
                        hit(new Hit(
                                cells.one(),
                                Disposition.HUMAN_JUDGEMENT,
                                BOTH_WAYS,
                                because + ", of which some seem to have joined and others to have left",
                                List.of(cells.other().place()),
                                Proof.difference(
                                        difference.inWords(),
                                        difference.larger().place(),
                                        List.of(difference.smaller().place()))));
                    } else {
                        differs(difference.larger(), difference.smaller(), because);
                    }
                }
            }
        }

        /** Bands, periods and places that overlap with those of an earlier release. */
        void definitions() {
            for (Table before : earlier) {
                List<Table> together = new ArrayList<>(ours);
                together.add(before);
                List<UnprintedPart> parts = new ArrayList<>(ChangedAreas.among(together, settings));
                parts.addAll(OverlappingBands.among(together, settings));
                parts.addAll(OverlappingZones.among(together, settings));
                parts.addAll(UnprintedOfNested.among(together, settings));
                for (UnprintedPart part : parts) {
                    List<CountedCell> cells = new ArrayList<>(List.of(part.at()));
                    cells.addAll(part.others());
                    List<CountedCell> mine = cells.stream()
                            .filter(cell -> cell.table() != before)
                            .toList();
                    boolean across = !mine.isEmpty() && mine.size() < cells.size();
                    tested += across ? 1 : 0;
                    if (across && part.n() >= 1 && part.n() < settings.difMin()) {
                        hit(new Hit(
                                mine.get(0),
                                Disposition.BREACH,
                                "This count and one of an earlier release, over an overlapping place, period or band,"
                                        + " differ by a few people.",
                                part.because() + ", fewer than " + settings.difMin() + ".",
                                cells.stream()
                                        .filter(cell -> !cell.equals(mine.get(0)))
                                        .map(CountedCell::place)
                                        .toList(),
                                part.proof()));
                    }
                }
            }
        }

        /** Counts that an earlier release hid, and this one gives away. */
        void opened() {
            Map<String, CountedCell> mine = new HashMap<>();
            ours.forEach(table -> CountedCell.of(table).forEach(cell -> mine.put(cell.place(), cell)));
            for (Table before : earlier) {
                for (HiddenCount hidden : HiddenCounts.in(before, facts, settings)) {
                    tested++;
                    boolean small = hidden.exact() && hidden.low() >= 1 && hidden.low() < settings.minCount();
                    if (small && hidden.alone().low() < hidden.alone().high()) {
                        opened(before, hidden, mine);
                    }
                }
            }
        }

        private void opened(Table before, HiddenCount hidden, Map<String, CountedCell> mine) {
            List<String> related = hidden.related();
            related.stream()
                    .filter(mine::containsKey)
                    .findFirst()
                    .map(mine::get)
                    .ifPresent(cell -> {
                        String there = before.file() + "!" + before.address(hidden.row(), hidden.column());
                        Set<String> others = new LinkedHashSet<>(List.of(there));
                        others.addAll(related);
                        others.remove(cell.place());
                        hit(new Hit(
                                cell,
                                Disposition.BREACH,
                                "This count gives away one that an earlier release held back.",
                                there + " is hidden; " + hidden.because(),
                                List.copyOf(others),
                                hidden.proof()));
                    });
        }

        Outcome outcome(Findings findings) {
            hits.values().forEach(hit -> report(hit, findings));
            TooManyTables.report(uncompared, findings);
            long unread =
                    facts.released().stream().filter(Opaque.class::isInstance).count();
            if (unread > 0 && !ours.isEmpty()) {
                Table first = ours.iterator().next();
                findings.add(
                        first,
                        0,
                        0,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(
                                        "Some of the earlier outputs were not understood, so that nothing compares with them.")
                                .because(unread + (unread == 1 ? " earlier output was" : " earlier outputs were")
                                        + " not understood")
                                .remedy("Compare with them by hand, or give them as tables."));
            }
            return findings.outcome(tested + " counts beside those of earlier releases");
        }

        private static void report(Hit hit, Findings findings) {
            findings.add(hit.at().table(), hit.at().row(), hit.at().column(), hit.disposition(), words -> {
                words.message(hit.message()).because(hit.because()).remedy(REMEDY);
                hit.related().forEach(words::related);
                return words;
            });
        }
    }
}

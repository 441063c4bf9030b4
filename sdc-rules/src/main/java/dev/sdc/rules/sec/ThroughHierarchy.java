package dev.sdc.rules.sec;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.DeclaredSums;
import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
import dev.sdc.engine.audit.Hierarchy;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.RowFamily;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small counts that follow from a category and its parts: a code and its subcodes, a region and its areas. */
@SdcRule(
        id = "SEC-003",
        title = "Hidden count follows from a hierarchy",
        source = "Handbook on SDC, 2nd edition, 4.3 (hierarchical tables)",
        parameters = {"min_count", "ambiguity", "national_exempt"})
public final class ThroughHierarchy implements TableRule {
    private static final String REMEDY =
            "Hide the whole category or a second part of it as well, work the whole out anew"
                    + " from the parts that are shown, or give the whole only.";

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no hidden count: the profile lets national counts be shown");
        }
        Hierarchy hierarchy = Hierarchy.of(table, facts, settings);
        List<DeclaredSums.Sum> across = DeclaredSums.of(facts, settings).all().stream()
                .filter(sum -> sum.isIn(table))
                .toList();
        if (hierarchy.lines().isEmpty() && across.isEmpty()) {
            return new Outcome.NotApplicable("no category is printed with its parts");
        }
        Set<Place> told = new HashSet<>();
        Map<Place, HiddenCount> known = byPlace(HiddenCounts.in(table, facts, settings));
        hidden(
                HiddenCounts.in(table, facts, settings, HiddenCounts.Known.HIERARCHIES),
                settings,
                known,
                false,
                told,
                findings);
        hidden(
                HiddenCounts.in(table, facts, settings, HiddenCounts.Known.PRESUMED),
                settings,
                known,
                true,
                told,
                findings);
        for (Hierarchy.Part part : hierarchy.lines()) {
            rest(table, part, settings.minCount(), findings);
        }
        across.forEach(sum -> rest(table, sum, settings.minCount(), findings));
        return findings.outcome(hierarchy.lines().size() + across.size() + " categories with their parts");
    }

    /** Hidden counts of which the lines tell more than the totals of the table do. */
    private static void hidden(
            List<HiddenCount> counts,
            Settings settings,
            Map<Place, HiddenCount> known,
            boolean presumed,
            Set<Place> told,
            Findings findings) {
        for (HiddenCount count : counts) {
            HiddenCount before = known.get(Place.of(count));
            boolean more = before == null || before.contradicted() || count.values() < before.values();
            boolean tells = !count.contradicted() && (count.exact() || count.narrowed());
            boolean small =
                    count.low() >= 1 ? count.high() < settings.minCount() : count.narrowed() && count.high() >= 1;
            boolean below = count.high() < settings.minCount();
            if (more && tells && small && below && told.add(Place.of(count))) {
                boolean few = count.exact() || count.values() < settings.ambiguity();
                findings.add(
                        count.table(),
                        count.row(),
                        count.column(),
                        few && !presumed ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words(words, count, presumed));
            }
        }
    }

    private static FindingText words(FindingText words, HiddenCount count, boolean presumed) {
        FindingText text = words.message(
                        count.exact()
                                ? "A hidden count can be worked out from a category and its other parts."
                                : "A hidden small count can be narrowed down from a category and its other parts.")
                .because(count.because() + (presumed ? ", if the parts add up to the category" : ""))
                .remedy(REMEDY);
        count.related().forEach(text::related);
        text.proof(count.proof());
        return text;
    }

    /** A few people of a category who are in none of its printed parts. */
    private static void rest(Table table, Hierarchy.Part part, int minimum, Findings findings) {
        boolean small = part.complete() && part.restLow() >= 1 && part.restHigh() < minimum;
        boolean told = part.certain() || part.kind() != RowFamily.Kind.PREFIXED; // else a number by chance
        if (!small || !told || part.restLow() != part.restHigh()) {
            return;
        }
        Disposition disposition = switch (part.kind()) {
            case DECLARED, CODES, PREFIXED -> Disposition.BREACH;
            case INDENTED -> part.certain() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
        };
        findings.add(
                table,
                part.line().totalRow(),
                part.line().totalColumn(),
                disposition,
                words -> words.message("A few people of this category are in none of the parts printed below it.")
                        .because("the category less its parts leaves " + part.restLow() + "; the minimum is " + minimum)
                        .remedy("Print the rest merged with another part, or round the whole and its parts."));
    }

    /** A few people of a whole who are in none of the tables that are declared to be its parts. */
    private static void rest(Table table, DeclaredSums.Sum sum, int minimum, Findings findings) {
        boolean small = sum.restLow() == sum.restHigh() && sum.restLow() >= 1 && sum.restHigh() < minimum;
        if (small && sum.isWholeIn(table) && sum.isOfPrintedTables()) {
            findings.add(table, sum.row(), sum.column(), Disposition.BREACH, words -> {
                FindingText text = words.message("A few people of this table are in none of the tables of its parts.")
                        .because("the whole less its parts leaves " + sum.restLow() + "; the minimum is " + minimum)
                        .remedy("Print the rest merged with another part, or round the whole and its parts.");
                sum.places().forEach(text::related);
                return text;
            });
        }
    }

    private static Map<Place, HiddenCount> byPlace(List<HiddenCount> counts) {
        Map<Place, HiddenCount> byPlace = new HashMap<>();
        counts.forEach(count -> byPlace.put(Place.of(count), count));
        return byPlace;
    }
}

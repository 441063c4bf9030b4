package dev.sdc.rules.cls;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.PartOfTotal;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.sec.PresumedSubsets;
import dev.sdc.rules.sec.Remainder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups all of whose members lie in one category, so that to know the group is to know the category. */
@SdcRule(
        id = "CLS-001",
        title = "Everyone of a group in one cell",
        source = "Handbook on SDC, 2nd edition, 5.2 (group attribute disclosure)",
        parameters = {"group_share", "groups_fail", "national_exempt"})
public final class WholeGroup implements TableOrTextRule {
    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        if (settings.nationalExempt() && prose.declaration().level() == Declaration.Level.NATIONAL) {
            findings.restsOn("level: national");
            return findings.outcome("no group: the profile lets national counts be shown");
        }
        for (AllInWords all : AllInWords.in(prose, facts)) {
            findings.add(
                    all.where(),
                    null,
                    null,
                    all.certain() ? disposition(settings) : Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("The text says the same of all or of none of a group.")
                            .because("\"" + all.text() + "\" is said of " + all.n()
                                    + ": whoever is known to belong to the group is known to be so")
                            .remedy("Speak of a wider group, or leave it out where the group can be known.")
                            .value(all.text()));
        }
        return findings.outcome("what is said of all or none of a number of people");
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no group: the profile lets national counts be shown");
        }
        long groups = LopsidedGroups.forEach(
                table, facts, settings, findings, group -> test(table, group, settings, findings));
        groups += besideTotals(table, settings, findings);
        groups += besideAll(table, facts, settings, findings);
        if (findings.total() == 0) {
            // where parts of the groups are hidden, the totals may still say it of all
            long ofTotals = GroupLine.forEach(
                    table, facts, true, findings::restsOn, group -> test(table, group, settings, findings));
            if (groups + ofTotals == 0) {
                return new Outcome.NotApplicable("no line of counts over two or more categories of known total");
            }
        }
        return findings.outcome(groups + " rows and columns");
    }

    /** Rows of which the only category that is printed holds all. */
    private static long besideTotals(Table table, Settings settings, Findings findings) {
        Optional<PartOfTotal> pair = GroupLine.isSurvival(table) ? Optional.empty() : PartOfTotal.of(table);
        if (pair.isEmpty()) {
            return 0;
        }
        int part = pair.get().part().index();
        int total = pair.get().total().index();
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, part);
            if (n > 0 && n == LineCounts.at(table, row, total)) {
                int at = row;
                findings.add(
                        table,
                        row,
                        part,
                        disposition(settings),
                        words -> words.message("All or nearly all members of a group lie in one category.")
                                .because("the row \"" + table.rowLabel(at) + "\" has " + n
                                        + " in all, and as many of them here: whoever is known to belong to it is known to be"
                                        + " here")
                                .remedy("Merge the group with another.")
                                .related(table.file() + "!" + table.address(at, total)));
            }
        }
        return table.rowCount();
    }

    /** Counts of some that are as many as all, {@code Patients 12, Deaths 12}; elsewhere they are fewer. */
    private static long besideAll(Table table, Facts facts, Settings settings, Findings findings) {
        if (GroupLine.isSurvival(table) || PartOfTotal.of(table).isPresent()) {
            return 0;
        }
        Set<String> told = new HashSet<>();
        List<AllAffected> affected = AllAffected.of(table);
        for (AllAffected all : affected) {
            told.add(all.where());
            findings.add(
                    all.where(),
                    all.row(),
                    all.column(),
                    all.certain() ? disposition(settings) : Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("All members of a group lie in one category.")
                            .because(all.n() + " of " + all.n()
                                    + ": whoever is known to belong to the group is known to be one of these")
                            .remedy("Merge the group with another."));
        }
        // several categories that add up to all are no one category
        List<Remainder> subsets = PresumedSubsets.of(table, facts).stream()
                .filter(subset -> subset.terms().size() == 2)
                .toList();
        Set<String> fewer = subsets.stream()
                .filter(subset -> subset.told() < subset.whole())
                .map(subset -> String.valueOf(subset.column()))
                .collect(Collectors.toSet());
        for (Remainder subset : subsets) {
            if (subset.whole() > 0
                    && subset.told() == subset.whole()
                    && fewer.contains(String.valueOf(subset.column()))
                    && told.add(subset.where())) {
                findings.add(
                        subset.where(),
                        subset.row(),
                        subset.column(),
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("All members of a group seem to lie in one category.")
                                .because("\"" + subset.column() + "\" counts as many as there are in all, "
                                        + subset.whole()
                                        + ": whoever is known to belong to \"" + subset.row()
                                        + "\" is known to be here, if"
                                        + " these are some of those")
                                .remedy("Merge the group with another."));
            }
        }
        return (long) subsets.size() + affected.size();
    }

    private static void test(Table table, GroupLine group, Settings settings, Findings findings) {
        if (discloses(group, settings)) {
            findings.add(table, group.row(), group.column(), disposition(settings), words -> {
                FindingText text = words.message("All or nearly all members of a group lie in one category.")
                        .because(group.name(table) + " has " + group.size() + " in all, " + group.most()
                                + " of them here: whoever is known to belong to it is known to be here")
                        .remedy(
                                "Merge the group with another or the category with its neighbours; hiding the zero alone is"
                                        + " undone by the total. If the zero cannot be anything else, declare it under"
                                        + " structural_zeros.");
                group.others(table).forEach(text::related);
                return text;
            });
        }
    }

    /** How grave a group in one category is to the profile. */
    static Disposition disposition(Settings settings) {
        return settings.groupsFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
    }

    /** Whether one category holds the whole group, or the share of it that the profile draws the line at. */
    static boolean discloses(GroupLine group, Settings settings) {
        return group.holds(settings.groupShare());
    }
}

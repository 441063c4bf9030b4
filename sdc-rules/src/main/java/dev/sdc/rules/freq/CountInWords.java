package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.PrintedListing;
import dev.sdc.rules.shape.Prompt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts below the minimum that are told in words: in running text, titles, footnotes, labels, names of files and sheets,
 * comments and texts of code.
 */
@SdcRule(
        id = "FREQ-005",
        title = "Small count in words",
        source = "OpenSAFELY, statistical disclosure control",
        parameters = {"min_count", "national_exempt"})
public final class CountInWords implements OutputRule {

    /** It reads them as what a table mentions. */
    @Override
    public boolean examinesNotes() {
        return false;
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (settings.nationalExempt() && output.declaration().level() == Declaration.Level.NATIONAL) {
            return new Outcome.Passed(
                    "no count: the profile lets national counts be shown", List.of("level: national"));
        }
        if (output instanceof Table table) {
            return inTable(table, settings.minCount());
        }
        if (output instanceof Prose prose) {
            return inProse(prose, facts, settings.minCount());
        }
        Findings findings = Findings.in(this, output);
        inNames(output, findings, settings.minCount());
        return findings.total() > 0
                ? findings.outcome("the name of the file")
                : new Outcome.NotApplicable("no words but in its name");
    }

    /** Names are released too: that of the file, told once, and that of the sheet. */
    private static void inNames(Output output, Findings findings, int minimum) {
        if (output.id().endsWith("#1")) {
            inName(output.fileName().replaceFirst("\\.\\w{1,5}$", ""), "", findings, minimum);
        }
        if (output instanceof Table table) {
            String sheet = table.grid().sheet();
            inName(sheet == null ? "" : sheet, table.range(), findings, minimum);
        }
    }

    /** Names often begin with the number of a table, so one in figures is for a person to judge. */
    private static void inName(String name, String where, Findings findings, int minimum) {
        CountPhrases.inName(name).stream()
                .filter(phrase -> small(phrase.n(), minimum))
                .findFirst()
                .ifPresent(phrase -> findings.add(
                        where,
                        null,
                        null,
                        phrase.words().chars().anyMatch(Character::isDigit)
                                ? Disposition.HUMAN_JUDGEMENT
                                : Disposition.BREACH,
                        words -> words(words, phrase.n(), phrase.words(), minimum)));
    }

    private Outcome inTable(Table table, int minimum) {
        Findings findings = Findings.in(this, table);
        inNames(table, findings, minimum);
        for (Mention mention : table.mentions()) {
            if (mention.kind() == Mention.Kind.PHRASE && small(mention.n(), minimum)) {
                findings.add(
                        mention.where(),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words(words, mention.n(), mention.text(), minimum));
            }
        }
        return findings.outcome("titles, headers, labels and footnotes");
    }

    private Outcome inProse(Prose prose, Facts facts, int minimum) {
        Findings findings = Findings.in(this, prose);
        inNames(prose, findings, minimum);
        if (prose.type() == OutputType.CODE) {
            inCode(prose, findings, minimum);
        } else {
            inText(prose, ToldCounts.of(prose, facts), findings, minimum);
        }
        int lines = prose.running().size();
        return findings.outcome(lines + (lines == 1 ? " line" : " lines") + " of text");
    }

    private static void inCode(Prose prose, Findings findings, int minimum) {
        List<String> lines = prose.running();
        for (CodeWords.Stretch words : CodeWords.in(lines)) {
            String text = lines.get(words.line()).substring(words.from(), words.to());
            for (CountPhrase phrase : CountPhrases.in(text)) {
                boolean alone = phrase.words().chars().allMatch(Character::isDigit);
                if (small(phrase.n(), minimum) && !(words.code() && alone)) {
                    add(findings, prose.address(words.line(), words.from() + phrase.from()), phrase, minimum);
                }
            }
        }
    }

    private static void inText(Prose prose, ToldCounts counts, Findings findings, int minimum) {
        Set<String> told = new HashSet<>();
        for (ToldCounts.InPassage in : counts.passages()) {
            for (CountPhrase phrase : in.told().counts()) {
                String where = in.passage().address(phrase.from());
                if (small(phrase.n(), minimum) && told.add(where)) {
                    add(findings, where, phrase, minimum);
                }
            }
        }
        boolean quotes = Prompt.marksQuotations(prose);
        for (ToldCounts.InPassage in : counts.passages()) {
            String line = in.passage().text();
            if (in.passage().isLine()
                    && !PrintedListing.isSize(line)
                    && !(Prompt.isCommand(line) && !(quotes && Prompt.isShort(line)))) {
                in.told().others().stream()
                        .filter(other -> small(other.n(), minimum))
                        .map(other -> in.passage().address(other.from()))
                        .filter(where -> !told.contains(where))
                        .findFirst()
                        .ifPresent(where -> unexplained(findings, where, minimum));
            }
        }
    }

    /** A number that may be a count and that no word explains is for a person to judge; the first of a line is named. */
    private static void unexplained(Findings findings, String where, int minimum) {
        findings.add(
                where,
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("A small number in the text may be a count.")
                        .because("no word beside it says what it is, and it is below the minimum of " + minimum)
                        .remedy("Say what it counts or measures, or leave it out."));
    }

    private static void add(Findings findings, String where, CountPhrase phrase, int minimum) {
        findings.add(where, null, null, Disposition.BREACH, words -> words(words, phrase.n(), phrase.words(), minimum));
    }

    private static boolean small(long n, int minimum) {
        return n > 0 && n < minimum;
    }

    private static FindingText words(FindingText words, long n, String text, int minimum) {
        return words.message("The text tells a count below the minimum.")
                .because("\"" + text + "\" tells a count of " + n + ", below the minimum of " + minimum)
                .remedy("Leave the number out, or say that it is below the minimum.")
                .value(text);
    }
}

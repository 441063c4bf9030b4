package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.Facts;
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
import dev.sdc.engine.table.Passage;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts below the minimum that are told in words: in running text, titles, footnotes, labels and comments of code. */
@SdcRule(
        id = "FREQ-005",
        title = "Small count in words",
        source = "OpenSAFELY, statistical disclosure control",
        parameters = {"min_count", "national_exempt"})
public final class CountInWords implements OutputRule {

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
            return inProse(prose, settings.minCount());
        }
        return new Outcome.NotApplicable("no words");
    }

    private Outcome inTable(Table table, int minimum) {
        Findings findings = Findings.in(this, table);
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

    private Outcome inProse(Prose prose, int minimum) {
        Findings findings = Findings.in(this, prose);
        boolean code = prose.type() == OutputType.CODE;
        Set<String> told = new HashSet<>();
        for (Passage passage : prose.passages()) {
            int from = code ? CodeComment.start(passage.text()) : 0;
            for (CountPhrase phrase : CountPhrases.in(passage.text().substring(from))) {
                String where = passage.address(from + phrase.from());
                if (small(phrase.n(), minimum) && told.add(where)) {
                    findings.add(
                            where,
                            null,
                            null,
                            Disposition.BREACH,
                            words -> words(words, phrase.n(), phrase.words(), minimum));
                }
            }
        }
        if (!code) {
            unexplained(prose, findings, told, minimum);
        }
        int lines = prose.running().size();
        return findings.outcome(lines + (lines == 1 ? " line" : " lines") + " of text");
    }

    /** Numbers that may be counts and that no word explains are for a person to judge, those of a line at once. */
    private static void unexplained(Prose prose, Findings findings, Set<String> told, int minimum) {
        List<String> lines = prose.running();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<Integer> places = ConsoleLine.is(line) ? List.of() : CountPhrases.unexplained(line, minimum);
            if (!places.isEmpty() && !told.contains(prose.address(i, places.get(0)))) {
                findings.add(
                        prose.address(i, places.get(0)),
                        null,
                        null,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("A small number in the text may be a count.")
                                .because("no word beside it says what it is, and it is below the minimum of " + minimum)
                                .remedy("Say what it counts or measures, or leave it out."));
            }
        }
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

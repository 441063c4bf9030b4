package dev.sdc.rules.txt;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.List;
import java.util.Set;

/** Quotations, narratives and case descriptions: only a person can clear them. */
@SdcRule(
        id = "TXT-001",
        title = "Quotations and narratives",
        source = "Genomics England airlock rules: individual descriptions only at very low risk and very high value")
public final class FreeText implements OutputRule {
    @Override
    public boolean examinesNotes() {
        return true;
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, output);
        boolean qualitative = output.type() == OutputType.QUALITATIVE;
        if (output instanceof Prose prose && output.type() != OutputType.CODE) {
            lines(prose, qualitative, findings);
        }
        if (qualitative && findings.total() == 0) {
            String address = output instanceof Table table ? TableRange.of(table) : output.range();
            add(findings, address, "the output is declared to be qualitative", Set.of());
        }
        return findings.total() > 0
                ? findings.outcome("lines of text")
                : new Outcome.NotApplicable("no quotation, narrative or case description was recognised");
    }

    private static void lines(Prose prose, boolean qualitative, Findings findings) {
        List<String> lines = prose.running();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            boolean narrative = Narrative.isIn(line);
            Set<String> kinds = narrative || qualitative ? QuasiIdentifiers.in(line) : Set.of();
            if (narrative || !kinds.isEmpty()) {
                int column = line.length() - line.stripLeading().length();
                add(findings, prose.address(i, column), "free text about a person", kinds);
            }
        }
    }

    private static void add(Findings findings, String address, String what, Set<String> kinds) {
        String together =
                kinds.isEmpty() ? "" : ": " + String.join(", ", kinds) + (kinds.size() > 1 ? " together" : "");
        findings.add(
                address,
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("A person must read this text before it leaves.")
                        .because(what + together)
                        .remedy("Generalise age, place and time, drop rare facts, and show that the person agreed."));
    }
}

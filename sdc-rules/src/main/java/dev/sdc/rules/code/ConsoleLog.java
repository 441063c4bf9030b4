package dev.sdc.rules.code;

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
import dev.sdc.rules.shape.Prompt;
import java.util.List;

/** Logs of a console: prompts and echoed commands, with whatever they printed. */
@SdcRule(
        id = "CODE-003",
        title = "Console log",
        source = "OpenSAFELY: logs only in exceptional cases; UK Data Service refuses them")
public final class ConsoleLog implements OutputRule {
    private static final int FEW = 2;

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!(output instanceof Prose prose) || output.type() == OutputType.CODE) {
            return new Outcome.NotApplicable("it is no log");
        }
        boolean declared = output.typeDeclared() && output.type() == OutputType.LOG;
        List<String> lines = prose.lines();
        boolean quotes = Prompt.marksQuotations(output);
        long commands = lines.stream()
                .filter(line -> Prompt.isCommand(line) && !(quotes && Prompt.isShort(line)))
                .count();
        boolean log = declared || commands >= (output.type() == OutputType.LOG ? 1 : FEW);
        if (!log) {
            return new Outcome.NotApplicable("no prompt and no echoed command stands in it");
        }
        Findings findings = Findings.in(this, output);
        findings.add(
                "",
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("This is the log of a console.")
                        .because(
                                declared
                                        ? "it is declared to be a log"
                                        : commands + " of " + lines.size() + " lines are prompts with commands")
                        .remedy("Hand in the tables or model results that are needed, as files of their own."));
        return findings.outcome("lines with a prompt");
    }
}

package dev.sdc.rules.file;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Output;
import java.util.ArrayList;
import java.util.List;

/** Outputs of which nobody says what one unit is: no file tells patients from tumours. */
@SdcRule(
        id = "FILE-007",
        title = "Unit not declared",
        source = "OpenSAFELY: a quarter of rejections are for missing context; UK LLC; Genomics England")
public final class UnitNotDeclared implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        Unit unit = facts.unit(output);
        if (unit.kind() != Unit.Kind.UNKNOWN && unit.kind() != Unit.Kind.OTHER) {
            return new Outcome.NotApplicable("the unit is declared: " + unit.declared());
        }
        String because = unit.declared() == null
                ? "without the unit nobody can tell a small number of people from a small number of tumours"
                : "the declared unit, " + unit.declared()
                        + ", is no word that is known to stand for people, for their events or for organisations";
        Findings findings = Findings.in(this, output);
        findings.add(
                output.range(),
                null,
                null,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("What is counted here is not said.")
                        .because(because)
                        .evidence(String.join("; ", missing(output)))
                        .remedy(
                                "Declare unit (patient, tumour, episode, provider ...) in submission.yaml, or give --unit."));
        return findings.outcome("the declared unit");
    }

    /** What a checker would ask for, the unit first. */
    private static List<String> missing(Output output) {
        Declaration declared = output.declaration();
        List<String> missing = new ArrayList<>();
        missing.add("unit: what one unit is");
        if (!output.typeDeclared()) {
            missing.add("output_type: what kind of output this is");
        }
        if (output.numbers().isEmpty()) {
            return missing;
        }
        Population population = declared.population();
        if (population == null || population.description() == null) {
            missing.add("population.description: whom it describes");
        }
        if (population == null || population.n() == null) {
            missing.add("population.n: how many they are");
        }
        if (declared.variables().isEmpty()) {
            missing.add("variables: what the variables mean");
        }
        if (declared.controls() == null) {
            missing.add("controls: what was suppressed or rounded");
        }
        return missing;
    }
}

package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.regex.Pattern;

/** Language, sequence and generative models, and embeddings. */
@SdcRule(id = "ML-008", title = "Generative model or embeddings", source = "SDC-Reboot, model categories and risks")
public final class GenerativeModel implements OutputRule {
    private static final Pattern EMBEDDING = Pattern.compile("(?i)(?:emb|embed|embedding|vec|latent)[ ._-]?\\d+");
    /** So many columns of coordinates are an embedding, whatever else stands beside them. */
    private static final int DIMENSIONS = 4;

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        boolean model = ReleasedModel.is(output);
        boolean embeddings = output instanceof Table table
                && table.columns().stream()
                                .filter(column ->
                                        EMBEDDING.matcher(column.leaf()).matches())
                                .count()
                        >= DIMENSIONS;
        if (!model && !embeddings) {
            return new Outcome.NotApplicable("no model and no embeddings");
        }
        Findings findings = Findings.in(this, output);
        if (embeddings || ModelFamily.of(output) == ModelFamily.GENERATIVE) {
            findings.add(
                    ReleasedModel.place(output),
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message("Texts or records may be drawn out of this again.")
                            .because(
                                    embeddings
                                            ? "each row is an embedding, from which what was embedded can be worked out in part"
                                            : "a model of the declared type can repeat what it was trained on")
                            .remedy("Keep it inside and release measures of its performance."));
        } else {
            findings.restsOn("model_type: " + output.declaration().modelType());
        }
        return findings.outcome("the declared type of the model");
    }
}

package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Densities, violins and ridges of few units, with rug marks, or with tails in which few lie. */
@SdcRule(
        id = "FIG-002",
        title = "Density with thin tails or rug marks",
        source = "SDC handbook (graphs as the tables behind them)",
        parameters = "min_count")
public final class DensityTails implements OutputRule {
    private static final String REMEDY =
            "Cut the curve where fewer than the minimum lie beyond, and draw no mark for single units.";

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        String said = DrawnData.said(output, facts);
        Set<String> words = Words.of(said);
        if (!isDensity(output, words)) {
            return new Outcome.NotApplicable("no density, violin or ridge");
        }
        Findings findings = Findings.in(this, output);
        if (Words.any(words, Vocabulary.of("rug")) && !without(said)) {
            add(
                    findings,
                    Disposition.BREACH,
                    "The figure draws a mark for each unit.",
                    "the declaration speaks of rug marks or points",
                    null);
        }
        size(output, settings.minCount(), findings);
        tails(output, words, settings.minCount(), said, findings);
        return findings.outcome("the units, the tails and the marks of the density");
    }

    private static boolean isDensity(Output output, Set<String> words) {
        if (output instanceof Figure) {
            return Words.any(words, Vocabulary.of("density"));
        }
        if (output instanceof Table table) {
            for (Column column : table.columns()) {
                if (Wording.is(column.name(), "density", "kde", "kernel density")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean without(String said) {
        return Wording.names(said, "no rug", "without rug", "no points", "without points", "no jitter");
    }

    private static void size(Output output, int minimum, Findings findings) {
        Population population = output.declaration().population();
        Long observations = output.declaration().evidence().nObs();
        Long n = observations != null ? observations : population == null ? null : population.n();
        if (n == null) {
            add(
                    findings,
                    Disposition.NEEDS_EVIDENCE,
                    "Nobody says how many units the density is of.",
                    "the curve of three looks like that of three thousand",
                    "evidence.n_obs, or population.n");
        } else if (n < minimum) {
            add(
                    findings,
                    Disposition.BREACH,
                    "The density is of fewer units than may be shown.",
                    "n = " + n + "; the minimum is " + minimum,
                    null);
        } else {
            findings.restsOn(observations != null ? "evidence.n_obs: " + n : "population.n: " + n);
        }
    }

    private static void tails(Output output, Set<String> words, int minimum, String said, Findings findings) {
        DeclaredEvidence evidence = output.declaration().evidence();
        boolean known = !evidence.extremes().isEmpty();
        for (ExtremeEvidence ends : evidence.extremes().values()) {
            for (ExtremeEvidence.End end : new ExtremeEvidence.End[] {ends.minimum(), ends.maximum()}) {
                Long beyond = end == null ? null : end.nAtValue();
                boolean enough = end != null && (end.structural() || (beyond != null && beyond >= minimum));
                known &= enough;
                if (beyond != null && beyond < minimum && !end.structural()) {
                    add(
                            findings,
                            Disposition.BREACH,
                            "The density ends where fewer units lie than may be shown.",
                            beyond + " units lie at the end; the minimum is " + minimum,
                            null);
                    return;
                }
            }
        }
        if (known) {
            findings.restsOn("evidence.extreme_evidence");
        } else if (Words.any(words, Vocabulary.of("cut"))) {
            findings.restsOn("method or controls: " + said);
        } else {
            add(
                    findings,
                    Disposition.NEEDS_EVIDENCE,
                    "Nobody says where the tails of the density end.",
                    "a density as programs draw it runs out to the smallest and the largest value",
                    "controls: where the tails are cut, or extreme_evidence with the number of units at both ends");
        }
    }

    private static void add(
            Findings findings, Disposition disposition, String message, String because, @Nullable String evidence) {
        findings.add("", null, null, disposition, words -> {
            words.message(message).because(because).remedy(REMEDY);
            return evidence == null ? words : words.evidence(evidence);
        });
    }
}

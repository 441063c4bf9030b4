package dev.sdc.engine;

import dev.sdc.engine.read.model.Figure;
import dev.sdc.engine.read.model.Measure;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.ModelKind;
import dev.sdc.engine.read.model.Panel;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What was understood of a model, in the words of the field: {@code Cox model, 17,277,935 subjects, 10,926 failures}. */
final class ModelWords {
    /** Sizes below this are not told, since a description stands where no value of a cell does. */
    private static final BigDecimal TOLD = BigDecimal.valueOf(20);

    private ModelWords() {}

    static String of(Model model) {
        StringJoiner words = new StringJoiner(", ");
        String outcome = model.outcome();
        words.add(kind(model) + (outcome == null || model.kind().isTest() ? "" : " of " + outcome));
        Optional<Figure> subjects = model.figure(Measure.SUBJECTS);
        size(words, subjects, "subjects");
        if (subjects.isEmpty()) {
            size(words, model.figure(Measure.OBSERVATIONS), "observations");
        }
        size(words, model.figure(Measure.EVENTS), subjects.isPresent() ? "failures" : "events");
        model.figure(Measure.CLUSTERS).ifPresent(n -> words.add(n.text() + " clusters"));
        int terms = model.terms().size();
        if (terms > 0) {
            words.add(terms + (terms == 1 ? " term" : " terms"));
        }
        size(words, model.figure(Measure.RESIDUAL_DOF), "residual degrees of freedom");
        for (Panel panel : model.panels()) {
            String part = part(panel.part(), panel.rows().size());
            if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return words.toString();
    }

    private static String kind(Model model) {
        String family = model.family();
        boolean told = family == null || model.kind() != ModelKind.GENERALISED_LINEAR;
        return model.kind().words() + (told ? "" : " (" + family + ")");
    }

    private static void size(StringJoiner words, Optional<Figure> figure, String what) {
        figure.ifPresent(number -> words.add(
                number.value().compareTo(TOLD) < 0
                        ? "few " + what
                        : String.format(Locale.ROOT, "%,d %s", number.value().longValue(), what)));
    }

    private static String part(Panel.Part part, int rows) {
        return switch (part) {
            case GROUPS -> rows + (rows == 1 ? " group" : " groups");
            case SOURCES -> rows + (rows == 1 ? " source" : " sources");
            case CLUSTERS -> "the effects of " + rows + (rows == 1 ? " cluster" : " clusters");
            case COEFFICIENTS, VARIANCES, RESIDUALS, TEST, FIT -> "";
        };
    }
}

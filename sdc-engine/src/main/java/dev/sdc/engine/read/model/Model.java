package dev.sdc.engine.read.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statistical model or test, as a program printed it.
 *
 * @param family the family of a generalised linear model, or null
 * @param outcome the variable that is explained, or null where the print does not say
 * @param firstLine the first line of its print, from 1
 * @param lastLine the last line of its print
 * @param panels the parts of the print that hold figures, in its order; {@link Panel.Part#FIT} once at most
 * @param notUnderstood the lines inside the print that were not understood
 */
public record Model(
        ModelKind kind,
        @Nullable String family,
        @Nullable String outcome,
        int firstLine,
        int lastLine,
        List<Panel> panels,
        List<Place> notUnderstood) {

    /** The first figure that is printed of the model as a whole. */
    public Optional<Figure> figure(Measure measure) {
        for (Panel panel : panels) {
            int at = panel.part() == Panel.Part.FIT ? panel.headings().indexOf(measure.heading()) : -1;
            if (at >= 0) {
                return Optional.ofNullable(panel.rows().get(0).figures().get(at));
            }
        }
        return Optional.empty();
    }

    /** The part of the print with the estimates. */
    public Optional<Panel> coefficients() {
        return panels.stream()
                .filter(panel -> panel.part() == Panel.Part.COEFFICIENTS)
                .findFirst();
    }

    /** The terms that were estimated. */
    public List<Row> terms() {
        return coefficients().stream()
                .flatMap(panel -> panel.rows().stream())
                .filter(row -> row.state() == Row.State.ESTIMATED)
                .toList();
    }
}

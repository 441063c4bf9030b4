package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;

/** Which table is drawn in which figure, as {@code figure_data_for} says. */
final class DrawnData {
    private DrawnData() {}

    /** What is looked for once in all outputs. */
    private enum Which {
        DRAWN
    }

    /** The outputs that are declared to be drawn in some figure. */
    private record Drawn(List<Output> outputs) {
        static Drawn in(Facts facts) {
            return facts.together(
                    Which.DRAWN,
                    Drawn.class,
                    () -> new Drawn(facts.outputs().stream()
                            .filter(output -> output.declaration().figureDataFor() != null)
                            .toList()));
        }
    }

    /** The tables that are declared to be drawn in a figure; what is no table shows nothing of it. */
    static List<Table> of(Output figure, Facts facts) {
        return Drawn.in(facts).outputs().stream()
                .filter(output -> figure.file().equals(output.declaration().figureDataFor()))
                .filter(output -> !output.file().equals(figure.file()))
                .flatMap(output -> output.numbers().stream())
                .toList();
    }

    /** What kind of figure an output is, or is the data of. */
    static OutputType kind(Output output, Facts facts) {
        String figure = output.declaration().figureDataFor();
        if (figure == null || (output.typeDeclared() && output instanceof Figure)) {
            return output.type();
        }
        Optional<OutputType> drawn = facts.outputs().stream()
                .filter(other -> other.file().equals(figure) && other instanceof Figure && other.typeDeclared())
                .map(Output::type)
                .findFirst();
        return drawn.orElse(output.type());
    }

    /** What the authors of a figure and of its data say of how it is drawn. */
    static String said(Output output, Facts facts) {
        StringBuilder said = new StringBuilder(MarkUnit.said(output.declaration()));
        String figure = output.declaration().figureDataFor();
        for (Output other : figure == null ? Drawn.in(facts).outputs() : facts.outputs()) {
            if (other.file().equals(figure)
                    || output.file().equals(other.declaration().figureDataFor())) {
                said.append(' ').append(MarkUnit.said(other.declaration()));
            }
        }
        return said.toString().strip();
    }
}

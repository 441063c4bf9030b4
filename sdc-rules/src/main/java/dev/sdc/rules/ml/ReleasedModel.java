package dev.sdc.rules.ml;

import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.ModelSettings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.stream.IntStream;

/** Tells an output that is a model, from one that only tells how well a model does or what it looks at. */
final class ReleasedModel {
    private ReleasedModel() {}

    /** Whether an output is declared to be a model, and holds more than importances or measures of performance. */
    static boolean is(Output output) {
        return isDeclared(output)
                && (keepsRecords(output)
                        || output.numbers()
                                .filter(ReleasedModel::onlySummarises)
                                .isEmpty());
    }

    /** Whether an output is declared to be a model, whatever it holds. */
    static boolean isDeclared(Output output) {
        return output.type() == OutputType.ML_MODEL || output.type() == OutputType.MODEL_OBJECT;
    }

    private static boolean keepsRecords(Output output) {
        ModelFamily family = ModelFamily.of(output);
        return family == ModelFamily.INSTANCES || family == ModelFamily.GENERATIVE;
    }

    private static boolean onlySummarises(Table table) {
        return Importance.in(table) || (!Metrics.in(table).isEmpty() && !tellsSettings(table));
    }

    private static boolean tellsSettings(Table table) {
        return ModelSettings.in(
                IntStream.range(0, table.rowCount()).mapToObj(table::rowLabel).toList());
    }

    /** Where a finding about the whole of it stands. */
    static String place(Output output) {
        return output instanceof Table table ? TableRange.of(table) : output.range();
    }
}

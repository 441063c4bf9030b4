package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the prints of models and tests in a text. Never throws on account of the text; the time it takes is linear in
 * the number of lines.
 */
public final class ModelReader {
    private ModelReader() {}

    /** The models in the lines of a text, in their order; their lines do not overlap. */
    public static List<Model> in(List<String> lines) {
        List<Model> models = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Opening opening = Opening.at(lines, at);
            Model model = opening == null ? null : read(lines, at, opening);
            if (model == null) {
                at++;
            } else {
                models.add(model);
                at = model.lastLine();
            }
        }
        return List.copyOf(models);
    }

    private static @Nullable Model read(List<String> lines, int at, Opening opening) {
        return opening == Opening.TEST ? new TestReader(lines, at).read() : new PrintReader(lines, at, opening).read();
    }
}

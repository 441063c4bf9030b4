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
    public static List<Model> in(List<String> text) {
        List<String> lines = text.stream().map(ModelReader::withoutMark).toList();
        List<Model> models = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Opening opening = Opening.at(lines, at);
            if (opening == null) {
                at++;
            } else if (opening == Opening.TEST) {
                Model test = new TestReader(lines, at).read();
                at = add(test, models, at + 1);
            } else {
                PrintReader reader = new PrintReader(lines, at, opening);
                // lines that hold no model from here on hold none from a later one on either
                at = add(reader.read(), models, Math.max(at + 1, reader.stoppedAt()));
            }
        }
        return List.copyOf(models);
    }

    /** Documents that hold code and its output mark the output as a comment; every character keeps its place. */
    private static String withoutMark(String line) {
        boolean marked = line.startsWith("##") || line.startsWith("#>");
        return marked && (line.length() == 2 || line.charAt(2) == ' ') ? "  " + line.substring(2) : line;
    }

    /** Adds a model, if there is one; says where to look on. */
    private static int add(@Nullable Model model, List<Model> models, int otherwise) {
        if (model == null) {
            return otherwise;
        }
        models.add(model);
        return model.lastLine();
    }
}

package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the prints of models and tests in a text. Never throws on account of the text; the time it takes is linear in
 * the number of lines.
 */
public final class ModelReader {
    /** A line that ends every print, as a person's input does. */
    private static final String TAKEN = ">";

    private ModelReader() {}

    /**
     * The models in the lines of a text, in their order. Their lines do not overlap, but for models that one table
     * shows side by side, which all have the lines of the table.
     */
    public static List<Model> in(List<String> text) {
        List<String> lines = new ArrayList<>(DecimalComma.asPoint(text));
        lines.replaceAll(ModelReader::withoutMark);
        List<Model> models = new ArrayList<>(SideBySide.in(lines));
        BitSet taken = new BitSet();
        for (Model model : models) {
            lines.subList(model.firstLine() - 1, model.lastLine()).replaceAll(line -> TAKEN);
            taken.set(model.firstLine(), model.lastLine() + 1);
        }
        int at = 0;
        while (at < lines.size()) {
            Opening opening = Opening.at(lines, at);
            if (opening == null) {
                at++;
            } else if (opening == Opening.TEST) {
                Model test = new TestReader(lines, at).read();
                at = add(test, models, taken, at + 1);
            } else if (opening == Opening.PROCEDURE && ListingReader.isListing(lines.get(at))) {
                ListingReader reader = new ListingReader(lines, at);
                at = add(reader.read(), models, taken, Math.max(at + 1, reader.stoppedAt()));
            } else {
                PrintReader reader = new PrintReader(lines, at, opening);
                // lines that hold no model from here on hold none from a later one on either
                at = add(reader.read(), models, taken, Math.max(at + 1, reader.stoppedAt()));
            }
        }
        models.sort(Comparator.comparingInt(Model::firstLine));
        return List.copyOf(models);
    }

    /** Documents that hold code and its output mark the output as a comment; every character keeps its place. */
    private static String withoutMark(String line) {
        boolean marked = line.startsWith("##") || line.startsWith("#>");
        return marked && (line.length() == 2 || line.charAt(2) == ' ') ? "  " + line.substring(2) : line;
    }

    /** Adds a model, if there is one that does not reach over others' lines; says where to look on. */
    private static int add(@Nullable Model model, List<Model> models, BitSet taken, int otherwise) {
        if (model == null) {
            return otherwise;
        }
        int over = taken.nextSetBit(model.firstLine());
        if (over >= 0 && over <= model.lastLine()) {
            return otherwise;
        }
        models.add(model);
        return model.lastLine();
    }
}

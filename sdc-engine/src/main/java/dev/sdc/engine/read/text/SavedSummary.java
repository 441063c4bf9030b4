package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.TextReader;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.ModelReader;
import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.read.model.Whereabouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The summary of a model that was saved as a file of cells: blocks of names and values, then the table of terms. */
public final class SavedSummary {
    private static final int LARGEST = 200_000;

    private SavedSummary() {}

    /** Records of cells, a comma between them; addresses are those of cells. */
    private record InRecords(List<String> records) implements Whereabouts {
        @Override
        public String of(Place place) {
            String left = records.get(place.line() - 1).substring(0, place.column() - 1);
            return Grid.columnName(commas(left)) + place.line();
        }

        /** All cells of the records between two places: names and values stand side by side. */
        @Override
        public String of(Place first, Place last) {
            int most = records.subList(first.line() - 1, last.line()).stream()
                    .mapToInt(InRecords::commas)
                    .max()
                    .orElse(0);
            return of(first) + ":" + Grid.columnName(most) + last.line();
        }

        private static int commas(String record) {
            boolean quoted = false;
            int commas = 0;
            for (int i = 0; i < record.length(); i++) {
                quoted ^= record.charAt(i) == '"';
                commas += record.charAt(i) == ',' && !quoted ? 1 : 0;
            }
            return commas;
        }
    }

    /** The summary in a file with commas; empty when it holds anything else. */
    public static Optional<Reading> of(byte[] bytes, Limits limits) {
        if (bytes.length > LARGEST || !(TextReader.read(bytes, limits) instanceof Reading.Text text)) {
            return Optional.empty();
        }
        List<String> lines = text.lines();
        boolean titled = lines.stream()
                .limit(3)
                .anyMatch(line -> line.contains("Results")
                        || line.startsWith("Dep. Variable:")
                        || line.startsWith("Dependent Variable:"));
        if (!titled) {
            return Optional.empty();
        }
        // commas and quotation marks take the room of a space, so that every character keeps its place
        List<Model> models = ModelReader.in(lines.stream()
                .map(line -> line.replace(',', ' ').replace('"', ' '))
                .toList());
        if (models.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        List<String> rest = new ArrayList<>(lines);
        for (Model model : models) {
            parts.add(new Part.ModelPrint(null, model, lines, new InRecords(lines)));
            rest.subList(model.firstLine() - 1, model.lastLine()).replaceAll(line -> "");
        }
        if (!rest.stream().allMatch(String::isBlank)) {
            parts.add(new Part.Words(null, lines, List.copyOf(rest)));
        }
        return Optional.of(new Reading.Document(List.copyOf(parts), lines, text.notes()));
    }
}

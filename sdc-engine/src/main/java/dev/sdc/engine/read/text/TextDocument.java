package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.PlainDigits;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Stretch;
import dev.sdc.engine.read.model.ModelReader;
import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.read.model.Whereabouts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts a text into what stands in it: models, tables, and the running text that is left. */
public final class TextDocument {
    private TextDocument() {}

    /** The text in parts; the text as it is where it holds nothing else. */
    public static Reading of(Reading.Text text, Limits limits) {
        return of(text, finders(null, limits));
    }

    /** The text in parts; what a first finder claims is left to it. */
    public static Reading of(Reading.Text text, Stretch.Finder first, Limits limits) {
        List<Stretch.Finder> all = new ArrayList<>(List.of(first));
        all.addAll(finders(null, limits));
        return of(text, all);
    }

    /** The text in parts that some finders find; the text as it is where it holds nothing else. */
    public static Reading of(Reading.Text text, List<Stretch.Finder> finders) {
        List<Part> parts = parts(null, text.lines(), finders);
        return parts.stream().allMatch(Part.Words.class::isInstance)
                ? text
                : new Reading.Document(parts, text.lines(), text.notes());
    }

    /**
     * What stands in some lines: first what was recognised, from top to bottom, then the lines that are left, if any.
     *
     * @param place where the lines stand in their file, or null where they are its lines
     */
    public static List<Part> parts(@Nullable String place, List<String> lines, Limits limits) {
        return parts(place, lines, finders(place, limits));
    }

    private static List<Part> parts(@Nullable String place, List<String> lines, List<Stretch.Finder> finders) {
        List<String> rest = new ArrayList<>(PlainDigits.in(lines));
        List<Stretch> found = new ArrayList<>();
        for (Stretch.Finder finder : finders) {
            for (Stretch stretch : finder.in(rest)) {
                found.add(stretch);
                Collections.copy(rest.subList(stretch.from(), stretch.to()), stretch.left());
            }
        }
        found.sort(Comparator.comparingInt(Stretch::from));
        List<Captions> captions = Captions.around(between(place, rest, found));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Part part = found.get(i).part();
            parts.add(part instanceof Part.TableIn table ? table.with(captions.get(i)) : part);
        }
        if (!rest.stream().allMatch(String::isBlank)) {
            parts.add(new Part.Words(place, lines, List.copyOf(rest)));
        }
        return parts;
    }

    /** The lines before, between and behind some stretches. */
    private static List<List<Captions.Line>> between(
            @Nullable String place, List<String> rest, List<Stretch> stretches) {
        Whereabouts where = new Whereabouts.InText(place);
        List<List<Captions.Line>> between = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= stretches.size(); i++) {
            int to = i < stretches.size() ? stretches.get(i).from() : rest.size();
            List<Captions.Line> lines = new ArrayList<>();
            for (int line = from; line < to; line++) {
                lines.add(new Captions.Line(where.of(new Place(line + 1, 1)), rest.get(line)));
            }
            between.add(lines);
            from = i < stretches.size() ? stretches.get(i).to() : to;
        }
        return between;
    }

    /** What is looked for, in this order: a line belongs to the first that claims it. */
    private static List<Stretch.Finder> finders(@Nullable String place, Limits limits) {
        return List.of(
                new PrintedNodes(place, limits),
                lines -> models(place, lines),
                new DetailedSummaries(place, limits),
                new SurvivalSettings(place, limits),
                new PrintedTrees(place, limits),
                new BracketTables(place, limits),
                new PipeTables(place, limits),
                new SummaryTables(place, limits),
                new PrintedVectors(place, limits),
                new TabTables(place, limits),
                new PrintedTables(place, limits),
                new DelimitedLines(place, limits));
    }

    private static List<Stretch> models(@Nullable String place, List<String> lines) {
        List<String> text = List.copyOf(lines);
        Whereabouts where = new Whereabouts.InText(place);
        return ModelReader.in(text).stream()
                .map(model -> new Stretch(
                        model.firstLine() - 1, model.lastLine(), new Part.ModelPrint(place, model, text, where)))
                .toList();
    }
}

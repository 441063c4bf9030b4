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
        return of(text, finders(null, limits), limits);
    }

    /** The text in parts; what a first finder claims is left to it. */
    public static Reading of(Reading.Text text, Stretch.Finder first, Limits limits) {
        List<Stretch.Finder> all = new ArrayList<>(List.of(first));
        all.addAll(finders(null, limits));
        return of(text, all, limits);
    }

    /** The text in parts that some finders find; the text as it is where it holds nothing else. */
    public static Reading of(Reading.Text text, List<Stretch.Finder> finders, Limits limits) {
        List<Part> parts = parts(null, text.lines(), finders, limits);
        return parts.stream()
                        .allMatch(part ->
                                part instanceof Part.Words words && words.rest().equals(text.lines()))
                ? text
                : new Reading.Document(parts, text.lines(), text.notes());
    }

    /**
     * What stands in some lines: first what was recognised, from top to bottom, then the lines that are left, if any.
     *
     * @param place where the lines stand in their file, or null where they are its lines
     */
    public static List<Part> parts(@Nullable String place, List<String> lines, Limits limits) {
        return parts(place, lines, finders(place, limits), limits);
    }

    private static List<Part> parts(
            @Nullable String place, List<String> lines, List<Stretch.Finder> finders, Limits limits) {
        List<String> rest = new ArrayList<>(PlainDigits.in(lines));
        List<Stretch> found = new ArrayList<>();
        for (Stretch.Finder finder : finders) {
            for (Stretch stretch : finder.in(rest)) {
                found.add(stretch);
                Collections.copy(rest.subList(stretch.from(), stretch.to()), stretch.left());
            }
        }
        List<Stretch> all = captioned(place, rest, found);
        // what they say of a table beside them is still said when they are read as a table themselves
        List<Stretch> named = new NamedFigures(place, limits).in(rest);
        all.addAll(captioned(place, rest, named));
        named.forEach(stretch -> Collections.copy(rest.subList(stretch.from(), stretch.to()), stretch.left()));
        all.sort(Comparator.comparingInt(Stretch::from));
        List<Part> parts = new ArrayList<>(all.stream().map(Stretch::part).toList());
        if (!rest.stream().allMatch(String::isBlank)) {
            parts.add(new Part.Words(place, lines, List.copyOf(rest)));
        }
        return parts;
    }

    /** Some stretches from top to bottom, tables with the lines around them. */
    private static List<Stretch> captioned(@Nullable String place, List<String> rest, List<Stretch> found) {
        List<Stretch> sorted = new ArrayList<>(found);
        if (found.isEmpty()) {
            return sorted;
        }
        sorted.sort(Comparator.comparingInt(Stretch::from));
        List<Captions> captions = Captions.around(between(place, rest, sorted));
        for (int i = 0; i < sorted.size(); i++) {
            Stretch stretch = sorted.get(i);
            if (stretch.part() instanceof Part.TableIn table) {
                Part with = table.with(captions.get(i));
                sorted.set(i, new Stretch(stretch.from(), stretch.to(), with, stretch.left()));
            }
        }
        return sorted;
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
                new DataDescriptions(place, limits),
                new Reshapings(place, limits),
                new PrintedTrees(place, limits),
                new BracketTables(place, limits),
                new KableSummaries(place, limits),
                new PipeTables(place, limits),
                new BarredLines(place, limits),
                new SummaryTables(place, limits),
                new DescribedVariables(place, limits),
                new PairwiseTests(place, limits),
                new ConfidenceIntervals(place, limits),
                new PrintedVectors(place, limits),
                new PrintedMappings(place, limits),
                new NamedVectors(place, limits),
                new TabTables(place, limits),
                new FlatTables(place, limits),
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

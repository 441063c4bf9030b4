package dev.sdc.rules.file;

import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Output;
import dev.sdc.rules.fig.MarkUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pictures that carry their data as numbers: drawings, and charts that a script draws. */
@SdcRule(
        id = "FILE-006",
        title = "Picture that carries its data",
        source = "UK Data Service: fixed images; SDC handbook 6.6.2")
public final class PictureWithData implements FileRule {
    /** What stands in a page or a notebook that draws from numbers; a search for plain words is many times as fast. */
    private static final List<String> DRAWS = List.of(
            "Plotly.newPlot",
            "Plotly.react",
            "vegaEmbed",
            "echarts.init",
            "Highcharts.",
            "Bokeh.",
            "<canvas",
            "<svg",
            "vega/v",
            "vega-lite/v",
            "application/vnd.plotly",
            "application/vnd.vega",
            "image/svg+xml",
            "HTMLWidget.",
            "HTMLWidgets.");

    private static final String SCRIPT = "<script";
    private static final Pattern SCRIPT_DATA = Pattern.compile("<script\\b[^>]{0,200}application/json");
    private static final String TYPE = "\"type\"";
    private static final Pattern TRACE =
            Pattern.compile("\"type\"\\s*:\\s*\"(?:scatter|scattergl|box|violin|histogram|bar|heatmap)\"");

    private static final int FEWEST_MARKS = 5;

    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        Findings findings = Findings.in(this, file.file().path());
        MediaType type = file.file().recognised();
        if (type == MediaType.SVG || file.file().claimed() == MediaType.SVG) {
            drawing(file, settings.minCount(), findings);
        } else if (type == MediaType.HTML || type == MediaType.JSON || type == MediaType.NOTEBOOK) {
            scripted(file, findings);
        } else {
            return new Outcome.NotApplicable("it is no picture that carries numbers");
        }
        return findings.outcome("drawings and scripted charts");
    }

    private static void drawing(ExaminedFile file, int minimum, Findings findings) {
        Part.Marks marks = marks(file.reading());
        Optional<String> units = file.outputs().stream()
                .map(output -> unitsDrawn(output, marks, minimum))
                .flatMap(Optional::stream)
                .findFirst();
        String drawn = marks.series() > 1
                ? marks.all() + " marks of " + marks.series()
                        + " series stand in it with exact coordinates, the largest with " + marks.largest()
                : marks.largest() + " like marks stand in it with exact coordinates";
        findings.add(
                "",
                null,
                null,
                units.isPresent() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> words.message("This drawing carries the values it shows.")
                        .because(drawn + units.map(why -> "; " + why).orElse("; check what each stands for"))
                        .remedy("Save it as .png, without one mark for each person."));
    }

    private static Part.Marks marks(Reading reading) {
        if (reading instanceof Reading.Document document) {
            for (Part part : document.parts()) {
                if (part instanceof Part.Marks marks) {
                    return marks;
                }
            }
        }
        return new Part.Marks(0, 0, 0);
    }

    /** Why each mark is one unit, if anything says so. */
    private static Optional<String> unitsDrawn(Output output, Part.Marks marks, int minimum) {
        Declaration declared = output.declaration();
        if (MarkUnit.drawsPersons(output, minimum)) {
            return Optional.of("the declaration says that marks are single persons");
        }
        Population population = declared.population();
        Long n = population == null ? null : population.n();
        boolean asMany = n != null && (asMany(marks.largest(), n) || asMany(marks.all(), n));
        return asMany ? Optional.of("there are about as many as persons in the population") : Optional.empty();
    }

    private static boolean asMany(int marks, long n) {
        return marks >= FEWEST_MARKS && marks * 10L >= n * 9 && marks * 50L <= n * 51;
    }

    private static void scripted(ExaminedFile file, Findings findings) {
        if (draws(String.join("\n", file.reading().lines()))) {
            findings.add(
                    "",
                    null,
                    null,
                    Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("A chart in this file carries the values it shows.")
                            .because("it is drawn by a script or as vectors from numbers in the file")
                            .remedy("Save the chart as .png, and hand in the table behind it."));
        }
    }

    private static boolean draws(String text) {
        return DRAWS.stream().anyMatch(text::contains)
                || (text.contains(SCRIPT) && SCRIPT_DATA.matcher(text).find())
                || (text.contains(TYPE) && TRACE.matcher(text).find());
    }
}

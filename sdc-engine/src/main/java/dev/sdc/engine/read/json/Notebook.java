package dev.sdc.engine.read.json;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.html.HtmlDocument;
import dev.sdc.engine.read.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parts a notebook into its code, its text, and what its cells put out. Nothing is run. */
public final class Notebook {
    private static final Pattern COLOURS = Pattern.compile("\\u001b\\[[0-9;]*m");

    private final Limits limits;
    private final List<Part> parts = new ArrayList<>();
    private final List<Reading.Note> notes;

    private Notebook(Limits limits, List<Reading.Note> notes) {
        this.limits = limits;
        this.notes = new ArrayList<>(notes);
    }

    /** The notebook in parts; as JSON where it has no cells. */
    public static Reading of(Reading.Text text, Limits limits) {
        JsonNode root;
        try {
            root = JsonDocument.parse(text.lines());
        } catch (JacksonException | NumberFormatException e) { // a number of an exponent that no program has room for
            return JsonDocument.of(text, limits);
        }
        JsonNode cells = root.path("cells");
        if (!cells.isArray()) {
            return JsonDocument.of(text, limits);
        }
        Notebook notebook = new Notebook(limits, text.notes());
        for (int i = 0; i < cells.size(); i++) {
            notebook.cell(cells.get(i), "/cells/" + i);
        }
        if (!root.path("metadata").path("widgets").isEmpty()) {
            notebook.parts.add(new Part.NotRead("/metadata/widgets", "The notebook holds the data of widgets."));
        }
        List<String> aside = UnshownInNotebook.in(root);
        if (!aside.isEmpty()) {
            notebook.parts.add(new Part.Words("/metadata", aside, aside));
        }
        Notes hidden = new Notes(limits.notes());
        new HiddenInNotebook(hidden).add(root);
        Reading read =
                notebook.parts.isEmpty() ? text : new Reading.Document(notebook.parts, text.lines(), notebook.notes);
        return read.with(hidden.list());
    }

    private void cell(JsonNode cell, String pointer) {
        List<String> source = lines(cell.path("source"));
        boolean code = cell.path("cell_type").asString("").equals("code");
        if (code && source.stream().anyMatch(line -> !line.isBlank())) {
            parts.add(new Part.Code(pointer + "/source", source));
        } else if (!code) {
            parts.addAll(TextDocument.parts(pointer + "/source", source, limits));
        }
        for (String name : cell.path("attachments").propertyNames()) {
            parts.add(new Part.Picture(pointer + "/attachments" + PointerPlaces.step(name)));
        }
        JsonNode outputs = cell.path("outputs");
        for (int i = 0; i < outputs.size(); i++) {
            output(outputs.get(i), pointer + "/outputs/" + i);
        }
    }

    private void output(JsonNode output, String pointer) {
        parts.addAll(TextDocument.parts(pointer + "/text", lines(output.path("text")), limits));
        List<String> traceback = new ArrayList<>(); // each piece of it begins a line
        output.path("traceback")
                .forEach(piece -> lines(piece).stream()
                        .map(line -> COLOURS.matcher(line).replaceAll(""))
                        .forEach(traceback::add));
        parts.addAll(TextDocument.parts(pointer + "/traceback", traceback, limits));
        if (traceback.isEmpty()) {
            parts.addAll(TextDocument.parts(pointer + "/evalue", lines(output.path("evalue")), limits));
        }
        JsonNode data = output.path("data");
        boolean table = false;
        for (Map.Entry<String, JsonNode> form : data.properties()) {
            String at = pointer + "/data" + PointerPlaces.step(form.getKey());
            String kind = form.getKey();
            if (kind.equals("text/html")) {
                List<Part> page = HtmlDocument.parts(at, lines(form.getValue()), limits, notes);
                table = page.stream().anyMatch(Part.TableIn.class::isInstance);
                parts.addAll(page);
            } else if (kind.startsWith("image/")) {
                parts.add(new Part.Picture(at));
            } else if (kind.equals("text/markdown") || kind.equals("text/latex")) {
                parts.addAll(TextDocument.parts(at, lines(form.getValue()), limits));
            } else if (!kind.equals("text/plain")) {
                parts.add(new Part.NotRead(at, "An output of the kind " + kind + " is not read."));
            }
        }
        if (!table) { // else it is the same table again
            List<String> plain = lines(data.path("text/plain"));
            parts.addAll(TextDocument.parts(pointer + "/data/text~1plain", plain, limits));
        }
    }

    /** A text that is stored in one piece or in lines. */
    private static List<String> lines(JsonNode text) {
        StringBuilder whole = new StringBuilder();
        if (text.isArray()) {
            text.forEach(line -> whole.append(line.isString() ? line.asString() : ""));
        } else if (text.isString()) {
            whole.append(text.asString());
        }
        return whole.isEmpty() ? List.of() : whole.toString().lines().toList();
    }
}

package dev.sdc.engine.read.json;

import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import dev.sdc.engine.read.html.NumberLists;
import dev.sdc.engine.read.text.CountInNames;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds what a notebook holds and no program shows: further data of its cells, and the values behind its charts. */
final class HiddenInNotebook {
    private static final Pattern FIGURES = Pattern.compile("(?<![\\w#.])\\d");
    /** What notebook programs write of a notebook or a cell themselves. */
    private static final Set<String> USUAL = Set.of(
            "tags",
            "collapsed",
            "scrolled",
            "jupyter",
            "execution",
            "ExecuteTime",
            "papermill",
            "id",
            "name",
            "pycharm",
            "vscode",
            "colab",
            "slideshow",
            "trusted",
            "editable",
            "deletable",
            "outputId",
            "colab_type",
            "hidden",
            "heading_collapsed",
            "code_folding",
            "run_control",
            "lines_to_next_cell",
            "isolated",
            "needs_background",
            "kernelspec",
            "language_info",
            "kernel_info",
            "orig_nbformat",
            "nbconvert_exporter",
            "toc",
            "toc-autonumbering",
            "toc-showcode",
            "toc-showmarkdowntxt",
            "varInspector",
            "accelerator",
            "anaconda-cloud",
            "celltoolbar",
            "hide_input",
            "interpreter",
            "jupytext",
            "application/vnd.databricks.v1+notebook");

    private final Notes notes;

    HiddenInNotebook(Notes notes) {
        this.notes = notes;
    }

    void add(JsonNode root) {
        metadata(root.path("metadata"), "/metadata");
        names(root, "");
        JsonNode cells = root.path("cells");
        for (int i = 0; i < cells.size(); i++) {
            String cell = "/cells/" + i;
            metadata(cells.get(i).path("metadata"), cell + "/metadata");
            names(cells.get(i), cell);
            JsonNode outputs = cells.get(i).path("outputs");
            for (int o = 0; o < outputs.size(); o++) {
                output(outputs.get(o), cell + "/outputs/" + o);
                names(outputs.get(o), cell + "/outputs/" + o);
            }
        }
    }

    private void metadata(JsonNode metadata, String where) {
        for (Map.Entry<String, JsonNode> entry : metadata.properties()) {
            String value = entry.getValue().toString();
            if (!USUAL.contains(entry.getKey()) && FIGURES.matcher(value).find()) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        where,
                        "The metadata hold figures that no program shows, " + value.length()
                                + " characters. Clear the metadata.");
                return;
            }
        }
    }

    private void names(JsonNode holder, String where) {
        for (Map.Entry<String, JsonNode> member : UnshownInNotebook.members(holder)) {
            if (CountInNames.isIn(member.getKey() + ": " + member.getValue())) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        where,
                        "The notebook tells how many people something befell where no program shows it. Clear the"
                                + " metadata.");
                return;
            }
        }
    }

    private void output(JsonNode output, String where) {
        metadata(output.path("metadata"), where + "/metadata");
        for (Map.Entry<String, JsonNode> form : output.path("data").properties()) {
            if (!form.getKey().endsWith("json")) {
                continue;
            }
            int records = new NumberLists(form.getValue().toString()).records();
            if (records > 0) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        where,
                        "The chart holds lists of " + records
                                + " values each, one for each mark, as records have them. Save the chart as .png.");
            }
        }
    }
}

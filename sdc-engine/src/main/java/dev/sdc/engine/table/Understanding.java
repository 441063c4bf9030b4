package dev.sdc.engine.table;

import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the outputs in what was read from a file, and understands each. Never throws on account of the content. */
public final class Understanding {
    /** Where declarations come from: what holds for a place in the file. */
    @FunctionalInterface
    public interface Declarations {
        /** What is declared for a sheet (null: a file without sheets) and a range in it (null: all of it). */
        Declaration of(@Nullable String sheet, @Nullable String range);
    }

    private Understanding() {}

    /** The outputs of a file, in the order of the file; empty where nothing was understood as one. */
    public static List<Output> of(ReceivedFile file, Reading reading, Declarations declarations) {
        List<Output> outputs = new ArrayList<>();
        if (reading instanceof Reading.Grids grids) {
            grids.grids().forEach(grid -> tables(file, grid, Captions.NONE, declarations, outputs));
            return outputs;
        }
        if (file.claimed() == MediaType.SVG
                && (reading instanceof Reading.Text || reading instanceof Reading.Document)) {
            return drawing(file, reading, declarations.of(null, null));
        }
        if (reading instanceof Reading.Document document) {
            document.parts().forEach(part -> part(file, part, declarations, outputs));
            return outputs;
        }
        Declaration declaration = declarations.of(null, null);
        OutputType declared = declaration.outputType();
        String id = file.path() + "#1";
        if (reading instanceof Reading.Text text) {
            OutputType type = typeOfWords(file.claimed(), declared);
            return text.lines().stream().allMatch(String::isBlank)
                    ? List.of()
                    : List.of(new Prose(
                            id,
                            file.path(),
                            type,
                            type == declared,
                            declaration,
                            null,
                            text.lines(),
                            text.lines(),
                            List.of()));
        }
        if (reading instanceof Reading.NotUnderstood not) {
            boolean picture = file.claimed() == MediaType.PNG || file.claimed() == MediaType.JPEG;
            OutputType type = declared != null ? declared : picture ? OutputType.FIGURE : OutputType.OTHER;
            return List.of(
                    picture
                            ? new Figure(id, file.path(), type, declared != null, declaration, List.of())
                            : new Opaque(
                                    id,
                                    file.path(),
                                    "",
                                    type,
                                    declared != null,
                                    declaration,
                                    List.of(new Output.Remark("", not.why()))));
        }
        return List.of();
    }

    private static OutputType typeOf(MediaType media) {
        return switch (media) {
            case CODE -> OutputType.CODE;
            case LOG, NOTEBOOK -> OutputType.LOG;
            case SVG, PNG, JPEG -> OutputType.FIGURE;
            case TEXT, MARKDOWN, HTML, LATEX -> OutputType.TEXT;
            case CSV, TSV, XLSX, JSON, UNKNOWN -> OutputType.OTHER;
        };
    }

    /** A drawing, and the words that stand in it. */
    private static List<Output> drawing(ReceivedFile file, Reading reading, Declaration declaration) {
        OutputType declared = declaration.outputType();
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Figure(
                file.path() + "#1",
                file.path(),
                declared != null ? declared : OutputType.FIGURE,
                declared != null,
                declaration,
                List.of()));
        if (reading instanceof Reading.Document document) {
            for (Part part : document.parts()) {
                if (part instanceof Part.Words words) {
                    outputs.add(new Prose(
                            file.path() + "#2",
                            file.path(),
                            OutputType.TEXT,
                            false,
                            declaration,
                            null,
                            words.lines(),
                            words.rest(),
                            List.of()));
                }
            }
        }
        return outputs;
    }

    private static void part(ReceivedFile file, Part part, Declarations declarations, List<Output> outputs) {
        if (part instanceof Part.TableIn table) {
            tables(file, table.grid(), table.captions(), declarations, outputs);
        } else if (part instanceof Part.ModelPrint print) {
            outputs.add(model(file, print, declarations, outputs.size() + 1));
        } else if (part instanceof Part.Words words) {
            Declaration declaration = declarations.of(null, null);
            OutputType declared = declaration.outputType();
            OutputType type = typeOfWords(file.claimed(), declared);
            outputs.add(new Prose(
                    file.path() + "#" + (outputs.size() + 1),
                    file.path(),
                    type,
                    type == declared,
                    declaration,
                    words.place(),
                    words.lines(),
                    words.rest(),
                    List.of()));
        } else if (part instanceof Part.Code code) {
            outputs.add(new Prose(
                    file.path() + "#" + (outputs.size() + 1),
                    file.path(),
                    OutputType.CODE,
                    declarations.of(null, null).outputType() == OutputType.CODE,
                    declarations.of(null, null),
                    code.place(),
                    code.lines(),
                    code.lines(),
                    List.of()));
        } else if (part instanceof Part.Picture picture) {
            String where = picture.place();
            outputs.add(new Figure(
                    file.path() + "#" + (outputs.size() + 1),
                    file.path(),
                    OutputType.FIGURE,
                    false,
                    declarations.of(null, null),
                    List.of(new Output.Remark(where, "a picture stands here, whose numbers cannot be seen"))));
        } else if (part instanceof Part.NotRead not) {
            Declaration declaration = declarations.of(null, null);
            outputs.add(new Opaque(
                    file.path() + "#" + (outputs.size() + 1),
                    file.path(),
                    not.where(),
                    OutputType.OTHER,
                    false,
                    declaration,
                    List.of(new Output.Remark(not.where(), not.why()))));
        }
    }

    /** The kind of words in a file. Beside the code of a notebook, or on a page, they are no code, but what it printed. */
    private static OutputType typeOfWords(MediaType media, @Nullable OutputType declared) {
        boolean script = media == MediaType.CODE || media == MediaType.TEXT || media == MediaType.UNKNOWN;
        return declared == null || (declared == OutputType.CODE && !script) ? typeOf(media) : declared;
    }

    private static Output model(ReceivedFile file, Part.ModelPrint print, Declarations declarations, int number) {
        String id = file.path() + "#" + number;
        Model model = print.model();
        String range = print.where().of(new Place(model.firstLine(), 1), new Place(model.lastLine(), 1));
        Declaration declaration = declarations.of(print.place(), range.substring(range.lastIndexOf('!') + 1));
        Table table = ModelTable.of(print, id, file.path(), declaration);
        String why = "the print of a model is larger than is read";
        return table != null
                ? new ModelSummary(model, print.lines(), table)
                : new Opaque(
                        id,
                        file.path(),
                        range,
                        OutputType.OTHER,
                        false,
                        declaration,
                        List.of(new Output.Remark(range, why)));
    }

    private static void tables(
            ReceivedFile file, Grid grid, Captions around, Declarations declarations, List<Output> outputs) {
        Declaration sheet = declarations.of(grid.sheet(), null);
        CellText text = new CellText(grid.style(), sheet.markers());
        Looks looks = new Looks(grid, text);
        Blocks.Parts parts = Blocks.of(grid, looks);
        for (int b = 0; b < parts.blocks().size(); b++) {
            Block block = parts.blocks().get(b);
            String id = file.path() + "#" + (outputs.size() + 1);
            int[] rows = block.rows();
            String range = grid.address(rows[0], block.firstColumn(), rows[rows.length - 1], block.lastColumn());
            Declaration declaration = declarations.of(grid.sheet(), within(grid.sheet(), range));
            Captions captions = new Captions(
                    b == 0 ? around.above() : List.of(), b == parts.blocks().size() - 1 ? around.below() : List.of());
            TurnedBlock turned = TurnedBlock.of(grid, block);
            TableReader reader = turned == null
                    ? new TableReader(id, file.path(), grid, looks, text, block, captions, declaration)
                    : new TableReader(id, file.path(), turned.grid(), turned.block(), captions, declaration);
            outputs.add(reader.read());
        }
        if (!parts.looseLines().isEmpty()) {
            String id = file.path() + "#" + (outputs.size() + 1);
            outputs.add(LinesOfSheet.of(id, file.path(), grid, parts.looseLines(), sheet));
        }
    }

    /** An address without the name of its sheet. */
    private static String within(@Nullable String sheet, String address) {
        return sheet == null ? address : address.substring(address.lastIndexOf('!') + 1);
    }
}

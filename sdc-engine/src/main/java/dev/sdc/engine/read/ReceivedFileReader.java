package dev.sdc.engine.read;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.csv.DelimitedReader;
import dev.sdc.engine.read.html.HtmlDocument;
import dev.sdc.engine.read.html.SvgDocument;
import dev.sdc.engine.read.html.TagTables;
import dev.sdc.engine.read.json.JsonDocument;
import dev.sdc.engine.read.json.Notebook;
import dev.sdc.engine.read.latex.LatexTables;
import dev.sdc.engine.read.latex.PlotCoordinates;
import dev.sdc.engine.read.picture.PictureReader;
import dev.sdc.engine.read.text.CodeDocument;
import dev.sdc.engine.read.text.SavedSummary;
import dev.sdc.engine.read.text.TextDocument;
import dev.sdc.engine.read.xlsx.WorkbookReader;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The front door of reading: turns a received file into grids or lines.
 *
 * <p>Whatever a file holds, a reading comes back; nothing is thrown. Stateless and thread-safe.
 */
public final class ReceivedFileReader {
    private ReceivedFileReader() {}

    /** Reads a file as what its content was recognised to be. */
    public static Reading read(ReceivedFile file, Limits limits) {
        if (file.unreadable() != null) {
            return new Reading.Unreadable(file.unreadable());
        }
        if (file.bytes().length == 0) {
            return new Reading.NotUnderstood("The file is empty: it has no bytes.");
        }
        try {
            return UnseenCharacters.remarkedOn(dispatch(file, limits), limits.notes());
        } catch (OutOfMemoryError e) {
            return new Reading.Unreadable(
                    "The file needs more memory than the checker was given. Send the summary that is needed.");
        } catch (RuntimeException | Error e) {
            // hostile content is the normal case, and one file must not stop the others
            return new Reading.Unreadable("The file could not be read: its reader stopped with "
                    + e.getClass().getSimpleName() + ". Save it anew, or send the table as .csv.");
        }
    }

    private static Reading dispatch(ReceivedFile file, Limits limits) {
        return switch (file.recognised()) {
            case CSV, TSV ->
                SavedSummary.of(file.bytes(), limits)
                        .orElseGet(
                                () -> DelimitedReader.read(file.bytes(), file.recognised() == MediaType.TSV, limits));
            case TEXT -> {
                Optional<Reading> table = DelimitedReader.readIfDelimited(file.bytes(), limits);
                yield table.isPresent()
                        ? table.get()
                        : text(file, limits, (source, most) -> TextDocument.of(source, new TagTables(most), most));
            }
            case MARKDOWN, LOG ->
                text(file, limits, (source, most) -> TextDocument.of(source, new TagTables(most), most));
            case HTML -> text(file, limits, HtmlDocument::of);
            case JSON -> text(file, limits, JsonDocument::of);
            case LATEX ->
                text(
                        file,
                        limits,
                        (source, most) -> TextDocument.of(
                                source, List.of(new LatexTables(most), new PlotCoordinates(most)), most));
            case NOTEBOOK -> text(file, limits, Notebook::of);
            case SVG -> text(file, limits, SvgDocument::of);
            case CODE -> text(file, limits, CodeDocument::of);
            case PNG -> PictureReader.png(file.bytes(), limits);
            case JPEG -> PictureReader.jpeg(file.bytes(), limits);
            case XLSX -> WorkbookReader.read(file.bytes(), limits); // loaded only here: it is heavy
            case UNKNOWN ->
                new Reading.NotUnderstood(file.refused() == null ? "The kind of file is not known." : file.refused());
        };
    }

    /** A text, parted by what stands in it. */
    private static Reading text(ReceivedFile file, Limits limits, BiFunction<Reading.Text, Limits, Reading> parts) {
        Reading reading = TextReader.read(file.bytes(), limits);
        return reading instanceof Reading.Text text ? parts.apply(text, limits) : reading;
    }
}

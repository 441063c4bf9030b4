package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ZipDirectory;
import dev.sdc.engine.intake.ZipDirectory.Entry;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.DefaultHandler;

/** Reads Excel workbooks (.xlsx): every sheet as a grid, and remarks on whatever a reader of the screen does not see. */
public final class WorkbookReader {
    private static final int OLE2 = 0xD0CF11E0;

    private final Limits limits;
    private final Archive archive;
    private final Relationships relationships;
    private final Notes notes;

    private WorkbookReader(Archive archive, Limits limits) throws IOException {
        this.archive = archive;
        this.limits = limits;
        this.notes = new Notes(limits.notes());
        this.relationships = new Relationships(archive);
    }

    /** Reads a workbook from its bytes, which are left as they are. */
    public static Reading read(byte[] bytes, Limits limits) {
        try {
            ZipDirectory zip = ZipDirectory.of(bytes);
            if (zip == null) {
                return new Reading.Unreadable(
                        isOle2(bytes)
                                ? "The workbook is encrypted with a password. Save it without one."
                                : "The workbook is cut off or damaged: its archive has no valid table of contents. Copy or"
                                        + " save it anew.");
            }
            return new WorkbookReader(new Archive(zip, limits), limits).read();
        } catch (UnreadableWorkbook e) {
            return new Reading.Unreadable(e.sentence());
        } catch (IOException e) {
            return new Reading.Unreadable(
                    "The workbook is damaged: a part of it does not unpack. Copy or save it anew.");
        }
    }

    private static boolean isOle2(byte[] bytes) {
        return bytes.length >= 4
                && ((bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF))
                        == OLE2;
    }

    private Reading read() throws IOException {
        String main = relationships.target("", "officeDocument");
        Entry contents = main == null ? null : archive.find(main);
        if (main == null || contents == null) {
            throw new UnreadableWorkbook("The workbook has no table of contents. Save it anew.");
        }
        Workbook workbook = new Workbook();
        Xml.parse(archive.open(contents), workbook);
        SharedTexts shared = new SharedTexts(limits);
        parse(relationships.target(main, "sharedStrings"), shared);
        NumberFormats formats = new NumberFormats();
        parse(relationships.target(main, "styles"), formats);
        Display display = new Display(workbook.from1904());

        List<Grid> grids = new ArrayList<>();
        long cells = limits.cells();
        for (Workbook.Sheet sheet : workbook.sheets()) {
            Relationships.Relationship reference = reference(main, sheet);
            if (reference.type().equals("worksheet")) {
                SheetHandler handler = new SheetHandler(sheet.name(), cells, limits, shared, formats, display, notes);
                Entry part = archive.find(reference.target());
                if (part == null) {
                    throw missing(sheet);
                }
                Xml.parse(archive.open(part), handler);
                Grid grid = handler.build(sheet.visibility());
                cells -= (long) grid.rows() * grid.columns();
                SheetNotes.add(notes, grid);
                besides(sheet, reference.target());
                grids.add(grid);
            } else if (reference.type().equals("chartsheet")) {
                notes.add(
                        Kind.NOT_UNDERSTOOD,
                        sheet.name(),
                        "The sheet \"" + sheet.name()
                                + "\" is a chart, which is not checked. Send the figures behind it as a table.");
            } else {
                notes.add(
                        Kind.ACTIVE,
                        sheet.name(),
                        "The sheet \"" + sheet.name() + "\" is a macro or dialog sheet. Delete it.");
            }
        }
        int unused = shared.unused();
        if (unused > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    "The workbook keeps " + unused + (unused == 1 ? " text" : " texts")
                            + " that no cell shows, such as those of a deleted sheet. Copy the tables to a new workbook.");
        }
        NameNotes.add(notes, workbook.names());
        PartNotes.add(archive, relationships, notes);
        return new Reading.Grids(List.copyOf(grids), notes.list(), List.of());
    }

    private Relationships.Relationship reference(String main, Workbook.Sheet sheet) throws UnreadableWorkbook {
        for (Relationships.Relationship relationship : relationships.of(main)) {
            if (relationship.id().equals(sheet.relationship())) {
                return relationship;
            }
        }
        throw missing(sheet);
    }

    private static UnreadableWorkbook missing(Workbook.Sheet sheet) {
        return new UnreadableWorkbook(
                "The sheet \"" + sheet.name() + "\" is listed in the workbook but not in it. Save the workbook anew.");
    }

    private void parse(@Nullable String part, DefaultHandler handler) throws IOException {
        Entry entry = part == null ? null : archive.find(part);
        if (entry != null) {
            Xml.parse(archive.open(entry), handler);
        }
    }

    /** What hangs on or floats over a sheet. */
    private void besides(Workbook.Sheet sheet, String part) throws IOException {
        for (Relationships.Relationship relationship : relationships.of(part)) {
            Entry entry = relationship.external() ? null : archive.find(relationship.target());
            if (entry == null) {
                continue;
            }
            switch (relationship.type()) {
                case "comments", "threadedComment" -> {
                    Comments comments = new Comments();
                    Xml.parse(archive.open(entry), comments);
                    comments.lengths()
                            .forEach((cell, length) -> notes.add(
                                    comments.holdsFigures(cell) ? Kind.HIDDEN_DATA : Kind.HIDDEN,
                                    sheet.name() + "!" + cell,
                                    "A comment of " + length + " characters hangs on the cell. Delete it."));
                }
                case "drawing" -> {
                    Drawing drawing = new Drawing();
                    Xml.parse(archive.open(entry), drawing);
                    for (Drawing.Thing thing : drawing.things()) {
                        notes.add(
                                Kind.NOT_UNDERSTOOD,
                                sheet.name() + "!" + thing.cell(),
                                "A " + thing.what()
                                        + " lies over the sheet and is not checked. Delete it, or send it as a"
                                        + " file of its own.");
                    }
                }
                case "image" ->
                    notes.add(
                            Kind.NOT_UNDERSTOOD,
                            sheet.name(),
                            "The sheet \"" + sheet.name()
                                    + "\" has a background picture, which is not checked. Delete it.");
                default -> {}
            }
        }
    }
}

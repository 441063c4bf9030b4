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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.DefaultHandler;

/** Reads Excel workbooks (.xlsx): every sheet as a grid, and remarks on whatever a reader of the screen does not see. */
public final class WorkbookReader {
    private static final int OLE2 = 0xD0CF11E0;

    private final Limits limits;
    private final Archive archive;
    private final Relationships relationships;
    private final Notes notes;
    private final Set<String> drawnCharts = new HashSet<>();

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
        Workbook workbook = new Workbook(limits.zipEntries());
        archive.parse(contents, workbook);
        Palette palette = new Palette();
        parse(relationships.target(main, "theme"), palette);
        SharedTexts shared = new SharedTexts(limits, palette);
        parse(relationships.target(main, "sharedStrings"), shared);
        Styles styles = new Styles(new NumberFormats(), palette, new Inks(palette));
        parse(relationships.target(main, "styles"), styles.formats());
        parse(relationships.target(main, "styles"), styles.inks());
        Display display = new Display(workbook.from1904());

        List<Grid> grids = new ArrayList<>();
        long cells = limits.cells();
        Set<String> read = new HashSet<>();
        for (int place = 0; place < workbook.sheets().size(); place++) {
            Workbook.Sheet sheet = workbook.sheets().get(place);
            Relationships.Relationship reference = reference(main, sheet);
            if (!read.add(reference.target())) {
                throw new UnreadableWorkbook(
                        "Two sheets of the workbook are the same part, as no program writes them. Copy the"
                                + " tables to a new workbook.");
            }
            if (reference.type().equals("worksheet")) {
                SheetHandler handler = new SheetHandler(sheet.name(), cells, limits, shared, styles, display, notes);
                Entry part = archive.find(reference.target());
                if (part == null) {
                    throw missing(sheet);
                }
                archive.parse(part, handler);
                Grid grid = handler.build(sheet.visibility());
                cells -= (long) grid.rows() * grid.columns();
                SheetNotes.add(notes, grid, workbook.printed(place));
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
        Sheets sheets = new Sheets(grids);
        for (Workbook.Sheet sheet : workbook.sheets()) {
            besides(sheet, reference(main, sheet).target(), sheets);
        }
        unlisted(main, workbook.sheets());
        undrawn();
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
        Relationships.Relationship reference = relationships.of(main, sheet.relationship());
        if (reference == null) {
            throw missing(sheet);
        }
        return reference;
    }

    private static UnreadableWorkbook missing(Workbook.Sheet sheet) {
        return new UnreadableWorkbook(
                "The sheet \"" + sheet.name() + "\" is listed in the workbook but not in it. Save the workbook anew.");
    }

    private void parse(@Nullable String part, DefaultHandler handler) throws IOException {
        Entry entry = part == null ? null : archive.find(part);
        if (entry != null) {
            archive.parse(entry, handler);
        }
    }

    /** Sheets that the workbook refers to and does not list. */
    private void unlisted(String main, List<Workbook.Sheet> listed) {
        Set<String> known = new HashSet<>();
        listed.forEach(sheet -> known.add(sheet.relationship()));
        for (Relationships.Relationship relationship : relationships.of(main)) {
            if (relationship.type().endsWith("sheet") && !known.contains(relationship.id())) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        "",
                        "The part " + relationship.target() + " is a sheet that the workbook does not list, so that no"
                                + " program shows it. Copy the tables to a new workbook.");
            }
        }
    }

    /** Charts that belong to the workbook and that no drawing shows. */
    private void undrawn() {
        for (Relationships.Relationship relationship : relationships.all()) {
            Entry part = relationship.type().equals("chart") ? archive.find(relationship.target()) : null;
            if (part != null && drawnCharts.add(part.name())) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        "",
                        "The part " + part.name()
                                + " is a chart with its values that no sheet shows. Copy the tables to a"
                                + " new workbook.");
            }
        }
    }

    /**
     * Tells of a chart whose values no cell shows. Nothing is to be told of one that repeats what cells show and lies
     * beside them: true for both.
     */
    private boolean charted(Workbook.Sheet sheet, Drawing.Thing thing, String drawing, Sheets sheets)
            throws IOException {
        Relationships.Relationship reference = relationships.of(drawing, thing.part());
        Entry part = reference == null ? null : archive.find(reference.target());
        if (reference == null || part == null || !reference.type().equals("chart")) {
            return false;
        }
        drawnCharts.add(part.name());
        Chart chart = new Chart();
        archive.parse(part, chart);
        Chart.Compared compared = chart.compare(sheets);
        if (compared.unseen() > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    sheet.name() + "!" + thing.cell(),
                    "The chart keeps " + compared.unseen() + (compared.unseen() == 1 ? " value" : " values")
                            + " that no cell shows, such as those of a deleted sheet. Save it as a picture file.");
            return true;
        }
        boolean drawnOn = relationships.of(reference.target()).stream()
                .anyMatch(each ->
                        each.type().equals("chartUserShapes") || each.type().equals("package"));
        return compared.unknown() == 0
                && !chart.saysFigures()
                && !drawnOn
                && !covers(sheets.named(sheet.name()), thing);
    }

    private static boolean covers(Sheets.@Nullable Seen sheet, Drawing.Thing thing) {
        return sheet != null && sheet.isFilled(thing.area());
    }

    /** What hangs on or floats over a sheet. */
    private void besides(Workbook.Sheet sheet, String part, Sheets sheets) throws IOException {
        for (Relationships.Relationship relationship : relationships.of(part)) {
            Entry entry = relationship.external() ? null : archive.find(relationship.target());
            if (entry == null) {
                continue;
            }
            switch (relationship.type()) {
                case "comments", "threadedComment" -> {
                    Comments comments = new Comments();
                    archive.parse(entry, comments);
                    comments.lengths()
                            .forEach((cell, length) -> notes.add(
                                    comments.holdsFigures(cell) ? Kind.HIDDEN_DATA : Kind.HIDDEN,
                                    sheet.name() + "!" + cell,
                                    "A comment of " + length + " characters hangs on the cell. Delete it."));
                }
                case "drawing" -> {
                    Drawing drawing = new Drawing();
                    archive.parse(entry, drawing);
                    for (Drawing.Thing thing : drawing.things()) {
                        if (charted(sheet, thing, relationship.target(), sheets)) {
                            continue;
                        }
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

package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.TextEncoding;
import dev.sdc.engine.intake.ZipDirectory.Entry;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Accounts for every part of a workbook's archive: what is part of the tables, what hides data, what acts, and what is
 * not known.
 */
final class PartNotes {
    /** Parts that hold nothing but the tables, their looks and the file's own housekeeping. */
    private static final Pattern HARMLESS = Pattern.compile("\\[content_types]\\.xml"
            + "|(?:.*/)?_rels/[^/]*\\.rels"
            + "|docprops/app\\.xml"
            + "|xl/(?:workbook|styles|sharedstrings|calcchain|metadata)\\.xml"
            + "|xl/theme/theme\\d*\\.xml"
            + "|docmetadata/labelinfo\\.xml"
            + "|xl/worksheets/[^/]*\\.xml"
            + "|xl/tables/[^/]*\\.xml"
            + "|_xmlsignatures/.*");

    /** A kind of part that is told of by its name alone. */
    private record ByName(Pattern name, Kind kind, String text) {}

    private static final List<ByName> BY_NAME = List.of(
            named(
                    "xl/vbaproject.*|xl/macrosheets/.*|xl/dialogsheets/.*|xl/attachedtoolbars.*",
                    Kind.ACTIVE,
                    "is a macro"),
            named("xl/activex/.*|xl/ctrlprops/.*|customui/.*", Kind.ACTIVE, "is a control that may act"),
            named("(?:xl/)?webextensions/.*", Kind.ACTIVE, "is an add-in"),
            named("xl/embeddings/.*", Kind.HIDDEN_DATA, "is an embedded document"),
            named("xl/connections\\.xml|xl/querytables/.*", Kind.HIDDEN_DATA, "names the source of data"),
            named("xl/model/.*|xl/customdata/.*|xl/powerpivot.*", Kind.HIDDEN_DATA, "is a data model"),
            named("xl/revisions/.*|xl/revisionheaders.*", Kind.HIDDEN_DATA, "records earlier values of cells"),
            named(
                    "xl/slicers?/.*|xl/slicercaches/.*|xl/timelines?/.*|xl/timelinecaches/.*|xl/pivottables/.*|xl/richdata/.*",
                    Kind.HIDDEN,
                    "belongs to a filter or a pivot table"),
            named("docprops/thumbnail.*", Kind.HIDDEN, "is a picture of a sheet"));

    private static final int MOST_SETTINGS = 1 << 16;

    private final Archive archive;
    private final Notes notes;

    private PartNotes(Archive archive, Notes notes) {
        this.archive = archive;
        this.notes = notes;
    }

    private static ByName named(String name, Kind kind, String text) {
        return new ByName(Pattern.compile(name), kind, text);
    }

    static void add(Archive archive, Relationships relationships, Notes notes) throws IOException {
        PartNotes parts = new PartNotes(archive, notes);
        parts.aroundTheArchive();
        Set<String> reachable = relationships.reachable();
        for (Entry entry : archive.entries()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (name.endsWith("/") && entry.size() == 0) {
                continue; // a folder
            }
            boolean housekeeping = name.equals("[content_types].xml") || name.endsWith(".rels");
            if (!housekeeping && !reachable.contains(name)) {
                parts.orphan(entry, name);
            } else {
                parts.part(entry, name);
            }
            parts.beside(entry, name);
        }
        parts.external(relationships);
    }

    private void aroundTheArchive() {
        if (archive.directory().trailing() > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    archive.directory().trailing() + " bytes follow the end of the workbook's"
                            + " archive, where no program looks. Save the workbook anew.");
        }
        if (archive.bytes().loose() > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    archive.bytes().loose()
                            + " bytes stand between the entries of the workbook's archive, where no program"
                            + " looks. Save the workbook anew.");
        }
        if (archive.bytes().aside() > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    "The entries of the workbook's archive have remarks of "
                            + archive.bytes().aside() + " bytes, which no program shows. Save the workbook anew.");
        }
        if (archive.directory().comment() > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    "The workbook's archive has a comment of "
                            + archive.directory().comment()
                            + " bytes, which no program shows. Save the workbook anew.");
        }
    }

    /** Remarks inside the XML of a part, and names that tell something. Parts that nobody looked into are read for them alone. */
    private void beside(Entry entry, String name) throws IOException {
        boolean unread = HARMLESS.matcher(name).matches() && !archive.parsed(entry);
        if (unread && (name.endsWith(".xml") || name.endsWith(".rels"))) {
            Elements.of(archive, entry);
        }
        Xml.Asides asides = archive.asides().get(entry.name());
        if (asides != null && asides.tellACount()) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    part(entry) + " has a name or a setting that tells how many people something befell, and no sheet"
                            + " shows it. Copy the tables to a new workbook.");
        }
        if (asides != null && asides.characters() > 0) {
            notes.add(
                    asides.holdFigures() ? Kind.HIDDEN_DATA : Kind.HIDDEN,
                    "",
                    part(entry) + " holds remarks of " + asides.characters()
                            + " characters that no program shows. Save the workbook anew.");
        }
    }

    private void orphan(Entry entry, String name) throws IOException {
        boolean drawing = name.startsWith("xl/drawings/") && name.endsWith(".xml");
        if (drawing && drawing(entry).things().isEmpty()) {
            return; // some writers leave empty drawings behind
        }
        notes.add(
                Kind.HIDDEN_DATA,
                "",
                part(entry) + " belongs to nothing in the workbook (" + entry.size()
                        + " bytes). Copy the tables to a new workbook.");
    }

    private void part(Entry entry, String name) throws IOException {
        if (HARMLESS.matcher(name).matches()) {
            return;
        }
        for (ByName known : BY_NAME) {
            if (known.name.matcher(name).matches()) {
                notes.add(known.kind, "", part(entry) + " " + known.text + ". Copy the tables to a new workbook.");
                return;
            }
        }
        if (name.startsWith("xl/externallinks/")) {
            externalLink(entry);
        } else if (name.startsWith("xl/pivotcache/")) {
            pivotCache(entry);
        } else if (name.startsWith("customxml/")) {
            customXml(entry, name);
        } else if (name.equals("docprops/custom.xml")) {
            customProperties(entry);
        } else if (name.startsWith("xl/persons/")) {
            if (Elements.of(archive, entry).count("person") > 0) {
                notes.add(Kind.HIDDEN, "", part(entry) + " names the people who commented. Delete the comments.");
            }
        } else if (name.equals("docprops/core.xml")) {
            coreProperties(entry);
        } else if (name.startsWith("xl/printersettings/")) {
            printerSettings(entry);
        } else if (name.endsWith(".vml")) {
            legacyDrawing(entry);
        } else if (!isRead(name)) {
            notes.add(
                    Kind.NOT_UNDERSTOOD,
                    "",
                    part(entry) + " is of a kind that is not known. Copy the tables to a new" + " workbook.");
        }
    }

    /** Parts that are told of where their sheet is read. */
    private static boolean isRead(String name) {
        return name.startsWith("xl/comments")
                || name.startsWith("xl/threadedcomments/")
                || name.startsWith("xl/drawings/")
                || name.startsWith("xl/charts/")
                || name.startsWith("xl/chartsheets/")
                || name.startsWith("xl/media/");
    }

    private static String part(Entry entry) {
        return "The part " + entry.name();
    }

    private Drawing drawing(Entry entry) throws IOException {
        Drawing drawing = new Drawing();
        archive.parse(entry, drawing);
        return drawing;
    }

    private void externalLink(Entry entry) throws IOException {
        Elements link = Elements.of(archive, entry);
        if (link.count("ddeLink") + link.count("oleLink") > 0) {
            notes.add(Kind.ACTIVE, "", part(entry) + " starts another program (DDE or OLE). Break the link.");
        } else {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    part(entry) + " is a link to another workbook and keeps " + link.count("cell")
                            + " of its cells. Break the link.");
        }
    }

    private void pivotCache(Entry entry) throws IOException {
        Elements cache = Elements.of(archive, entry);
        int records = cache.count("pivotCacheRecords") > 0 ? cache.count("r") : 0;
        int items = cache.count("s") + cache.count("n") + cache.count("d");
        if (records > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    part(entry) + " keeps the " + records + " records behind a pivot table. Copy the"
                            + " table as values to a new workbook.");
        } else if (items > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    part(entry) + " keeps " + items + " values behind a pivot table. Copy the table as"
                            + " values to a new workbook.");
        } else {
            notes.add(Kind.HIDDEN, "", part(entry) + " belongs to a pivot table.");
        }
    }

    private void customXml(Entry entry, String name) throws IOException {
        if (name.contains("itemprops")) {
            return;
        }
        int characters = Elements.of(archive, entry).characters();
        notes.add(
                characters > 0 ? Kind.HIDDEN_DATA : Kind.HIDDEN,
                "",
                part(entry) + " holds " + characters
                        + " characters that no sheet shows. Copy the tables to a new workbook.");
    }

    private void customProperties(Entry entry) throws IOException {
        Properties properties = new Properties();
        archive.parse(entry, properties);
        for (String property : properties.names()) {
            // sensitivity labels, which organisations put on every document
            if (!property.startsWith("MSIP_Label_")) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        "",
                        part(entry) + " holds a property of the workbook that no sheet shows. Remove"
                                + " it under File > Info > Properties.");
            }
        }
    }

    /** What people write of a workbook beside their name and its title. */
    private void coreProperties(Entry entry) throws IOException {
        Properties properties = new Properties();
        archive.parse(entry, properties);
        for (String property : properties.described()) {
            notes.add(
                    Kind.HIDDEN,
                    "",
                    part(entry) + " holds a property of the workbook (" + property
                            + ") with figures. Remove it under File > Info > Properties.");
        }
    }

    /** A printer's settings are binary, a list of Apple's, or a dump in hexadecimal; another text is something else. */
    private void printerSettings(Entry entry) throws IOException {
        byte[] settings;
        try (InputStream in = archive.open(entry)) {
            settings = in.readNBytes(MOST_SETTINGS + 1);
        }
        if (settings.length > MOST_SETTINGS || isOtherText(settings)) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    "",
                    part(entry) + " is named a printer's settings and holds something else (" + entry.size()
                            + " bytes). Copy the tables to a new workbook.");
        }
    }

    private static boolean isOtherText(byte[] settings) {
        TextEncoding encoding = settings.length == 0 ? null : TextEncoding.of(settings);
        if (encoding == null) {
            return false;
        }
        String text = new String(settings, encoding.charset());
        return !text.contains("com.apple.print") && !isDump(text);
    }

    /** Bytes in hexadecimal, a quarter of them zero, as R's openxlsx writes the settings of a printer. */
    private static boolean isDump(String text) {
        int bytes = 0;
        int zeros = 0;
        for (String each : text.strip().split("\\s+", -1)) {
            bytes++;
            zeros += each.equals("00") ? 1 : 0;
            if (each.length() != 2
                    || Character.digit(each.charAt(0), 16) < 0
                    || Character.digit(each.charAt(1), 16) < 0) {
                return false;
            }
        }
        return zeros * 4 >= bytes;
    }

    /** The frames of comments; they have no text of their own. */
    private void legacyDrawing(Entry entry) throws IOException {
        LegacyText text = new LegacyText();
        int characters;
        try {
            archive.parse(entry, text);
            characters = text.count();
        } catch (UnreadableWorkbook e) {
            characters = -1; // old programs write it loosely
        }
        if (characters != 0) {
            notes.add(
                    Kind.HIDDEN,
                    "",
                    part(entry)
                            + (characters < 0 ? " cannot be read" : " holds a text of " + characters + " characters")
                            + ". Copy the tables to a new workbook.");
        }
    }

    private void external(Relationships relationships) {
        Map<String, String> spoken = Map.of("hyperlink", "a link to an address outside the workbook");
        for (Relationships.Relationship relationship : relationships.all()) {
            String what = spoken.get(relationship.type());
            if (relationship.external() && what != null) {
                notes.add(Kind.HIDDEN, "", "The workbook holds " + what + ". Remove it, or write it out.");
            }
        }
    }
}

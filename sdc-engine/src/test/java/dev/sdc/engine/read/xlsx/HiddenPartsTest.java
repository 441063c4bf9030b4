package dev.sdc.engine.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks that hide something in their archive, or are made to exhaust their reader. */
final class HiddenPartsTest {
    private static final String CELLS = "<sheetData><row r=\"1\"><c r=\"A1\"><v>12</v></c></row></sheetData>";

    @Test
    void thePlainWorkbookIsClean() {
        assertThat(notes(Map.of(), List.of())).isEmpty();
    }

    @Test
    void pivotCaches() {
        assertThat(notes(
                        Map.of(
                                "xl/pivotCache/pivotCacheDefinition1.xml",
                                "<pivotCacheDefinition><cacheFields><cacheField name=\"nhs\"><sharedItems><s v=\"a\"/>"
                                        + "<s v=\"b\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
                                "xl/pivotCache/pivotCacheRecords1.xml",
                                "<pivotCacheRecords><r><x v=\"0\"/></r><r><x v=\"1\"/></r></pivotCacheRecords>"),
                        List.of("pivotCacheDefinition", "pivotCacheRecords")))
                .containsExactlyInAnyOrder(
                        "HIDDEN_DATA The part xl/pivotCache/pivotCacheDefinition1.xml keeps 2 values behind a pivot table.",
                        "HIDDEN_DATA The part xl/pivotCache/pivotCacheRecords1.xml keeps the 2 records behind a pivot table.");
    }

    @Test
    void linksToOtherWorkbooksAndPrograms() {
        assertThat(notes(
                        Map.of(
                                "xl/externalLinks/externalLink1.xml",
                                "<externalLink><externalBook><sheetDataSet><sheetData>"
                                        + "<row><cell><v>3</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"),
                        List.of("externalLink")))
                .containsExactly(
                        "HIDDEN_DATA The part xl/externalLinks/externalLink1.xml is a link to another workbook and"
                                + " keeps 1 of its cells.");
        assertThat(notes(
                        Map.of(
                                "xl/externalLinks/externalLink1.xml",
                                "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>"),
                        List.of("externalLink")))
                .containsExactly(
                        "ACTIVE The part xl/externalLinks/externalLink1.xml starts another program (DDE or OLE).");
    }

    @Test
    void partsToldOfByTheirName() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("xl/vbaProject.bin", Kind.ACTIVE);
        kinds.put("xl/activeX/activeX1.xml", Kind.ACTIVE);
        kinds.put("xl/embeddings/oleObject1.bin", Kind.HIDDEN_DATA);
        kinds.put("xl/connections.xml", Kind.HIDDEN_DATA);
        kinds.put("xl/model/item.data", Kind.HIDDEN_DATA);
        kinds.put("xl/revisions/revisionLog1.xml", Kind.HIDDEN_DATA);
        kinds.put("xl/slicers/slicer1.xml", Kind.HIDDEN);
        kinds.put("docProps/thumbnail.jpeg", Kind.HIDDEN);
        kinds.put("customXml/item1.xml", Kind.HIDDEN);
        kinds.put("xl/unheardOf.bin", Kind.NOT_UNDERSTOOD);
        kinds.forEach((part, kind) -> {
            List<String> notes = notes(Map.of(part, "<a/>"), List.of("any"));
            assertThat(notes).as(part).hasSize(1);
            assertThat(notes.get(0)).startsWith(kind + " The part " + part);
        });
        String settings = "xl/printerSettings/printerSettings1.bin";
        for (String usual : List.of("\1\0\0", "5c 00 41 00 \n00 0a", "<?xml?><!-- com.apple.print -->")) {
            assertThat(notes(Map.of(settings, usual), List.of("printerSettings")))
                    .isEmpty();
        }
        assertThat(notes(Map.of(settings, "943 476 5919;71;III"), List.of("printerSettings")))
                .hasSize(1)
                .allMatch(note -> note.startsWith("HIDDEN_DATA"));
        assertThat(notes(Map.of("xl/drawings/drawing1.xml", "<wsDr/>"), List.of("drawing")))
                .isEmpty();
        assertThat(notes(Map.of("customXml/item1.xml", "<a>hello</a>"), List.of("any"))
                        .get(0))
                .startsWith("HIDDEN_DATA");
    }

    @Test
    void propertiesBesideSensitivityLabels() {
        assertThat(notes(
                        Map.of(
                                "docProps/custom.xml",
                                "<Properties><property name=\"MSIP_Label_x\"/>"
                                        + "<property name=\"Secret\"><lpwstr>3</lpwstr></property></Properties>"),
                        List.of("custom-properties")))
                .hasSize(1)
                .allMatch(note -> note.startsWith("HIDDEN_DATA"));
    }

    @Test
    void partsThatNothingRefersTo() {
        assertThat(notes(Map.of("xl/worksheets/sheet9.xml", "<worksheet/>"), List.of()))
                .hasSize(1)
                .allMatch(note -> note.startsWith("HIDDEN_DATA The part xl/worksheets/sheet9.xml belongs to nothing"));
    }

    @Test
    void textsThatNoCellShows() {
        Map<String, String> parts =
                Workbooks.parts("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><t>K0001</t></si><si><t> </t></si></sst>");
        refer(parts, "sharedStrings", "sharedStrings.xml");
        assertThat(texts(Workbooks.zip(parts)))
                .containsExactly(
                        "HIDDEN_DATA The workbook keeps 1 text that no cell shows, such as those of a deleted sheet.");
    }

    @Test
    void drawingsAreNotRead() {
        Map<String, String> parts = Workbooks.parts(CELLS);
        parts.put(
                "xl/worksheets/_rels/sheet1.xml.rels",
                Workbooks.relationships(Workbooks.relationship("r1", "drawing", "../drawings/drawing1.xml")));
        parts.put(
                "xl/drawings/drawing1.xml",
                "<wsDr><twoCellAnchor><from><col>2</col><row>4</row></from><pic/></twoCellAnchor><twoCellAnchor><from>"
                        + "<col>0</col><row>0</row></from><sp><t>n = 3</t></sp></twoCellAnchor><sp/></wsDr>");
        assertThat(texts(Workbooks.zip(parts)))
                .containsExactly(
                        "NOT_UNDERSTOOD Sheet1!C5 A picture lies over the sheet and is not checked.",
                        "NOT_UNDERSTOOD Sheet1!A1 A shape with text lies over the sheet and is not checked.");
    }

    @Test
    void bytesAroundTheArchive() {
        byte[] clean = Workbooks.zip(Workbooks.parts(CELLS));
        byte[] longer = Arrays.copyOf(clean, clean.length + 20);
        assertThat(texts(longer)).hasSize(1).allMatch(note -> note.startsWith("HIDDEN_DATA 20 bytes follow the end"));
    }

    @Test
    void cutOffEncryptedAndNoWorkbook() {
        byte[] clean = Workbooks.zip(Workbooks.parts(CELLS));
        assertThat(unreadable(Arrays.copyOf(clean, clean.length - 30))).contains("cut off or damaged");
        byte[] encrypted = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, encrypted, 0, 4);
        assertThat(unreadable(encrypted)).contains("encrypted with a password", "Save it without");
        assertThat(unreadable(Workbooks.zip(Map.of("a", "b")))).contains("no table of contents");
        Map<String, String> lost = Workbooks.parts(CELLS);
        lost.remove("xl/worksheets/sheet1.xml");
        assertThat(unreadable(Workbooks.zip(lost))).contains("\"Sheet1\" is listed");
    }

    @Test
    void documentTypesAndBrokenXml() {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><worksheet>&b;</worksheet>";
        for (String xml : new String[] {bomb, "<worksheet><sheetData>"}) {
            Map<String, String> parts = Workbooks.parts("");
            parts.put("xl/worksheets/sheet1.xml", xml);
            assertThat(unreadable(Workbooks.zip(parts))).contains("no well-formed XML, or declares a document type");
        }
    }

    @Test
    void bombs() {
        String blanks = "<sheetData>" + " ".repeat(30_000_000) + "</sheetData>";
        assertThat(unreadable(Workbooks.zip(Workbooks.parts(blanks)))).contains("more than 200 times its size");
        Limits small = limits(5000, 1000);
        assertThat(unreadable(Workbooks.zip(Workbooks.parts(" ".repeat(2000))), small))
                .contains("unpacks to more than 1000 bytes");
        assertThat(unreadable(Workbooks.zip(Workbooks.parts("")), limits(3, 1 << 20)))
                .contains("at most 3 are read");
    }

    /** A sheet or a name is counted as it is read, so that a million of them take no room. */
    @Test
    void moreNamesThanProgramsWrite() {
        String sheet = "<sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/>";
        String name = "<definedName name=\"n\">1</definedName>";
        assertThat(unreadable(contents(numbered(sheet, 5001), ""))).contains("more than 5000 sheets");
        assertThat(unreadable(contents(sheet, "<definedNames>" + numbered(name, 10_001) + "</definedNames>")))
                .contains("more than 10000 defined names");
        assertThat(unreadable(contents(sheet.replace("\"s\"", "\"" + "s".repeat(300) + "\""), "")))
                .contains("a name of 300 characters");
        assertThat(unreadable(contents(
                        sheet,
                        "<definedNames>" + name.replace(">1<", ">" + "1".repeat(70_000) + "<") + "</definedNames>")))
                .contains("more than 65536 characters");
    }

    /** Each with another name: what repeats itself is refused for how small it packs. */
    private static String numbered(String element, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(element.replace("name=\"", "name=\"" + Integer.toHexString(i * 0x9E3779B1)));
        }
        return all.toString();
    }

    private static byte[] contents(String sheets, String rest) {
        Map<String, String> parts = Workbooks.parts("");
        parts.put("xl/workbook.xml", Workbooks.workbook(sheets, rest));
        return Workbooks.zip(parts);
    }

    @Test
    void aFarCellIsRefusedWithoutTakingItsRoom() {
        String far = "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row></sheetData>";
        assertThat(unreadable(Workbooks.zip(Workbooks.parts(far)))).contains("at Sheet1!XFD1048576", "rows × columns");
        for (String beyond : new String[] {"XFE1", "A1048577", "AAAAA1", "1A", "A0"}) {
            String cell = "<sheetData><row r=\"1\"><c r=\"" + beyond + "\"><v>3</v></c></row></sheetData>";
            assertThat(unreadable(Workbooks.zip(Workbooks.parts(cell)))).contains("an address that no sheet has");
        }
    }

    @Test
    void cellsOutOfOrderAreNotUnderstood() {
        String twice = "<sheetData><row r=\"1\"><c r=\"A1\"><v>3</v></c><c r=\"A1\"><v>30</v></c></row></sheetData>";
        assertThat(texts(Workbooks.zip(Workbooks.parts(twice))))
                .containsExactly(
                        "NOT_UNDERSTOOD Sheet1!A1 The sheet's cells do not stand in order, so that one may hide another.");
    }

    @Test
    void twoEntriesOfOneName() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : Workbooks.parts(CELLS).entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
            put(zip, "xl/worksheets/SHEET1.xml", "<worksheet/>");
        }
        assertThat(unreadable(out.toByteArray())).contains("two entries of one name");
    }

    private static void put(ZipOutputStream zip, String name, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The remarks on a clean workbook with further parts, which the workbook refers to by these types. */
    private static List<String> notes(Map<String, String> further, List<String> types) {
        Map<String, String> parts = Workbooks.parts(CELLS);
        List<String> names = further.keySet().stream().sorted().toList();
        for (int i = 0; i < types.size(); i++) {
            refer(parts, types.get(i), "/" + names.get(i));
        }
        parts.putAll(further);
        return texts(Workbooks.zip(parts));
    }

    private static void refer(Map<String, String> parts, String type, String target) {
        String added = Workbooks.relationship("x" + target.hashCode(), type, target);
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace("</Relationships>", added + "</Relationships>"));
    }

    /** Kind, place and first sentence of each remark. */
    private static List<String> texts(byte[] bytes) {
        return WorkbookReaderTest.read(bytes).notes().stream()
                .map(note -> note.kind() + " " + (note.where() + " " + note.text()).strip())
                .map(text -> text.replaceAll("(?<=[a-z)])\\. .*", "."))
                .toList();
    }

    private static String unreadable(byte[] bytes) {
        return unreadable(bytes, Limits.DEFAULT);
    }

    private static String unreadable(byte[] bytes, Limits limits) {
        Reading reading = WorkbookReader.read(bytes, limits);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).why();
    }

    private static Limits limits(int entries, long inflated) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.fileBytes(),
                usual.cells(),
                usual.columns(),
                usual.fieldCharacters(),
                usual.texts(),
                usual.textCharacters(),
                usual.notes(),
                entries,
                inflated,
                usual.inflationRatio());
    }
}

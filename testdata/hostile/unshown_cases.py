"""Counts where no reader looks: in styles, names, addresses and metadata, and numbers written otherwise than by digits."""
import base64
import json

from document_cases import TABLE, notebook, page, printed

PACKED = base64.b64encode(b"80+: 3 women died").decode()


def cases(add):
    clean = page(TABLE + "<p>The registry of 2026.</p>")

    def html(name, inside="", head="", rule="FREQ-005", clean=clean, verdict="FAIL"):
        add("html-" + name, "html", page(TABLE + "<p>The registry of 2026.</p>" + inside, head), clean, verdict, rule)

    html("style-comment", head="<style>/* 3 women died */ td { color: red }</style>",
         clean=page(TABLE, "<style>/* Table 3 */ td { color: red; margin: 3px auto }</style>"))
    html("style-content", head='<style>td::after { content: "3 women died" }</style>',
         clean=page(TABLE, '<style>td::after { content: "as planned" }</style>'))
    html("style-content-by-number", head='<style>td::after { content: "\\33  women died" }</style>',
         clean=page(TABLE, '<style>td::after { content: "\\2013 " }</style>'))
    html("style-address", head=f"<style>td {{ background: url(data:text/plain;base64,{PACKED}) }}</style>", rule="FILE-004")
    html("address-packed", f'<a href="data:text/plain;base64,{PACKED}">x</a>', rule="FILE-004")
    html("address-plain", '<a href="data:text/plain,3%20women%20died">x</a>', rule="FILE-004")
    html("address-of-a-page", '<a href="https://x.example/3%20women%20died">x</a>',
         clean=page(TABLE + '<a href="https://x.example/year%202026">x</a>'))
    html("query", '<a href="https://x.example/?women_died=3">x</a>',
         clean=page(TABLE + '<a href="https://x.example/?women_died=yes&amp;page=3">x</a>'))
    html("name-of-a-tag", "<three-women-died>x</three-women-died>", clean=page(TABLE + "<data-table>x</data-table>"))
    html("name-of-an-attribute", '<p data-3-women-died="">x</p>', clean=page(TABLE + '<p data-sort-order="">x</p>'))
    html("value-of-an-attribute", '<p id="3-women-died">x</p>', clean=page(TABLE + '<p id="table-3-of-women">x</p>'))
    html("number-at-the-end", '<p id="women-died-3">x</p>',
         clean=page(TABLE + '<p id="women-45-54">x</p><p id="age-group-3">x</p><p id="patients-died-model-2">x</p><p id="women-died-3-models">x</p>'))
    html("number-at-the-end-of-a-tag", "<women-died-3>x</women-died-3>", clean=page(TABLE + "<table-of-women-3>x</table-of-women-3>"))
    told = "tells how many people"
    for name, hostile, harmless in (
            ("class", '<p class="wide women-died-3">x</p>', '<p class="col-md-3 women">x</p>'),
            ("class-in-words", '<p class="threeWomenDied">x</p>', '<p class="womenWhoDied">x</p>'),
            ("lines-below", '<p id="women_died_3">x</p>', '<p id="women_by_stage_3">x</p>'),
            ("capitals", '<p id="womenDied3">x</p>', '<p id="womenByStage3">x</p>'),
            ("tag-with-a-letter", "<x3-women-died>x</x3-women-died>", "<x3-women-table>x</x3-women-table>")):
        add("html-named-by-" + name, "html", page(TABLE + hostile), page(TABLE + harmless), "FAIL", "FILE-004", "", told)
    for name, hostile, harmless in (
            ("setting", ":root { --women-died: 3 }", ":root { --women-width: 3px }"),
            ("setting-for-print", "@media print { p { --women-died: three } }", "@media print { p { orphans: 3 } }"),
            ("selector", ".women_died_3 { color: red }", ".women { width: 3px } .died { order: 3 }"),
            ("counter", "p { counter-reset: women-died 3 }", "p { counter-reset: women 3 }")):
        add("html-style-" + name, "html", page(TABLE, f"<style>{hostile}</style>"), page(TABLE, f"<style>{harmless}</style>"),
            "FAIL", "FILE-004", "", told)
    add("html-style-registered", "html", page(TABLE, "<style>@property --women-died { syntax: '*'; initial-value: 3 }</style>"),
        page(TABLE, "<style>@property --women-width { syntax: '*'; initial-value: 3px }</style>"), "FAIL", "FILE-004", "", told)
    for name, hostile, harmless in (
            ("behind", '.c::after { content: "3" }', '.c::after { content: "\\f101" counter(line) }'),
            ("by-number", '.c::after { content: "\\33" }', '.c::after { content: "\\2013" url(a3.png) }'),
            ("of-its-own", '.c { --c: "3" } .c::after { content: var(--c) }', '.c { --c: "Segoe UI"; --d: 3px }'),
            ("list", 'li { list-style-type: "3" }', "li { list-style-type: decimal }"),
            ("symbols", '@counter-style c { symbols: "3" "4" }', '@counter-style c { symbols: "a" "b" }'),
            ("counted", "p { counter-reset: c 3 } p::after { content: counter(c) }",
             "pre { counter-reset: line 0 } a::before { counter-increment: line; content: counter(line) }")):
        body = TABLE + '<p class="c">Died:</p><ul><li>Died</li></ul>'
        add("html-written-" + name, "html", page(body, f"<style>{hostile}</style>"), page(body, f"<style>{harmless}</style>"), "FAIL", "FILE-004", "", "A style writes a figure")
    html("behind-a-bracket", "<p class=x>3 women died</p>", clean=page(TABLE + "<p class=x>31 women died</p>"))
    html("raised-by-name", "<p>&sup3; women died</p>", clean=page(TABLE + "<p>31 women died, 4 kg/m&sup2; heavier</p>"))

    table = [{"Age band": "<50", "Patients": 24}, {"Age band": "50-64", "Patients": 45}]

    def jsons(name, hostile, clean, rule="FREQ-005", verdict="FAIL"):
        add("json-" + name, "json", hostile if isinstance(hostile, str) else json.dumps(hostile) + "\n", json.dumps(clean) + "\n", verdict, rule)

    jsons("name-of-null", {"table": table, "3 women died": None}, {"table": table, "registry of women": None})
    jsons("name-by-capitals", {"table": table, "womenDied3": None}, {"table": table, "womenByStage3": None})
    jsons("name-of-empty", {"table": table, "3 women died": []}, {"table": table, "registry of women": []})
    jsons("name-of-a-truth", {"table": table, "three-women-died": True}, {"table": table, "women-who-died": True})
    jsons("name-of-a-table", {"3 women died": table}, {"women who died": table})
    jsons("name-by-number", '{"table": %s, "\\u0033 women died": null}\n' % json.dumps(table), {"table": table, "women died": None})
    jsons("beside-split", {"columns": ["Patients"], "index": ["<50"], "data": [[24]], "more": [{"Age band": "80+", "Patients": 3}]},
          {"columns": ["Patients"], "index": ["<50"], "data": [[24]], "more": [{"Age band": "80+", "Patients": 30}]}, "FREQ-001")
    jsons("name-twice", '{"Age band": "80+", "Patients": 3, "Patients": 30}\n', {"Age band": "80+", "Patients": 30}, "UND-001", "REVIEW")
    jsons("packed", {"table": table, "note": PACKED}, {"table": table, "note": "registry of women"}, "FILE-004")

    shown = printed("Age band  Surgery  No surgery\n<50            24          31\n50-64          45          52\n65-79          61          44\n")
    program = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
               "language_info": {"codemirror_mode": {"name": "ipython", "version": 3}, "name": "python", "version": "3.11.2"}}

    def ipynb(name, change, clean_change=None, rule="FREQ-005"):
        def made(how):
            book = json.loads(notebook(shown))
            book["metadata"] = program
            book = json.loads(json.dumps(book))
            if how:
                how(book, book["cells"][0])
            return json.dumps(book, indent=1) + "\n"
        add("notebook-" + name, "ipynb", made(change), made(clean_change), "FAIL", rule)

    ipynb("title", lambda book, cell: book["metadata"].update(title="3 women died"), lambda book, cell: book["metadata"].update(title="Registry of women"))
    ipynb("name-in-metadata", lambda book, cell: book["metadata"].update({"3 women died": None}))
    ipynb("value-in-metadata", lambda book, cell: book["metadata"].update(women_died=3), rule="FILE-004")
    ipynb("value-of-its-own", lambda book, cell: book.update(women_died=3), lambda book, cell: book.update(women_stage=3), rule="FILE-004")
    ipynb("member-in-capitals", lambda book, cell: cell.update(note={"womenDied": "three"}), rule="FILE-004")
    ipynb("kernel", lambda book, cell: book["metadata"]["kernelspec"].update(display_name="3 women died"))
    ipynb("tag", lambda book, cell: cell["metadata"].update(tags=["3 women died"]), lambda book, cell: cell["metadata"].update(tags=["remove-input"]))
    ipynb("cell-number", lambda book, cell: cell.update(id="three-women-died"), lambda book, cell: cell.update(id="4f3a2b1c-0003-4d5e-8f90-0123456789ab"))
    ipynb("member-of-a-cell", lambda book, cell: cell.update(note="3 women died"))
    ipynb("member-of-its-own", lambda book, cell: book.update(worksheets=[{"cells": [{"source": "3 women died"}]}]))
    ipynb("name-of-a-stream", lambda book, cell: cell["outputs"][0].update(name="3 women died"))
    ipynb("error", lambda book, cell: cell["outputs"].append({"output_type": "error", "ename": "E", "evalue": "3 women died", "traceback": []}),
          lambda book, cell: cell["outputs"].append({"output_type": "error", "ename": "E", "evalue": "no such column", "traceback": []}))

    add("notebook-number-without-room", "ipynb", notebook(shown).replace('"nbformat_minor": 5', '"nbformat_minor": 1e2147483648'), notebook(shown), "REVIEW", "UND-001")
    text = "The cohort had 323 patients.\nOf these, 159 had surgery and 164 had none.\n"

    def word(name, hostile, clean, extension="txt", rule="FREQ-005"):
        add("words-" + name, extension, text + hostile + "\n", text + clean + "\n", "FAIL", rule)

    word("trio", "A trio of patients died.", "A trio of hospitals closed.")
    word("pair", "A pair of women died.", "Scores were compared for a pair of individuals.")
    word("couple", "A couple of women died.", "A couple of years later, 31 women died.")
    word("dozen", "Half a dozen women died.", "Two dozen women died.")
    word("one-in-ten", "One in ten of 20 women died.", "One in ten of 200 women died.")
    word("quarter", "A quarter of the 12 women died.", "A quarter of the 120 women died.")
    word("both-of", "Both of the women died.", "Both of the models were fitted.")
    word("size", "For them, n = three.", "For them, n = thirty.")
    word("roman", "Only III patients died.", "Only stage III patients died. II Patients and methods.")
    word("roman-label", "Deaths: IV", "Grade: IV")
    word("raised", "Then \u00b3 patients died.", "Then 31 patients\u00b3 died, 4 kg/m\u00b2 heavier.\n\u00b3 Patients of the registry.")
    word("circled", "Then \u2462 patients died.", "\u2462 Patients of the registry were counted.")
    word("roman-sign", "Then \u2162 patients died.", "Then stage \u2162 patients died.")
    word("packed", PACKED, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", rule="FILE-004")
    word("behind-strokes", "// 3 women died", "// women died", "md")
    word("in-a-web-address", "[x](https://x.example/3%20women%20died)", "[x](https://x.example/women%20died)", "md")
    word("in-an-anchor", "## Results {#three-women-died}", "## Results {#women-who-died}", "md")
    word("in-a-name", "<!-- women_died_3 -->", "<!-- women_by_stage_3 -->", "md")
    word("in-a-name-by-capitals", "<!-- womenDied3 -->", "<!-- womenByStage3 -->", "md")
    word("in-a-label-by-capitals", "\\label{tab:threeWomenDied}", "\\label{tab:threeScoresOfWomen}", "tex")
    word("behind-a-bracket", "<div class=x>three women died</div>", "<div class=x>thirty women died</div>", "md")
    word("of-a-document", "\\hypersetup{pdfsubject={3 women died}}", "\\hypersetup{pdfsubject={Registry of 323 women}}", "tex")

    rows = "Age band & Patients \\\\\n<50 & 24 \\\\\n50--64 & 45 \\\\\n"
    tabular = "\\begin{tabular}{lr}\n" + rows + "\\end{tabular}\n"
    add("latex-gap", "tex", tabular.replace("<50", "<50\\phantom{3 women died}"), tabular.replace("<50", "<50\\phantom{00}"), "FAIL", "FREQ-005")
    cohort = "The cohort had 323 patients.\n\n"
    add("latex-character", "tex", cohort + "\\char51 women died.\n", cohort + "\\char65 ll women were seen.\n", "FAIL", "FREQ-005")
    add("latex-between-columns", "tex", tabular.replace("{lr}", "{l@{3 women died}r}"), tabular.replace("{lr}", "{l@{ }r}"), "FAIL", "FREQ-005")

    rows = [["Age band", "Patients"], ["<50", "24"], ["50-64", "45"], ["65-79", "61"]]
    kinds = {
        "csv": lambda cells: "".join(",".join(row) + "\n" for row in cells),
        "tsv": lambda cells: "".join("\t".join(row) + "\n" for row in cells),
        "md": lambda cells: "".join("| " + " | ".join(row) + " |\n" + ("|---|---|\n" if at == 0 else "") for at, row in enumerate(cells)),
        "txt": lambda cells: "".join(f"{row[0]:10}{row[1]:>10}\n" for row in cells),
        "json": lambda cells: json.dumps([dict(zip(cells[0], row)) for row in cells[1:]], ensure_ascii=False) + "\n",
        "html": lambda cells: page("<table>" + "".join("<tr>" + "".join(f"<td>{cell.replace('<', '&lt;')}</td>" for cell in row) + "</tr>" for row in cells) + "</table>"),
        "tex": lambda cells: "\\begin{tabular}{lr}\n" + "".join(" & ".join(row) + " \\\\\n" for row in cells) + "\\end{tabular}\n",
    }
    for extension, made in kinds.items():
        for name, digit in (("wide", "\uff13"), ("arabic", "\u0663"), ("raised", "\u00b3"), ("of-formulas", "\U0001d7d1")):
            small = [row[:] for row in rows]
            small[3][1] = digit
            add(f"digits-{name}-{extension}", extension, made(small), made(rows), "FAIL", "FREQ-001")

    script = "x <- read.csv(\"registry.csv\")\n"
    add("code-text", "R", script + 'cat("3 women died")\n', script + 'cat("fewer than 10 women died")\n', "FAIL", "FREQ-005")
    add("code-text-of-lines", "py", 'def f():\n    """Counts.\n\n    three women died\n    """\n', 'def f():\n    """Counts.\n\n    women who died\n    """\n', "FAIL", "FREQ-005")
    add("code-line-of-words", "do", "regress bmi age\n3 women died\n", "regress bmi age\nlist women in 3\n", "FAIL", "FREQ-005")
    add("code-value", "R", script + "women_died <- 3\n", script + "min_women_died <- 3\nn_women <- nrow(x)\n", "FAIL", "FREQ-005")
    add("code-packed", "R", script + f'x <- "{PACKED}"\n', script + 'x <- "registry of women"\n', "FAIL", "FILE-004")
    add("csv-comment-with-strokes", "csv", "Age band,Patients\n<50,24\n50-64,45\n// 3 women died,\n", "Age band,Patients\n<50,24\n50-64,45\n// women who died,\n", "FAIL", "FREQ-005")

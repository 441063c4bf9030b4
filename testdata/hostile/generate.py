"""Makes the hostile files of this folder and the clean twin of each, and lists what is to be said of them.

Run: python3 generate.py   (Python's own library is enough; the files are checked in, so nobody has to)

cases.tsv has a line for each pair: case, extension, verdict on the hostile file, the rule that finds it, where (the
finding's cell), what its reason says, and the verdict on the clean twin.
"""
import os
import shutil

import document_cases
import text_cases
import unshown_cases
import workbook_cases

HERE = os.path.dirname(os.path.abspath(__file__))
LINES = []


def add(name, extension, hostile, clean, verdict, rule, where="", says="", clean_verdict="PASS", clean_extension=None):
    folder = os.path.join(HERE, "pairs", name)
    os.makedirs(folder)
    for kind, content, ending in (("hostile", hostile, extension), ("clean", clean, clean_extension or extension)):
        if extension in ("xls", "xlsm") and kind == "clean":
            ending = "xlsx"
        data = content.encode("utf-8") if isinstance(content, str) else content
        with open(os.path.join(folder, f"{kind}.{ending}"), "wb") as file:
            file.write(data)
    LINES.append("\t".join([name, verdict, rule, where, says, clean_verdict]))


shutil.rmtree(os.path.join(HERE, "pairs"), ignore_errors=True)
for module in (workbook_cases, text_cases, document_cases, unshown_cases):
    module.cases(add)
with open(os.path.join(HERE, "cases.tsv"), "w", encoding="utf-8", newline="\n") as file:
    file.write("case\tverdict\trule\twhere\tsays\tclean\n" + "\n".join(LINES) + "\n")

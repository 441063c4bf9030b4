"""Writes the honest table of honest/ with pandas, openpyxl and LibreOffice, as programs write it when nobody hides anything.

Run: python3 honest.py && Rscript honest.R   (needs pandas, openpyxl and LibreOffice; the files are checked in)
"""
import os
import shutil
import subprocess

import openpyxl
import pandas
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "honest")
os.makedirs(HERE, exist_ok=True)
HEADER = ["Age band", "Surgery", "No surgery", "Total"]
ROWS = [["<50", 24, 31, 55], ["50-64", 45, 52, 97], ["65-79", 61, 44, 105], ["80+", 29, 37, 66], ["Total", 159, 164, 323]]


def at(name):
    return os.path.join(HERE, name)


frame = pandas.DataFrame(ROWS, columns=HEADER)
frame.to_csv(at("pandas.csv"), index=False)
frame.to_excel(at("pandas.xlsx"), index=False, sheet_name="Table 1")
frame.to_html(at("pandas.html"), index=False)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Table 1"
sheet.append(["Table 1. Surgery by age band"])
sheet.append(HEADER)
for row in ROWS[:-1]:
    sheet.append(row)
sheet.append(["Total", "=SUM(B3:B6)", "=SUM(C3:C6)", "=SUM(D3:D6)"])
sheet.append(["Source: cancer registry. Counts of patients."])
sheet.merge_cells("A1:D1")
for cell in sheet[2]:
    cell.font = Font(bold=True, color="FFFFFFFF")
    cell.fill = PatternFill("solid", fgColor="FF1F3864")
    cell.alignment = Alignment(horizontal="center", wrap_text=True)
for row in sheet["B3:D7"]:
    for cell in row:
        cell.number_format = "#,##0"
sheet.freeze_panes = "B3"
sheet.auto_filter.ref = "A2:D6"
sheet.print_title_rows = "2:2"
sheet.print_area = "A1:D8"
sheet.oddFooter.center.text = "Page &P of &N"
for i, width in enumerate((14, 12, 12, 10), 1):
    sheet.column_dimensions[get_column_letter(i)].width = width
book.save(at("openpyxl-styled.xlsx"))


def libreoffice(source, kind, name):
    folder = at("made")
    subprocess.run(["soffice", "--headless", "--norestore", "--convert-to", kind, "--outdir", folder, at(source)], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stem = os.path.splitext(source)[0]
    shutil.move(os.path.join(folder, f"{stem}.{kind.split(':')[0]}"), at(name))
    shutil.rmtree(folder)


libreoffice("openpyxl-styled.xlsx", "xlsx", "libreoffice.xlsx")  # with the results of the formulas
libreoffice("libreoffice.xlsx", "csv", "libreoffice.csv")
libreoffice("pandas.csv", "xlsx", "libreoffice-of-csv.xlsx")
os.remove(at("openpyxl-styled.xlsx"))  # its formulas have no results, which is REVIEW on its own account

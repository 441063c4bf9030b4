"""Makes the submission lung-registry: tables of a made-up cancer registry, with the mistakes people make.

Run: python3 make_lung_registry.py   (needs openpyxl; the files are checked in, so nobody has to)
"""
import csv
import os
import random
import statistics

import openpyxl
from openpyxl.styles import Font

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lung-registry")
random.seed(20180401)

ALLIANCES = ["Aldermoor", "Brackenhurst", "Carrow Vale", "Dunmere", "Eastholt"]
STAGES = ["I", "II", "III", "IV", "Not known"]
TREATMENTS = ["Surgery", "Systemic therapy", "Radiotherapy", "No treatment"]
TREATED = {"I": [60, 12, 18, 10], "II": [45, 25, 18, 12], "III": [9, 45, 26, 20], "IV": [1, 42, 17, 40], "Not known": [2, 18, 12, 68]}


def cohort(n=1840):
    for _ in range(n):
        age = min(97, max(31, round(random.gauss(71, 10.5))))
        stage = random.choices(STAGES, [19, 9, 21, 45, 6])[0]
        yield {
            "alliance": random.choices(ALLIANCES, [28, 24, 21, 18, 9])[0],
            "sex": random.choice(["Female", "Male"]),
            "age": age,
            "band": "18-49" if age < 50 else "50-64" if age < 65 else "65-79" if age < 80 else "80+",
            "stage": stage,
            "treatment": random.choices(TREATMENTS, TREATED[stage])[0],
            "cost": round(random.lognormvariate(8.9, 0.8), 2),
            "months": min(36.0, random.expovariate(1 / {"I": 90, "II": 50, "III": 24, "IV": 9, "Not known": 12}[stage])),
        }


def write(name, rows, delimiter=","):
    with open(os.path.join(HERE, name), "w", newline="", encoding="utf-8") as h:
        csv.writer(h, delimiter=delimiter, lineterminator="\n").writerows(rows)


def count(people, **where):
    return sum(all(p[k] == v for k, v in where.items()) for p in people)


def characteristics(people):
    rows = [["Characteristic"] + [f"{t} (n={count(people, treatment=t)})" for t in TREATMENTS]]
    groups = [[p for p in people if p["treatment"] == t] for t in TREATMENTS]

    def line(label, cell):
        rows.append([label] + [cell(g) for g in groups])

    line("Age, mean (SD)", lambda g: f"{statistics.mean(p['age'] for p in g):.1f} ({statistics.stdev(p['age'] for p in g):.1f})")
    for key in ("sex", "band", "stage"):
        name = {"sex": "Sex", "band": "Age", "stage": "Stage"}[key]
        values = {"sex": ["Female", "Male"], "band": ["18-49", "50-64", "65-79", "80+"], "stage": STAGES}[key]
        for v in values:
            line(f"{name}: {v}", lambda g: f"{count(g, **{key: v})} ({100 * count(g, **{key: v}) / len(g):.1f}%)")
    write("table1_characteristics.csv", rows)


def stage_by_alliance(people):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Table 2"
    sheet.append(["Table 2. Patients by cancer alliance and stage at diagnosis"])
    sheet["A1"].font = Font(bold=True)
    sheet.append([])
    sheet.append(["Cancer alliance"] + STAGES + ["All stages"])
    for a in ALLIANCES:
        row = [count(people, alliance=a, stage=s) for s in STAGES]
        sheet.append([a] + ["<10" if v < 10 else v for v in row] + [sum(row)])
    totals = [count(people, stage=s) for s in STAGES]
    sheet.append(["All alliances"] + totals + [sum(totals)])
    sheet.append(["Counts below 10 are shown as <10."])
    book.save(os.path.join(HERE, "table2_stage_by_alliance.xlsx"))


def treatment_long(people):
    rows = [["alliance", "sex", "treatment", "patients"]]
    for a in ALLIANCES:
        for s in ("Female", "Male"):
            for t in TREATMENTS:
                n = count(people, alliance=a, sex=s, treatment=t)
                rows.append([a, s, t, n])
    write("table3_treatment.csv", rows)


def costs(people):
    rows = [["Cancer alliance", "Patients", "Total cost (GBP)", "Mean cost (GBP)"]]
    evidence = [["Cancer alliance", "n", "x1", "x2", "sum"]]
    for a in ALLIANCES:
        values = sorted((p["cost"] for p in people if p["alliance"] == a), reverse=True)
        if a == "Eastholt":
            values[0] = 24_412_500.00
        total = sum(values)
        rows.append([a, len(values), f"{total:.2f}", f"{total / len(values):.2f}"])
        evidence.append([a, len(values), values[0], values[1], round(total, 2)])
    write("table4_costs.csv", rows)
    write(os.path.join("evidence", "contributors.csv"), evidence)
    return evidence[1:]


def survival(people):
    rows = [["Months", "At risk", "Deaths", "Survival"]]
    at_risk, s = len(people), 1.0
    rows.append([0, at_risk, 0, "1.000"])
    for start in range(0, 36, 6):
        deaths = sum(start <= p["months"] < start + 6 and p["months"] < 36 for p in people)
        s *= 1 - deaths / at_risk
        rows.append([start + 6, at_risk, deaths, f"{s:.3f}"])
        at_risk -= deaths
    write("figure1_survival.csv", rows)


os.makedirs(os.path.join(HERE, "evidence"), exist_ok=True)
people = list(cohort())
characteristics(people)
stage_by_alliance(people)
treatment_long(people)
contributions = costs(people)
survival(people)
with open(os.path.join(HERE, "submission.yaml"), "w", encoding="utf-8") as h:
    h.write(f"""schema: sdc-submission/1
id: lung-2026-014
title: Tables for the paper on stage and first treatment
purpose: Tables 1 to 4 and Figure 1 of the manuscript
requester: a.analyst
dataset: registry-2013-2018
profile: handbook-10
defaults:
  unit: patient
  weighted: false
  population: {{id: P1, description: Adults with a first lung tumour, n: {len(people)}}}
outputs:
  - file: table1_characteristics.csv
    output_type: descriptive_statistics
    bounds: {{Age: [18, 110]}}
  - file: table2_stage_by_alliance.xlsx
    output_type: frequency_table
    controls: counts below 10 shown as <10
    markers: {{"<10": [1, 9]}}
  - file: table3_treatment.csv
    output_type: frequency_table
  - file: table4_costs.csv
    output_type: magnitude_table
    evidence:
      contributions:
""")
    for a, n, x1, x2, total in contributions:
        h.write(f"        {a}: {{n: {n}, x1: {x1}, x2: {x2}, sum: {total}}}\n")
    h.write("  - file: figure1_survival.csv\n    output_type: survival_table\n")

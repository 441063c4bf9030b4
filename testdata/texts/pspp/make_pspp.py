"""Writes what PSPP lists, as text and as a page, from a made-up cohort: python3 make_pspp.py, in this folder. Needs pspp."""
import pathlib
import random
import re
import subprocess
import tempfile

random.seed(20)
ROWS = []
for i in range(640):
    sex = random.choice([1, 2])
    stage = random.choices([1, 2, 3, 4], [30, 30, 25, 1])[0]
    age = round(random.gauss(66, 10))
    egfr = round(100 - 0.4 * age + random.gauss(0, 15), 1)
    dead = int(random.random() < 0.2 + 0.1 * (stage - 1))
    ROWS.append((sex, stage, age, egfr, dead))
DATA = "\n".join(",".join(map(str, row)) for row in ROWS)
HEAD = """SET FORMAT=F8.2.
DATA LIST LIST (",") NOTABLE FILE='{data}' / sex stage age egfr dead.
VARIABLE LABELS sex 'Sex' stage 'Stage at diagnosis' age 'Age at diagnosis' egfr 'eGFR' dead 'Died'.
VALUE LABELS sex 1 'Female' 2 'Male' / stage 1 'I' 2 'II' 3 'III' 4 'IV' / dead 0 'No' 1 'Yes'.
"""
SYNTAX = {
    "frequencies": "FREQUENCIES VARIABLES=sex stage.",
    "frequencies_statistics": "FREQUENCIES VARIABLES=age /FORMAT=NOTABLE /STATISTICS=MEAN STDDEV MINIMUM MAXIMUM /PERCENTILES=5 50 95.",
    "crosstabs": "CROSSTABS /TABLES=stage BY sex /CELLS=COUNT ROW COLUMN TOTAL /STATISTICS=CHISQ.",
    "crosstabs_counts": "CROSSTABS /TABLES=stage BY dead /CELLS=COUNT.",
    "descriptives": "DESCRIPTIVES VARIABLES=age egfr.",
    "means": "MEANS TABLES=egfr BY stage /CELLS=MEAN COUNT STDDEV.",
    "crosstabs_first": "RECODE stage (1=4)(4=1). CROSSTABS /TABLES=stage BY sex /CELLS=COUNT ROW.",
    "ttest_few": "SELECT IF $CASENUM <= 9. T-TEST GROUPS=sex(1,2) /VARIABLES=egfr.",
    "ttest": "T-TEST GROUPS=sex(1,2) /VARIABLES=egfr.",
    "ttest_one": "T-TEST TESTVAL=70 /VARIABLES=egfr.",
    "regression": "REGRESSION /VARIABLES=age sex /DEPENDENT=egfr /STATISTICS=COEFF R ANOVA CI(95).",
    "regression_small": "SELECT IF $CASENUM <= 9. REGRESSION /VARIABLES=age /DEPENDENT=egfr /STATISTICS=COEFF R ANOVA.",
    "logistic": "LOGISTIC REGRESSION dead WITH age sex /PRINT=CI(95).",
    "oneway": "ONEWAY /VARIABLES=egfr BY stage /STATISTICS=DESCRIPTIVES.",
    "correlations": "CORRELATIONS /VARIABLES=age egfr.",
    "kruskal": "NPAR TESTS /KRUSKAL-WALLIS=egfr BY stage(1,4).",
    "crosstabs_shares": "SELECT IF stage < 4. CROSSTABS /TABLES=stage BY sex /CELLS=COUNT ROW COLUMN.",
    "examine": "EXAMINE VARIABLES=egfr BY sex /STATISTICS=DESCRIPTIVES /PERCENTILES(5,50,95).",
}
with tempfile.TemporaryDirectory() as folder:
    data = pathlib.Path(folder, "cohort.csv")
    data.write_text(DATA)
    for name, commands in SYNTAX.items():
        syntax = pathlib.Path(folder, "run.sps")
        syntax.write_text(HEAD.format(data=data) + re.sub(r"\. ([A-Z])", r".\n\1", commands) + "\n")
        for ending in ("txt", "html", "csv"):
            out = pathlib.Path(f"{name}.{ending}")
            subprocess.run(["pspp", "-O", f"format={ending}", "-o", str(out), str(syntax)], check=True)
            text = out.read_text(encoding="utf-8").replace(folder + "/", "")
            out.write_text(text, encoding="utf-8")

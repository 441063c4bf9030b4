"""Writes what pandas and Jupyter print, from a made-up cohort: python3 make_python.py, in this folder."""
import json
import numpy as np, pandas as pd

rng = np.random.default_rng(20)
n = 900
d = pd.DataFrame({
    "sex": rng.choice(["Female", "Male"], n, p=[.55, .45]),
    "stage": rng.choice(["I", "II", "III", "IV", "X"], n, p=[.3, .25, .2, .24, .01]),
    "site": rng.choice(["Breast", "Head and neck", "Lower GI", "Lung and pleura", "Sarcoma"], n, p=[.3, .2, .25, .24, .01]),
    "year": rng.choice(range(2013, 2019), n)})
d["age"] = rng.normal(66, 13, n).round().clip(18, 99).astype(int)
d["bmi"] = rng.normal(26, 4, n).round(1)
ct = pd.crosstab(d.site, d.stage)
cm = pd.crosstab([d.sex, d.site], d.stage, margins=True)
g = d.groupby("site").agg(n=("age", "size"), mean_age=("age", "mean"), sd_age=("age", "std"), mean_bmi=("bmi", "mean"))

def out(name, text):
    with open(name, "w") as f:
        f.write(text if text.endswith("\n") else text + "\n")

out("pandas_crosstab.txt", str(ct))
out("pandas_crosstab_margins.txt", cm.to_string())
out("pandas_value_counts.txt", str(d.stage.value_counts()))
out("pandas_groupby_size.txt", str(d.groupby(["sex", "stage"]).size()))
out("pandas_describe.txt", str(d[["age", "bmi"]].describe()))
out("pandas_groupby_describe.txt", d.groupby("sex").age.describe().to_string())
out("pandas_agg_two_levels.txt", d.groupby("site")[["age", "bmi"]].agg(["count", "mean", "std"]).to_string())
with pd.option_context("display.width", 50):
    out("pandas_wrapped.txt", str(pd.concat([g, g.add_suffix("_2")], axis=1)))
with pd.option_context("display.max_columns", 4, "display.width", 60):
    out("pandas_truncated.txt", str(pd.crosstab(d.site, d.age)))
out("pandas.html", cm.to_html())
out("pandas.tex", ct.to_latex() if hasattr(ct, "to_latex") else "")
out("pandas_records.json", d.groupby(["sex", "stage"]).size().reset_index(name="n").to_json(orient="records"))
out("pandas_columns.json", ct.to_json())
out("pandas_split.json", ct.to_json(orient="split"))
out("pandas_index.json", g.to_json(orient="index", indent=1))
out("pandas_table.json", d.stage.value_counts().to_frame().to_json(orient="table", indent=1))
out("nested.json", json.dumps({"study": "made up", "population": n, "groups": {s: {"n": int((d.sex == s).sum()), "by_stage": {k: int(v) for k, v in d[d.sex == s].stage.value_counts().items()}} for s in ("Female", "Male")}}, indent=2))
cell = lambda source, outputs: {"cell_type": "code", "execution_count": 1, "metadata": {}, "source": source.splitlines(True), "outputs": outputs}
out("notebook.ipynb", json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
    {"cell_type": "markdown", "metadata": {}, "source": ["# Patients\n", "\n", "By stage and sex."]},
    cell("pd.crosstab(d.site, d.stage)", [{"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/html": ct.to_html().splitlines(True), "text/plain": str(ct).splitlines(True)}}]),
    cell("print(d.stage.value_counts())", [{"output_type": "stream", "name": "stdout", "text": (str(d.stage.value_counts()) + "\n").splitlines(True)}]),
    cell("d.age.hist()", [{"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo=", "text/plain": ["<Figure size 640x480 with 1 Axes>"]}}])]}, indent=1))

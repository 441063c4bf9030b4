"""Models of a made-up cohort as statsmodels and pandas write them into documents: LaTeX, HTML, side by side. Run in this folder."""
import os
import warnings
import numpy as np
import pandas as pd
import statsmodels.formula.api as smf
from statsmodels.iolib.summary2 import summary_col

warnings.simplefilter("ignore")
rng = np.random.default_rng(20)
n = 640
d = pd.DataFrame({"age": rng.normal(66, 10, n).round(), "sex": rng.choice(["F", "M"], n), "stage": rng.choice(["I", "II", "III", "IV"], n)})
d["bmi"] = rng.normal(27, 4, n).round(1)
d["egfr"] = (100 - 0.4 * d.age + rng.normal(0, 15, n)).round(1)
d["dead"] = rng.binomial(1, 1 / (1 + np.exp(6 - 0.06 * d.age)))
os.makedirs("tables", exist_ok=True)


def keep(name, text):
    with open(f"tables/{name}", "w", encoding="utf-8") as h:
        h.write(text + "\n")


ols = [smf.ols(f, d).fit() for f in ("egfr ~ age", "egfr ~ age + C(sex)", "egfr ~ age + C(sex) + bmi")]
logit = smf.logit("dead ~ age + C(sex) + C(stage)", d).fit(disp=0)
keep("ols.tex", ols[1].summary().as_latex())
keep("ols.html", ols[1].summary().as_html())
keep("ols-2.html", ols[1].summary2().as_html())
keep("ols-2.tex", ols[1].summary2().as_latex())
keep("logit.tex", logit.summary().as_latex())
keep("logit.html", logit.summary().as_html())
info = {"N": lambda x: f"{int(x.nobs):d}", "R2": lambda x: f"{x.rsquared:.3f}"}
small = smf.ols("egfr ~ age", d[:9]).fit()
keep("columns.txt", str(summary_col(ols, stars=True, info_dict=info)))
keep("columns-plain.txt", str(summary_col(ols, float_format="%0.2f", model_names=["crude", "sex", "all"], info_dict=info)))
keep("columns-small.txt", str(summary_col([ols[0], small], stars=True, model_names=["all", "few"], info_dict=info)))
keep("columns.html", summary_col(ols, stars=True, info_dict=info).as_html())
keep("columns.tex", summary_col(ols, stars=True, info_dict=info).as_latex())
table = pd.DataFrame({"coef": logit.params, "std err": logit.bse, "z": logit.tvalues, "P>|z|": logit.pvalues}).round(4)
keep("params.tex", table.to_latex())
keep("params.html", table.to_html())
keep("params.txt", table.to_string())

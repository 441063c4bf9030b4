"""Prints models of a made-up cohort as statsmodels prints them, one file each. Run in this folder."""
import os
import warnings
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf
from statsmodels.duration.hazard_regression import PHReg

warnings.simplefilter("ignore")
rng = np.random.default_rng(20)
n = 640
d = pd.DataFrame({"age": rng.normal(66, 10, n).round(), "sex": rng.choice(["F", "M"], n), "stage": rng.choice(["I", "II", "III", "IV"], n)})
d["egfr"] = (100 - 0.4 * d.age + rng.normal(0, 15, n)).round(1)
d["dead"] = rng.binomial(1, 1 / (1 + np.exp(6 - 0.06 * d.age)))
d["visits"] = rng.poisson(np.exp(0.02 * d.age - 0.5))
d["hosp"] = rng.integers(0, 16, n)
d["time"] = rng.exponential(50, n).round(1) + 0.1
d["status"] = (d.time < 60).astype(int)
os.makedirs("python", exist_ok=True)


def keep(name, summary, ending="txt"):
    with open(f"python/{name}.{ending}", "w", encoding="utf-8") as h:
        h.write((summary.as_csv() if ending == "csv" else str(summary)) + "\n")


ols = smf.ols("egfr ~ age + C(sex)", d).fit()
logit = smf.logit("dead ~ age + C(sex) + C(stage)", d).fit(disp=0)
keep("ols", ols.summary())
keep("ols", ols.summary(), "csv")
keep("ols-2", ols.summary2())
keep("ols-robust", smf.ols("egfr ~ age", d).fit(cov_type="HC3").summary())
keep("ols-small", smf.ols("egfr ~ age + C(sex)", d[:9]).fit().summary())
keep("wls", smf.wls("egfr ~ age", d, weights=np.ones(n)).fit().summary())
keep("logit", logit.summary())
keep("logit", logit.summary(), "csv")
keep("logit-2", logit.summary2())
keep("poisson", smf.poisson("visits ~ age", d).fit(disp=0).summary())
keep("glm-binomial", smf.glm("dead ~ age + C(sex)", d, family=sm.families.Binomial()).fit().summary())
keep("glm-poisson", smf.glm("visits ~ age", d, family=sm.families.Poisson()).fit().summary())
keep("glm-gamma", smf.glm("time ~ age", d, family=sm.families.Gamma(sm.families.links.log())).fit().summary())
keep("probit", smf.probit("dead ~ age", d).fit(disp=0).summary())
keep("mnlogit", smf.mnlogit("s ~ age", d.assign(s=d.stage.map({"I": 0, "II": 1, "III": 2, "IV": 2}))).fit(disp=0).summary())
keep("phreg", PHReg.from_formula("time ~ age + C(sex)", d, status="status").fit().summary())
keep("mixedlm", smf.mixedlm("egfr ~ age", d, groups="hosp").fit().summary())
keep("gee", smf.gee("egfr ~ age", "hosp", d).fit().summary())
keep("table2x2", sm.stats.Table2x2(pd.crosstab(d.sex, d.dead).values).summary())

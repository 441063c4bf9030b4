"""Writes what scikit-learn prints of classifiers of a made-up cohort: python3 make_sklearn.py, in this folder."""
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, confusion_matrix
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, export_graphviz, export_text

rng = np.random.default_rng(20)
n = 640
d = pd.DataFrame({"age": rng.normal(66, 10, n).round(), "bmi": rng.normal(27, 4, n).round(1)})
d["dead"] = rng.binomial(1, 1 / (1 + np.exp(6 - 0.08 * d.age)))
d["stage"] = rng.choice(["I", "II", "III"], n, p=[.6, .38, .02])
d["egfr"] = (100 - 0.4 * d.age + rng.normal(0, 15, n)).round(1)
x = d[["age", "bmi"]]


def keep(name, text):
    with open(name, "w", encoding="utf-8") as h:
        h.write(str(text) + "\n")


model = LogisticRegression().fit(x, d.dead)
keep("confusion.txt", confusion_matrix(d.dead, model.predict(x)))
keep("confusion_list.txt", confusion_matrix(d.dead, model.predict(x)).tolist())
keep("confusion_repr.txt", repr(confusion_matrix(d.dead, model.predict(x))))
keep("confusion_normalised.txt", confusion_matrix(d.dead, model.predict(x), normalize="true"))
keep("report.txt", classification_report(d.dead, model.predict(x), target_names=["alive", "dead"]))
stages = DecisionTreeClassifier(max_depth=4, random_state=0).fit(x, d.stage)
keep("report_stages.txt", classification_report(d.stage, stages.predict(x), digits=3, zero_division=0))
keep("confusion_stages.txt", confusion_matrix(d.stage, stages.predict(x)))
tree = DecisionTreeClassifier(max_depth=3, random_state=0).fit(x, d.dead)
keep("tree.txt", export_text(tree, feature_names=["age", "bmi"]))
keep("tree_weights.txt", export_text(tree, feature_names=["age", "bmi"], show_weights=True))
keep("tree_leaves.txt", export_text(DecisionTreeClassifier(min_samples_leaf=20, max_depth=3, random_state=0).fit(x, d.dead), show_weights=True, decimals=0))
keep("tree_regression.txt", export_text(DecisionTreeRegressor(max_depth=2, random_state=0).fit(x, d.egfr), feature_names=["age", "bmi"]))
keep("tree.dot", export_graphviz(tree, feature_names=["age", "bmi"]))

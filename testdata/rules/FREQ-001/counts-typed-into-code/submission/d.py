d = pd.DataFrame({'stage': ['I', 'II', 'III'], 'n_patients': [120, 8, 55]})

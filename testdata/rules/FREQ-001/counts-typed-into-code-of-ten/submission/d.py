d = pd.DataFrame({'x': [1, 2, 3], 'n': [1, 2, 3]})

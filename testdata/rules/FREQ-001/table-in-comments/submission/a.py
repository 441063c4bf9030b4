import pandas as pd
# stage
# I      357
# II     326
# X        4
df = pd.read_csv(p)

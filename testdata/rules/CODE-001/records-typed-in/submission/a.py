import pandas as pd
d = pd.DataFrame({"patient_id": [101, 102, 103],
    "stage": ["I", "II", "I"]})

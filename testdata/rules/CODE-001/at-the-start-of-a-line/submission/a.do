patient_id == 104711

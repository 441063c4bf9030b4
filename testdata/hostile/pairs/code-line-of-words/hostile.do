regress bmi age
3 women died
